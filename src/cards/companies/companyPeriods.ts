/**
 * The periods that a company's own tables run over: what the address asks for, else from its first to its last figure, so that a miner
 * that came late or stopped early is not shown as years of nothing. Selection + company → periods, oldest first.
 */
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { endOf, monthOfDay, type Period, periodOfKind, periodRange } from "@/domain/period";
import type { Selection } from "../selection/selection";
import type { Column, TableCell } from "../table";
import { textCell } from "../words/cells";
import { periodAddress } from "../selection/address";
import { shortPeriodName } from "../words/words";
import { textColumn } from "../words/columns";

export function companyPeriods(figures: Figures, selection: Selection, company: Company): Period[] {
  const span = figures.reportingSpan(company.id);
  if (!span) return [];
  const kind = selection.per;
  return periodRange(periodOfKind(selection.from ?? span.from, kind), periodOfKind(selection.to ?? span.to, kind));
}

/** The same range in months, whatever the chosen kind of period: for what only a month can tell. */
export function companyMonths(figures: Figures, selection: Selection, company: Company): Period[] {
  const { to } = selection;
  return companyPeriods(figures, { ...selection, per: "month", to: to === null ? null : monthOfDay(endOf(to)) }, company);
}

export const PERIOD_COLUMN: Column = textColumn("period", "Period", "Calendar month, quarter or year (UTC).");

export function periodCell(period: Period, selection: Selection): TableCell {
  return textCell(shortPeriodName(period), periodAddress(period, selection));
}
