/** Imports the record's files, in one transaction that claims the import's number first: of two concurrent ones the later starts over. */
import type { FiledFact, FiledRecord, FiledSource } from "@/domain/facts/filedRecord";
import { hostOf } from "@/domain/facts/publisher";
import { METRICS } from "@/domain/values/metric";
import type { Store } from "../database/client";
import { type Difference, difference, factsAfter, isEmpty } from "./difference";
import type { Prisma } from "../generated/client";
import { loadStored, NOTHING_STORED, type Stored } from "../database/stored";
import { type Connection, type Content, lastId, sourceContent, TABLES, tableOf, type TableName, type Scalar } from "../database/tables";
import { appendAudit, type Audited, type Operator } from "../database/audit";
import { lastPublished, type RecordVersion, versionOf } from "./version";
import { dataVersion, type ImportKind } from "./loadRecord";
import { withWriteLock, TRANSACTION } from "../database/writeLock";
import { type Counts, countsOf, detailsOf } from "./importWords";

interface ImportedBy extends Operator {
  /** File names and the SHA-256 of their bytes. */
  readonly files: Readonly<Record<string, string>>;
  /** Compute the difference and write nothing. */
  readonly dryRun?: boolean;
  /** "restored" when a public export is authoritative for the store from now on. */
  readonly kind?: "record" | "restored";
}

export interface Imported {
  /** The import's number; null when nothing was new or nothing was to be written. */
  readonly seq: number | null;
  readonly version: RecordVersion;
  readonly counts: Counts;
  readonly details: readonly string[];
}

/** The last day on which anything in the files was published. */
export const filesDate = ({ facts, statements }: FiledRecord): string => lastPublished([...facts, ...statements]);

/** Updates the store to what the files state. Throws StoreBusy when another import does not finish in time. */
export const saveRecord = (store: Store, filed: FiledRecord, imported: ImportedBy): Promise<Imported> =>
  withWriteLock(async () => {
    const before = await dataVersion(store);
    const stored = await loadStored(store, before.seq);
    const change = difference(stored, filed);
    const summary = { counts: countsOf(change), details: detailsOf(change) };
    if (isEmpty(change)) return { seq: null, version: before, ...summary };
    const version = versionAfter(stored, change);
    if (imported.dryRun === true) return { seq: null, version, ...summary };
    const { by, at, files, kind = "record" } = imported;
    await writeChange(store, stored, change, { kind, by, at, files, filesDate: filesDate(filed) });
    return { seq: stored.seq + 1, version, ...summary };
  });

/** Who makes a change of the record, when, and from which files. */
export interface Change extends Operator {
  readonly kind: ImportKind;
  readonly files: ImportedBy["files"];
  readonly filesDate: string | null;
  /** Further writes in the same transaction; returns the content of the log entry. */
  readonly also?: (tx: Connection, factId: (fact: FiledFact) => number) => Promise<Pick<Audited, "what" | "subject">>;
}

/** Writes a change as the next import, with its log entry, in one transaction. */
export async function writeChange(store: Store, stored: Stored, change: Difference, entry: Change): Promise<RecordVersion> {
  const seq = stored.seq + 1;
  const version = versionAfter(stored, change);
  await store.prisma.$transaction(async (tx) => {
    const { at, by, kind, filesDate } = entry;
    const words = {
      files: JSON.stringify(entry.files),
      counts: JSON.stringify(countsOf(change)),
      details: JSON.stringify(detailsOf(change)),
    };
    await tx.import.createMany({
      data: [{ id: seq, at, by, kind, ...words, versionId: version.id, versionDate: version.date, filesDate }],
    });
    await writeCompanies(tx, stored, change, seq);
    const sourceId = await writeSources(tx, stored, change, seq);
    const factId = await writeFacts(tx, stored, change, seq, sourceId);
    for (const { table, added, retired } of change.tables) {
      const access = tableOf(tx, table.name);
      const ids = retired.map(({ id }) => id);
      if (ids.length > 0) await access.updateMany({ where: { id: { in: ids } }, data: { retiredIn: seq } });
      const last = await lastId(access);
      const data = added.map((content, i) => ({ id: last + 1 + i, addedIn: seq, ...columnsOf(table.name, content, sourceId) }));
      if (data.length > 0) await access.createMany({ data });
    }
    const { what, subject } = (await entry.also?.(tx, factId)) ?? { what: "import", subject: { files: entry.files } };
    await appendAudit(tx, { at, by, what, subject: { ...subject, import: seq, version: version.id } });
  }, TRANSACTION);
  return version;
}

