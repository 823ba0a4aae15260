/** What figures take over from the state before is what they would have made themselves, whatever changed in between. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { EVIDENCE_MODES, type Figures, figuresOf } from "@/domain/figures/figures";
import type { MetricId } from "@/domain/values/metric";
import { period, periodRange } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { sellThrough } from "@/domain/measures/sellThrough";
import { sharing } from "@/domain/facts/sharing";
import { stanceAt } from "@/domain/measures/stance";
import { treasuryOf } from "@/domain/measures/treasury";
import { afterImport, edits } from "./edits";
import { seedRecord } from "./seed";

const TODAY = "2026-03-01";
const METRICS: readonly MetricId[] = ["btc_produced", "btc_sold", "btc_held", "btc_purchased"];
const PERIODS = [
  ...periodRange(period("2024-07"), period("2025-06")),
  ...periodRange(period("2023-Q4"), period("2025-Q3")),
  period("2024"),
];

const seed = seedRecord();

/** Every cell that is asked for, as text: compared byte for byte. */
const told = (figures: Figures, companies = figures.record.companies) =>
  companies.map(({ id }) =>
    JSON.stringify([
      figures.reportingSpan(id),
      EVIDENCE_MODES.map((mode) => METRICS.map((metric) => PERIODS.map((at) => figures.cell(id, metric, at, mode)))),
      PERIODS.map((at) => figures.purchased(id, at)),
      EVIDENCE_MODES.map((mode) => PERIODS.map((at) => [sellThrough(figures, id, at, "net", mode), stanceAt(figures, id, at, mode)])),
    ]),
  );

it("figures that take over what they can from the state before are those that are made from nothing", () => {
  const before = figuresOf(seed, TODAY);
  told(before);
  fc.assert(
    fc.property(edits, (made) => {
      const record = afterImport(seed, made);
      const shared = sharing(record, seed);
      expect(shared).toEqual(record);
      expect(told(figuresOf(shared, TODAY, before))).toEqual(told(figuresOf(record, TODAY)));
    }),
    { numRuns: 8 },
  );
});

it("what follows from a company's rows is taken over while they are the same, made anew once they change, and another day takes nothing", () => {
  const before = figuresOf(seed, TODAY);
  told(before);
  const april = period("2025-04");
  const fact = seed.facts.find(({ company, metric }) => company === "riot" && metric === "btc_sold");
  const facts = seed.facts.map((one) => (one === fact ? { ...one, value: one.value + 1 } : one));
  const record = sharing(structuredClone({ ...seed, facts }), seed);
  const [after, tomorrow] = [figuresOf(record, TODAY, before), figuresOf(record, "2026-03-02", before)];
  const same = (figures: Figures) =>
    figures.record.companies
      .filter(({ id }) => figures.solution(id) !== before.solution(id) || figures.own(id) !== before.own(id))
      .map(({ id }) => String(id));
  expect(same(after)).toEqual(["riot"]);
  expect(same(tomorrow)).toHaveLength(seed.companies.length);
  const [hive, riot] = [companyId("hive"), companyId("riot")];
  expect(stanceAt(after, hive, april, "best")).toBe(stanceAt(before, hive, april, "best"));
  expect(stanceAt(after, riot, april, "best")).not.toBe(stanceAt(before, riot, april, "best"));
});

it.each<[string, (record: OpenRecord) => OpenRecord]>([
  ["its parent has no figure any more", (of) => ({ ...of, facts: of.facts.filter(({ company }) => company !== "hut8") })],
  ["it has no parent any more", (of) => ({ ...of, consolidations: [] })],
])("a consolidated company whose own rows are the same is added up by itself once %s", (_, change) => {
  const before = figuresOf(seed, TODAY);
  const together = (figures: Figures) => treasuryOf(figures, figures.record.companies, period("2025-09"), "best");
  expect(together(before).leftOut.map(({ company }) => company.id)).toEqual(["american-bitcoin"]);
  const after = together(figuresOf(change(seed), TODAY, before));
  expect(after.leftOut).toEqual([]);
  expect(after.held).toBe(together(figuresOf(change(seed), TODAY)).held);
});
