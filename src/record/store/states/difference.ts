/** The changes that an import of files makes. Files never undo the desk's entries; facts of one rank keep the file's order. */
import type { FiledFact, FiledRecord } from "@/domain/facts/filedRecord";
import { type Fact, keyOf } from "@/domain/facts/fact";
import { groupBy, takingFrom } from "@/domain/shared/group";
import { factsInForce, type Stored } from "../database/stored";
import {
  type Content,
  contentKey,
  filedContents,
  type StoredRow,
  subjectKey,
  type Table,
  type TableName,
  TABLES,
} from "../database/tables";

export interface GoneFact {
  readonly fact: Fact;
  /** The new fact that replaces it; null when it is withdrawn. */
  readonly by: FiledFact | null;
  readonly reason: string;
}

export interface TableDifference {
  readonly table: Table;
  readonly added: readonly Content[];
  readonly retired: readonly StoredRow[];
}

export interface Difference {
  readonly added: readonly FiledFact[];
  readonly gone: readonly GoneFact[];
  readonly tables: readonly TableDifference[];
}

const WITHDRAWN = "no longer in the record";
const REPLACED = "replaced in the record";
const REORDERED = "recorded again: the order of its sources in the record changed";

export type AnyFact = Pick<Fact, "company" | "metric" | "period" | "written" | "note"> & { readonly source: Omit<Fact["source"], "id"> };

/** Facts of the same company, metric, period and rank: only their order decides which is chosen. */
export const rankKey = (fact: AnyFact) => `${keyOf(fact)} ${fact.source.kind} ${fact.source.publishedOn ?? ""}`;

/** All content of a fact as one text. */
function factKey({ company, metric, period, written, note, source }: AnyFact): string {
  const { kind, publishedOn, retrievedOn, address } = source;
  return JSON.stringify([company, metric, period, kind, publishedOn, address, retrievedOn, written, note]);
}

/** The same without the retrieval day, which files do not contain. */
export const statedKey = (fact: AnyFact) => factKey({ ...fact, source: { ...fact.source, retrievedOn: null } });

/** Facts from files that a person superseded at the desk. */
function replacedAtDesk(stored: Stored): Fact[] {
  const gone = new Set(stored.supersessions.filter(({ addedIn }) => stored.deskImports.has(addedIn)).map(({ factId }) => factId));
  return stored.facts.filter(({ id }) => gone.has(id) && !stored.deskFacts.has(id));
}

/** What must change in the store so that it says what the files say. */
export const difference = (stored: Stored, filed: FiledRecord): Difference => ({
  ...factDifference(stored, filed.facts),
  tables: TABLES.map((table) => tableDifference(table, stored, filedContents(table, filed))).filter(
    ({ added, retired }) => added.length + retired.length > 0,
  ),
});

/** The facts that count after a change, in recorded order. */
export function factsAfter(stored: Stored, { added, gone }: Pick<Difference, "added" | "gone">): (Fact | FiledFact)[] {
  const left = new Set(gone.map(({ fact }) => fact.id));
  return [...factsInForce(stored).filter(({ id }) => !left.has(id)), ...added];
}

export const NO_CHANGE: Difference = { added: [], gone: [], tables: [] };

export const isEmpty = ({ added, gone, tables }: Difference): boolean => added.length + gone.length + tables.length === 0;

function factDifference(stored: Stored, facts: readonly FiledFact[]): Pick<Difference, "added" | "gone"> {
  const inForce = factsInForce(stored);
  const desk = inForce.filter(({ id }) => stored.deskFacts.has(id));
  // A line that repeats an entry at the desk word for word is not a second statement, and one that repeats a fact replaced at the desk does
  // not restore it.
  const stated = without(facts, [...desk, ...replacedAtDesk(stored)], statedKey);
  const before = groupBy(
    inForce.filter(({ id }) => !stored.deskFacts.has(id)),
    rankKey,
  );
  const after = groupBy(stated, rankKey);

  const fresh = new Set<FiledFact>();
  const gone: Fact[] = [];
  for (const [rank, wanted] of after) {
    const { kept, rest, missing } = keepInOrder(before.get(rank) ?? [], wanted);
    before.set(rank, kept);
    gone.push(...rest);
    for (const fact of missing) fresh.add(fact);
  }
  for (const [rank, old] of before) if (!after.has(rank)) gone.push(...old);
  gone.sort((a, b) => a.id - b.id);
  const added = facts.filter((fact) => fresh.has(fact));
  return { added, gone: replacements(gone, added) };
}

