/**
 * A difference in words, as the operator reads it and as the import keeps it: how many rows of each table came and went, and each
 * change on a line of its own ("+" new, "~" changed, "−" gone).
 */
import { type FiledFact } from "@/domain/filedRecord";
import { type Fact, SOURCE_KIND_LABEL } from "@/domain/fact";
import { grouped } from "@/domain/numberText";
import type { Difference } from "./difference";
import { subjectKey, type TableName, TABLES } from "./tables";

export interface Counts {
  readonly facts: { readonly added: number; readonly superseded: number; readonly withdrawn: number };
  readonly tables: Readonly<Partial<Record<TableName, { readonly added: number; readonly retired: number }>>>;
  /** Lines that were read and not taken. A file is taken whole or not at all, so files have none. */
  readonly refused: number;
}

export function countsOf({ added, gone, tables }: Difference): Counts {
  const superseded = gone.filter(({ by }) => by !== null).length;
  return {
    facts: { added: added.length, superseded, withdrawn: gone.length - superseded },
    tables: Object.fromEntries(tables.map((change) => [change.table.name, { added: change.added.length, retired: change.retired.length }])),
    refused: 0,
  };
}

/**
 * One line per table: "2,006 facts added, 3 superseded", "1 company changed". Empty when nothing changed. The counts hold a changed row as
 * one added and one retired; the details tell which of them are one row.
 */
export function countLines({
  counts: { facts, tables },
  details,
}: {
  readonly counts: Counts;
  readonly details: readonly string[];
}): string[] {
  const { added, superseded, withdrawn } = facts;
  return [
    { label: ["fact", "facts"] as const, parts: { added, superseded, withdrawn } },
    ...TABLES.map(({ name, label }) => {
      const changed = details.filter((line) => line.startsWith(changeOf(label[0]))).length;
      const { added, retired } = tables[name] ?? { added: 0, retired: 0 };
      return { label, parts: { changed, added: added - changed, retired: retired - changed } };
    }),
  ].flatMap(({ label: [one, many], parts }) => {
    const said = Object.entries(parts).filter(([, count]) => count > 0);
    const line = said.map(([how, count], at) => `${grouped(count)} ${at > 0 ? "" : count === 1 ? `${one} ` : `${many} `}${how}`);
    return line.length === 0 ? [] : [line.join(", ")];
  });
}

/** How the line of a changed row of a table begins. */
const changeOf = (label: string) => `~ ${label} `;

export function detailsOf({ added, gone, tables }: Difference): string[] {
  const replacing = new Set(gone.map(({ by }) => by));
  const lines: string[] = [];
  for (const { fact, by, reason } of gone) {
    if (by === null) lines.push(`− ${factText(fact)}: ${reason}`);
    else lines.push(`~ ${subjectText(fact)} ${changeText(fact, by)}`);
  }
  for (const fact of added) if (!replacing.has(fact)) lines.push(`+ ${factText(fact)}`);
  for (const { table, added: fresh, retired } of tables) {
    const old = retired.map(({ content }) => content);
    for (const row of fresh) {
      const at = old.findIndex((was) => subjectKey(table, was) === subjectKey(table, row));
      const [was] = at === -1 ? [] : old.splice(at, 1);
      lines.push(was ? `${changeOf(table.label[0])}${table.say(was)} → ${table.say(row)}` : `+ ${table.label[0]} ${table.say(row)}`);
    }
    for (const was of old) lines.push(`− ${table.label[0]} ${table.say(was)}`);
  }
  return lines;
}

type AnyFact = FiledFact | Fact;

const subjectText = ({ company, period, metric }: AnyFact) => `${company} ${period} ${metric}`;

function sourceText({ source }: AnyFact): string {
  return `(${SOURCE_KIND_LABEL[source.kind]}, ${source.publishedOn ?? "undated"})`;
}

function factText(fact: AnyFact): string {
  return `${subjectText(fact)} ${fact.written} ${sourceText(fact)}`;
}

function changeText(old: AnyFact, by: AnyFact): string {
  if (old.written !== by.written) return `${old.written} → ${by.written} ${sourceText(by)}`;
  if (sourceText(old) !== sourceText(by)) return `${by.written} ${sourceText(old)} → ${sourceText(by)}`;
  if (old.source.address !== by.source.address) return `${by.written}: ${old.source.address} → ${by.source.address}`;
  return old.note === by.note ? `${by.written}: order of its sources` : `${by.written}: note "${old.note}" → "${by.note}"`;
}
