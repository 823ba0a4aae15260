/**
 * The rows that an operator may add besides figures: companies, former names, listings, policies and events. Each is a line of one of the
 * record's files: the fields of its form are the file's columns, and it is read by the same rules.
 */
import type { EnteredFile } from "@/record/csv/enteredRow";
import { readRow, type RowProblem } from "@/record/csv/factsFile";
import { FILES } from "@/record/csv/recordRows";

export const ROW_KINDS = ["company", "name", "listing", "policy", "event"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export const isRowKind = (text: string): text is RowKind => ROW_KINDS.some((kind) => kind === text);

const FILE_OF = {
  company: "companies.csv",
  name: "names.csv",
  listing: "listings.csv",
  policy: "policies.csv",
  event: "events.csv",
} as const satisfies Record<RowKind, EnteredFile>;

export type RowField = (typeof FILES)[(typeof FILE_OF)[RowKind]]["columns"][number];

/** The file that holds rows of a kind, and its columns: the fields of the form. */
export const fileOf = (kind: RowKind): EnteredFile => FILE_OF[kind];
export const fieldsOf = (kind: RowKind): readonly RowField[] => FILES[FILE_OF[kind]].columns;

export type FieldProblem = RowProblem;

/** What is wrong with what was typed into the form of a row, field by field; empty when it can be read. */
export function typedProblems(kind: RowKind, values: Readonly<Record<string, string>>): readonly FieldProblem[] {
  const read = readRow(FILE_OF[kind], values);
  return read.ok ? [] : read.problems;
}
