/** Entries by hand or from a file → one import of kind "desk". It only adds; an entry with objections needs a note. */
import { withCandidate } from "@/domain/review/candidate";
import type { FiledFact, FiledStatement } from "@/domain/facts/filedRecord";
import { figuresOf } from "@/domain/figures/figures";
import { flagsOf } from "@/domain/review/flags";
import { groupBy } from "@/domain/shared/group";
import type { BtcPrice } from "@/domain/facts/record";
import { type EnteredFile, readEntered } from "@/record/csv/enteredRow";
import { nextTurn } from "@/record/csv/factsFile";
import { filedRow } from "@/record/csv/readRecord";
import type { Operator, Subject } from "../database/audit";
import type { Store } from "../database/client";
import { changeAtDesk, type DeskChanged, type Present, ReviewRefused } from "./deskChange";
import { statedKey, type TableDifference } from "../states/difference";
import { factsInForce, filedRows, type Stored } from "../database/stored";
import { type Content, contentKey, contentsOf, filedContents, type Table, TABLE, TABLES } from "../database/tables";
import { stated } from "../states/version";

/** What is told of uploaded lines. */
interface Entered {
  /** Lines that are on record already. */
  readonly known: number;
  /** Objections to new lines, by line. */
  readonly doubts: readonly { readonly line: number; readonly sentence: string }[];
}

/** Enters one figure. Throws ReviewRefused when there are objections and no note explains why it is right. */
export const addFigure = (store: Store, fact: FiledFact, operator: Operator): Promise<DeskChanged> =>
  changeAtDesk(store, operator, (present) => {
    mustBeKnown(fact.company, present.stored);
    if (factsInForce(present.stored).some((one) => bareKey(one) === bareKey(fact)))
      throw new ReviewRefused("This very figure is on record from this very source.");
    const flags = flagsOf(figuresOf(present.record, operator.at.slice(0, 10)), fact);
    const sentences = flags.map(({ sentence }) => sentence);
    if (flags.length > 0 && fact.note.trim() === "")
      throw new ReviewRefused(`The figure needs a note that says why it is right all the same: ${sentences.join(" ")}`, "note");
    return additions("add", [fact], []);
  });

/** Enters facts and statements; `dryRun` only reports. Throws ReviewRefused for lines with objections when there is no note. */
export function uploadFacts(
  store: Store,
  filed: { readonly facts: readonly FiledFact[]; readonly statements: readonly FiledStatement[]; readonly sha256: string },
  operator: Operator,
  { dryRun = false, note = "" }: { readonly dryRun?: boolean; readonly note?: string } = {},
): Promise<DeskChanged<Entered>> {
  const work = async (present: Present) => {
    const { stored } = present;
    for (const { company } of [...filed.facts, ...filed.statements]) mustBeKnown(company, stored);
    const fresh = newFacts(stored, filed.facts);
    const table = TABLE.policyStatement;
    const statements = contentsOf(table, filed.statements);
    const rows = newRows(table, statements, stored);
    const known = filed.facts.length - fresh.length + statements.length - rows.length;
    let figures = figuresOf(present.record, operator.at.slice(0, 10));
    const doubts: { line: number; sentence: string }[] = [];
    for (const fact of fresh) {
      for (const { sentence } of flagsOf(figures, fact)) doubts.push({ line: fact.line, sentence });
      figures = withCandidate(figures, fact);
      await nextTurn();
    }
    const doubted = new Set(doubts.map(({ line }) => line));
    const bare = fresh.filter((fact) => doubted.has(fact.line) && fact.note.trim() === "");
    if (!dryRun && bare.length > 0 && note.trim() === "")
      throw new ReviewRefused(
        `Something speaks against line ${bare.map(({ line }) => line).join(", ")}: it needs a note that says why it is right all the same, in the file or for all of them.`,
        "note",
      );
    const added = fresh.map((fact) => (bare.includes(fact) ? { ...fact, note: note.trim() } : fact));
    const tables = rows.length === 0 ? [] : [{ table, added: rows, retired: [] }];
    return { ...additions("upload", added, tables, { sha256: filed.sha256 }), result: { known, doubts } };
  };
  return changeAtDesk(store, operator, work, { dryRun });
}

/** Enters a row, given as the fields of a line of its file. Throws ReviewRefused with the errors of the file's checks. */
export const addRow = (
  store: Store,
  file: EnteredFile,
  fields: Readonly<Record<string, string | undefined>>,
  operator: Operator,
): Promise<DeskChanged> =>
  changeAtDesk(store, operator, ({ stored }) => {
    const read = readEntered(file, fields, filedRows(stored));
    if (!read.ok) {
      const said = read.problems.map(({ column, message }) => (column === "" ? message : `${column}: ${message}`));
      throw new ReviewRefused(`${said.join("; ")}.`, read.problems[0]?.column);
    }
    const filed = filedRow(file, read.row);
    const tables = TABLES.map((table) => ({ table, added: filedContents(table, filed) ?? [], retired: [] })).filter(
      ({ added }) => added.length > 0,
    );
    return additions("add", [], tables);
  });

/** Adds monthly prices that the record lacks or has from fewer days. A finished month's price is never changed. */
export const addPrices = (store: Store, prices: readonly BtcPrice[], operator: Operator): Promise<DeskChanged> =>
  changeAtDesk(store, operator, ({ stored }) => {
    const table = TABLE.btcPrice;
    const held = new Map(stored.rows.btcPrice.map((row) => [row.content["month"], row]));
    const better = prices.filter(({ month, days }) => Number(held.get(month)?.content["days"] ?? 0) < days);
    const retired = better.flatMap(({ month }) => held.get(month) ?? []);
    const added = contentsOf(table, better);
    const tables = added.length === 0 ? [] : [{ table, added, retired }];
    return additions("add", [], tables);
  });

/** New facts and rows as a plan. `named`: what the log entry names besides them. */
const additions = (what: "add" | "upload", added: readonly FiledFact[], tables: readonly TableDifference[], named: Subject = {}) => ({
  ...{ change: { added, gone: [], tables }, verdicts: [], what, result: undefined },
  subject: { ...named, rows: tables.reduce((sum, table) => sum + table.added.length, 0) },
});

/**
 * Lines that no fact in force repeats word for word; a duplicated line is new twice. A line without a note also matches a fact with one:
 * the note may have been added when the file was accepted.
 */
function newFacts(stored: Stored, facts: readonly FiledFact[]): FiledFact[] {
  const there = groupBy(factsInForce(stored), bareKey);
  return facts.filter((fact) => {
    const same = there.get(bareKey(fact)) ?? [];
    const known = same.find(({ note }) => note === fact.note) ?? (fact.note === "" ? same[0] : undefined);
    // Each fact matches only one line of the file.
    if (known !== undefined) same.splice(same.indexOf(known), 1);
    return known === undefined;
  });
}

const bareKey = (fact: Parameters<typeof statedKey>[0]) => statedKey({ ...fact, note: "" });

function newRows(table: Table, rows: readonly Content[], stored: Stored): Content[] {
  const key = (content: Content) => contentKey(table, stated(content));
  const there = new Set(stored.rows[table.name].map(({ content }) => key(content)));
  return rows.filter((row) => !there.has(key(row)));
}

function mustBeKnown(company: string, { companyIds }: Stored): void {
  if (!companyIds.includes(company))
    throw new ReviewRefused(`"${company}" is not on record; correct the name, or add the company first.`, "company");
}
