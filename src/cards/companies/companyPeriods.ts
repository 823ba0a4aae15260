/**
 * The periods that a company's own tables run over: what the address asks for, else from its first to its last figure, so that a miner
 * that came late or stopped early is not shown as years of nothing. Selection + company → periods, oldest first.
 */
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { lastMonth, type Period, periodOfKind, periodRange } from "@/domain/period";
import type { Asked } from "../card";
import type { Selection } from "../selection/selection";

export function companyPeriods(figures: Figures, selection: Selection, company: Company): Period[] {
  const span = figures.reportingSpan(company.id);
  if (!span) return [];
  const kind = selection.per;
  return periodRange(periodOfKind(selection.from ?? span.from, kind), periodOfKind(selection.to ?? span.to, kind));
}

/** The same range in months, whatever the chosen kind of period: for what only a month can tell. */
export function companyMonths(figures: Figures, selection: Selection, company: Company): Period[] {
  const { to } = selection;
  return companyPeriods(figures, { ...selection, per: "month", to: to === null ? null : lastMonth(to) }, company);
}

/** A row of a company's table over time. */
export interface CompanyPeriod {
  readonly company: Company;
  readonly period: Period;
}

/** One row for each of the company's periods. */
export const companyPeriodEntries = ({ figures, selection, company }: Asked & { readonly company: Company }): CompanyPeriod[] =>
  companyPeriods(figures, selection, company).map((period) => ({ company, period }));

export const periodRow = ({ period }: CompanyPeriod) => ({ key: period });
