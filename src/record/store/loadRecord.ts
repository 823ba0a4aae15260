/**
 * Loads the record out of the store as plain data, as it is now or as it was after any earlier import. Every page is a function of
 * what this returns. Import number in → OpenRecord. Which version is current is one cheap question, asked on each request.
 */
import type { Company } from "@/domain/company";
import { companyId, shortName } from "@/domain/company";
import type { Fact } from "@/domain/fact";
import type { MetricId } from "@/domain/metric";
import { archiveAddress, pageName, publisherFinder, publisherName, type PublisherRole } from "@/domain/publisher";
import { type Period, period } from "@/domain/period";
import type { Decision, OpenRecord, PublishedMetric, StatedPolicy } from "@/domain/record";
import type { Store } from "./client";
import { factsInForce, loadStored, loadTable, type Stored } from "./stored";
import { type Content, type Scalar, type TableName, TABLES } from "./tables";
import type { Counts } from "./importWords";
import { NO_VERSION, type RecordVersion } from "./version";

export interface DataVersion extends RecordVersion {
  /** Number of the last import; 0 in an empty store. */
  readonly seq: number;
}

/** Where a change comes from: the record's files, a person at the desk, or a public export that the store was restored from. */
export type ImportKind = "record" | "desk" | "restored";

/** An import, as it is listed in the record's history. */
export interface ImportEntry extends DataVersion {
  /** ISO date and time in UTC. */
  readonly at: string;
  readonly by: string;
  readonly kind: ImportKind;
  /** Files read and the SHA-256 of each. */
  readonly files: Readonly<Record<string, string>>;
  /** Last day on which anything in those files was published; null when none were read. */
  readonly filesDate: string | null;
  readonly counts: Counts;
  /** Each change in words. */
  readonly details: readonly string[];
}

/** The version that the store is at: one query. */
export async function dataVersion(store: Store): Promise<DataVersion> {
  const last = await store.prisma.import.findFirst({ orderBy: { id: "desc" }, select: { id: true, versionId: true, versionDate: true } });
  return last === null ? { ...NO_VERSION, seq: 0 } : { id: last.versionId, date: last.versionDate, seq: last.id };
}

/** A state of the store: the import that made it. Two states may say the same and so bear the same version, with other pasts. */
export interface StoreState {
  readonly seq: number;
  /** ISO date and time in UTC at which it came to be. */
  readonly at: string;
}

/** The state that the store is in, or was last in when it bore `version`: one query. Undefined when it never did. */
export async function storeState(store: Store, version: string | null): Promise<StoreState | undefined> {
  const last = await store.prisma.import.findFirst({
    ...(version !== null && { where: { versionId: version } }),
    orderBy: { id: "desc" },
    select: { id: true, at: true },
  });
  if (last !== null) return { seq: last.id, at: last.at };
  return version === null ? { seq: 0, at: `${NO_VERSION.date}T00:00:00.000Z` } : undefined;
}

/** Every import, the latest first. */
export async function importHistory(store: Store): Promise<ImportEntry[]> {
  const rows = await store.prisma.import.findMany({ orderBy: { id: "desc" } });
  return rows.map((row) => ({
    seq: row.id,
    id: row.versionId,
    date: row.versionDate,
    at: row.at,
    by: row.by,
    kind: row.kind as ImportEntry["kind"],
    files: JSON.parse(row.files) as ImportEntry["files"],
    filesDate: row.filesDate,
    counts: JSON.parse(row.counts) as ImportEntry["counts"],
    details: JSON.parse(row.details) as string[],
  }));
}

/**
 * The record as it is, or as it was after import `atImport` (0: empty). Facts are in recorded order; those that were superseded are
 * only in `supersessions`. Throws a RangeError when there is no such import.
 */
export async function loadRecord(store: Store, { atImport }: { readonly atImport?: number } = {}): Promise<OpenRecord> {
  const current = await dataVersion(store);
  const seq = atImport ?? current.seq;
  const imports = await store.prisma.import.findMany({
    where: { id: { lte: seq } },
    orderBy: { id: "asc" },
    select: { id: true, at: true, versionId: true, versionDate: true },
  });
  const last = imports.at(-1);
  if (seq !== (last?.id ?? 0)) throw new RangeError(`there is no import ${seq}: the last one is ${current.seq}`);
  const stored = await loadStored(store, seq);
  const version = last ? { id: last.versionId, date: last.versionDate } : NO_VERSION;
  const changedOn = last ? last.at.slice(0, 10) : NO_VERSION.date;
  return toRecord(stored, { ...version, changedOn }, new Map(imports.map(({ id, at }) => [id, at.slice(0, 10)])));
}

/** The companies on record now, with their names and listings: much less than the whole record. */
export async function loadCompanies(store: Store): Promise<Company[]> {
  const { seq } = await dataVersion(store);
  const rows = async (name: CompanyTable) => {
    const table = TABLES.find((one) => one.name === name);
    return table === undefined ? [] : loadTable(store.prisma, table, seq);
  };
  const [companyProfile, companyName, listing] = [await rows("companyProfile"), await rows("companyName"), await rows("listing")];
  return toCompanies({ companyProfile, companyName, listing });
}

