/**
 * What the strategies page speaks of: the months of the range, and the companies that pass the filter in each or in any of them.
 * Figures + selection → months and companies. Stances are computed by month, so quarters and years are read as their months.
 */
import type { Company } from "@/domain/company";
import { type Figures, recordSpan } from "@/domain/figures";
import { panelCompanies } from "@/domain/panel";
import { firstMonth, lastMonth, type Period, periodRange } from "@/domain/period";
import { filterOf, type Selection } from "../selection/selection";

/** Months of the selection's range, oldest first; its bounds are the record's where it has none. */
export function selectedMonths(figures: Figures, selection: Selection): Period[] {
  const span = recordSpan(figures);
  if (!span) return [];
  const from = selection.from === null ? span.from : firstMonth(selection.from);
  const to = selection.to === null ? span.to : lastMonth(selection.to);
  return periodRange(from, to);
}

/** Companies that pass the filter in one month. */
export function companiesIn(figures: Figures, selection: Selection, month: Period): Company[] {
  return panelCompanies(figures, { period: month, filter: filterOf(selection), mode: selection.evidence });
}

/** Companies that pass the filter in any of the months, in the record's order. */
export function companiesOver(figures: Figures, selection: Selection, months: readonly Period[]): Company[] {
  const found = new Set(months.flatMap((month) => companiesIn(figures, selection, month)));
  return figures.record.companies.filter((company) => found.has(company));
}
