/** The store's rows in force after an import, selected by import number, so a load never sees half of one. */
import type { FiledRecord, FiledSource } from "@/domain/facts/filedRecord";
import type { Fact, Source, SourceKind } from "@/domain/facts/fact";
import { companyId } from "@/domain/facts/company";
import type { MetricId } from "@/domain/values/metric";
import { compareText } from "@/domain/shared/group";
import { period } from "@/domain/values/period";
import type { Store } from "./client";
import type { Supersession } from "../generated/client";
import { type Connection, type Content, rowOf, type Scalar, type StoredRow, type Table, type TableName, tableOf, TABLES } from "./tables";

export interface Stored {
  /** The import after which these were in force; 0 before the first. */
  readonly seq: number;
  /** Imports made at the desk; files are not authoritative for their rows. */
  readonly deskImports: ReadonlySet<number>;
  readonly companyIds: readonly string[];
  readonly sources: readonly Source[];
  /** All facts ever recorded, superseded ones too, by number. */
  readonly facts: readonly Fact[];
  /** Numbers of the facts that were entered at the desk. */
  readonly deskFacts: ReadonlySet<number>;
  readonly supersessions: readonly Supersession[];
  readonly rows: Readonly<Record<TableName, readonly StoredRow[]>>;
}

export const NOTHING_STORED: Stored = {
  seq: 0,
  deskImports: new Set(),
  companyIds: [],
  sources: [],
  facts: [],
  deskFacts: new Set(),
  supersessions: [],
  rows: Object.fromEntries(TABLES.map(({ name }) => [name, []])) as unknown as Stored["rows"],
};

/** Rows in force after import `seq`. `earlier`: those after an earlier import; only rows added or retired since are queried. */
export async function loadStored(store: Store, seq: number, earlier: Stored = NOTHING_STORED): Promise<Stored> {
  const { prisma } = store;
  const added = { where: { addedIn: { gt: earlier.seq, lte: seq } } };
  const imports = await prisma.import.findMany({ where: { id: { lte: seq } }, select: { id: true, kind: true, at: true } });
  const dayOf = new Map(imports.map(({ id, at }) => [id, at.slice(0, 10)]));
  const companies = await prisma.company.findMany(added);
  const sourceRows = await prisma.source.findMany({ ...added, orderBy: { id: "asc" } });
  const sources = [
    ...earlier.sources,
    ...sourceRows.map(({ addedIn, ...source }): Source => ({ ...source, kind: source.kind as SourceKind })),
  ];
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const factRows = await prisma.fact.findMany({ ...added, orderBy: { id: "asc" } });
  const facts = factRows.map((row): Fact => {
    const source = sourceById.get(row.sourceId);
    if (!source) throw new Error(`fact ${row.id} names source ${row.sourceId}, which is not in the store`);
    const recordedOn = dayOf.get(row.addedIn);
    return {
      id: row.id,
      company: companyId(row.companyId),
      metric: row.metric as MetricId,
      period: period(row.period),
      value: Number(row.value),
      written: row.written,
      source,
      note: row.note,
      ...(recordedOn !== undefined && { recordedOn }),
    };
  });
  const supersessions = [...earlier.supersessions, ...(await prisma.supersession.findMany(added))];
  const rows = {} as Record<TableName, StoredRow[]>;
  for (const table of TABLES) rows[table.name] = await loadTable(prisma, table, seq, earlier);
  const deskImports = new Set(imports.filter(({ kind }) => kind === "desk").map(({ id }) => id));
  return {
    seq,
    deskImports,
    deskFacts: new Set([...earlier.deskFacts, ...factRows.flatMap(({ id, addedIn }) => (deskImports.has(addedIn) ? [id] : []))]),
    companyIds: [...earlier.companyIds, ...companies.map(({ id }) => id)].sort(compareText),
    sources,
    facts: [...earlier.facts, ...facts],
    supersessions: supersessions.sort((a, b) => a.factId - b.factId),
    rows,
  };
}

/** The rows of one table that were in force after import `seq`. */
export async function loadTable(connection: Connection, table: Table, seq: number, earlier: Stored = NOTHING_STORED): Promise<StoredRow[]> {
  const since = { gt: earlier.seq, lte: seq };
  const touched = await tableOf(connection, table.name).findMany({
    where: { OR: [{ addedIn: since }, { retiredIn: since }] },
    orderBy: { id: "asc" },
    ...(table.name === "policyStatement" ? { include: { source: true } } : {}),
  });
  const isRetired = ({ retiredIn }: Record<string, unknown>) => typeof retiredIn === "number" && retiredIn <= seq;
  const gone = new Set(touched.filter(isRetired).map(({ id }) => id));
  const added = touched
    .filter((row) => !isRetired(row))
    .map((row): StoredRow => {
      const all = { ...row, ...(row["source"] as FiledSource | undefined) };
      const content = Object.fromEntries(table.columns.map((column) => [column, (all as Record<string, Scalar>)[column] ?? null]));
      return { id: row["id"] as number, addedIn: row["addedIn"] as number, content: content satisfies Content };
    });
  return [...earlier.rows[table.name].filter(({ id }) => !gone.has(id)), ...added];
}

/** The rows in force of the tables, as the record's files state them. */
export const filedRows = ({ rows }: Stored) =>
  Object.fromEntries(TABLES.map((table) => [table.from, rows[table.name].map(({ content }) => rowOf(table, content))])) as unknown as Omit<
    FiledRecord,
    "facts" | "statements"
  >;

/** The facts that count: those that are not superseded. */
export function factsInForce(stored: Stored): Fact[] {
  const gone = new Set(stored.supersessions.map(({ factId }) => factId));
  return stored.facts.filter(({ id }) => !gone.has(id));
}
