/** Which companies pages about the record speak of: those picked, else all. The map also takes the listing filter. */
import type { Asked } from "../asked";
import { type Company, type CompanyId, shortName } from "@/domain/company";
import { oncePer } from "@/domain/once";
import { panelCompanies } from "@/domain/panel";
import { endOf, type Period, startOf } from "@/domain/period";
import type { OpenRecord } from "@/domain/record";
import { memoizeMonths } from "./memoize";
import { selectedMonths } from "./range";
import { filterOf, type Selection } from "./selection";

const byName = (a: Company, b: Company): number => shortName(a).localeCompare(shortName(b), "en");

/** Whether a company was picked; where none was, all are. */
export const isChosen = ({ companies }: Selection, id: CompanyId): boolean => companies.length === 0 || companies.includes(id);

/** Picked companies, else every tracked one; in the record's order. */
export const chosenCompanies = ({ figures: { record }, selection }: Asked): readonly Company[] =>
  selection.companies.length === 0 ? record.companies : record.companies.filter(({ id }) => isChosen(selection, id));

/** The same by name. */
export const companiesInScope = ({ figures: { record }, selection }: Asked): readonly Company[] =>
  selection.companies.length === 0 ? companiesByName(record) : companiesByName(record).filter(({ id }) => isChosen(selection, id));

/** All companies by name; a state of the record has the same list of them as the one before. */
export const companiesByName = ({ companies }: OpenRecord): readonly Company[] => sortedByName(companies);

const sortedByName = oncePer((companies: readonly Company[]): readonly Company[] => companies.toSorted(byName));

/** Companies that pass the selection's filter in one period, in the record's order. */
export const companiesIn = ({ figures, selection }: Asked, period: Period): readonly Company[] =>
  panelCompanies(figures, { period, filter: filterOf(selection), mode: selection.evidence });

/** Companies that pass the selection's filter in at least one of the periods; by name. */
export function companiesInAny(asked: Asked, periods: readonly Period[]): readonly Company[] {
  const { figures } = asked;
  // Most periods have the same list.
  const lists = new Set(periods.map((period) => companiesIn(asked, period)));
  if (lists.has(figures.record.companies)) return companiesByName(figures.record);
  const passing = new Set([...lists].flatMap((list) => list.map(({ id }) => id)));
  return companiesByName(figures.record).filter(({ id }) => passing.has(id));
}

/** The same in the months of the range: one list for all that is asked of them. */
export const companiesInMonths = memoizeMonths((asked): readonly Company[] => companiesInAny(asked, selectedMonths(asked)));

/** Whether a period overlaps the selection's range. */
export function inRange(selection: Selection, period: Period): boolean {
  const { from, to } = selection;
  return (from === null || endOf(period) >= startOf(from)) && (to === null || startOf(period) <= endOf(to));
}
