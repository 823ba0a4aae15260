/** The periods that a question runs over, oldest first: as asked, else as long as the figures reach, of one company its own. */
import type { Asked } from "../asked";
import { recordSpan, type ReportingSpan } from "@/domain/figures";
import { firstMonth, lastMonth, monthsBetween, type Period, periodOfKind, periodRange } from "@/domain/period";
import type { AskedCompany } from "../asked";
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
export const selectedPeriods = ({ figures, selection }: Asked): Period[] => periodsOf(recordSpan(figures), selection);

/** Months, whatever kind of period is chosen. */
export const selectedMonths = ({ figures, selection }: Asked): Period[] => selectedPeriods({ figures, selection: asMonths(selection) });

/** Periods of the chosen kind for one company. */
export const companyPeriods = ({ figures, selection, company }: AskedCompany): Period[] =>
  periodsOf(figures.reportingSpan(company.id), selection);

export const companyMonths = (asked: AskedCompany): Period[] => companyPeriods({ ...asked, selection: asMonths(asked.selection) });

/** Months of a span that lie in the range; none where there is no span. */
export const monthsWithin = (span: ReportingSpan | undefined, { from, to }: Selection): Period[] =>
  span === undefined ? [] : periodRange(later(span.from, from), earlier(span.to, to));

/** How many they are. */
export const countWithin = (span: ReportingSpan | undefined, { from, to }: Selection): number =>
  span === undefined ? 0 : Math.max(0, monthsBetween(later(span.from, from), earlier(span.to, to)) + 1);

const later = (first: Period, from: Period | null): Period => (from !== null && monthsBetween(first, from) > 0 ? firstMonth(from) : first);

function earlier(last: Period, to: Period | null): Period {
  const end = to === null ? last : lastMonth(to);
  return monthsBetween(end, last) > 0 ? end : last;
}
