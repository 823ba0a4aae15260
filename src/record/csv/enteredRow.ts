/** Validates a manually entered row by the columns, schemas and rules of its file, against the record. */
import type { OpenRecord } from "@/domain/facts/record";
import { type ReadRow, readRow } from "./factsFile";
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

/** Parses a row and checks it against the record. */
export function readEntered<F extends EnteredFile>(
  file: F,
  fields: Readonly<Record<string, string | undefined>>,
  record: OpenRecord,
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

/** The record as lines of files. Decisions and figures are left out: no row entered here refers to them. */
function rowsOf({ companies, policies, consolidations, events }: OpenRecord): RecordRows {
  const filed = <T>(rows: readonly T[]): Filed<T>[] => rows.map((row) => ({ line: ON_RECORD, lines: {}, row }));
  return {
    ...rowsOfFiles(() => []),
    "companies.csv": filed(
      companies.map(({ id, name, country, secCik, notes, fiscalYearEnd = null }) => ({ id, name, country, secCik, notes, fiscalYearEnd })),
    ),
    "names.csv": filed(
      companies.flatMap(({ id: company, formerNames }) =>
        formerNames.map(({ sourceUrl = "", note = "", ...name }) => ({ company, ...name, sourceUrl, note })),
      ),
    ),
    "listings.csv": filed(companies.flatMap(({ id: company, listings }) => listings.map((listing) => ({ company, ...listing })))),
    // The files have no publisher column.
    "policies.csv": filed(policies.map(({ company, from, to, policy, sourceUrl }) => ({ company, from, to, policy, sourceUrl }))),
    "consolidations.csv": filed(consolidations),
    "events.csv": filed(events),
  };
}
