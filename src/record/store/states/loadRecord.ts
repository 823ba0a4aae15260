/** Loads the record as plain data, as it is now or was after any import; every page is a function of it. */
import { type Company, type CompanyId, shortName } from "@/domain/facts/company";
import type { Fact, Source } from "@/domain/facts/fact";
import type { FiledCompany, FiledListing, FiledName, FiledSource } from "@/domain/facts/filedRecord";
import { groupBy } from "@/domain/shared/group";
import { once, oncePer } from "@/domain/shared/once";
import type { Period } from "@/domain/values/period";
import { archiveAddress, pageName, type Publisher, publisherFinder, publisherName, type PublisherOf } from "@/domain/facts/publisher";
import type {
  BtcPrice,
  Consolidation,
  Decision,
  Event,
  OpenRecord,
  Policy,
  PolicyStatement,
  PublishedAggregate,
} from "@/domain/facts/record";
import { sharedRows, sharing } from "@/domain/facts/sharing";
import type { Operator } from "../database/audit";
import type { Store } from "../database/client";
import type { Counts } from "./importWords";
import { factsInForce, loadStored, loadTable, NOTHING_STORED, type Stored } from "../database/stored";
import { rowOf, sourceContent, TABLE, type TableName } from "../database/tables";
import { NO_VERSION, type RecordVersion } from "./version";

export interface DataVersion extends RecordVersion {
  /** Number of the last import; 0 in an empty store. */
  readonly seq: number;
}

/** The origin of a change: the record's files, a person at the desk, or a public export that the store was restored from. */
export type ImportKind = "record" | "desk" | "restored";

export interface ImportEntry extends DataVersion, Operator {
  readonly kind: ImportKind;
  /** Files read and the SHA-256 of each. */
  readonly files: Readonly<Record<string, string>>;
  /** Last day on which anything in those files was published; null when none were read. */
  readonly filesDate: string | null;
  readonly counts: Counts;
  readonly details: readonly string[];
}

/** The store's current version: one query. */
export async function dataVersion(store: Store): Promise<DataVersion> {
  const last = await store.prisma.import.findFirst({ orderBy: { id: "desc" }, select: { id: true, versionId: true, versionDate: true } });
  return last === null ? { ...NO_VERSION, seq: 0 } : { id: last.versionId, date: last.versionDate, seq: last.id };
}

/** A state of the store, with the import that made it. Two states with the same content have the same version, but other histories. */
export interface StoreState {
  readonly seq: number;
  /** ISO date and time in UTC of that import. */
  readonly at: string;
}

/** The store's current state, or the last one that had `version`: one query. Undefined when there was none. */
export async function storeState(store: Store, version: string | null): Promise<StoreState | undefined> {
  const last = await store.prisma.import.findFirst({
    ...(version !== null && { where: { versionId: version } }),
    orderBy: { id: "desc" },
    select: { id: true, at: true },
  });
  if (last !== null) return { seq: last.id, at: last.at };
  return version === null ? { seq: 0, at: `${NO_VERSION.date}T00:00:00.000Z` } : undefined;
}

/** Every import, latest first. */
export async function importHistory(store: Store): Promise<ImportEntry[]> {
  const rows = await store.prisma.import.findMany({ orderBy: { id: "desc" } });
  return rows.map(({ id: seq, versionId: id, versionDate: date, kind, files, counts, details, ...row }) => ({
    ...{ seq, id, date, ...row, kind: kind as ImportKind },
    files: JSON.parse(files) as ImportEntry["files"],
    counts: JSON.parse(counts) as Counts,
    details: JSON.parse(details) as string[],
  }));
}

/** The rows a record was made of, and when that state was created: the next one loads only what was added since. */
const madeOf = new WeakMap<OpenRecord, { readonly stored: Stored; readonly at: string }>();

/** A record as it stands now, with the rows that it was made of. */
export async function loadWithRows(store: Store): Promise<{ readonly record: OpenRecord; readonly stored: Stored }> {
  const record = await loadRecord(store);
  return { record, stored: madeOf.get(record)?.stored ?? NOTHING_STORED };
}

