/**
 * The record by columns: what is known of all its companies in one period, as one list, made once for a state of the record. A panel takes
 * from it what it shows, so that a view of another panel touches no company that has nothing to show, and looks none up by its id.
 */
import type { Company, CompanyId } from "./company";
import type { EvidenceMode, Figures } from "./figures";
import { once, oncePer } from "./once";
import { lengthOf, monthIndexOf, type Period } from "./period";

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

/**
 * `entryOf`: what is known of a company, undefined where nothing is. It is asked of companies that report in the period, up to a month
 * before their first figure, and up to `after` months after their last one.
 */
export function columnOf<T extends InColumn>(
  entryOf: (figures: Figures, company: Company, period: Period, mode: EvidenceMode) => T | undefined,
  after = 0,
): Column<T> {
  return made((figures, period, mode) => {
    const companies = figures.record.companies;
    const { from, to } = spansOf(figures);
    const first = monthIndexOf(period);
    const last = first + lengthOf(period) - 1;
    const places: number[] = [];
    for (let place = 0; place < companies.length; place++)
      if (first <= (to[place] as number) + after && last >= (from[place] as number) - 1) places.push(place);
    return filled(companies, places, (at) => entryOf(figures, companies[places[at] as number] as Company, period, mode));
  });
}

/** A column whose entries follow from those of another. */
export function columnFrom<S extends InColumn, T extends InColumn>(
  base: Column<S>,
  entryOf: (figures: Figures, entry: S, period: Period, mode: EvidenceMode) => T | undefined,
): Column<T> {
  return made((figures, period, mode) => {
    const { all, places, of } = base(figures, period, mode);
    return filled(of, places, (at) => entryOf(figures, all[at] as S, period, mode));
  });
}

/** Each column once for a state of the record. */
function made<T extends InColumn>(make: Column<T>): Column<T> {
  const columns = oncePer((figures: Figures) => once((mode: EvidenceMode) => once((period: Period) => make(figures, period, mode))));
  return (figures, period, mode) => columns(figures)(mode)(period);
}

function filled<T extends InColumn>(of: readonly Company[], asked: readonly number[], entryAt: (at: number) => T | undefined): Entries<T> {
  const [all, places]: [T[], number[]] = [[], []];
  for (const [at, place] of asked.entries()) {
    const entry = entryAt(at);
    if (entry === undefined) continue;
    all.push(entry);
    places.push(place);
  }
  return { all, places, of };
}

/** First and last month of each company's figures, as months since the year 0; of one without figures no month lies between them. */
const spansOf = oncePer((figures: Figures) => {
  const spans = figures.record.companies.map(({ id }) => figures.reportingSpan(id));
  return {
    from: spans.map((span) => (span ? monthIndexOf(span.from) : Infinity)),
    to: spans.map((span) => (span ? monthIndexOf(span.to) : -Infinity)),
  };
});

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
const placesIn = oncePer((of: readonly Company[]) => {
  const placeOf = new Map(of.map(({ id }, place) => [id, place]));
  return oncePer((companies: readonly Company[]) => {
    const asked = new Uint8Array(of.length);
    for (const { id } of companies) asked[placeOf.get(id) ?? of.length] = 1;
    return asked;
  });
});

/** The companies without an entry. */
export function without(companies: readonly Company[], entries: readonly InColumn[]): Company[] {
  const having = new Set(entries.map(({ company }) => company.id));
  return companies.filter(({ id }) => !having.has(id));
}
