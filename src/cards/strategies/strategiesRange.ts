/** Companies that the strategies page speaks of: those that pass the filter in a month, or in any month of the range. */
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { panelCompanies } from "@/domain/panel";
import type { Period } from "@/domain/period";
import { filterOf, type Selection } from "../selection/selection";

/** Companies that pass the filter in one month. */
export function companiesIn(figures: Figures, selection: Selection, month: Period): readonly Company[] {
  return panelCompanies(figures, { period: month, filter: filterOf(selection), mode: selection.evidence });
}

/** Companies that pass the filter in any of the months, by name. */
export function companiesOver(figures: Figures, selection: Selection, months: readonly Period[]): readonly Company[] {
  const found = new Set(months.flatMap((month) => companiesIn(figures, selection, month)));
  return [...found].toSorted((a, b) => shortName(a).localeCompare(shortName(b), "en"));
}
