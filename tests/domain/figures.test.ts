import { describe, expect, it } from "vitest";
import { asOf } from "@/domain/facts/asOf";
import { isKnown } from "@/domain/facts/cell";
import { companyId } from "@/domain/facts/company";
import { type EvidenceMode, figuresOf, policyIn, recordSpan } from "@/domain/figures/figures";
import { METRIC_IDS, type MetricId } from "@/domain/values/metric";
import { endOf, periodRange, startOf } from "@/domain/values/period";
import type { OpenRecord, Policy, StatedPolicy } from "@/domain/facts/record";
import { TODAY, p, seed, a, recordOf, seedRecord, EMPTY } from "./seed";

const cellOf = (company: string, metric: MetricId, of: string, mode?: EvidenceMode) => seed.cell(companyId(company), metric, p(of), mode);

const policy = (stated: StatedPolicy, from: string | null, to: string | null): Policy => ({
  company: a,
  policy: stated,
  from: from === null ? null : p(from),
  to: to === null ? null : p(to),
  sourceUrl: "https://example.org/policy",
});
const withPolicy = (record: OpenRecord, ...policies: Policy[]) => figuresOf({ ...record, policies }, TODAY);

describe("the levels of evidence", () => {
  it("a reported figure goes before everything: Riot April 2025 sold 475", () => {
    expect(cellOf("riot", "btc_sold", "2025-04")).toMatchObject({ evidence: "reported", value: 47_500_000_000 });
  });

  it("a reported zero is a value: MARA sold 0 in April 2025", () => {
    expect(cellOf("mara", "btc_sold", "2025-04")).toMatchObject({ evidence: "reported", value: 0 });
  });

  it("IREN sells all by policy: sold in April 2025 is its production of 579, resting on the same facts", () => {
    const sold = cellOf("iren", "btc_sold", "2025-04");
    expect(sold).toMatchObject({ evidence: "policy", value: 57_900_000_000, policy: { policy: "sells_all" } });
    expect(isKnown(sold) && sold.facts.map((fact) => fact.written)).toEqual(["579"]);
  });

  it("a company that holds all sold 0 by policy: CleanSpark March 2025", () => {
    expect(cellOf("cleanspark", "btc_sold", "2025-03")).toMatchObject({ evidence: "policy", value: 0, facts: [] });
  });

  it("a mixed policy says nothing of a month: Bitfarms", () => {
    const record = recordOf(["a", "2025-04", "btc_produced", "10"]);
    expect(withPolicy(record, policy("mixed", null, null)).cell(a, "btc_sold", p("2025-04"))).toEqual({
      evidence: "missing",
      reason: "notDisclosed",
    });
  });

  it("holdings that rose by more than is accounted for leave a policy of holding at 0, with the surplus: MARA March 2025, 328 BTC", () => {
    expect(cellOf("mara", "btc_sold", "2025-03")).toMatchObject({
      evidence: "policy",
      value: 0,
      unexplained: { result: -32_800_000_000, terms: [{ period: "2025-02" }, { period: "2025-03" }, { period: "2025-03" }] },
    });
  });

  it("but not a policy of selling all, whose coins would have had to come from somewhere", () => {
    const record = recordOf(
      ["a", "2025-03", "btc_held", "100"],
      ["a", "2025-04", "btc_produced", "10"],
      ["a", "2025-04", "btc_held", "150"],
    );
    expect(withPolicy(record, policy("sells_all", null, null)).cell(a, "btc_sold", p("2025-04"))).toMatchObject({
      evidence: "missing",
      reason: "doesNotReconcile",
    });
  });

  it("a policy applies to quarters, years and spans wholly inside its dates", () => {
    const record = recordOf(["a", "2024-01", "btc_held", "1"], ["a", "2025-12", "btc_held", "1"], ["a", "2025-Q1", "btc_produced", "30"]);
    const figures = withPolicy(record, policy("sells_all", "2025-01", "2025-06"));
    const sold = (of: string) => figures.cell(a, "btc_sold", p(of));
    expect(sold("2025-Q1")).toMatchObject({ evidence: "policy", value: 3_000_000_000 });
    expect(sold("2025").evidence).toBe("missing");
    const holds = withPolicy(record, policy("holds_all", "2025-01", "2025-06"));
    expect(["2025-01/2025-06", "2025-Q2", "2025-01/2025-07", "2025"].map((of) => holds.cell(a, "btc_sold", p(of)).evidence)).toEqual([
      "policy",
      "policy",
      "missing",
      "missing",
    ]);
  });

  it("a known sale in a part of the period, or a total that lies in the policy's dates, speaks against it: CleanSpark 2024-Q1 sold 13", () => {
    expect(cellOf("cleanspark", "btc_sold", "2024-02").evidence).not.toBe("policy");
    const record = recordOf(["a", "2025-01", "btc_sold", "3"], ["a", "2025-06", "btc_produced", "1"]);
    const figures = withPolicy(record, policy("holds_all", null, null));
    expect(figures.cell(a, "btc_sold", p("2025-Q1")).evidence).toBe("missing");
    expect(figures.cell(a, "btc_sold", p("2025-Q2"))).toMatchObject({ evidence: "policy", value: 0 });
  });

  it("without second-hand facts a figure is what the others give: Bitfarms March 2025, 280 by a summary, 279 by quarter less months", () => {
    expect(cellOf("bitfarms", "btc_produced", "2025-03")).toMatchObject({ evidence: "reported", value: 28_000_000_000 });
    expect(cellOf("bitfarms", "btc_produced", "2025-03", "firsthand")).toMatchObject({
      evidence: "derived",
      derivation: "difference",
      value: 27_900_000_000,
    });
  });

  it("a derivation goes before a policy", () => {
    const record = recordOf(
      ["a", "2025-03", "btc_held", "100"],
      ["a", "2025-04", "btc_produced", "10"],
      ["a", "2025-04", "btc_held", "60"],
    );
    expect(withPolicy(record, policy("holds_all", null, null)).cell(a, "btc_sold", p("2025-04"))).toMatchObject({
      evidence: "derived",
      value: 5_000_000_000,
    });
  });

  it("reported only takes neither derivation nor policy, and says why the cell is empty", () => {
    expect(cellOf("iren", "btc_sold", "2025-04", "reported")).toEqual({ evidence: "missing", reason: "notDisclosed" });
    expect(cellOf("bitfarms", "btc_sold", "2025-04", "reported")).toEqual({ evidence: "missing", reason: "quarterOnly" });
  });
});

