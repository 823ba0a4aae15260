import { describe, expect, it } from "vitest";
import { acceptedForm, CSV_FORM, JSON_FORM, splitSuffix } from "@/files/http/negotiation";

const OFFERED = [JSON_FORM, CSV_FORM];

describe("the form that is wanted", () => {
  it.each([
    [null, "json"],
    ["", "json"],
    ["*/*", "json"],
    ["text/csv", "csv"],
    ["TEXT/CSV; charset=utf-8", "csv"],
    ["text/*", "csv"],
    ["application/json;q=0.5, text/csv", "csv"],
    ["application/json, text/csv;q=0.9", "json"],
    ["*/*, application/json;q=0", "csv"],
    ["text/csv;q=0.5, */*;q=0.1", "csv"],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json"],
    ["image/png", undefined],
    ["text/csv;q=0", undefined],
    ["text/csv;q=2", undefined],
    [",,;", "json"],
  ])("Accept: %s → %s", (accept, name) => {
    expect(acceptedForm(accept, OFFERED)?.name).toBe(name);
  });

  it.each([
    ["cells.csv", "cells", "csv"],
    ["2025-03.json", "2025-03", "json"],
    ["cells", "cells", undefined],
    ["cells.xml", "cells.xml", undefined],
    [".csv", ".csv", undefined],
  ])("suffix: %s → %s as %s", (name, rest, form) => {
    const split = splitSuffix(name, OFFERED);
    expect([split.name, split.form?.name]).toEqual([rest, form]);
  });
});
