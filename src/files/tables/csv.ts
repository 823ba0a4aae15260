/** CSV (RFC 4180): UTF-8, CRLF. Formula injection is guarded here: csv-stringify's guard prefixes negative numbers. */
import { ReadableStream as WebStream } from "node:stream/web";
import { stringify } from "csv-stringify/sync";
import { guardedText } from "@/domain/shared/spreadsheetText";
import type { Table, TableCell } from "@/cards/tables/table";
import { type FlatField, flatOf } from "./flat";

export const CSV_TYPE = "text/csv; charset=utf-8; header=present";

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Field separator and decimal sign. */
interface CsvDialect {
  readonly separator: "," | ";";
  readonly decimal: "." | ",";
}

/** As in RFC 4180. */
const STANDARD: CsvDialect = { separator: ",", decimal: "." };

/** As spreadsheets of much of Europe expect it. Values stay exact and have no grouping, so 48237 can be read one way only. */
export const SEMICOLONS: CsvDialect = { separator: ";", decimal: "," };

export const toCsv = (table: Table, dialect?: CsvDialect): string => [...csvBlocks(table, dialect)].join("");

export function csvBlocks(table: Table, dialect?: CsvDialect): Generator<string> {
  const { columns, rows } = flatOf(table);
  return csvOf(
    columns.map(({ key }) => key),
    rows,
    dialect,
  );
}

/** Rows per block, and so in memory at once. */
const BLOCK = 50;

/** Column heads and rows as CSV in blocks of whole rows; rows are pulled lazily. Throws for a number that is not a plain decimal. */
export function* csvOf(heads: readonly string[], rows: Iterable<readonly FlatField[]>, dialect: CsvDialect = STANDARD): Generator<string> {
  let block: string[][] = [heads.map(guardedText)];
  for (const row of rows) {
    block.push(row.map((field) => written(field, dialect)));
    if (block.length < BLOCK) continue;
    yield csvText(block, dialect.separator);
    block = [];
  }
  if (block.length > 0) yield csvText(block, dialect.separator);
}

const csvText = (lines: readonly (readonly string[])[], separator: string): string =>
  stringify(lines as string[][], {
    delimiter: separator,
    record_delimiter: "\r\n",
    // Some readers trim blanks at the ends; a row of one empty field would be read as no row.
    quoted_match: /[\r\n]|^\s|\s$/,
    quoted_empty: lines[0]?.length === 1,
  });

function written(field: FlatField, { decimal }: CsvDialect): string {
  if (field === null) return "";
  if ("text" in field) return guardedText(field.text);
  if (!PLAIN_NUMBER.test(field.number)) throw new Error(`"${field.number}" is no plain decimal; write numbers as 853.7 or -12`);
  return field.number.replace(".", decimal);
}

const CHUNK = 16 * 1024;

/** Rows as a stream of UTF-8 bytes in chunks of about 16 kB, with back-pressure. */
export const csvStream = (lines: Iterable<string>): ReadableStream<Uint8Array> =>
  WebStream.from(chunks(lines)) as ReadableStream<Uint8Array>;

function* chunks(lines: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let chunk = "";
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield encoder.encode(chunk);
    chunk = "";
  }
  if (chunk !== "") yield encoder.encode(chunk);
}

export const TSV_TYPE = "text/tab-separated-values; charset=utf-8";

/**
 * A table as tab-separated text for pasting into a spreadsheet, values exact: the columns on the page, headings with units; missing figures
 * are empty.
 */
export function toTsv({ columns, rows }: Table, decimal: "." | ","): string {
  const cell = (one: TableCell | undefined): string => {
    if (one?.kind === "value" || one?.kind === "count") return one.plain.replace(".", decimal);
    return one?.kind === "text" ? guardedText(oneLine(one.text)) : "";
  };
  const head = columns.map(({ label, unit }) => oneLine(unit === "" ? label : `${label}, ${unit}`));
  return [head, ...rows.map((row) => columns.map(({ key }) => cell(row.cells[key])))].map((line) => `${line.join("\t")}\r\n`).join("");
}

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
