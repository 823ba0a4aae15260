import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { period } from "@/domain/values/period";
import { attachment, fileName } from "@/files/fileName";

const MARCH = period("2025-03");

describe("file names", () => {
  it.each([
    [{ subject: "miners", range: { from: MARCH, to: MARCH }, companies: "nasdaq" }, "sellthrough_miners_2025-03_nasdaq_v1a2b3c4d5e6f.csv"],
    [
      { subject: "sell-through", range: { from: period("2021-01"), to: MARCH }, companies: ["riot", "mara"] },
      "sellthrough_sell-through_2021-01-to-2025-03_riot-mara_v1a2b3c4d5e6f.csv",
    ],
    [
      { subject: "pooled", range: { from: null, to: MARCH }, companies: ["a", "b", "c", "d", "e"] },
      "sellthrough_pooled_start-to-2025-03_5-companies_v1a2b3c4d5e6f.csv",
    ],
    [{ subject: "chart", range: { from: null, to: null }, variant: "1200x675 dark" }, "sellthrough_chart_1200x675-dark_v1a2b3c4d5e6f.csv"],
    [{ subject: "record" }, "sellthrough_record_v1a2b3c4d5e6f.csv"],
  ])("say subject, range, companies and version: %o", (subject, name) => {
    expect(fileName({ ...subject, versionId: "1a2b3c4d5e6f", ending: "csv" })).toBe(name);
  });

  it("are safe on every system and in a header, whatever the words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (subject, companies) => {
        const name = fileName({ subject, companies, versionId: "1a2b", ending: "csv" });
        expect(name).toMatch(/^sellthrough_[a-z0-9_-]*_?v1a2b\.csv$/);
        expect(attachment(name)).toBe(`attachment; filename="${name}"`);
      }),
    );
  });

  it("a header cannot be broken by a name from elsewhere", () => {
    expect(attachment('a"\r\nSet-Cookie: b')).toBe('attachment; filename="a---Set-Cookie--b"');
  });
});
