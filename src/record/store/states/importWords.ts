/** A difference in words: added and retired rows by table, and each change on a line ("+" new, "~" changed, "−" gone). */
import { type FiledFact } from "@/domain/facts/filedRecord";
import { type Fact, SOURCE_KIND_LABEL } from "@/domain/facts/fact";
import { grouped } from "@/domain/shared/numberText";
import type { Difference, TableDifference } from "./difference";
import { type Content, subjectKey, type TableName, TABLES } from "../database/tables";

export interface Counts {
  readonly facts: { readonly added: number; readonly superseded: number; readonly withdrawn: number };
  /** Imports older than the count of changed rows have each of them as one added and one retired. */
  readonly tables: Readonly<Partial<Record<TableName, { readonly changed?: number; readonly added: number; readonly retired: number }>>>;
}

/** Numbers of facts and rows that a difference changes. */
export function countsOf({ added, gone, tables }: Difference): Counts {
  const superseded = gone.filter(({ by }) => by !== null).length;
  return {
    facts: { added: added.length, superseded, withdrawn: gone.length - superseded },
    tables: Object.fromEntries(
      tables.map((change) => {
        const { changed, added: fresh, retired } = pairedRows(change);
        return [change.table.name, { changed: changed.length, added: fresh.length, retired: retired.length }];
      }),
    ),
  };
}

/** One line per table: "2,006 facts added, 3 superseded", "1 company changed". Empty when nothing changed. */
export function countLines({ facts, tables }: Counts): string[] {
  const { added, superseded, withdrawn } = facts;
  return [
    { label: ["fact", "facts"] as const, parts: { added, superseded, withdrawn } },
    ...TABLES.map(({ name, label }) => ({ label, parts: { changed: 0, added: 0, retired: 0, ...tables[name] } })),
  ].flatMap(({ label: [one, many], parts }) => {
    const said = Object.entries(parts).filter(([, count]) => count > 0);
    const line = said.map(([how, count], at) => `${grouped(count)} ${at > 0 ? "" : count === 1 ? `${one} ` : `${many} `}${how}`);
    return line.length === 0 ? [] : [line.join(", ")];
  });
}

/** One line for each change. */
export function detailsOf({ added, gone, tables }: Difference): string[] {
  const replacing = new Set(gone.map(({ by }) => by));
  return [
    ...gone.map(({ fact, by, reason }) =>
      by === null ? `− ${factText(fact)}: ${reason}` : `~ ${subjectText(fact)} ${changeText(fact, by)}`,
    ),
    ...added.filter((fact) => !replacing.has(fact)).map((fact) => `+ ${factText(fact)}`),
    ...tables.flatMap((change) => {
      const { say, label } = change.table;
      const { changed, added: fresh, retired } = pairedRows(change);
      return [
        ...changed.map(({ was, row }) => `~ ${label[0]} ${say(was)} → ${say(row)}`),
        ...fresh.map((row) => `+ ${label[0]} ${say(row)}`),
        ...retired.map((was) => `− ${label[0]} ${say(was)}`),
      ];
    }),
  ];
}

/** A retired and an added row about the same subject are one changed row. */
function pairedRows({ table, added, retired }: TableDifference) {
  const gone = retired.map(({ content }) => content);
  const fresh: Content[] = [];
  const changed: { readonly was: Content; readonly row: Content }[] = [];
  for (const row of added) {
    const at = gone.findIndex((was) => subjectKey(table, was) === subjectKey(table, row));
    const [was] = at === -1 ? [] : gone.splice(at, 1);
    if (was === undefined) fresh.push(row);
    else changed.push({ was, row });
  }
  return { changed, added: fresh, retired: gone };
}

type AnyFact = FiledFact | Fact;

const subjectText = ({ company, period, metric }: AnyFact) => `${company} ${period} ${metric}`;

const sourceText = ({ source }: AnyFact): string => `(${SOURCE_KIND_LABEL[source.kind]}, ${source.publishedOn ?? "undated"})`;

const factText = (fact: AnyFact): string => `${subjectText(fact)} ${fact.written} ${sourceText(fact)}`;

function changeText(old: AnyFact, by: AnyFact): string {
  if (old.written !== by.written) return `${old.written} → ${by.written} ${sourceText(by)}`;
  if (sourceText(old) !== sourceText(by)) return `${by.written} ${sourceText(old)} → ${sourceText(by)}`;
  if (old.source.address !== by.source.address) return `${by.written}: ${old.source.address} → ${by.source.address}`;
  return old.note === by.note ? `${by.written}: order of its sources` : `${by.written}: note "${old.note}" → "${by.note}"`;
}
