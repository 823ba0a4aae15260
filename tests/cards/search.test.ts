/** The search finds what people type: companies by any name or ticker they had, periods, pages. */
import { expect, test } from "vitest";
import { search } from "@/cards/search";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { figuresOf } from "@/domain/figures";
import { period } from "@/domain/period";
import { seedRecord } from "../domain/seed";

const FORMER: Readonly<Record<string, string>> = { mara: "Marathon Digital Holdings, Inc.", iren: "Iris Energy Limited" };
const record = seedRecord();
const companies = record.companies.map((company) => {
  const name = FORMER[company.id];
  return name === undefined ? company : { ...company, formerNames: [{ name, from: null, to: period("2024-07") }] };
});
const figures = figuresOf({ ...record, companies }, "2026-11-20");
const first = (text: string) => search({ figures, selection: DEFAULT_SELECTION }, text)[0]?.href;

test.each([
  ["marathon", "/companies/mara"],
  ["RIOT", "/companies/riot"],
  ["iris energy", "/companies/iren"],
  ["march 2025", "/months/2025-03"],
  ["2025-Q1", "/months/2025-Q1"],
  ["q1 2025", "/months/2025-Q1"],
  ["licence", "/data"],
])("%s leads to %s", (text, href) => {
  expect(first(text)).toBe(href);
});

test("nothing is found for nothing, nor for what names nothing", () => {
  expect(search({ figures, selection: DEFAULT_SELECTION }, "  ")).toEqual([]);
  expect(search({ figures, selection: DEFAULT_SELECTION }, "zzzzqq")).toEqual([]);
});

test("what is found keeps the selection", () => {
  expect(search({ figures, selection: { ...DEFAULT_SELECTION, panel: "all" } }, "riot")[0]?.href).toBe("/companies/riot?panel=all");
});
