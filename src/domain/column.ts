/**
 * The record by columns: what is known of all its companies in one period, as one list, made once for a state of the record. A panel takes
 * from it what it shows, so that a view of another panel touches no company that has nothing to show, and looks none up by its id.
 */
import type { Company, CompanyId } from "./company";
import type { EvidenceMode, Figures } from "./figures";
import { once, oncePer } from "./once";
import type { Period } from "./period";

interface InColumn {
  readonly company: Company;
}

/** The entries of the companies that have one, in the record's order. */
export interface Entries<T extends InColumn> {
  readonly all: readonly T[];
  /** Where each one's company stands in the record. */
  readonly places: readonly number[];
  /** The record's companies. */
  readonly of: readonly Company[];
}

export type Column<T extends InColumn> = (figures: Figures, period: Period, mode: EvidenceMode) => Entries<T>;

/** `entryOf`: what is known of a company, undefined where nothing is. */
export function columnOf<T extends InColumn>(
  entryOf: (figures: Figures, company: Company, period: Period, mode: EvidenceMode) => T | undefined,
): Column<T> {
  const columns = oncePer((figures: Figures) =>
    once((mode: EvidenceMode) =>
      once((period: Period): Entries<T> => {
        const of = figures.record.companies;
        const [all, places]: [T[], number[]] = [[], []];
        for (const [place, company] of of.entries()) {
          const entry = entryOf(figures, company, period, mode);
          if (entry === undefined) continue;
          all.push(entry);
          places.push(place);
        }
        return { all, places, of };
      }),
    ),
  );
  return (figures, period, mode) => columns(figures)(mode)(period);
}

/** The entries of some companies, in the record's order. */
export function among<T extends InColumn>({ all, places, of }: Entries<T>, companies: readonly Company[]): readonly T[] {
  if (companies === of) return all;
  const asked = placesIn(of)(companies);
  return all.filter((_, at) => asked[places[at] as number] === 1);
}

/** Whether a company is one of some; panels are asked about again and again, so of each list the ids are gathered once. */
export const isAmong = (companies: readonly Company[], id: CompanyId): boolean => idsOf(companies).has(id);

const idsOf = oncePer((companies: readonly Company[]): ReadonlySet<CompanyId> => new Set(companies.map(({ id }) => id)));

/** For each of the record's companies 1 where it is one of some. */
const placesIn = oncePer((of: readonly Company[]) =>
  oncePer((companies: readonly Company[]) => Uint8Array.from(of, ({ id }) => (isAmong(companies, id) ? 1 : 0))),
);

/** The companies without an entry. */
export function without(companies: readonly Company[], entries: readonly InColumn[]): Company[] {
  const having = new Set(entries.map(({ company }) => company.id));
  return companies.filter(({ id }) => !having.has(id));
}
