/**
 * The version: a hash of the record's content, and its last day of publication; the same on every machine and for any sequence of imports.
 * Row numbers, import times, superseded facts and retrieval days are left out.
 */
import { compareText } from "@/domain/shared/group";
import { createHash } from "node:crypto";
import { type AnyFact, rankKey, statedKey } from "./difference";
import { type Content, contentKey, TABLES, type TableName } from "../database/tables";

export interface RecordVersion {
  readonly id: string;
  readonly date: string;
}

export const NO_VERSION: RecordVersion = { id: "000000000000", date: "1970-01-01" };

/** `facts` in recorded order: among facts of the same rank it decides which one is chosen, so it is part of the content. */
export function versionOf(facts: readonly AnyFact[], rows: Readonly<Record<TableName, readonly Content[]>>): RecordVersion {
  const hash = createHash("sha256");
  const ranked = facts.map((fact, order) => ({ rank: rankKey(fact), order, text: statedKey(fact) }));
  ranked.sort((a, b) => (a.rank === b.rank ? a.order - b.order : compareText(a.rank, b.rank)));
  for (const { text } of ranked) hash.update(`fact\t${text}\n`);
  for (const table of TABLES) {
    const lines = rows[table.name].map((content) => contentKey(table, stated(content))).sort(compareText);
    for (const line of lines) hash.update(`${table.name}\t${line}\n`);
  }
  const published = [
    ...facts,
    ...rows.policyStatement.map(({ publishedOn }) => ({ source: { publishedOn: publishedOn as string | null } })),
  ];
  return { id: hash.digest("hex").slice(0, 12), date: lastPublished(published) };
}

/** A row without the fields that files do not contain. */
export const stated = (content: Content): Content => ("retrievedOn" in content ? { ...content, retrievedOn: null } : content);

/** The latest day of publication among these. */
export const lastPublished = (list: readonly { readonly source: { readonly publishedOn: string | null } }[]): string =>
  list.reduce(
    (last, { source }) => (source.publishedOn !== null && source.publishedOn > last ? source.publishedOn : last),
    NO_VERSION.date,
  );
