/** The companies and periods of a question: as selected, else the whole span of the figures, or of a company's own. */
import type { Asked, AskedCompany } from "../asked";
import { type Company, type CompanyId, shortName } from "@/domain/facts/company";
import { oncePer } from "@/domain/shared/once";
import { panelCompanies } from "@/domain/measures/panel";
import { endOf, type Period, startOf, firstMonth, lastMonth, monthsBetween, periodOfKind, periodRange } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { memoizeMonths } from "./memoize";
import { filterOf, type Selection } from "./selection";
import { recordSpan, type ReportingSpan } from "@/domain/figures/figures";

export const byName = (a: Company, b: Company): number => shortName(a).localeCompare(shortName(b), "en");

/** Whether a company is selected; an empty choice selects all. */
export const isChosen = ({ companies }: Selection, id: CompanyId): boolean => companies.length === 0 || companies.includes(id);

/** Picked companies, else every tracked one; in the record's order. */
export const chosenCompanies = ({ figures: { record }, selection }: Asked): readonly Company[] =>
  selection.companies.length === 0 ? record.companies : record.companies.filter(({ id }) => isChosen(selection, id));

/** The same, sorted by name. */
export const companiesInScope = ({ figures: { record }, selection }: Asked): readonly Company[] =>
  selection.companies.length === 0 ? companiesByName(record) : companiesByName(record).filter(({ id }) => isChosen(selection, id));

/** All companies by name; states of a record often share the list, so the sorted one is reused. */
export const companiesByName = ({ companies }: OpenRecord): readonly Company[] => sortedByName(companies);

const sortedByName = oncePer((companies: readonly Company[]): readonly Company[] => companies.toSorted(byName));

/** Companies that pass the selection's filter in one period, in the record's order. */
export const companiesIn = ({ figures, selection }: Asked, period: Period): readonly Company[] =>
  panelCompanies(figures, { period, filter: filterOf(selection), mode: selection.evidence });

/** Companies that pass the selection's filter in at least one of the periods; by name. */
export function companiesInAny(asked: Asked, periods: readonly Period[]): readonly Company[] {
  const { figures } = asked;
  // Most periods share the same list.
  const lists = new Set(periods.map((period) => companiesIn(asked, period)));
  if (lists.has(figures.record.companies)) return companiesByName(figures.record);
  const passing = new Set([...lists].flatMap((list) => list.map(({ id }) => id)));
  return companiesByName(figures.record).filter(({ id }) => passing.has(id));
}

/** The same for the months of the range, computed once. */
export const companiesInMonths = memoizeMonths((asked): readonly Company[] => companiesInAny(asked, selectedMonths(asked)));

export function inRange(selection: Selection, period: Period): boolean {
  const { from, to } = selection;
  return (from === null || endOf(period) >= startOf(from)) && (to === null || startOf(period) <= endOf(to));
}

const periodsOf = (span: ReportingSpan | undefined, { per, from, to }: Selection): Period[] =>
  span === undefined ? [] : periodRange(periodOfKind(from ?? span.from, per), periodOfKind(to ?? span.to, per));

/** The same range in months, for questions that only months can answer. */
const asMonths = (selection: Selection): Selection => ({
  ...selection,
  per: "month",
  to: selection.to === null ? null : lastMonth(selection.to),
});

/** Periods of the chosen kind. */
export const selectedPeriods = ({ figures, selection }: Asked): Period[] => periodsOf(recordSpan(figures), selection);

/** Months, whatever period kind is selected. */
export const selectedMonths = ({ figures, selection }: Asked): Period[] => selectedPeriods({ figures, selection: asMonths(selection) });

/** Periods of the chosen kind for one company. */
export const companyPeriods = ({ figures, selection, company }: AskedCompany): Period[] =>
  periodsOf(figures.reportingSpan(company.id), selection);

export const companyMonths = (asked: AskedCompany): Period[] => companyPeriods({ ...asked, selection: asMonths(asked.selection) });

/** Months of a span within the range; none where there is no span. */
export const monthsWithin = (span: ReportingSpan | undefined, { from, to }: Selection): Period[] =>
  span === undefined ? [] : periodRange(later(span.from, from), earlier(span.to, to));

/** The number of these months. */
export const countWithin = (span: ReportingSpan | undefined, { from, to }: Selection): number =>
  span === undefined ? 0 : Math.max(0, monthsBetween(later(span.from, from), earlier(span.to, to)) + 1);

const later = (first: Period, from: Period | null): Period => (from !== null && monthsBetween(first, from) > 0 ? firstMonth(from) : first);

function earlier(last: Period, to: Period | null): Period {
  const end = to === null ? last : lastMonth(to);
  return monthsBetween(end, last) > 0 ? end : last;
}
