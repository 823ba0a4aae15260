/**
 * How a figure is explained, on the committed record: its arithmetic comes to what it says, and what does not reconcile shows which
 * figures do not. The numbers are worked out by hand from prisma/data/facts.csv.
 */
import { describe, expect, it } from "vitest";
import type { Term } from "@/cards/evidence/arithmetic";
import { explainFigure, explainSellThrough } from "@/cards/evidence/explanation";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { METRIC_IDS, METRICS } from "@/domain/values/metric";
import { period } from "@/domain/values/period";
import { present, recordOf, seed } from "../domain/seed";

const TODAY = "2026-09-01";
const asked = { figures: seed, selection: DEFAULT_SELECTION };
const company = (id: string) => present(seed.company(companyId(id)));
const explain = (id: string, of: string, metric: (typeof METRIC_IDS)[number]) => explainFigure(asked, company(id), period(of), metric);
const numberOf = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));
const lines = (terms: readonly Term[]): string[] => terms.map(({ sign, text, label }) => `${sign}${text} ${label}`);

describe("the arithmetic of a figure", () => {
  it("comes to its result, for every derived, unexplained and irreconcilable figure of the record, within what is not shown", () => {
    let shown = 0;
    for (const one of seed.record.companies) {
      const span = seed.reportingSpan(one.id);
      const months = new Set(seed.factsOf(one.id).map((fact) => fact.period));
      if (!span) continue;
      for (const month of months)
        for (const metric of METRIC_IDS) {
          const { arithmetic, title } = explainFigure(asked, one, month, metric);
          if (!arithmetic) continue;
          const sum = arithmetic.terms.reduce((all, { sign, text }) => all + (sign === "−" ? -1 : 1) * numberOf(text), 0);
          const rounding = (arithmetic.terms.length + 1) * 0.5 * 10 ** -METRICS[metric].decimals;
          expect(Math.abs(sum - numberOf(arithmetic.result)), title).toBeLessThanOrEqual(rounding);
          shown++;
        }
    }
    expect(shown).toBeGreaterThan(100);
  });

  it("MARA in March 2025 held 328 BTC more than is accounted for, and its policy stands among the sources", () => {
    const { arithmetic, sources, statedBy, facts, cell } = explain("mara", "2025-03", "btc_sold");
    expect(lines(present(arithmetic).terms)).toEqual([
      "46,374 BTC held, end of February 2025",
      "+829 BTC produced, March 2025",
      "−47,531 BTC held, end of March 2025",
    ]);
    expect([arithmetic?.result, arithmetic?.unit, cell.text]).toEqual(["−328", "± 1.5 BTC", "0"]);
    expect(facts.rows.length).toBeGreaterThanOrEqual(3);
    expect(sources.at(-1)?.note).toBe("holds all, from July 2024 on");
    expect(sources.at(-1)?.address).toContain("theminermag.com");
    expect(statedBy).toContain("stated policy");
  });
});

describe("a figure that does not reconcile", () => {
  const a = companyId("a");
  const small = (record: ReturnType<typeof recordOf>, of: string) => {
    const figures = figuresOf(record, TODAY);
    return { figures, ...explainFigure({ figures, selection: DEFAULT_SELECTION }, present(figures.company(a)), period(of), "btc_sold") };
  };

  it("shows the books that do not close, with the facts that they stand on, for the sale and the sell-through alike", () => {
    const { figures, cell, arithmetic, how, facts } = small(
      recordOf(["a", "2025-03", "btc_held", "100"], ["a", "2025-04", "btc_produced", "10"], ["a", "2025-04", "btc_held", "150"]),
      "2025-04",
    );
    expect(cell.text).toBe("does not reconcile");
    expect(how).toContain("do not fit together");
    expect([...lines(present(arithmetic).terms), arithmetic?.result]).toEqual([
      "100 BTC held, end of March 2025",
      "+10 BTC produced, April 2025",
      "−150 BTC held, end of April 2025",
      "−40",
    ]);
    expect(facts.rows.map(({ cells }) => cells["value"]?.text)).toEqual(["100", "10", "150"]);
    const ratio = explainSellThrough({ figures, selection: DEFAULT_SELECTION }, present(figures.company(a)), period("2025-04"));
    expect(ratio.arithmetic).toEqual(arithmetic);
    expect(ratio.how).toBe(how);
  });

  it("says so when the parts of a quarter come to more than the quarter", () => {
    const { arithmetic, how } = small(
      recordOf(["a", "2025-Q1", "btc_sold", "10"], ["a", "2025-01", "btc_sold", "8"], ["a", "2025-02", "btc_sold", "7"]),
      "2025-03",
    );
    expect(how).toContain("come to more than their total");
    expect(arithmetic?.result).toBe("−5");
  });

  it("has no arithmetic where the two holdings count different things, and shows the two", () => {
    const record = recordOf(
      ["a", "2025-03", "btc_held", "100"],
      ["a", "2025-04", "btc_produced", "10"],
      ["a", "2025-04", "btc_held", "90"],
    );
    const basis = {
      kind: "basis",
      company: a,
      metric: "btc_held",
      period: period("2025-04"),
      written: "90",
      basis: "total",
      note: "",
    } as const;
    const { arithmetic, how, cell, facts } = small({ ...record, decisions: [basis] }, "2025-04");
    expect(cell.text).toBe("does not reconcile");
    expect(arithmetic).toBeUndefined();
    expect(how).toContain("count different things");
    expect(facts.rows.map(({ cells }) => [cells["value"]?.text, cells["note"]?.text])).toEqual([
      ["100", ""],
      ["90", "counted otherwise (total)"],
    ]);
  });

  it("says of holdings that are counted otherwise than the company’s others that they are, and how", () => {
    const of = (month: string) => explain("cleanspark", month, "btc_held");
    const { how, facts } = of("2025-06");
    expect(how).toMatch(/ It is counted otherwise than the company’s other holdings \(without collateral\)\.$/);
    expect(facts.rows[0]?.cells["note"]?.text).toMatch(/; counted otherwise \(without collateral\)$/);
    expect(of("2025-07").how).not.toContain("otherwise");
  });

  it("has none where nothing is derived at all", () => {
    const { arithmetic, cell } = small(recordOf(["a", "2025-03", "btc_held", "100"], ["a", "2025-05", "btc_held", "90"]), "2025-04");
    expect(cell.text).toBe("not disclosed");
    expect(arithmetic).toBeUndefined();
  });
});
