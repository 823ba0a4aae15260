/**
 * The periods that a question runs over: what the address asks for, else where the figures begin and end; of one company from its first to
 * its last figure, so that a miner that came late or stopped early is not shown as years of nothing. All are oldest first.
 */
import type { Company } from "@/domain/company";
import { type Figures, recordSpan, type ReportingSpan } from "@/domain/figures";
import { lastMonth, type Period, periodOfKind, periodRange } from "@/domain/period";
import { inRange } from "./scope";
import type { Selection } from "./selection";

const periodsOf = (span: ReportingSpan | undefined, { per, from, to }: Selection): Period[] =>
  span === undefined ? [] : periodRange(periodOfKind(from ?? span.from, per), periodOfKind(to ?? span.to, per));

/** The same range in months: for what only a month can tell. */
const asMonths = (selection: Selection): Selection => ({
  ...selection,
  per: "month",
  to: selection.to === null ? null : lastMonth(selection.to),
});

/** Periods of the chosen kind. */
export const selectedPeriods = (figures: Figures, selection: Selection): Period[] => periodsOf(recordSpan(figures), selection);

/** Months, whatever kind of period is chosen. */
export const selectedMonths = (figures: Figures, selection: Selection): Period[] => selectedPeriods(figures, asMonths(selection));

/** Periods of the chosen kind for one company. */
export const companyPeriods = (figures: Figures, selection: Selection, company: Company): Period[] =>
  periodsOf(figures.reportingSpan(company.id), selection);

/** Months for one company. */
export const companyMonths = (figures: Figures, selection: Selection, company: Company): Period[] =>
  companyPeriods(figures, asMonths(selection), company);

/** Months of a span that lie in the range; none where there is no span. */
export const monthsWithin = (span: ReportingSpan | undefined, selection: Selection): Period[] =>
  span === undefined ? [] : periodRange(span.from, span.to).filter((month) => inRange(selection, month));
