/**
 * The rows that an operator may add besides figures: companies, former names, listings, policies and events. Each is a line of one of the
 * record's files: the fields of its form are the file's columns, and it is read by the same rules.
 */
import { ENTERED_FILE, type EnteredFile, type RowKind } from "@/record/csv/enteredRow";
import { readRow, type RowProblem } from "@/record/csv/factsFile";
import { FILES } from "@/record/csv/recordRows";

export type RowField = (typeof FILES)[(typeof ENTERED_FILE)[RowKind]]["columns"][number];

/** The file that holds rows of a kind, and its columns: the fields of the form. */
export const fileOf = (kind: RowKind): EnteredFile => ENTERED_FILE[kind];
export const fieldsOf = (kind: RowKind): readonly RowField[] => FILES[ENTERED_FILE[kind]].columns;

/** What is wrong with what was typed into the form of a row, field by field; empty when it can be read. */
export function typedProblems(kind: RowKind, values: Readonly<Record<string, string>>): readonly RowProblem[] {
  const read = readRow(ENTERED_FILE[kind], values);
  return read.ok ? [] : read.problems;
}