interface Loading {
  readonly atImport?: number;
  /** An earlier loaded record: what it has in common with this one is reused (sharing.ts). */
  readonly earlier?: OpenRecord | undefined;
}

/** The record after import `atImport` (0: empty; RangeError: no such), in recorded order; superseded facts in `supersessions` only. */
export async function loadRecord(store: Store, { atImport, earlier }: Loading = {}): Promise<OpenRecord> {
  const current = await dataVersion(store);
  const seq = atImport ?? current.seq;
  const imports = await store.prisma.import.findMany({
    where: { id: { lte: seq } },
    orderBy: { id: "asc" },
    select: { id: true, at: true, versionId: true, versionDate: true },
  });
  const last = imports.at(-1);
  if (seq !== (last?.id ?? 0)) throw new RangeError(`there is no import ${seq}: the last one is ${current.seq}`);
  const before = earlier && madeOf.get(earlier);
  // Another store can have the same number of imports.
  const isBefore = imports.some(({ id, at }) => id === before?.stored.seq && at === before.at);
  const stored = await loadStored(store, seq, isBefore ? before?.stored : undefined);
  const version = last ? { id: last.versionId, date: last.versionDate } : NO_VERSION;
  const changedOn = last ? last.at.slice(0, 10) : NO_VERSION.date;
  const made = toRecord(
    stored,
    { ...version, changedOn },
    new Map(imports.map(({ id, at }) => [id, at.slice(0, 10)])),
    earlier?.publishers,
  );
  const record = earlier ? sharing(made, earlier) : made;
  madeOf.set(record, { stored, at: last?.at ?? "" });
  return record;
}

/** The current companies, with their names and listings: much cheaper than the whole record. */
export async function loadCompanies(store: Store): Promise<Company[]> {
  const { seq } = await dataVersion(store);
  const rows = (name: TableName) => loadTable(store.prisma, TABLE[name], seq);
  return toCompanies({
    companyProfile: await rows("companyProfile"),
    companyName: await rows("companyName"),
    listing: await rows("listing"),
  });
}

/** Adds the publisher's name to a company's source; cached per fact, so that the next record has the same objects. */
const namerOf = oncePer((publishers: readonly Publisher[]) =>
  once((company: string) => {
    const publisherOf = publisherFinder(publishers);
    // One source states many facts: a release all figures of its month.
    const sourceNamed = oncePer((source: Source): Source => {
      const publisher = publisherName(publisherOf, source.address, source.kind, company);
      return { ...source, publisher, ...archived(publisherOf, source.address, source.publishedOn ?? source.retrievedOn) };
    });
    const named = <T extends Pick<Fact, "source">>(stated: T): T => ({ ...stated, source: sourceNamed(stated.source) });
    return { named, factNamed: oncePer<Fact, Fact>(named) };
  }),
);

function archived(publisherOf: PublisherOf, address: string, day: string | null): { readonly archive?: string } {
  const archive = archiveAddress(publisherOf, address, day);
  return archive === undefined ? {} : { archive };
}