async function writeCompanies(tx: Connection, stored: Stored, change: Difference, seq: number): Promise<void> {
  const known = new Set(stored.companyIds);
  const profiles = change.tables.find(({ table }) => table.name === "companyProfile")?.added ?? [];
  const fresh = profiles.map(({ companyId }) => String(companyId)).filter((id) => !known.has(id));
  if (fresh.length > 0) await tx.company.createMany({ data: fresh.map((id) => ({ id, addedIn: seq })) });
}

type SourceIds = (source: Content) => number;

/** Inserts new sources and returns a look-up of source numbers. */
async function writeSources(tx: Connection, stored: Stored, change: Difference, seq: number): Promise<SourceIds> {
  const key = ({ address, kind, publishedOn, retrievedOn }: Content) => JSON.stringify([address, kind, publishedOn, retrievedOn]);
  const ids = new Map(stored.sources.map((source) => [key(sourceContent(source)), source.id]));
  let last = stored.sources.reduce((most, { id }) => Math.max(most, id), 0);
  const data: Prisma.SourceCreateManyInput[] = [];
  const need = (source: Content, publisher: string) => {
    if (ids.has(key(source))) return;
    ids.set(key(source), ++last);
    const { address, kind, publishedOn, retrievedOn } = source as unknown as FiledSource;
    data.push({ id: last, address, kind, publisher, publishedOn, retrievedOn, addedIn: seq });
  };
  for (const { source } of change.added) need(sourceContent(source), source.publisher);
  for (const content of change.tables.find(({ table }) => table.name === "policyStatement")?.added ?? [])
    need(content, hostOf(String(content["address"])));
  if (data.length > 0) await tx.source.createMany({ data });
  return (source) => {
    const id = ids.get(key(source));
    if (id === undefined) throw new Error(`source ${key(source)} was not written`);
    return id;
  };
}

async function writeFacts(tx: Connection, stored: Stored, change: Difference, seq: number, sourceId: SourceIds) {
  const last = stored.facts.reduce((most, { id }) => Math.max(most, id), 0);
  const ids = new Map(change.added.map((fact, i) => [fact, last + 1 + i]));
  const data = change.added.map((fact) => ({
    id: ids.get(fact) ?? 0,
    companyId: fact.company,
    metric: fact.metric,
    period: fact.period,
    value: BigInt(fact.value),
    unit: METRICS[fact.metric].unit,
    written: fact.written,
    sourceId: sourceId(sourceContent(fact.source)),
    note: fact.note,
    addedIn: seq,
  }));
  if (data.length > 0) await tx.fact.createMany({ data });
  const gone = change.gone.map(({ fact, by, reason }) => ({
    factId: fact.id,
    replacementId: by === null ? null : (ids.get(by) ?? null),
    reason,
    addedIn: seq,
  }));
  if (gone.length > 0) await tx.supersession.createMany({ data: gone });
  return (fact: FiledFact): number => ids.get(fact) ?? 0;
}

function columnsOf(name: TableName, content: Content, sourceId: SourceIds): Record<string, Scalar> {
  if (name !== "policyStatement") return content;
  const { companyId = null, period = null, note = null } = content;
  return { companyId, period, note, sourceId: sourceId(content) };
}

/** The store's version after a change; without one, that of its present content. */
export function versionAfter(stored: Stored, change: Difference): RecordVersion {
  const rows = {} as Record<TableName, readonly Content[]>;
  for (const { name } of TABLES) {
    const mine = change.tables.find(({ table }) => table.name === name);
    const retired = new Set(mine?.retired.map(({ id }) => id));
    rows[name] = [...stored.rows[name].filter(({ id }) => !retired.has(id)).map(({ content }) => content), ...(mine?.added ?? [])];
  }
  return versionOf(factsAfter(stored, change), rows);
}

/** The version that these files would give an empty store. */
export const versionOfFiles = (filed: FiledRecord): RecordVersion => versionAfter(NOTHING_STORED, difference(NOTHING_STORED, filed));
