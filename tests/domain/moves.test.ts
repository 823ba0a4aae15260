import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf } from "@/domain/figures/figures";
import { biggestSellers, highestSince, newSellers, type SeriesPoint, stoppedSelling } from "@/domain/measures/moves";
import { pool } from "@/domain/measures/panel";
import { type Period, shift } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { TODAY, p, seed, recordOf, seedRecord, type Stated } from "./seed";

const everyone = seedRecord().companies;

describe("the biggest sellers", () => {
  const april = pool(seed, { period: p("2025-04"), filter: { kind: "nasdaq" }, basis: "gross", mode: "best" });
  const ids = (count: number) => biggestSellers(april, count).map((member) => member.company.id);

  it("April 2025 by bitcoin: IREN 579, Riot 475, Bitfarms 403, CleanSpark 400.5, Cipher 350", () => {
    expect(ids(5)).toEqual(["iren", "riot", "bitfarms", "cleanspark", "cipher"]);
    expect(ids(2)).toEqual(["iren", "riot"]);
  });

  it("who sold nothing is no seller: MARA is in the panel, not in the list", () => {
    expect(ids(10)).toHaveLength(5);
    expect(april.members).toHaveLength(7);
  });
});

describe("who began and who stopped", () => {
  const recordFor = (...sold: (string | null)[]): OpenRecord =>
    recordOf(
      ...sold.flatMap((amount, i): Stated[] => [
        ["a", shift(p("2024-01"), i), "btc_produced", "10"],
        ...(amount === null ? [] : [["a", shift(p("2024-01"), i), "btc_sold", amount] as Stated]),
      ]),
    );
  const at = (what: typeof newSellers, month: string, ...sold: (string | null)[]): boolean => {
    const figures = figuresOf(recordFor(...sold), TODAY);
    return what(figures, figures.record.companies, p(month), "best").length === 1;
  };

  it("Riot is a new seller in April 2025, after January, February and March without a sale", () => {
    const [riot, ...others] = newSellers(seed, everyone, p("2025-04"), "best");
    expect([riot?.company.id, others]).toEqual(["riot", []]);
    expect(riot?.sold.value).toBe(47_500_000_000);
    expect(riot?.before.map((entry) => entry.period)).toEqual(["2025-03", "2025-02", "2025-01"]);
  });

  it("MARA is one in January 2023: 1,500 after months of none", () => {
    expect(newSellers(seed, everyone, p("2023-01"), "best").map(({ company }) => company.id)).toEqual(["mara"]);
  });

  it("CleanSpark in May 2025 is none: what its policy filled with 0 is its word, and it sold 12.65 in December", () => {
    expect(newSellers(seed, everyone, p("2025-05"), "best").map(({ company }) => company.id)).toEqual([]);
  });

  it("it takes three known periods without a sale, all without one", () => {
    expect(at(newSellers, "2024-04", "0", "0", "0", "5")).toBe(true);
    expect(at(newSellers, "2024-03", "0", "0", "5")).toBe(false);
    expect(at(newSellers, "2024-04", "0", "1", "0", "5")).toBe(false);
    expect(at(newSellers, "2024-04", "0", "0", "0", "0")).toBe(false);
  });

  it("unknown months are passed over, up to a year back", () => {
    expect(at(newSellers, "2024-06", "0", "0", null, "0", null, "5")).toBe(true);
    expect(at(newSellers, "2025-02", "0", "0", "0", ...(Array(10).fill(null) as null[]), "5")).toBe(false);
  });

  it("LM Funding stopped in January 2024; MARA did not, for its holdings give 700.5 after the 183.5 that it bought", () => {
    const ids = stoppedSelling(seed, everyone, p("2024-01"), "best").map(({ company }) => company.id);
    expect(ids).toEqual(["lm-funding"]);
  });

  it("who stopped sold nothing now, and something in the last known period before", () => {
    expect(at(stoppedSelling, "2024-02", "5", "0")).toBe(true);
    expect(at(stoppedSelling, "2024-03", "5", null, "0")).toBe(true);
    expect(at(stoppedSelling, "2024-03", "5", "0", "0")).toBe(false);
    expect(at(stoppedSelling, "2024-02", "5", "1")).toBe(false);
    expect(at(stoppedSelling, "2024-01", "0")).toBe(false);
    expect(at(stoppedSelling, "2024-02", "5", null)).toBe(false);
  });
});

describe("the most since", () => {
  const month = (i: number): Period => shift(p("2024-01"), i);
  const series = (...values: (number | undefined | "thin")[]): SeriesPoint[] =>
    values.map((value, i) => ({ period: month(i), value: value === "thin" ? 99 : value, thin: value === "thin" }));

  it("names the latest earlier period that was as high", () => {
    expect(highestSince(series(1, 9, 3, 2, 4, 5), month(5))).toEqual({ kind: "most", since: "2024-02", over: 3 });
    expect(highestSince(series(1, 5, 3, 2, 4, 5), month(5))).toEqual({ kind: "most", since: "2024-02", over: 3 });
  });

  it("or as low", () => {
    expect(highestSince(series(1, 2, 3, 4, 5, 2.5), month(5))).toEqual({ kind: "least", since: "2024-02", over: 3 });
  });

  it("on record when there was none", () => {
    expect(highestSince(series(1, 2, 3, 4, 5, 6), month(5))).toEqual({ kind: "most", since: "record", over: 5 });
    expect(highestSince(series(6, 5, 4, 3, 2, 1), month(5))).toEqual({ kind: "least", since: "record", over: 5 });
  });

  it("thin periods and gaps are not compared, and later periods do not count", () => {
    expect(highestSince(series(1, 2, "thin", undefined, 3, 4, 5, 6, 99), month(7))).toEqual({ kind: "most", since: "record", over: 5 });
  });

  it("nothing is said of fewer than six comparable periods, of a thin period, or of one without a value", () => {
    expect(highestSince(series(1, 2, 3, 4, 5), month(4))).toBeUndefined();
    expect(highestSince(series(1, 2, 3, 4, "thin", 5), month(5))).toBeUndefined();
    expect(highestSince(series(1, 2, 3, 4, 5, 6, "thin"), month(6))).toBeUndefined();
    expect(highestSince(series(1, 2, 3, 4, 5, 6, undefined), month(6))).toBeUndefined();
    expect(highestSince(series(1, 2, 3, 4, 5, 6), month(9))).toBeUndefined();
  });

  it("nor of one that is just like the one before", () => {
    expect(highestSince(series(1, 2, 3, 4, 5, 5), month(5))).toBeUndefined();
  });

  it("what it says is true of the series, in whatever order that is given", () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), { minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(values, (list) => {
        const points = series(...list);
        const at = month(list.length - 1);
        const found = highestSince(points, at);
        expect(highestSince([...points].reverse(), at)).toEqual(found);
        const now = list.at(-1);
        if (!found || now === undefined) return;
        const sign = found.kind === "most" ? 1 : -1;
        const between = points.filter(
          (point) => point.value !== undefined && point.period < at && (found.since === "record" || point.period > found.since),
        );
        expect(between).toHaveLength(found.over);
        expect(between.every((point) => sign * (point.value ?? NaN) < sign * now)).toBe(true);
        const since = points.find((point) => point.period === found.since);
        if (since) expect(sign * (since.value ?? NaN)).toBeGreaterThanOrEqual(sign * now);
      }),
    );
  });
});