describe("a policy", () => {
  const record = recordOf(
    ["a", "2025-01", "btc_produced", "10"],
    ["a", "2025-02", "btc_produced", "20"],
    ["a", "2025-05", "btc_held", "5"],
  );

  it("counts in its own months alone", () => {
    const figures = withPolicy(record, policy("sells_all", "2025-02", "2025-02"));
    expect(figures.cell(a, "btc_sold", p("2025-01")).evidence).toBe("missing");
    expect(figures.cell(a, "btc_sold", p("2025-02"))).toMatchObject({ evidence: "policy", value: 2_000_000_000 });
  });

  it("counts only while the company reports at all", () => {
    const figures = withPolicy(record, policy("holds_all", null, null));
    const evidence = (month: string) => figures.cell(a, "btc_sold", p(month)).evidence;
    expect(["2024-12", "2025-01", "2025-05", "2025-06"].map(evidence)).toEqual(["missing", "policy", "policy", "missing"]);
  });

  it("to sell all gives no sale where production is unknown: nothing is filled with 0", () => {
    expect(withPolicy(record, policy("sells_all", null, null)).cell(a, "btc_sold", p("2025-03"))).toEqual({
      evidence: "missing",
      reason: "notDisclosed",
    });
  });

  it("says nothing of production or purchases", () => {
    const figures = withPolicy(record, policy("holds_all", null, null));
    expect(figures.cell(a, "btc_produced", p("2025-03")).evidence).toBe("missing");
    expect(figures.cell(a, "btc_purchased", p("2025-02")).evidence).toBe("missing");
  });

  it("where two policies cover a month the one that began later counts", () => {
    const [early, late] = [policy("holds_all", null, null), policy("sells_all", "2025-02", null)];
    expect(policyIn([early, late], p("2025-03"))).toBe(late);
    expect(policyIn([late, early], p("2025-03"))).toBe(late);
    expect(policyIn([late, early], p("2025-01"))).toBe(early);
    expect(policyIn([], p("2025-01"))).toBeUndefined();
  });

  it("IREN's ends in August 2025: from September nothing is said of its sales", () => {
    expect(cellOf("iren", "btc_sold", "2025-08")).toMatchObject({ evidence: "policy", value: 66_800_000_000 });
    expect(cellOf("iren", "btc_sold", "2025-09")).toEqual({ evidence: "missing", reason: "notDisclosed" });
  });
});

