/**
 * Which companies a page about the record itself speaks of: the hand-picked ones, else all that are tracked. Coverage, conflicts and
 * changes are about the record, so the listing filter of pooled numbers has no say in them; the map takes it, and shows a company that
 * passes in any of its periods.
 */
import { type Company, type CompanyId, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { panelCompanies } from "@/domain/panel";
import { endOf, type Period, startOf } from "@/domain/period";
import { filterOf, type Selection } from "./selection";

export const byName = (a: Company, b: Company): number => shortName(a).localeCompare(shortName(b), "en");

/** Whether a company was picked; where none was, all are. */
export const isChosen = ({ companies }: Selection, id: CompanyId): boolean => companies.length === 0 || companies.includes(id);

/** Picked companies, else every tracked one; in the record's order. */
export const chosenCompanies = ({ record }: Figures, selection: Selection): Company[] =>
  record.companies.filter(({ id }) => isChosen(selection, id));

/** The same by name. */
export const companiesInScope = (figures: Figures, selection: Selection): Company[] => chosenCompanies(figures, selection).sort(byName);

/** Companies that pass the selection's filter in at least one of the periods; by name. */
export function companiesInAny(figures: Figures, selection: Selection, periods: readonly Period[]): Company[] {
  const filter = filterOf(selection);
  const passing = new Set(periods.flatMap((period) => panelCompanies(figures, { period, filter, mode: selection.evidence })));
  return [...passing].sort(byName);
}

/** Whether a period overlaps the selection's range. */
export function inRange(selection: Selection, period: Period): boolean {
  const { from, to } = selection;
  return (from === null || endOf(period) >= startOf(from)) && (to === null || startOf(period) <= endOf(to));
}
