import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/company";
import { figuresOf } from "@/domain/figures";
import type { MetricId } from "@/domain/metric";
import { period } from "@/domain/period";
import { STATED_POLICIES } from "@/domain/record";
import { differsFromPolicy, STANCES, type StanceFinding, stanceAt, stanceOf, statedPolicy } from "@/domain/stance";
import { recordOf, seedRecord } from "./seed";

const TODAY = "2026-09-01";
const p = period;
const seed = figuresOf(seedRecord(), TODAY);
const at = (company: string, month: string): StanceFinding | undefined => stanceAt(seed, companyId(company), p(month));
const monthsOf = (finding: StanceFinding | undefined) => finding?.months.map(({ month }) => month);
const stated = (company: string, month: string) => statedPolicy(seed, companyId(company), p(month))?.policy;

describe("stances of real companies", () => {
  it("CleanSpark holds in early 2025: nothing of 1,957 in January to March", () => {
    expect(at("cleanspark", "2025-03")).toMatchObject({ stance: "holds", sold: 0, produced: 195_700_000_000 });
    expect(stated("cleanspark", "2025-03")).toBe("holds_all");
  });

  it("and sells some after April 2025: 293.5 of 2,025 over May, March and February", () => {
    expect(at("cleanspark", "2025-05")).toMatchObject({ stance: "sellsSome", sold: 29_350_000_000, produced: 202_500_000_000 });
    expect(monthsOf(at("cleanspark", "2025-05"))).toEqual(["2025-05", "2025-03", "2025-02"]);
    expect(stated("cleanspark", "2025-05")).toBe("mixed");
  });

  it("Riot holds until March 2025 and sells some from April: 475 of 1,466", () => {
    expect(at("riot", "2025-03")?.stance).toBe("holds");
    expect(at("riot", "2025-04")).toMatchObject({ stance: "sellsSome", sold: 47_500_000_000, produced: 146_600_000_000 });
  });

  it("Core Scientific sells more than it mines in June 2022: 7,202 of 1,106", () => {
    expect(at("core-scientific", "2022-06")?.stance).toBe("sellsMore");
  });

  it("IREN sells all, by its policy", () => {
    expect(at("iren", "2025-04")?.stance).toBe("sellsAll");
  });

  it("deed and word differ for Bitfarms in July 2022: it states a part and sells 4,984 of 1,263 in its last three months with data", () => {
    const finding = at("bitfarms", "2022-07");
    expect(finding).toMatchObject({ stance: "sellsMore", sold: 498_400_000_000, produced: 126_300_000_000 });
    expect(monthsOf(finding)).toEqual(["2022-07", "2022-06", "2021-10"]);
    expect(stated("bitfarms", "2022-07")).toBe("mixed");
    expect(differsFromPolicy("sellsMore", "mixed")).toBe(true);
  });

  it("a company that never states its sales has no stance: Mawson", () => {
    expect(at("mawson", "2023-03")).toBeUndefined();
  });
});

describe("the bounds", () => {
  it.each([
    [0, "holds"],
    [499, "holds"],
    [500, "sellsSome"],
    [9_499, "sellsSome"],
    [9_500, "sellsAll"],
    [10_500, "sellsAll"],
    [10_501, "sellsMore"],
  ] as const)("%d of 10,000 is %s", (sold, stance) => {
    expect(stanceOf(sold, 10_000)).toBe(stance);
  });

  it("selling more never moves a stance towards holding", () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 10_000_000_000_000 }), (a, b, produced) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(STANCES.indexOf(stanceOf(more, produced))).toBeGreaterThanOrEqual(STANCES.indexOf(stanceOf(less, produced)));
      }),
    );
  });
});

describe("the trailing months", () => {
  const a = companyId("a");
  const figuresFor = (...months: [month: string, produced: string, sold: string][]) =>
    figuresOf(
      recordOf(
        ...months.flatMap(([month, produced, sold]): ["a", string, MetricId, string][] => [
          ["a", month, "btc_produced", produced],
          ["a", month, "btc_sold", sold],
        ]),
      ),
      TODAY,
    );

  it("flows are summed, not ratios averaged: 0 of 90 and 10 of 10 is 10%", () => {
    expect(stanceAt(figuresFor(["2025-01", "90", "0"], ["2025-02", "10", "10"]), a, p("2025-02"))).toMatchObject({
      stance: "sellsSome",
      sold: 1_000_000_000,
      produced: 10_000_000_000,
    });
  });

  it("only the last three months with data count", () => {
    const figures = figuresFor(["2025-01", "10", "500"], ["2025-02", "10", "0"], ["2025-04", "10", "0"], ["2025-05", "10", "0"]);
    expect(stanceAt(figures, a, p("2025-05"))?.stance).toBe("holds");
    expect(stanceAt(figures, a, p("2025-04"))?.stance).toBe("sellsMore");
  });

  it("nothing after the month counts", () => {
    const figures = figuresFor(["2025-01", "10", "0"], ["2025-02", "10", "10"]);
    expect(stanceAt(figures, a, p("2025-01"))?.stance).toBe("holds");
    expect(stanceAt(figures, a, p("2024-12"))).toBeUndefined();
  });

  it("a deed is forgotten after twelve months", () => {
    const figures = figuresFor(["2024-03", "10", "0"]);
    expect(stanceAt(figures, a, p("2025-02"))?.stance).toBe("holds");
    expect(stanceAt(figures, a, p("2025-03"))).toBeUndefined();
  });

  it("a month that produced nothing is not counted", () => {
    expect(monthsOf(stanceAt(figuresFor(["2025-01", "10", "0"], ["2025-02", "0", "50"]), a, p("2025-02")))).toEqual(["2025-01"]);
  });
});

describe("deed and word", () => {
  it("each stance agrees with exactly one stated policy", () => {
    for (const stance of STANCES) expect(STATED_POLICIES.filter((policy) => !differsFromPolicy(stance, policy))).toHaveLength(1);
  });
});