function toRecord(
  stored: Stored,
  version: OpenRecord["version"],
  dayOf: ReadonlyMap<number, string>,
  earlier: readonly Publisher[] = [],
): OpenRecord {
  const publishers = sharedRows(sorted(rowsOf<Publisher>(stored.rows, "publisher")), earlier);
  const companies = toCompanies(stored.rows);
  const publisherOf = publisherFinder(publishers);
  const sourceOf = sourceFinder(stored);
  const nameOf = new Map(companies.map((company) => [company.id, shortName(company)]));
  const namer = (company: CompanyId) => namerOf(publishers)(nameOf.get(company) ?? company);
  const facts = new Map(stored.facts.map((fact) => [fact.id, namer(fact.company).factNamed(fact)]));
  const factOf = (id: number): Fact => {
    const fact = facts.get(id);
    if (!fact) throw new Error(`fact ${id} is superseded or superseding, but not in the store`);
    return fact;
  };
  return {
    version,
    companies,
    publishers,
    facts: factsInForce(stored).map(({ id }) => factOf(id)),
    supersessions: stored.supersessions.map(({ factId, replacementId, reason, addedIn }) => ({
      fact: factOf(factId),
      by: replacementId === null ? null : factOf(replacementId),
      reason,
      recordedOn: dayOf.get(addedIn) ?? "",
    })),
    policies: sorted(
      rowsOf<Policy>(stored.rows, "policy").map((policy) => ({
        ...policy,
        publisher: pageName(publisherOf, policy.sourceUrl, nameOf.get(policy.company) ?? policy.company),
        ...archived(publisherOf, policy.sourceUrl, null),
      })),
    ),
    statements: sorted(
      rowsOf<Pick<PolicyStatement, "company" | "period" | "note" | "id"> & FiledSource>(stored.rows, "policyStatement").map((row) => {
        const { company, period, note, id, ...source } = row;
        return namer(company).named({ company, period, note, source: sourceOf(source), id });
      }),
    ),
    consolidations: sorted(rowsOf<Consolidation>(stored.rows, "consolidation")),
    prices: sorted(rowsOf<BtcPrice>(stored.rows, "btcPrice")),
    aggregates: sorted(
      rowsOf<PublishedAggregate>(stored.rows, "publishedAggregate").map(({ period, metric, publisher, ...row }) => ({
        period,
        metric,
        publisher,
        ...row,
      })),
    ),
    events: sorted(rowsOf<Event>(stored.rows, "event")),
    decisions: sorted(
      rowsOf<Decision>(stored.rows, "decision").map(({ company, metric, period, ...row }) => ({ company, metric, period, ...row })),
    ),
  };
}

/** A table's rows in force, with the domain's property names; with their number where `T` asks for it. */
function rowsOf<T extends object>(rows: Readonly<Partial<Stored["rows"]>>, name: TableName): T[] {
  return (rows[name] ?? []).map(({ id, content }) => ({
    ...(rowOf(TABLE[name], content) as T),
    ...(name === "policyStatement" && { id }),
  }));
}

function toCompanies(rows: Pick<Stored["rows"], "companyProfile" | "companyName" | "listing">): Company[] {
  const names = groupBy(rowsOf<FiledName>(rows, "companyName"), ({ company }) => company);
  const listings = groupBy(rowsOf<FiledListing>(rows, "listing"), ({ company }) => company);
  return sorted(
    rowsOf<FiledCompany>(rows, "companyProfile").map((profile) => ({
      ...profile,
      formerNames: byTime((names.get(profile.id) ?? []).map(({ company, ...name }) => name)),
      listings: byTime((listings.get(profile.id) ?? []).map(({ company, ...listing }) => listing)),
    })),
  );
}

/** Finds the stored source with the content that a row gives. */
function sourceFinder({ sources }: Stored): (wanted: Omit<FiledSource, "publisher">) => Fact["source"] {
  const keyOf = (source: Omit<FiledSource, "publisher">) => JSON.stringify(sourceContent(source));
  const byKey = new Map(sources.map((source) => [keyOf(source), source]));
  return (wanted) => {
    const found = byKey.get(keyOf(wanted));
    if (!found) throw new Error(`the source ${wanted.address} is not in the store`);
    return found;
  };
}

/** Sorted by content, so that the record is the same however many imports it took. */
function sorted<T extends object>(list: T[]): T[] {
  const keys = new Map(
    list.map((item) => [item, JSON.stringify(Object.values(item).filter((value) => typeof value !== "object" || value === null))]),
  );
  return list.sort((a, b) => ((keys.get(a) ?? "") < (keys.get(b) ?? "") ? -1 : 1));
}

const byTime = <T extends { readonly from: Period | null }>(list: T[]): T[] =>
  sorted(list).sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : (a.from ?? "") > (b.from ?? "") ? 1 : 0));
