/** Values of all companies in one period, cached per state of the record; the next state recomputes only changed companies. */
import type { Company, CompanyId } from "../facts/company";
import type { EvidenceMode, Figures } from "./figureTypes";
import { oncePer } from "../shared/once";
import { lengthOf, monthIndexOf, type Period } from "../values/period";

interface InColumn {
  readonly company: Company;
}

/** The values of the companies that have one, in the record's order. */
export interface Entries<T extends InColumn> {
  readonly all: readonly T[];
  /** Index of each entry's company in the record. */
  readonly places: readonly number[];
  /** The record's companies. */
  readonly of: readonly Company[];
}

export type Column<T extends InColumn> = (figures: Figures, period: Period, mode: EvidenceMode) => Entries<T>;

/** How a column is computed: the indexes of the companies that may have an entry, and the entry of the company at an index. */
interface Asking<T extends InColumn> {
  readonly of: readonly Company[];
  readonly places: Iterable<number>;
  readonly entryAt: (place: number) => T | undefined;
}

/**
 * `entryOf` computes a company's entry, or undefined. It is called for companies that report in the period, up to a month before their
 * first figure, and up to `after` months after their last one. It may read only the company's own rows, those of the companies that it is
 * consolidated into, bitcoin's prices and the day: while these are unchanged, its result is reused.
 */
export const columnOf = <T extends InColumn>(
  entryOf: (figures: Figures, company: Company, period: Period, mode: EvidenceMode) => T | undefined,
  after = 0,
): Column<T> =>
  cachedColumn((figures, period, mode) => {
    const companies = figures.record.companies;
    const { from, to } = spansOf(figures);
    const first = monthIndexOf(period);
    const last = first + lengthOf(period) - 1;
    const isAsked = (place: number) => first <= (to[place] as number) + after && last >= (from[place] as number) - 1;
    const entryAt = (place: number) => (isAsked(place) ? entryOf(figures, companies[place] as Company, period, mode) : undefined);
    return { of: companies, places: companies.keys(), entryAt };
  });

/** A column whose entries are derived from those of another. */
export const columnFrom = <S extends InColumn, T extends InColumn>(
  base: Column<S>,
  entryOf: (figures: Figures, entry: S, period: Period, mode: EvidenceMode) => T | undefined,
): Column<T> =>
  cachedColumn((figures, period, mode) => {
    const { all, places, of } = base(figures, period, mode);
    const entryAt = (place: number) => {
      const at = indexFrom(places, place);
      return places[at] === place ? entryOf(figures, all[at] as S, period, mode) : undefined;
    };
    return { of, places, entryAt };
  });

/** A column's entries in one period, and the indexes of the companies that changed since they were computed. */
interface Kept {
  readonly entries: Entries<InColumn>;
  readonly changed: ReadonlySet<number>;
}

/** By column, then by period and evidence. */
type Columns = Map<object, Map<string, Kept>>;

const columnsOf = oncePer<Figures, Columns>(() => new Map());
const NONE: ReadonlySet<number> = new Set();

/** The columns of a state of the record, created once. */
const cachedColumn =
  <T extends InColumn>(ask: (figures: Figures, period: Period, mode: EvidenceMode) => Asking<T>): Column<T> =>
  (figures, period, mode) => {
    const columns = columnsOf(figures);
    const ofColumn = columns.get(ask) ?? new Map<string, Kept>();
    columns.set(ask, ofColumn);
    const key = `${period} ${mode}`;
    const known = ofColumn.get(key) as { readonly entries: Entries<T>; readonly changed: ReadonlySet<number> } | undefined;
    if (known?.changed.size === 0) return known.entries;
    const asking = ask(figures, period, mode);
    const entries = known ? renewed(known.entries, known.changed, asking) : filled(asking);
    ofColumn.set(key, { entries, changed: NONE });
    return entries;
  };

/** Moves the columns of one state to the next, which must have the same companies; the entries of `changed` ones are recomputed. */
export function takeOverColumns(figures: Figures, earlier: Figures, changed: ReadonlySet<CompanyId>): void {
  const places = new Set(figures.record.companies.flatMap(({ id }, place) => (changed.has(id) ? [place] : [])));
  const columns = columnsOf(figures);
  for (const [column, ofColumn] of columnsOf(earlier)) {
    const since = ({ entries, changed: before }: Kept): Kept => ({
      entries,
      changed: before.size === 0 ? places : new Set([...before, ...places]),
    });
    columns.set(column, new Map([...ofColumn].map(([key, known]) => [key, since(known)])));
  }
}

function filled<T extends InColumn>({ of, places: asked, entryAt }: Asking<T>): Entries<T> {
  const [all, places]: [T[], number[]] = [[], []];
  for (const place of asked) {
    const entry = entryAt(place);
    if (entry === undefined) continue;
    all.push(entry);
    places.push(place);
  }
  return { all, places, of };
}

/** An unchanged entry stays the same object, so that results derived from it can be reused. */
function renewed<T extends InColumn>(earlier: Entries<T>, changed: ReadonlySet<number>, { of, entryAt }: Asking<T>): Entries<T> {
  let made: { readonly all: T[]; readonly places: number[] } | undefined;
  for (const place of changed) {
    const entry = entryAt(place);
    const { all, places } = made ?? earlier;
    const at = indexFrom(places, place);
    const before = places[at] === place ? all[at] : undefined;
    if (alike(before, entry)) continue;
    made ??= { all: [...all], places: [...places] };
    made.all.splice(at, before ? 1 : 0, ...(entry ? [entry] : []));
    made.places.splice(at, before ? 1 : 0, ...(entry ? [place] : []));
  }
  return made ? { ...made, of } : earlier;
}

/** The index of a place in a sorted list of places, or its insertion point. */
function indexFrom(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First and last month of each company's figures, in the record's order. */
export const reportingSpans = oncePer((figures: Figures) => figures.record.companies.map(({ id }) => figures.reportingSpan(id)));

/** The same as months since the year 0; for a company without figures, an interval that contains no month. */
const spansOf = oncePer((figures: Figures) => {
  const spans = reportingSpans(figures);
  return {
    from: spans.map((span) => (span ? monthIndexOf(span.from) : Infinity)),
    to: spans.map((span) => (span ? monthIndexOf(span.to) : -Infinity)),
  };
});

/** The entries of some companies, in the record's order: the same arguments give the same list object. */
export const among = <T extends InColumn>(entries: Entries<T>, companies: readonly Company[]): readonly T[] =>
  companies === entries.of ? entries.all : (amongOf(companies)(entries) as readonly T[]);

const amongOf = oncePer((companies: readonly Company[]) =>
  oncePer(({ all, places, of }: Entries<InColumn>): readonly InColumn[] => {
    const asked = placesIn(of)(companies);
    return all.filter((_, at) => asked[places[at] as number] === 1);
  }),
);

/** Whether a company is in a list; the ids of each list are collected once, because the same panels are queried repeatedly. */
export const isAmong = (companies: readonly Company[], id: CompanyId): boolean => idsOf(companies).has(id);

const idsOf = oncePer((companies: readonly Company[]): ReadonlySet<CompanyId> => new Set(companies.map(({ id }) => id)));

/** For each of the record's companies, 1 if it is in the list. */
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

/** Whether two plain values are deeply equal. */
function alike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => alike(left[name], right[name]));
}
