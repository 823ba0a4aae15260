/** Rules of coverage and staleness. */
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { METRIC_IDS } from "@/domain/values/metric";
import { period, periodRange } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { coverageCard, COVERED_METRICS, gridCard, gridSentence, knownMonths, tallyOf } from "@/cards/evidence/coverage";
import { monthCoverageCard } from "@/cards/evidence/coverageMonths";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { stalenessList, stalenessOf, stalenessSummary, stalenessText } from "@/cards/evidence/staleness";
import { plain } from "@/cards/tables/sentence";
import { present, recordOf, seedRecord, figuresOn } from "../domain/seed";

const record: OpenRecord = { ...seedRecord(), version: { id: "seed", date: "2026-06-22", changedOn: "2026-11-20" } };
const figures = figuresOf(record, "2026-11-22");
const company = (id: string) => present(record.companies.find((c) => c.id === companyId(id)));

describe("coverage", () => {
  it("counts every reporting month exactly once, as known or with its reason", () => {
    for (const each of record.companies) {
      for (const metric of COVERED_METRICS) {
        const tally = tallyOf({ figures, selection: DEFAULT_SELECTION }, each, metric);
        const { missing } = tally.counts();
        const unknown = Object.values(missing).reduce((a, b) => a + b, 0);
        expect(knownMonths(tally) + unknown).toBe(tally.months);
        // Inside a company's own reporting these cannot be the reason, so the table has no columns for them.
        expect([missing.notReporting, missing.notYetPublished, missing.nothingProduced]).toEqual([0, 0, 0]);
      }
    }
  });

  it("tells reported, derived and undisclosed months apart", () => {
    const small = figuresOn(
      "2026-01-01",
      ["a", "2025-01", "btc_held", "100"],
      ["a", "2025-02", "btc_held", "90"],
      ["a", "2025-02", "btc_produced", "20"],
      ["a", "2025-03", "btc_produced", "20"],
      ["a", "2025-03", "btc_sold", "5"],
    );
    const tally = tallyOf({ figures: small, selection: DEFAULT_SELECTION }, present(small.record.companies[0]), "btc_sold");
    expect(tally.months).toBe(3);
    expect(tally.counts()).toMatchObject({ first: "2025-02", last: "2025-03", known: { reported: 1, derived: 1, policy: 0 } });
    expect(tally.counts().missing.notDisclosed).toBe(1);
    expect(coverageCard.table({ figures: small, selection: DEFAULT_SELECTION }).sentence).toBe(
      "Of the 3 company-months in which this company reports, production is known for 67%, sales for 67% and holdings for 100%.",
    );
  });

  it("counts a month within the chosen range only", () => {
    const selection = { ...DEFAULT_SELECTION, from: period("2025-01"), to: period("2025-03") };
    const tally = tallyOf({ figures, selection }, company("riot"), "btc_sold");
    expect([tally.months, tally.counts().known.reported]).toEqual([3, 3]);
    expect(monthCoverageCard.table({ figures, selection }).rows.map((row) => row.key)).toEqual(["2025-03", "2025-02", "2025-01"]);
  });

  it("never has more companies with both figures than with one", () => {
    for (const { cells } of monthCoverageCard.table({ figures, selection: DEFAULT_SELECTION }).rows) {
      const n = (key: string) => Number((cells[key] as { plain: string }).plain);
      expect(n("both")).toBeLessThanOrEqual(Math.min(n("produced"), n("sold")));
      expect(n("both_reported")).toBeLessThanOrEqual(n("both"));
    }
  });

  it("says that no month has both where none has, and of one company how many months have", () => {
    const sentenceOf = (...ids: string[]) => {
      const selection = { ...DEFAULT_SELECTION, companies: ids.map((id) => companyId(id)) };
      return monthCoverageCard.table({ figures, selection }).sentence;
    };
    expect(sentenceOf("gryphon")).toBe("Of no month are both production and sales known.");
    expect(sentenceOf("riot")).toMatch(/^Both production and sales are known in \d+ of \d+ months, last in December 2025\.$/);
    expect(sentenceOf("riot", "mara")).toMatch(/^The best-known month is .*: both production and sales are known for 2 of 2 companies\.$/);
  });

  it("has a grid with every company and month, each saying how it is known", () => {
    const { rows } = gridCard("btc_sold").table({ figures, selection: DEFAULT_SELECTION });
    expect(rows).toHaveLength(record.companies.length * periodRange(period("2021-10"), period("2026-09")).length);
    const at = (key: string) => rows.find((row) => row.key === key)?.cells["known"]?.text;
    expect(at("riot-2025-04")).toBe("reported");
    expect(at("riot-2026-02")).toBe("quarter only");
    expect(at("gryphon-2025-01")).toBe("not reporting");
  });
});

describe("the sentence of a grid", () => {
  it.each(METRIC_IDS)("counts the cells of %s by how they are known", (metric) => {
    for (const companies of [[], [companyId("riot"), companyId("hive")]]) {
      const asked = { figures, selection: { ...DEFAULT_SELECTION, companies } };
      const known = gridCard(metric)
        .table(asked)
        .rows.map(({ cells }) => present(cells["known"]).text);
      const told = [...plain(present(gridSentence(asked, metric))).matchAll(/(\d+) (reported|derived|by policy)/g)];
      const counted = ["reported", "derived", "by policy"].map((level) => [level, known.filter((one) => one === level).length] as const);
      expect(told.map(([, count, level]) => [level, Number(count)])).toEqual(counted.filter(([, count]) => count > 0));
    }
  });
});

describe("who still reports", () => {
  it("names the last month for which production was published", () => {
    expect(stalenessText(stalenessOf(figures, company("riot")))).toBe(
      "Riot published its last monthly production for December 2025; other figures reach to June 2026.",
    );
  });

  it("does not call a company stopped before its next month is overdue on the record's latest day", () => {
    const at = (date: string) => {
      const small = { ...recordOf(["a", "2026-03", "btc_produced", "10"]), version: { id: "x", date, changedOn: date } };
      return stalenessOf(figuresOf(small, "2026-11-22"), present(small.companies[0])).state;
    };
    expect(at("2026-06-14")).toBe("monthly");
    expect(at("2026-06-15")).toBe("stopped");
  });

  it("tells companies that never reported by the month, and those without figures, from those that stopped", () => {
    const small = {
      ...recordOf(["a", "2025-Q1", "btc_produced", "10"]),
      version: { id: "x", date: "2026-06-01", changedOn: "2026-06-01" },
    };
    expect(stalenessText(stalenessOf(figuresOf(small, "2026-06-01"), present(small.companies[0])))).toBe(
      "a has no production by the month; its figures for longer periods and month ends reach to March 2025.",
    );
    const empty = { ...small, facts: [] };
    expect(stalenessText(stalenessOf(figuresOf(empty, "2026-06-01"), present(empty.companies[0])))).toBe("The record has no figure of a.");
  });

  it("counts months since the last figure to the day of asking", () => {
    expect(stalenessOf(figures, company("bitdeer"))).toMatchObject({ last: "2026-08", monthsSince: 3 });
  });

  it("loses its sentence with the facts", () => {
    expect(stalenessSummary(stalenessList({ figures, selection: DEFAULT_SELECTION }))).not.toBe("");
    expect(
      stalenessSummary(stalenessList({ figures: figuresOf({ ...record, facts: [] }, "2026-11-22"), selection: DEFAULT_SELECTION })),
    ).toBe("");
  });
});
