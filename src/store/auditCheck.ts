/**
 * Checks the log from its first entry: every seal, and that log and record tell the same story. Store in → how many entries hold, or the
 * first one that is broken and why. Beyond the chain it finds a log whose end was cut off (a change or a decision that no entry tells
 * of) and a record that is not what its last change left.
 */
import type { Store } from "./client";
import { FIRST_PREVIOUS, sealOf } from "./audit";
import { dataVersion } from "./record";
import { versionAfter } from "./save";
import { loadStored } from "./stored";

export type AuditCheck =
  | { readonly ok: true; readonly entries: number; readonly last: string }
  /** `seq`: the first broken entry; null when the entries hold and the record does not agree with them. */
  | { readonly ok: false; readonly seq: number | null; readonly why: string };

const NOTHING_CHANGED = { added: [], gone: [], tables: [] };

/** Checks all of it. What is written meanwhile makes it start over. */
export async function verifyAudit(store: Store): Promise<AuditCheck> {
  for (let attempt = 1; ; attempt++) {
    const before = await lengthOf(store);
    const found = await checkOnce(store);
    if (found.ok || attempt === 5 || (await lengthOf(store)) === before) return found;
  }
}

async function lengthOf(store: Store): Promise<number> {
  return (await store.prisma.auditEntry.aggregate({ _max: { seq: true } }))._max.seq ?? 0;
}

async function checkOnce(store: Store): Promise<AuditCheck> {
  const entries = await store.prisma.auditEntry.findMany({ orderBy: { seq: "asc" } });
  let previous = FIRST_PREVIOUS;
  for (const [i, entry] of entries.entries()) {
    const broken = (why: string): AuditCheck => ({ ok: false, seq: entry.seq, why });
    if (entry.seq !== i + 1) return broken(`entry ${i + 1} is missing`);
    if (entry.previous !== previous) return broken("it does not continue the entry before it");
    if (entry.hash !== sealOf(entry)) return broken("its content is not what was sealed");
    previous = entry.hash;
  }
  const subjects = entries.map(({ seq, subject }) => ({
    seq,
    ...(JSON.parse(subject) as { import?: number; version?: string; reviews?: number[] }),
  }));
  return (
    (await againstImports(store, subjects)) ??
    (await againstReviews(store, subjects)) ?? { ok: true, entries: entries.length, last: previous }
  );
}

type Told = readonly { readonly seq: number; readonly import?: number; readonly version?: string; readonly reviews?: readonly number[] }[];

/** Changes made before there was a log are not in it; from the first one that is, every one must be. */
async function againstImports(store: Store, told: Told): Promise<AuditCheck | undefined> {
  const imports = new Map(
    (await store.prisma.import.findMany({ select: { id: true, versionId: true } })).map((row) => [row.id, row.versionId]),
  );
  const logged = new Map<number, number>();
  for (const { seq, import: id, version } of told) {
    if (id === undefined) continue;
    if (imports.get(id) !== version)
      return { ok: false, seq, why: `it tells of import ${id} at version ${version ?? "?"}, which the store does not have` };
    logged.set(id, seq);
  }
  const first = Math.min(...logged.keys());
  const unlogged = [...imports.keys()].filter((id) => id >= first && !logged.has(id)).sort((a, b) => a - b)[0];
  if (unlogged !== undefined) return { ok: false, seq: null, why: `import ${unlogged} is in the store, but no entry tells of it` };
  const { seq, id } = await dataVersion(store);
  const made = versionAfter(await loadStored(store, seq), NOTHING_CHANGED).id;
  if (seq > 0 && made !== id) return { ok: false, seq: null, why: `the record makes version ${made}, but import ${seq} left it at ${id}` };
  return undefined;
}

async function againstReviews(store: Store, told: Told): Promise<AuditCheck | undefined> {
  const there = new Set((await store.prisma.review.findMany({ select: { id: true } })).map(({ id }) => id));
  const logged = new Set<number>();
  for (const { seq, reviews } of told) {
    for (const id of reviews ?? []) {
      if (!there.has(id)) return { ok: false, seq, why: `it tells of review ${id}, which the store does not have` };
      logged.add(id);
    }
  }
  const unlogged = [...there].filter((id) => !logged.has(id)).sort((a, b) => a - b)[0];
  return unlogged === undefined ? undefined : { ok: false, seq: null, why: `review ${unlogged} is in the store, but no entry tells of it` };
}
