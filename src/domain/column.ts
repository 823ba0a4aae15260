/**
 * The record by columns: what is known of all its companies in one period, as one list, made once for a state of the record. A panel takes
 * from it what it shows, so that a view of another panel touches no company that has nothing to show.
 */
import type { Company, CompanyId } from "./company";
import type { EvidenceMode, Figures } from "./figures";
import { once, oncePer } from "./once";
import type { Period } from "./period";

export interface InColumn {
  readonly company: Company;
}

/** The entries of the companies that have one, in the record's order. */
export type Column<T extends InColumn> = (figures: Figures, period: Period, mode: EvidenceMode) => readonly T[];

/** `entryOf`: what is known of a company, undefined where nothing is. */
export function columnOf<T extends InColumn>(
  entryOf: (figures: Figures, company: Company, period: Period, mode: EvidenceMode) => T | undefined,
): Column<T> {
  const columns = oncePer((figures: Figures) =>
    once((mode: EvidenceMode) =>
      once((period: Period): readonly T[] => {
        const entries: T[] = [];
        for (const company of figures.record.companies) {
          const entry = entryOf(figures, company, period, mode);
          if (entry !== undefined) entries.push(entry);
        }
        return entries;
      }),
    ),
  );
  return (figures, period, mode) => columns(figures)(mode)(period);
}

/** The entries of some companies, in the record's order. */
export function among<T extends InColumn>(entries: readonly T[], companies: readonly Company[]): T[] {
  const ids = idsOf(companies);
  return entries.filter(({ company }) => ids.has(company.id));
}

/** The companies without an entry. */
export function without(companies: readonly Company[], entries: readonly InColumn[]): Company[] {
  const having = new Set(entries.map(({ company }) => company.id));
  return companies.filter(({ id }) => !having.has(id));
}

/** Panels are asked about again and again: of each list the ids are gathered once. */
const idsOf = oncePer((companies: readonly Company[]): ReadonlySet<CompanyId> => new Set(companies.map(({ id }) => id)));
