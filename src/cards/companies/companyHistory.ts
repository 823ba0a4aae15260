/**
 * The question "what did this company mine and sell, period by period?".
 * Figures + selection + company → a table of produced, sold and sell-through, oldest first, with what they add up to in one sentence.
 * Only periods with both figures enter the sum: a sale without its production would be no share of anything.
 */
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { formatRatio, hasRatio, sellThrough } from "@/domain/sellThrough";
import { metricCell, metricField, ratioCell, SELL_THROUGH_FIELD } from "../words/cells";
import { companyPeriods, PERIOD_COLUMN, periodCell } from "./companyPeriods";
import type { Selection } from "../selection/selection";
import type { Row, Table } from "../table";
import { btc, count, inPeriod } from "../words/words";

export function historyTable(figures: Figures, selection: Selection, company: Company): Table {
  const metrics = ["btc_produced", "btc_sold", ...(selection.basis === "net" ? (["btc_purchased"] as const) : [])] as const;
  const periods = companyPeriods(figures, selection, company);
  const rows = periods.map((period): Row => {
    const place = { company: company.id, period, selection };
    const cells = metrics.map((metric) => {
      const cell = figures.cell(company.id, metric, period, selection.evidence);
      return [metricField(metric).key, metricCell(cell, metric, place)] as const;
    });
    const value = sellThrough(figures, company.id, period, selection.basis, selection.evidence);
    return {
      key: period,
      cells: { period: periodCell(period, selection), ...Object.fromEntries(cells), sell_through_pct: ratioCell(value, place) },
    };
  });
  const words = historySentence(figures, selection, company);
  return {
    id: `history-${company.id}`,
    title: `${shortName(company)}: produced and sold`,
    ...(words !== undefined && { sentence: words }),
    columns: [PERIOD_COLUMN, ...metrics.map(metricField), SELL_THROUGH_FIELD],
    rows,
  };
}

/** "Over the 42 months with both figures, it sold 9,000 of 20,000 BTC, 45% of its production." Undefined when there is no such period. */
export function historySentence(figures: Figures, selection: Selection, company: Company): string | undefined {
  const known = companyPeriods(figures, selection, company).flatMap((period) => {
    const value = sellThrough(figures, company.id, period, selection.basis, selection.evidence);
    return hasRatio(value) ? [{ period, value }] : [];
  });
  const [first, ...others] = known;
  if (!first) return undefined;
  const sold = known.reduce((sum, { value }) => sum + value.sold, 0);
  const produced = known.reduce((sum, { value }) => sum + value.produced, 0);
  const span =
    others.length === 0
      ? `In the one ${selection.per} with both figures (${inPeriod(first.period)})`
      : `Over the ${count(known.length, selection.per)} with both figures`;
  const net = selection.basis === "net" ? ", purchases taken off" : "";
  return `${span}, ${shortName(company)} sold ${btc(sold)} of ${btc(produced)} produced${net}: ${formatRatio(sold / produced)}.`;
}