function toRecord(stored: Stored, version: OpenRecord["version"], dayOf: ReadonlyMap<number, string>): OpenRecord {
  const rows = <T>(name: TableName, read: (row: Row, id: number) => T): T[] =>
    stored.rows[name].map(({ id, content }) => read(new Row(content), id));
  const publishers = sorted(
    rows("publisher", (row) => ({ host: row.text("host"), name: row.text("name"), role: row.text("role") as PublisherRole })),
  );
  const companies = toCompanies(stored.rows);
  const publisherOf = publisherFinder(publishers);
  const nameOf = new Map(companies.map((company) => [company.id, shortName(company)]));
  const archived = (address: string, day: string | null) => {
    const archive = archiveAddress(publisherOf, address, day);
    return archive === undefined ? {} : { archive };
  };
  const named = <T extends Pick<Fact, "company" | "source">>(stated: T): T => {
    const { company, source } = stated;
    const publisher = publisherName(publisherOf, source.address, source.kind, nameOf.get(company) ?? company);
    return { ...stated, source: { ...source, publisher, ...archived(source.address, source.publishedOn ?? source.retrievedOn) } };
  };
  const facts = new Map(stored.facts.map((fact) => [fact.id, named(fact)]));
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
      rows("policy", (row) => ({
        company: row.company("companyId"),
        ...row.span(),
        policy: row.text("policy") as StatedPolicy,
        sourceUrl: row.text("sourceUrl"),
        publisher: pageName(publisherOf, row.text("sourceUrl"), nameOf.get(row.company("companyId")) ?? row.text("companyId")),
        ...archived(row.text("sourceUrl"), null),
      })),
    ),
    statements: sorted(
      rows("policyStatement", (row, id) =>
        named({
          company: row.company("companyId"),
          period: row.period("period"),
          note: row.text("note"),
          source: sourceOf(stored, row),
          id,
        }),
      ),
    ),
    consolidations: sorted(
      rows("consolidation", (row) => ({
        parent: row.company("parentId"),
        child: row.company("childId"),
        ...row.span(),
        note: row.text("note"),
      })),
    ),
    prices: sorted(
      rows("btcPrice", (row) => ({
        month: row.period("month"),
        average: row.number("average"),
        close: row.number("close"),
        days: row.number("days"),
      })),
    ),
    aggregates: sorted(
      rows("publishedAggregate", (row) => ({
        period: row.period("period"),
        metric: row.text("metric") as PublishedMetric,
        publisher: row.text("publisher"),
        written: row.text("written"),
        panel: row.text("panel"),
        sourceUrl: row.text("sourceUrl"),
        note: row.text("note"),
      })),
    ),
    events: sorted(
      rows("event", (row) => ({ date: row.text("date"), label: row.text("label"), kind: row.text("kind"), source: row.text("source") })),
    ),
    decisions: sorted(
      rows("decision", (row) => ({
        company: row.company("companyId"),
        metric: row.text("metric") as MetricId,
        period: row.period("period"),
        kind: row.text("kind") as Decision["kind"],
        written: row.text("written"),
        basis: row.text("basis"),
        note: row.text("note"),
      })),
    ),
  };
}

type CompanyTable = "companyProfile" | "companyName" | "listing";

function toCompanies(tables: Pick<Stored["rows"], CompanyTable>): Company[] {
  const of = (name: CompanyTable, id: Scalar) =>
    tables[name].filter(({ content }) => content["companyId"] === id).map(({ content }) => new Row(content));
  const profiles = tables.companyProfile.map(({ content }) => new Row(content));
  return sorted(
    profiles.map((row) => {
      const id = row.company("companyId");
      return {
        id,
        name: row.text("name"),
        country: row.text("country"),
        secCik: row.optional("cik"),
        fiscalYearEnd: row.optional("fiscalYearEnd"),
        notes: row.text("notes"),
        formerNames: byTime(
          of("companyName", id).map((name) => ({
            name: name.text("name"),
            ...name.span(),
            sourceUrl: name.text("sourceUrl"),
            note: name.text("note"),
          })),
        ),
        listings: byTime(
          of("listing", id).map((listing) => ({ exchange: listing.text("exchange"), ticker: listing.text("ticker"), ...listing.span() })),
        ),
      };
    }),
  );
}

function sourceOf(stored: Stored, row: Row): Fact["source"] {
  const same = stored.sources.find(
    ({ address, kind, publishedOn, retrievedOn }) =>
      address === row.text("address") &&
      kind === row.text("kind") &&
      publishedOn === row.optional("publishedOn") &&
      retrievedOn === row.optional("retrievedOn"),
  );
  if (!same) throw new Error(`the source ${row.text("address")} is not in the store`);
  return same;
}

/** In the order of what the rows say, so that the record reads the same however many imports it took. */
function sorted<T extends object>(list: T[]): T[] {
  const keys = new Map(
    list.map((item) => [item, JSON.stringify(Object.values(item).filter((value) => typeof value !== "object" || value === null))]),
  );
  return list.sort((a, b) => ((keys.get(a) ?? "") < (keys.get(b) ?? "") ? -1 : 1));
}

function byTime<T extends { readonly from: Period | null }>(list: T[]): T[] {
  return sorted(list).sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : (a.from ?? "") > (b.from ?? "") ? 1 : 0));
}

/** Reads a stored row's columns as what the domain calls them. */
class Row {
  constructor(private readonly content: Content) {}

  optional(column: string): string | null {
    const value = this.content[column];
    return value === null || value === undefined ? null : String(value);
  }

  text(column: string): string {
    return this.optional(column) ?? "";
  }

  number(column: string): number {
    return Number(this.content[column]);
  }

  company(column: string) {
    return companyId(this.text(column));
  }

  period(column: string): Period {
    return period(this.text(column));
  }

  span(): { from: Period | null; to: Period | null } {
    const end = (column: string) => {
      const value = this.optional(column);
      return value === null ? null : period(value);
    };
    return { from: end("from"), to: end("to") };
  }
}
