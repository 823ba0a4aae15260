/** Validates a manually entered figure or row by the columns, schemas and rules of its file, a row also against the record. */
import type { FiledFact, FiledRecord } from "@/domain/facts/filedRecord";
import { POLICY_STATEMENT } from "@/domain/facts/recordFiles";
import type { Day } from "@/domain/values/period";
import { type ReadRow, readRow, type RowProblem } from "./factsFile";
import { checkRecord, ON_RECORD } from "./recordCheck";
import { type Filed, FILES, type RecordRows, rowsOfFiles } from "./recordRows";

/** Files whose rows are entered one by one. Figures have their own rules for objections (store/review/deskEntry.ts). */
export const ENTERED_FILE = {
  company: "companies.csv",
  name: "names.csv",
  listing: "listings.csv",
  policy: "policies.csv",
  event: "events.csv",
} as const;
export type RowKind = keyof typeof ENTERED_FILE;
export const ROW_KINDS = Object.keys(ENTERED_FILE) as RowKind[];
export const isRowKind = (text: string): text is RowKind => ROW_KINDS.some((kind) => kind === text);
export type EnteredFile = (typeof ENTERED_FILE)[RowKind];

export type RowField = (typeof FILES)[EnteredFile]["columns"][number];
export const fieldsOf = (kind: RowKind): readonly RowField[] => FILES[ENTERED_FILE[kind]].columns;

type ReadFigure = { readonly ok: true; readonly fact: FiledFact } | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Parses a figure as a line of facts.csv. `retrievedOn`: the day on which a person entered it from its source. */
export function readFigure(fields: Readonly<Record<string, string | undefined>>, retrievedOn: Day): ReadFigure {
  const read = readRow("facts.csv", fields);
  if (!read.ok) return read;
  if (read.row.kind === "statement")
    return { ok: false, problems: [{ column: "metric", message: `${POLICY_STATEMENT} carries no figure; enter it in a file` }] };
  const { fact } = read.row;
  return { ok: true, fact: { ...fact, line: 1, source: { ...fact.source, retrievedOn } } };
}

/** The rows on record that an entered one could contradict, as the files state them. */
type OnRecord = Pick<FiledRecord, "companies" | "names" | "listings" | "policies" | "consolidations" | "events">;

/** Parses a row and checks it against the record. */
export function readEntered<F extends EnteredFile>(
  file: F,
  fields: Readonly<Record<string, string | undefined>>,
  record: OnRecord,
): ReadRow<F> {
  const read = readRow(file, fields);
  if (!read.ok) return read;
  const rows = rowsOf(record);
  const filed = { line: 1, lines: {}, row: read.row };
  const problems = checkRecord({ ...rows, [file]: [...rows[file], filed] }).filter(
    (problem) => problem.file === file && problem.line !== ON_RECORD,
  );
  return problems.length === 0 ? read : { ok: false, problems };
}

/** The record as lines of files, those of others left out. */
function rowsOf({ companies, names = [], listings, policies, consolidations, events }: OnRecord): RecordRows {
  const filed = <T>(rows: readonly T[]): Filed<T>[] => rows.map((row) => ({ line: ON_RECORD, lines: {}, row }));
  return {
    ...rowsOfFiles(() => []),
    "companies.csv": filed(companies),
    "names.csv": filed(names),
    "listings.csv": filed(listings),
    "policies.csv": filed(policies),
    "consolidations.csv": filed(consolidations),
    "events.csv": filed(events),
  };
}
