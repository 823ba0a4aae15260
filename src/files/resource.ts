/**
 * A file of the data package: its name, what it holds, and each of its columns as a Table Schema field (Data Package 2.0) together with
 * how it is written. Description and content come from one definition, so the schema cannot describe another file than the one beside it.
 */
import { compareText } from "@/domain/order";
import { csvOf } from "./csv";
import type { GridField } from "./grid";

export interface FieldConstraints {
  readonly required?: true;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

/** A Table Schema field. */
export interface Field {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "boolean" | "date" | "yearmonth";
  readonly format?: "uri";
  readonly description: string;
  readonly constraints?: FieldConstraints;
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

/** A file, made out of a source (the record, or its figures). */
export interface Resource<Source> {
  /** Name in the package; the file is `name`.csv. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
  /** The lines' fields, in the order in which they stand in the file. */
  rows(source: Source): Iterable<readonly GridField[]>;
}

/** The file's CSV in blocks of lines, for streaming. */
export function resourceLines<Source>(resource: Resource<Source>, source: Source): Generator<string> {
  return csvOf(
    resource.fields.map(({ name }) => name),
    resource.rows(source),
  );
}

/** An empty text is an empty field. */
export const text = (content: string | null): GridField => (content === null || content === "" ? null : { text: content });

export const number = (plain: string): GridField => ({ number: plain });

/** Rows in the order of their own content, so that a file is the same however the record came to be. */
export function sortedRows(rows: (readonly GridField[])[]): (readonly GridField[])[] {
  const keyed = rows.map((row) => ({
    row,
    key: row.map((field) => (field === null ? "" : "text" in field ? field.text : field.number)).join("\u0000"),
  }));
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ row }) => row);
}

const REQUIRED = { required: true } as const;

const fieldOf =
  (type: Field["type"], more: Pick<Field, "format"> = {}) =>
  (name: string, description: string, required = false): Field => ({
    ...{ name, type, ...more, description },
    ...(required && { constraints: REQUIRED }),
  });

export const stringField = fieldOf("string");
export const addressField = fieldOf("string", { format: "uri" });
export const amountField = fieldOf("number");
export const monthField = fieldOf("yearmonth");
export const dayField = fieldOf("date");

/** A company's slug, with the key that ties it to companies.csv. */
export const companyField = (name = "company", description = "The company, by its slug in companies.csv."): Field =>
  stringField(name, description, true);

export const companyKey = (field = "company"): ForeignKey => ({
  fields: [field],
  reference: { resource: "companies", fields: ["company"] },
});

export const periodField = (
  description = "Calendar month 2025-03, quarter 2025-Q1, year 2025 or span of other whole months 2026-01/2026-06, UTC.",
): Field => ({
  name: "period",
  type: "string",
  description,
  constraints: { required: true, pattern: "\\d{4}(-(0[1-9]|1[0-2])(/\\d{4}-(0[1-9]|1[0-2]))?|-Q[1-4])?" },
});

export const SPAN_FIELDS: readonly Field[] = [
  monthField("from", "First month; empty: before the record begins."),
  monthField("to", "Last month; empty: still."),
];

export const wordField = (name: string, description: string, words: readonly string[], required = true): Field => ({
  name,
  type: "string",
  description,
  constraints: { ...(required && REQUIRED), enum: words },
});