/** The longest prefix of `wanted` that is present in this order stays; everything else is removed, and what is then missing is appended. */
function keepInOrder(old: readonly Fact[], wanted: readonly FiledFact[]) {
  const kept: Fact[] = [];
  let next = 0;
  for (const fact of old) {
    const want = wanted[next];
    if (want === undefined || factKey(want) !== factKey(fact)) continue;
    kept.push(fact);
    next++;
  }
  return { kept, rest: old.filter((fact) => !kept.includes(fact)), missing: wanted.slice(next) };
}

/** The new fact that replaces each removed one: matched by the same words first, then the same address, then the same kind of source. */
function replacements(gone: readonly Fact[], added: readonly FiledFact[]): GoneFact[] {
  const byKey = groupBy(added, keyOf);
  const taken = new Set<FiledFact>();
  const found = new Map<Fact, FiledFact>();
  const tests: ((old: Fact, fact: FiledFact) => boolean)[] = [
    (old, fact) => factKey(old) === factKey(fact),
    (old, fact) => old.source.address === fact.source.address,
    (old, fact) => old.source.kind === fact.source.kind,
  ];
  for (const test of tests) {
    for (const old of gone) {
      if (found.has(old)) continue;
      const candidates = (byKey.get(keyOf(old)) ?? []).filter((fact) => !taken.has(fact));
      const match = candidates.find((fact) => test(old, fact));
      if (!match) continue;
      found.set(old, match);
      taken.add(match);
    }
  }
  return gone.map((fact) => {
    const by = found.get(fact);
    if (!by) return { fact, by: null, reason: WITHDRAWN };
    return { fact, by, reason: factKey(fact) === factKey(by) ? REORDERED : REPLACED };
  });
}

/** Tables in which a subject has one row in force: a company's profile, a month's price. */
const ONE_AT_A_TIME: readonly TableName[] = ["companyProfile", "btcPrice"];

function tableDifference(table: Table, stored: Stored, wanted: readonly Content[] | undefined): TableDifference {
  if (wanted === undefined) return { table, added: [], retired: [] };
  const rows = stored.rows[table.name];
  const subjectOf = (content: Content) => subjectKey(table, content);
  const daysOf = ({ days }: Content) => Number(days ?? 0);
  const daysStated = new Map(wanted.map((content) => [subjectOf(content), daysOf(content)]));
  // A price of fewer days than the files' was fetched before its month was over.
  const isOfDesk = ({ addedIn, content }: StoredRow) =>
    stored.deskImports.has(addedIn) && daysOf(content) >= (daysStated.get(subjectOf(content)) ?? 0);
  // These tables have one row for each subject, and the one entered at the desk stays.
  const held = new Set(ONE_AT_A_TIME.includes(table.name) ? rows.filter(isOfDesk).map(({ content }) => subjectOf(content)) : []);
  const keyOfRow = ({ content }: Pick<StoredRow, "content">) => contentKey(table, content);
  const stated = wanted.map((content) => ({ content }));
  return {
    table,
    added: without(
      stated.filter(({ content }) => !held.has(subjectOf(content))),
      rows,
      keyOfRow,
    ).map(({ content }) => content),
    retired: without(
      rows.filter((row) => !isOfDesk(row)),
      stated,
      keyOfRow,
    ),
  };
}

/** `list` minus one item for each item of `less` with the same key. */
function without<T extends U, U>(list: readonly T[], less: readonly U[], keyOfItem: (item: U) => string): T[] {
  const isTaken = takingFrom(less, keyOfItem);
  return list.filter((item) => !isTaken(item));
}
