/** A file of the data package: its columns as Table Schema fields (Data Package 2.0), and how they are written. */
import { compareText } from "@/domain/shared/group";
import type { ColumnKind, RecordColumn } from "@/domain/facts/recordFiles";
import { csvOf } from "../tables/csv";
import { fieldText, type FlatField } from "../tables/flat";

interface FieldConstraints {
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

interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

/** A file, computed from a source (the record, or its figures). */
export interface Resource<Source> {
  /** Name in the package; the file is `name`.csv. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
  /** The fields of each row, in the file's column order. */
  rows(source: Source): Iterable<readonly FlatField[]>;
}

export const resourceLines = <Source>(resource: Resource<Source>, source: Source): Generator<string> =>
  csvOf(
    resource.fields.map(({ name }) => name),
    resource.rows(source),
  );

/** Sorts rows by their content, so that a file does not depend on the record's history. */
export function sortedRows(rows: (readonly FlatField[])[]): (readonly FlatField[])[] {
  const keyed = rows.map((row) => ({
    row,
    key: row.map(fieldText).join("\u0000"),
  }));
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ row }) => row);
}

const REQUIRED = { required: true } as const;

const fieldOf =
  (type: Field["type"]) =>
  (name: string, description: string, required = false): Field => ({
    ...{ name, type, description },
    ...(required && { constraints: REQUIRED }),
  });

export const stringField = fieldOf("string");
export const amountField = fieldOf("number");

export const wordField = (name: string, description: string, words: readonly string[], required = true): Field => ({
  ...{ name, type: "string", description },
  constraints: { ...(required && REQUIRED), enum: words },
});

type Written = Pick<Field, "type" | "format" | "constraints">;

const TEXT: Written = { type: "string" };
const SOME_TEXT: Written = { type: "string", constraints: REQUIRED };
const AMOUNT: Written = { type: "number", constraints: REQUIRED };

/** The format of each kind of column, in Table Schema terms. */
const WRITTEN: Readonly<Record<ColumnKind, Written>> = {
  text: TEXT,
  addressOrWords: TEXT,
  slug: SOME_TEXT,
  someText: SOME_TEXT,
  host: SOME_TEXT,
  newSlug: { type: "string", constraints: { ...REQUIRED, pattern: "[a-z0-9]+(-[a-z0-9]+)*" } },
  cikOrNone: { type: "string", constraints: { pattern: "\\d{1,10}( \\d{1,10})*" } },
  period: {
    type: "string",
    constraints: { ...REQUIRED, pattern: "\\d{4}(-(0[1-9]|1[0-2])(/\\d{4}-(0[1-9]|1[0-2]))?|-Q[1-4])?" },
  },
  month: { type: "yearmonth", constraints: REQUIRED },
  monthOrNone: { type: "yearmonth" },
  day: { type: "date", constraints: REQUIRED },
  dayOrNone: { type: "date" },
  yearEndOrNone: { type: "string", constraints: { pattern: "(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])" } },
  address: { type: "string", format: "uri", constraints: REQUIRED },
  addressOrNone: { type: "string", format: "uri" },
  price: AMOUNT,
  printed: AMOUNT,
  value: { type: "number", constraints: { minimum: 0 } },
  days: { type: "integer", constraints: { ...REQUIRED, minimum: 1 } },
};

export function columnField(name: string, column: RecordColumn): Field {
  if (column[0] === "word") return wordField(name, column[1], column[2]);
  const [kind, description] = column;
  const { type, format, constraints } = WRITTEN[kind];
  return { name, type, ...(format !== undefined && { format }), description, ...(constraints && { constraints }) };
}

export const companyKey = (field: string): ForeignKey => ({
  fields: [field],
  reference: { resource: "companies", fields: ["company"] },
});
