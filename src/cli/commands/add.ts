/** `record add`: enters a figure, a file of facts, or a row. Options are the columns of the record's files, parsed by the same rules. */
import { Refusal } from "@/domain/shared/refusal";
import { sha256Of } from "@/record/sha256";
import { ENTERED_FILE, isRowKind, readFigure, type RowKind } from "@/record/csv/enteredRow";
import { unreadable } from "@/record/unreadable";
import { readFile } from "node:fs/promises";
import { problemText } from "@/record/csv/csv";
import { readFactsFile, readRow } from "@/record/csv/factsFile";
import { type FileName, FILES } from "@/record/csv/recordRows";
import { addFigure, addRow, uploadFacts } from "@/record/store/review/deskEntry";
import { loadCompanies } from "@/record/store/states/loadRecord";
import { command, count, operatorNow, text, withStore, written, yes } from "./terminal";
import { printChange } from "./review";

const USAGE = {
  figure:
    "add --company COMPANY --metric METRIC --period PERIOD --value VALUE --source URL --kind KIND [--published DAY] [--note NOTE] [--by NAME]",
  csv: "add --csv FILE [--dry-run] [--note NOTE] [--by NAME]",
  company: "add company COMPANY --name NAME --country COUNTRY [--cik NUMBER] [--fiscal-year-end MM-DD] [--note NOTE] [--by NAME]",
  name: "add name COMPANY --name NAME [--from MONTH] [--to MONTH] [--source URL] [--note NOTE] [--by NAME]",
  listing: "add listing COMPANY --exchange EXCHANGE --ticker TICKER [--from MONTH] [--to MONTH] [--by NAME]",
  policy: "add policy COMPANY --policy holds_all|mixed|sells_all [--from MONTH] [--to MONTH] --source URL [--by NAME]",
  event: "add event --date DAY --label LABEL --kind KIND [--source SOURCE] [--by NAME]",
};

/** The options that are not called as their column is. */
const OPTION_OF: Readonly<Record<string, string>> = {
  source_kind: "kind",
  published_on: "published",
  source_url: "source",
  sec_cik: "cik",
  fiscal_year_end: "fiscal-year-end",
  notes: "note",
};

const optionOf = (column: string): string => OPTION_OF[column] ?? column;

const COLUMNS = (["facts.csv", ...Object.values(ENTERED_FILE)] as const).flatMap((file): readonly string[] => FILES[file].columns);
const OPTIONS: Readonly<Record<string, typeof text>> = Object.fromEntries(COLUMNS.map((column) => [optionOf(column), text]));

type Values = Readonly<Record<string, string | undefined>>;

export const addCommand = command({
  usage: Object.values(USAGE),
  options: { ...OPTIONS, csv: text, by: text, "dry-run": yes },
  words: [0, 2],
  run: async ({ "dry-run": dryRun = false, ...rest }, [what, subject]) => {
    if (what === undefined && rest.csv !== undefined) return facts(rest.csv, dryRun, rest);
    if (dryRun) throw new Refusal(`--dry-run is for files. Write: ${written(USAGE.csv)}`);
    if (what === undefined) return figure(rest);
    if (!isRowKind(what))
      throw new Refusal(`"${what}" is nothing that can be added. Write one of:\n${Object.values(USAGE).map(written).join("\n")}`);
    return row(what, { ...rest, ...(subject !== undefined && { company: subject }) });
  },
});

function complain(problems: readonly { readonly column: string; readonly message: string }[], usage: string): never {
  throw new Refusal([...problems.map(({ column, message }) => `--${optionOf(column)} ${message}`), `Write: ${written(usage)}`].join("\n"));
}

async function figure(values: Values): Promise<number> {
  const operator = operatorNow(values.by);
  const read = readFigure(fieldsOf("facts.csv", values), operator.at.slice(0, 10));
  if (!read.ok) complain(read.problems, USAGE.figure);
  return withStore(async (store) => printChange(await addFigure(store, read.fact, operator), "Nothing was added."));
}

async function facts(path: string, dryRun: boolean, { by, note }: Values): Promise<number> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Refusal(`${unreadable(path, error)} Nothing was added.`);
  });
  return withStore(async (store) => {
    const read = await readFactsFile(bytes, new Set((await loadCompanies(store)).map(({ id }) => id)), path);
    if (!read.ok) throw new Refusal([...read.problems.map(problemText), ...more(read), "Nothing was added."].join("\n"));
    const sha256 = sha256Of(bytes);
    const done = await uploadFacts(store, { ...read, sha256 }, operatorNow(by), { dryRun, note: note ?? "" });
    for (const { line, sentence } of done.result.doubts) console.log(`${path}:${line} ${sentence}`);
    if (done.result.known > 0) console.log(`${count(done.result.known, "line is", "lines are")} on record already.`);
    return printChange(done, dryRun ? "Dry run: nothing was written." : "Nothing new: nothing was added.");
  });
}

const more = ({ problems, count }: { readonly problems: readonly unknown[]; readonly count: number }): string[] =>
  count > problems.length ? [`and ${count - problems.length} more problems`] : [];

async function row(what: RowKind, values: Values): Promise<number> {
  const file = ENTERED_FILE[what];
  const fields = fieldsOf(file, values);
  const read = readRow(file, fields);
  if (!read.ok) complain(read.problems, USAGE[what]);
  return withStore(async (store) => printChange(await addRow(store, file, fields, operatorNow(values.by)), "Nothing was added."));
}

/** The options as columns of a file. */
const fieldsOf = (file: FileName, values: Values): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(FILES[file].columns.map((column) => [column, values[optionOf(column)]]));
