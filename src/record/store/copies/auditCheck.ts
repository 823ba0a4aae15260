/** Verifies the log: the hash chain, the hashes of rows, no row without an entry, the record as its last change left it. */
import { groupBy } from "@/domain/shared/group";
import type { Store } from "../database/client";
import { FIRST_PREVIOUS, entryHash, lastHash } from "../database/audit";
import { NO_CHANGE } from "../states/difference";
import { dataVersion } from "../states/loadRecord";
import { keyOf, type Named, rowHash, type RowsWith, HASHED_TABLES, type HashedTable } from "../database/rowHash";
import { versionAfter } from "../states/save";
import { loadStored } from "../database/stored";

type AuditCheck =
  | { readonly ok: true; readonly entries: number; readonly last: string }
  /** `seq`: the first broken entry; null when the entries are valid but the record does not agree with them. */
  | { readonly ok: false; readonly seq: number | null; readonly why: string };

/** Verifies everything. Starts over when the store is written meanwhile. */
export async function verifyAudit(store: Store): Promise<AuditCheck> {
  for (let attempt = 1; ; attempt++) {
    const before = await lastHash(store);
    const found = await checkOnce(store);
    if (found.ok || attempt === 5 || (await lastHash(store)) === before) return found;
  }
}

async function checkOnce(store: Store): Promise<AuditCheck> {
  const entries = await store.prisma.auditEntry.findMany({ orderBy: { seq: "asc" } });
  let previous = FIRST_PREVIOUS;
  for (const [i, entry] of entries.entries()) {
    const broken = (why: string): AuditCheck => ({ ok: false, seq: entry.seq, why });
    if (entry.seq !== i + 1) return broken(`entry ${i + 1} is missing`);
    if (entry.previous !== previous) return broken("it does not continue the entry before it");
    if (entry.hash !== entryHash(entry)) return broken("its content is not what was hashed");
    previous = entry.hash;
  }
  const subjects = entries.map(({ seq, subject }): Subject => ({ seq, ...(JSON.parse(subject) as Omit<Subject, "seq">) }));
  const tables = await allRows(store);
  return (
    (await againstImports(store, subjects)) ??
    againstRows(tables.review, subjects, "review", ({ reviews }) => reviews ?? []) ??
    againstRows(tables.document, subjects, "document", ({ document }) => (document === undefined ? [] : [document])) ??
    againstRows(tables.candidate, subjects, "candidate", ({ document, candidates }) =>
      document === undefined ? [] : (candidates ?? []),
    ) ??
    againstRows(sinceLogged(tables.candidateReading, subjects), subjects, "reading", ({ readings = [] }) => readings) ??
    (await againstContent(tables, subjects)) ??
    (await againstVersion(store)) ?? { ok: true, entries: entries.length, last: previous }
  );
}

type Subject = Named & { readonly seq: number; readonly version?: string; readonly content?: string };
type Subjects = readonly Subject[];

type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<HashedTable, readonly Row[]>>;

async function allRows({ prisma }: Store): Promise<Tables> {
  const tables = {} as Record<HashedTable, readonly Row[]>;
  for (const table of HASHED_TABLES) {
    const access = prisma[table] as unknown as { findMany: (args: object) => Promise<Row[]> };
    tables[table] = await access.findMany({ orderBy: { [keyOf(table)]: "asc" } });
  }
  return tables;
}

/** Changes made before the log existed are not in it; from the first logged one on, every one must be. */
async function againstImports(store: Store, subjects: Subjects): Promise<AuditCheck | undefined> {
  const imports = new Map(
    (await store.prisma.import.findMany({ select: { id: true, versionId: true } })).map((row) => [row.id, row.versionId]),
  );
  const logged = new Map<number, number>();
  for (const { seq, import: id, version } of subjects) {
    if (id === undefined) continue;
    if (imports.get(id) !== version)
      return { ok: false, seq, why: `it tells of import ${id} at version ${version ?? "?"}, which the store does not have` };
    logged.set(id, seq);
  }
  const first = Math.min(...logged.keys());
  const unlogged = [...imports.keys()].filter((id) => id >= first && !logged.has(id)).sort((a, b) => a - b)[0];
  if (unlogged !== undefined) return { ok: false, seq: null, why: `import ${unlogged} is in the store, but no entry tells of it` };
  return undefined;
}

/** The record has the same version that its last change logged. */
async function againstVersion(store: Store): Promise<AuditCheck | undefined> {
  const { seq, id } = await dataVersion(store);
  if (seq === 0) return undefined;
  try {
    const made = versionAfter(await loadStored(store, seq), NO_CHANGE).id;
    return made === id ? undefined : { ok: false, seq: null, why: `the record makes version ${made}, but import ${seq} left it at ${id}` };
  } catch (error) {
    // A value that this program never writes. A database error is not a finding, so it is rethrown.
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, seq: null, why: `the record cannot be read: ${error.message}` };
  }
}

/** Every row named by entries exists, and every existing row is named. */
function againstRows(
  rows: readonly Row[],
  subjects: Subjects,
  what: "review" | "document" | "candidate" | "reading",
  named: (entry: Subject) => readonly number[],
): AuditCheck | undefined {
  const there = new Set(rows.map(({ id }) => id));
  const logged = new Set<unknown>();
  for (const entry of subjects) {
    for (const id of named(entry)) {
      if (!there.has(id)) return { ok: false, seq: entry.seq, why: `it tells of ${what} ${id}, which the store does not have` };
      logged.add(id);
    }
  }
  const unlogged = rows.find(({ id }) => !logged.has(id));
  return unlogged && { ok: false, seq: null, why: `${what} ${String(unlogged["id"])} is in the store, but no entry tells of it` };
}

/** The readings from the first logged one on: entries once named none. */
function sinceLogged(readings: readonly Row[], subjects: Subjects): readonly Row[] {
  const first = subjects.find((entry) => entry.readings !== undefined)?.readings?.[0] ?? Infinity;
  return readings.filter(({ id }) => Number(id) >= first);
}

/** Every row matches its entry's hash. Entries from before rows were hashed have none. */
async function againstContent(tables: Tables, subjects: Subjects): Promise<AuditCheck | undefined> {
  const indexes = new Map<string, ReadonlyMap<unknown, readonly Row[]>>();
  const indexed = (table: HashedTable, column: string) => {
    const name = `${table} ${column}`;
    const index = indexes.get(name) ?? groupBy(tables[table], (row) => row[column]);
    indexes.set(name, index);
    return index;
  };
  const inKeyOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  const rowsWith: RowsWith = (table, column, numbers) =>
    Promise.resolve(inKeyOrder(numbers).flatMap((number) => indexed(table, column).get(number) ?? []));
  for (const { seq, content, ...named } of subjects) {
    if (content === undefined || (await rowHash(named, rowsWith)) === content) continue;
    const parts = [
      ...(named.import === undefined ? [] : [`import ${named.import}`]),
      ...(named.document === undefined ? [] : [`document ${named.document}`]),
      ...(named.reviews ?? []).map((id) => `review ${id}`),
    ];
    return { ok: false, seq, why: `the rows of ${parts.join(" and ")} are not as it hashed them` };
  }
  return undefined;
}
