import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import type { Policy, StatedPolicy } from "@/domain/facts/record";
import { policyTest, STANCES, type StanceFinding, stanceAt, stanceOf, statedPolicy, coversMonth } from "@/domain/measures/stance";
import { TODAY, p, seed, recordOf, seedRecord, type Stated, figuresOn } from "./seed";

const at = (company: string, month: string): StanceFinding | undefined => stanceAt(seed, companyId(company), p(month), "best");
const monthsOf = (finding: StanceFinding | undefined) => finding?.periods.map(({ period: of }) => of);
const stated = (company: string, month: string) => statedPolicy(seed, companyId(company), p(month))?.policy;

describe("stances of real companies", () => {
  it("CleanSpark holds in early 2025: 22 of 1,957 in January to March, which its holdings give for January", () => {
    expect(at("cleanspark", "2025-03")).toMatchObject({ stance: "holds", sold: 2_200_000_000, produced: 195_700_000_000 });
    expect(stated("cleanspark", "2025-03")).toBe("holds_all");
  });

  it("and sells some from April 2025: 694 of 2,033 over May, April and March", () => {
    expect(at("cleanspark", "2025-05")).toMatchObject({ stance: "sellsSome", sold: 69_400_000_000, produced: 203_300_000_000 });
    expect(monthsOf(at("cleanspark", "2025-05"))).toEqual(["2025-05", "2025-04", "2025-03"]);
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

  it("Bitfarms in July 2022 sells more than it mines, 4,978 of 1,351; it states that it sells a part, which no share can test", () => {
    const finding = at("bitfarms", "2022-07");
    expect(finding).toMatchObject({ stance: "sellsMore", sold: 497_800_000_000, produced: 135_100_000_000 });
    expect(monthsOf(finding)).toEqual(["2022-07", "2022-06", "2022-05"]);
    expect(stated("bitfarms", "2022-07")).toBe("mixed");
    expect(policyTest(seed, companyId("bitfarms"), p("2022-07"), "best")).toMatchObject({ answer: "notTested", tested: undefined });
  });

  it("MARA, whose months after August 2025 nobody knows apart, sells more than it mines by its first quarter of 2026: 20,880 of 2,247", () => {
    expect(monthsOf(at("mara", "2025-08"))?.[0]).toBe("2025-08");
    for (const month of ["2026-01", "2026-03"]) {
      expect(at("mara", month)).toMatchObject({ stance: "sellsMore", sold: 2_088_000_000_000, produced: 224_700_000_000 });
      expect(monthsOf(at("mara", month))).toEqual(["2026-Q1"]);
    }
    expect(monthsOf(at("mara", "2026-06"))).toEqual(["2026-Q2"]);
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
    figuresOn(
      TODAY,
      ...months.flatMap(([month, produced, sold]): Stated[] => [
        ["a", month, "btc_produced", produced],
        ["a", month, "btc_sold", sold],
      ]),
    );

  it("flows are summed, not ratios averaged: 0 of 90 and 10 of 10 is 10%", () => {
    expect(stanceAt(figuresFor(["2025-01", "90", "0"], ["2025-02", "10", "10"]), a, p("2025-02"), "best")).toMatchObject({
      stance: "sellsSome",
      sold: 1_000_000_000,
      produced: 10_000_000_000,
    });
  });

  it("only the last three months with data count", () => {
    const figures = figuresFor(["2025-01", "10", "500"], ["2025-02", "10", "0"], ["2025-04", "10", "0"], ["2025-05", "10", "0"]);
    expect(stanceAt(figures, a, p("2025-05"), "best")?.stance).toBe("holds");
    expect(stanceAt(figures, a, p("2025-04"), "best")?.stance).toBe("sellsMore");
  });

  it("nothing after the month counts", () => {
    const figures = figuresFor(["2025-01", "10", "0"], ["2025-02", "10", "10"]);
    expect(stanceAt(figures, a, p("2025-01"), "best")?.stance).toBe("holds");
    expect(stanceAt(figures, a, p("2024-12"), "best")).toBeUndefined();
  });

  it("what a company did is forgotten after twelve months", () => {
    const figures = figuresFor(["2024-03", "10", "0"]);
    expect(stanceAt(figures, a, p("2025-02"), "best")?.stance).toBe("holds");
    expect(stanceAt(figures, a, p("2025-03"), "best")).toBeUndefined();
  });

  describe("and a quarter that is known as a whole", () => {
    const quarterly = (...more: [month: string, produced: string, sold: string][]) =>
      figuresFor(["2025-01", "10", "0"], ["2025-Q2", "30", "60"], ...more);

    it("speaks for each of its months and carries on after them, until a later month is known", () => {
      const figures = quarterly(["2025-08", "10", "10"]);
      const periods = (month: string) => monthsOf(stanceAt(figures, a, p(month), "best"));
      expect(["2025-03", "2025-04", "2025-06", "2025-07", "2025-08"].map(periods)).toEqual([
        ["2025-01"],
        ["2025-Q2"],
        ["2025-Q2"],
        ["2025-Q2"],
        ["2025-08", "2025-01"],
      ]);
    });

    it("leaves a month of its own that is known to itself", () => {
      expect(monthsOf(stanceAt(quarterly(["2025-05", "10", "0"]), a, p("2025-05"), "best"))).toEqual(["2025-05", "2025-01"]);
    });

    it("is forgotten twelve months after its last month began", () => {
      expect(monthsOf(stanceAt(quarterly(), a, p("2026-05"), "best"))).toEqual(["2025-Q2"]);
      expect(stanceAt(quarterly(), a, p("2026-06"), "best")).toBeUndefined();
    });
  });

  it("a month that produced nothing is not counted", () => {
    expect(monthsOf(stanceAt(figuresFor(["2025-01", "10", "0"], ["2025-02", "0", "50"]), a, p("2025-02"), "best"))).toEqual(["2025-01"]);
  });
});

describe("stance against stated policy", () => {
  const a = companyId("a");
  const policies = (...list: [StatedPolicy, string | null, string | null][]): Policy[] =>
    list.map(([policy, from, to]) => ({
      company: a,
      policy,
      from: from === null ? null : p(from),
      to: to === null ? null : p(to),
      sourceUrl: "https://example.org/policy",
    }));
  const answer = (month: string, stated: Policy[], ...months: [month: string, sold: string | null][]) => {
    const record = recordOf(
      ...months.flatMap(([of, sold]): Stated[] => [
        ["a", of, "btc_produced", "100"],
        ...(sold === null ? [] : [["a", of, "btc_sold", sold] as Stated]),
      ]),
    );
    return policyTest(figuresOf({ ...record, policies: stated }, TODAY), a, p(month), "best").answer;
  };

  it("holding is tested against holding, selling all against selling all or more", () => {
    const sold = (amount: string, policy: StatedPolicy) => answer("2025-01", policies([policy, null, null]), ["2025-01", amount]);
    expect(["0", "4", "5", "100", "300"].map((amount) => sold(amount, "holds_all"))).toEqual([
      "agrees",
      "agrees",
      ...Array<string>(3).fill("differs"),
    ]);
    expect(["0", "94", "95", "105", "300"].map((amount) => sold(amount, "sells_all"))).toEqual([
      "differs",
      "differs",
      "agrees",
      "agrees",
      "agrees",
    ]);
  });

  it("selling a part fits any share and is not tested, nor is a month without a policy", () => {
    expect(answer("2025-01", policies(["mixed", null, null]), ["2025-01", "300"])).toBe("notTested");
    expect(answer("2025-01", [], ["2025-01", "300"])).toBe("notTested");
  });

  it("sales that are known by policy alone prove nothing, in the month or before it", () => {
    const holds = policies(["holds_all", null, null]);
    expect(answer("2025-02", holds, ["2025-01", "100"], ["2025-02", null])).toBe("notTested");
    // With January's policy zero counted it would be 4.5% of two months; of February alone it is 9%.
    expect(answer("2025-02", holds, ["2025-01", null], ["2025-02", "9"])).toBe("differs");
  });

  it("a new policy is not held against older sales: only months under the same policy count", () => {
    const stated = policies(["sells_all", null, "2025-01"], ["holds_all", "2025-02", null]);
    expect(answer("2025-02", stated, ["2025-01", "100"], ["2025-02", "0"])).toBe("agrees");
    expect(answer("2025-01", stated, ["2025-01", "100"], ["2025-02", "0"])).toBe("agrees");
  });

  it("CleanSpark April 2025 is not tested, for it had said that it sells a part; Riot's March 2025 agrees", () => {
    expect(policyTest(seed, companyId("cleanspark"), p("2025-04"), "best").answer).toBe("notTested");
    expect(policyTest(seed, companyId("riot"), p("2025-03"), "best").answer).toBe("agrees");
  });

  it("an answer other than not tested always has a finding that rests on known sales alone", () => {
    let tested = 0;
    for (const company of seedRecord().companies) {
      for (const { month } of seedRecord().prices) {
        const found = policyTest(seed, company.id, month, "best");
        expect(found.answer === "notTested").toBe(found.tested === undefined);
        if (!found.tested) continue;
        tested++;
        expect(found.tested.periods.every((entry) => entry.sellThrough.cells.sold.evidence !== "policy")).toBe(true);
        expect(coversMonth(found.tested, month)).toBe(true);
      }
    }
    expect(tested).toBeGreaterThan(50);
  });
});
