/** Parses CSV (RFC 4180) into rows with each field's line, or problems, never an exception. A BOM and both line endings are accepted. */
import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import { count } from "@/domain/shared/numberText";

/** What is wrong with a file, where, and what to do about it. */
export interface Problem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Name of the column; empty when the problem is the whole line or file. */
  readonly column: string;
  /** "what is wrong; what to do". */
  readonly message: string;
}

/** "facts.csv:12:value "4x0" is no number; write 450". */
export const problemText = ({ file, line, column, message }: Problem): string => `${file}:${line}:${column} ${message}`;

interface CsvRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly lines: Readonly<Record<string, number>>;
}

interface CsvFile {
  readonly rows: readonly CsvRow[];
  readonly problems: readonly Problem[];
}

/** The errors of a row's schema, each at the line of its field. */
export const rowProblems = (
  file: string,
  { line, lines }: Pick<CsvRow, "line" | "lines">,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Problem[] =>
  issues.map(({ path: [name = ""], message }) => {
    const column = String(name);
    return { file, line: lines[column] ?? line, column, message };
  });

interface Field {
  readonly text: string;
  readonly line: number;
}

/** Reads `bytes` as a CSV file that has exactly the named columns, in any order. Optional columns that are absent are read as empty. */
export function readCsv(file: string, bytes: Uint8Array, columns: readonly string[], mayLack: readonly string[] = []): CsvFile {
  const text = decode(bytes);
  if (typeof text === "number") return refuse(file, text, "this line is not UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8)");
  const { records, problems } = split(file, text);
  const [head, ...body] = records;
  if (!head) return refuse(file, 1, `the file is empty; its first line must be ${columns.join(",")}`);
  const names = head.map(({ text: name }) => name.trim());
  const headProblems = checkHead(file, head[0]?.line ?? 1, names, columns, mayLack);
  if (headProblems.length > 0) return { rows: [], problems: [...problems, ...headProblems] };

  const lacking = Object.fromEntries(mayLack.filter((column) => !names.includes(column)).map((column) => [column, ""]));
  const rows: CsvRow[] = [];
  for (const record of body) {
    const line = record[0]?.line ?? 1;
    if (record.length !== names.length) {
      const hint =
        record.length > names.length ? 'put a field that contains a comma in double quotes: "a, b"' : "write a comma for each empty field";
      problems.push({ file, line, column: "", message: `${count(record.length, "field")} where the head has ${names.length}; ${hint}` });
      continue;
    }
    rows.push({
      line,
      fields: { ...lacking, ...Object.fromEntries(record.map((field, i) => [names[i] ?? "", field.text])) },
      lines: Object.fromEntries(record.map((field, i) => [names[i] ?? "", field.line])),
    });
  }
  return { rows, problems };
}

/** The text, or the line of the first byte that is not UTF-8, or is a NUL (as in UTF-16): a store would end the text there. */
function decode(bytes: Uint8Array): string | number {
  const isText = (part: Uint8Array) => isUtf8(part) && !part.includes(0);
  if (isText(bytes)) return new TextDecoder().decode(bytes);
  for (let [line, start] = [1, 0]; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1 || !isText(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

const refuse = (file: string, line: number, message: string): CsvFile => ({ rows: [], problems: [{ file, line, column: "", message }] });

function checkHead(
  file: string,
  line: number,
  names: readonly string[],
  columns: readonly string[],
  mayLack: readonly string[],
): Problem[] {
  // A release, say, or a web page.
  if (!names.some((name) => columns.includes(name)))
    return [{ file, line, column: "", message: `this is not such a file: its first line must be ${columns.join(",")}` }];
  const problems: Problem[] = [];
  for (const column of columns) {
    if (!names.includes(column) && !mayLack.includes(column))
      problems.push({ file, line, column, message: `this column is missing; the first line must be ${columns.join(",")}` });
  }
  // A file of another kind can have any number of columns; the first few are enough to show.
  names.slice(0, 2 * columns.length).forEach((name, i) => {
    if (!columns.includes(name))
      problems.push({ file, line, column: name, message: `this column is unknown; remove it or correct its name (${columns.join(", ")})` });
    else if (names.indexOf(name) !== i) problems.push({ file, line, column: name, message: "this column is there twice; remove one" });
  });
  return problems;
}

/** The fields of a record that ends on line `last`, each with the line on which it starts. */
function onLines(record: readonly string[], last: number): Field[] {
  const breaks = record.map((text) => text.split("\n").length - 1);
  let line = last - breaks.reduce((sum, count) => sum + count, 0);
  return record.map((text, i) => {
    const field = { text, line };
    line += breaks[i] ?? 0;
    return field;
  });
}

/** Splits the text into records of fields, each with its line. Empty lines are skipped. */
function split(file: string, text: string): { records: Field[][]; problems: Problem[] } {
  const records: Field[][] = [];
  const problems: Problem[] = [];
  // The parser counts a CR LF within quotes as two lines.
  let [read, twice] = [0, 0];
  parse(text, {
    bom: true,
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (record: readonly string[], { lines }) => {
      for (const field of record) twice += field.split("\r\n").length - 1;
      read = lines - twice;
      if (record.length > 1 || record[0]?.trim() !== "") records.push(onLines(record, read));
      return null;
    },
    on_skip: (error) => {
      if (!error) return;
      // An unclosed quote is detected at the end of the file; it opened in the record after the last complete one.
      const line = error.code === "CSV_QUOTE_NOT_CLOSED" ? read + 1 : Number(error["lines"] ?? 1) - twice;
      problems.push({ file, line, column: "", message: QUOTE_ADVICE[error.code] ?? error.message });
    },
  });
  return { records, problems };
}

const QUOTE_ADVICE: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a double quote opens here and never closes; close it, or write a quote inside a field twice ("")',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing double quote; put the whole field in quotes and write quotes inside it twice ("")',
  INVALID_OPENING_QUOTE: 'a double quote inside a field without quotes; put the whole field in quotes and write the quote twice ("")',
};