describe("why a cell is missing", () => {
  const record = recordOf(
    ["a", "2024-11", "btc_produced", "10"],
    ["a", "2025-Q1", "btc_produced", "30"],
    ["a", "2025-01", "btc_produced", "10"],
    ["a", "2025-05", "btc_produced", "10"],
  );
  const reason = (of: string, metric: MetricId = "btc_produced", today = TODAY) => {
    const cell = figuresOf(record, today).cell(a, metric, p(of));
    return cell.evidence === "missing" ? cell.reason : cell.evidence;
  };

  it("before the first and after the last figure a company is not reporting", () => {
    expect([reason("2024-10"), reason("2025-06"), reason("2030-01")]).toEqual(["notReporting", "notReporting", "notReporting"]);
  });

  it("between them a gap is not disclosed", () => {
    expect([reason("2024-12"), reason("2025-04")]).toEqual(["notDisclosed", "notDisclosed"]);
  });

  it("where the quarter alone is known, its months are quarter only", () => {
    expect([reason("2025-02"), reason("2025-03")]).toEqual(["quarterOnly", "quarterOnly"]);
    expect(reason("2025-02", "btc_sold")).toBe("notDisclosed");
  });

  it("the newest month is not yet published until 45 days after its end", () => {
    expect(reason("2025-06", "btc_produced", "2025-06-30")).toBe("notYetPublished");
    expect(reason("2025-06", "btc_produced", "2025-08-14")).toBe("notYetPublished");
    expect(reason("2025-06", "btc_produced", "2025-08-15")).toBe("notReporting");
  });

  it("nothing more is expected of a company whose last figure is over a year old", () => {
    expect(reason("2026-05", "btc_produced", "2026-06-01")).toBe("notYetPublished");
    expect(reason("2026-06", "btc_produced", "2026-07-01")).toBe("notReporting");
  });

  it("a quarter or year that the company reported in part is not disclosed, not before the company reported", () => {
    expect([reason("2024"), reason("2024-Q4"), reason("2025-Q2"), reason("2025")]).toEqual(Array(4).fill("notDisclosed"));
    expect([reason("2023"), reason("2025-Q3"), reason("2027")]).toEqual(Array(3).fill("notReporting"));
  });

  it("a company without any figure is not reporting", () => {
    expect(figuresOf(record, TODAY).cell(companyId("b"), "btc_sold", p("2025-01"))).toEqual({
      evidence: "missing",
      reason: "notReporting",
    });
  });
});

describe("reporting spans", () => {
  it("run from the first to the last month that any figure covers; a stock covers its last month alone", () => {
    const record = recordOf(["a", "2024", "btc_held", "10"], ["a", "2025-Q1", "btc_produced", "30"], ["b", "2025", "btc_sold", "3"]);
    const figures = figuresOf(record, TODAY);
    expect(figures.reportingSpan(a)).toEqual({ from: "2024-12", to: "2025-03" });
    expect(figures.reportingSpan(companyId("b"))).toEqual({ from: "2025-01", to: "2025-12" });
    expect(recordSpan(figures)).toEqual({ from: "2024-12", to: "2025-12" });
  });

  it("an empty record has none", () => {
    expect(recordSpan(figuresOf(EMPTY, TODAY))).toBeUndefined();
  });

  it("Cango's begins with October 2024: its first production figure is for that whole quarter", () => {
    expect(seed.reportingSpan(companyId("cango"))?.from).toBe("2024-10");
  });
});

describe("laws of cells, over the whole record", () => {
  const months = periodRange(p("2021-10"), p("2026-08"));
  const quarters = periodRange(p("2021-Q4"), p("2026-Q3"));
  const all = seedRecord().companies.flatMap((company) =>
    METRIC_IDS.flatMap((metric) => [...months, ...quarters, p("2023"), p("2024"), p("2025")].map((of) => ({ id: company.id, metric, of }))),
  );

  it("reported only is a part of best estimate, with equal values", () => {
    let count = 0;
    for (const { id, metric, of } of all) {
      const strict = seed.cell(id, metric, of, "reported");
      if (!isKnown(strict)) continue;
      count++;
      expect(strict.evidence).toBe("reported");
      expect(seed.cell(id, metric, of, "best")).toEqual(strict);
    }
    expect(count).toBeGreaterThan(1000);
  });

  it("a missing cell has a reason and no value; a known one has a whole, non-negative value", () => {
    for (const { id, metric, of } of all) {
      const cell = seed.cell(id, metric, of);
      if (cell.evidence === "missing") {
        expect("value" in cell).toBe(false);
        if (cell.attempt) {
          expect(cell.reason).toBe("doesNotReconcile");
          expect(cell.attempt.result).toBeLessThan(0);
        }
      } else {
        expect(Number.isSafeInteger(cell.value) && cell.value >= 0).toBe(true);
      }
    }
  });

  it("a policy cell lies inside its policy's dates and is all or nothing", () => {
    let count = 0;
    for (const { id, metric, of } of all) {
      const cell = seed.cell(id, metric, of);
      if (cell.evidence !== "policy") continue;
      count++;
      expect(metric).toBe("btc_sold");
      expect(cell.policy.from === null || startOf(cell.policy.from) <= startOf(of)).toBe(true);
      expect(cell.policy.to === null || endOf(of) <= endOf(cell.policy.to)).toBe(true);
      const produced = seed.cell(id, "btc_produced", of);
      expect(cell.value).toBe(cell.policy.policy === "holds_all" ? 0 : isKnown(produced) ? produced.value : NaN);
    }
    expect(count).toBeGreaterThan(30);
  });

  it("the same question on the same record has the same answer, asked in any order", () => {
    const again = figuresOf(asOf(seedRecord(), "2099-12-31"), TODAY);
    for (const { id, metric, of } of all.filter((_, i) => i % 17 === 0).reverse()) {
      expect(again.cell(id, metric, of)).toEqual(seed.cell(id, metric, of));
    }
  });
});
