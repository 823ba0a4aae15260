/** What an address asks for is bounded where it is parsed, whoever asks. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresOf } from "@/domain/figures/figures";
import { periodRange } from "@/domain/values/period";
import { nearestPages } from "@/cards/search/nearestPages";
import { tableById } from "@/cards/registry";
import { recordYears } from "@/cards/selection/recordYears";
import { DEFAULT_SELECTION, MOST_COMPANIES, parseSelection } from "@/cards/selection/selection";
import { seedRecord } from "../domain/seed";

const record = seedRecord();
const figures = figuresOf(record, "2026-06-30");
const years = recordYears(record);
const said = (path: string, params = {}) => nearestPages(path, { ...parseSelection(params, record), figures }).sentences.join(" ");

describe("a period in an address", () => {
  test("outside the years of the record is refused with the years that there are", () => {
    for (const at of ["2000-01", "2099-12", "2099", "2099-Q4", "1999-12", "9999-12", "0000-01"]) {
      const { problems, selection } = parseSelection({ from: at, to: at }, record);
      expect(problems.map(({ parameter }) => parameter)).toEqual(["from", "to"]);
      expect(problems[0]?.expected).toBe(`a month from ${years?.from}-01 to ${years?.to}-12`);
      expect([selection.from, selection.to]).toEqual([null, null]);
    }
  });

  test("never makes a range longer than the record's years, whatever is written", () => {
    const months = years === undefined ? 0 : (Number(years.to) - Number(years.from) + 1) * 12;
    const written = fc.tuple(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 0, max: 14 })).map(([year, month]) => {
      const at = String(year).padStart(4, "0");
      return month === 0 ? at : month > 12 ? `${at}-Q${month - 12}` : `${at}-${String(month).padStart(2, "0")}`;
    });
    fc.assert(
      fc.property(written, written, (from, to) => {
        const { selection } = parseSelection({ from, to }, record);
        const range = selection.from === null || selection.to === null ? [] : periodRange(selection.from, selection.to);
        expect(range.length).toBeLessThanOrEqual(months);
      }),
      { numRuns: 2_000, seed: 12 },
    );
  });

  test("is a span of months too where one figure is asked for, and there alone", () => {
    expect(said("/figures/argo/2024-01--2024-06/btc_produced")).toBe("");
    expect(said("/months/2024-01--2024-06")).toContain("is no period");
    expect(said("/figures/argo/2099-01--2099-06/btc_produced")).not.toBe("");
  });

  test("as a path outside the years of the record leads nowhere, and says so", () => {
    for (const path of ["/months/2099-12", "/months/2099-12/press", "/figures/riot/2099-12/btc_sold"]) {
      expect(said(path)).toContain(`it covers the years ${years?.from} to ${years?.to}`);
    }
    expect(said("/months/9999-12")).toContain("is no period");
    expect(said("/months/2025-03")).toBe("");
    expect(tableById({ figures, selection: DEFAULT_SELECTION }, "miners-2099-12")).toBeUndefined();
  });
});

describe("values that name nothing", () => {
  test("are listed up to five, the others are counted", () => {
    const names = Array.from({ length: 95 }, (_, n) => `nobody${n}`).join(",");
    const { problems } = parseSelection({ c: names }, record);
    expect(problems).toHaveLength(5);
    expect(problems.at(-1)?.more).toBe("And 90 more name nothing either.");
    expect(said("/", { c: names })).toContain("And 90 more name nothing either.");
  });

  test("beyond a hundred names are one problem, and compared with nothing", () => {
    const { problems, selection } = parseSelection({ c: Array.from({ length: 3_000 }, (_, n) => `x${n}`) }, record);
    expect(problems).toEqual([
      { parameter: "c", value: "3,000 names", expected: `at most ${MOST_COMPANIES} companies`, choices: [], tooMany: true },
    ]);
    expect(selection.companies).toEqual([]);
  });

  test("a day to come is none on which anything was known; today is", () => {
    const asked = (asof: string) => parseSelection({ asof }, record, "2026-12-01");
    expect(asked("2026-12-01")).toMatchObject({ problems: [], selection: { asOf: "2026-12-01" } });
    expect(asked("2026-12-02")).toMatchObject({
      problems: [{ parameter: "asof", value: "2026-12-02", expected: "a day such as 2025-05-31, today at the latest" }],
      selection: { asOf: null },
    });
  });

  test("get names that are near, or none: nokia is no slip for mara", () => {
    expect(said("/companies/riott", {})).toMatch(/no company “riott”\. The nearest (name is|names are) Riot\b/);
    expect(said("/companies/nokia", {})).toContain("no company “nokia”.");
    expect(said("/companies/nokia", {})).not.toContain("The nearest");
  });

  test("never make a long answer, however long they are", () => {
    const long = "x".repeat(100_000);
    expect(said(`/companies/${long}`, { c: long, per: long, from: long, asof: long }).length).toBeLessThan(10_000);
  });
});
