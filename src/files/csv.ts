/**
 * CSV as RFC 4180 has it: UTF-8, CRLF after every line, quotes only where needed, column heads first.
 * A table's flat form → text or a stream. Numbers are written plain (also negative ones); text that a spreadsheet would run as a
 * formula is guarded. (csv-stringify's own guard also prefixes negative numbers, and leaves a lone line feed unquoted.)
 */
import { guardedText } from "@/domain/spreadsheetText";
import type { Table } from "@/cards/table";
import { type GridField, gridOf } from "./grid";

export const CSV_TYPE = "text/csv; charset=utf-8; header=present";

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** The whole table as CSV. */
export function toCsv(table: Table): string {
  return [...csvLines(table)].join("");
}

/** The table's CSV line by line, each with its line end. */
export function* csvLines(table: Table): Generator<string> {
  const { columns, rows } = gridOf(table);
  yield csvHead(columns.map(({ key }) => key));
  for (const row of rows) yield csvLine(row);
}

/** The first line: the columns' names. */
export function csvHead(keys: readonly string[]): string {
  return csvLine(keys.map((key) => ({ text: key })));
}

/** One line with its line end. */
export function csvLine(fields: readonly GridField[]): string {
  const written = fields.map(csvField);
  // A line of one empty field would read as no line at all.
  return `${written.length === 1 && written[0] === "" ? '""' : written.join(",")}\r\n`;
}

function csvField(field: GridField): string {
  if (field === null) return "";
  if ("number" in field) {
    if (!PLAIN_NUMBER.test(field.number)) throw new Error(`"${field.number}" is no plain decimal; write numbers as 853.7 or -12`);
    return field.number;
  }
  const text = guardedText(field.text);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

const CHUNK = 16 * 1024;

/**
 * Lines as a stream of UTF-8 bytes in chunks of about 16 kB. Lines are asked for only as fast as the reader reads, so a whole record
 * is never held in memory as text.
 */
export function csvStream(lines: Iterable<string> | AsyncIterable<string>): ReadableStream<Uint8Array> {
  const source = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let chunk = "";
        while (chunk.length < CHUNK) {
          const next = await source.next();
          if (next.done === true) {
            if (chunk !== "") controller.enqueue(encoder.encode(chunk));
            controller.close();
            return;
          }
          chunk += next.value;
        }
        controller.enqueue(encoder.encode(chunk));
      },
      async cancel() {
        await source.return?.(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
