/**
 * Tables that lost their lines on the way through the web: one cell per line, or a whole row on one line, or all of it run together.
 * In: lines of text with their places. Out: the tables found among them, cells with places, and which lines they used up.
 * Rule guarded: a row counts only when it has exactly as many values as the table has columns; a short row is left out, not guessed.
 */
import type { Piece, TableBlock, TableCell } from "./document";
import { headsOfLine, readHead } from "./heads";
import { DASH, NIL, NOT_GIVEN, NUMERAL } from "./numerals";

export interface FlatTable {
  readonly block: TableBlock;
  /** One past the last line of the table. */
  readonly to: number;
  /** Lines inside it that are no part of it (notes, sentences) are not among these. */
  readonly used: ReadonlySet<number>;
}

const CURRENCY = String.raw`(?:US\$|C\$|A\$|\$|£|€)`;
const SUFFIX = String.raw`(?:\s?(?:%|bps|EH\/s|PH\/s|TH\/s|EH|PH|BTC|[Bb]itcoins?|MW|J\/TH|W\/TH|million|billion|thousand|[MBK](?![a-z])))`;
/** One value as it stands in a row: figures, dashes, N/A. */
const VALUE = String.raw`(?:N\/?A|n\/a|NM|nil|Nil|none|None|[-–—](?![\d\w])|[~≈]?[-–+]?\(?${CURRENCY}?\s?${NUMERAL}(?:\s?\))?${SUFFIX}{0,2}\)?(?:\s?\(\d\))?[*†¹²³⁴-⁹]*)`;
const ONE_VALUE = new RegExp(`^${VALUE}$`);

/** "%" or ")" on a line of its own closes the value above it. */
const CLOSING = /^(?:%|\)|\)\s?%|%\s?\))$/;
const OPENED = new RegExp(`^\\(${CURRENCY}?\\s?${NUMERAL}$`);

const isValue = (text: string): boolean => ONE_VALUE.test(text) || DASH.test(text) || NIL.test(text) || NOT_GIVEN.test(text);

/** Finds the tables among `lines` (empty ones left in). */
export function findFlatTables(lines: readonly Piece[]): FlatTable[] {
  const tables: FlatTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const found = tableAt(lines, at);
    if (found) tables.push(found);
    at = found?.to ?? at + 1;
  }
  return tables;
}

function tableAt(lines: readonly Piece[], from: number): FlatTable | undefined {
  if (lines[from]?.text === "") return undefined;
  const head = headAt(lines, from);
  if (!head) return undefined;
  const rows: TableCell[][] = [head.cells];
  const used = new Set(Array.from({ length: head.to - from }, (_, i) => from + i));
  let at = head.to;
  let misses = 0;
  let end = at;
  while (at < lines.length && misses < 4) {
    const again = rows.length > 1 ? headAt(lines, at) : undefined;
    if (again) break;
    const row = rowAt(lines, at, head.columns);
    if (row) {
      rows.push(row.cells);
      for (let line = at; line < row.to; line += 1) used.add(line);
      at = row.to;
      end = at;
      misses = 0;
    } else {
      if (rows.length === 1 && lines[at]?.text !== "") misses += 2;
      else if (lines[at]?.text !== "" && !isValue(lines[at]?.text ?? "")) misses += 1;
      at += 1;
    }
  }
  const enough = head.columns > 1 ? 1 : 2;
  if (rows.length <= enough) return undefined;
  const last = rows.at(-1)?.at(-1);
  return { block: { kind: "table", start: head.cells[0]?.start ?? 0, end: last?.end ?? 0, rows, glued: false }, to: end, used };
}

interface HeadRow {
  readonly cells: TableCell[];
  readonly columns: number;
  readonly to: number;
}

/** A run of lines that are nothing but heads, at least one of them a time. */
function headAt(lines: readonly Piece[], from: number): HeadRow | undefined {
  let cells: TableCell[] = [];
  let times = 0;
  let at = from;
  let to = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text === "") continue;
    const next = lines[at + 1];
    const both = next === undefined || next.text === "" ? undefined : splitHead(line, next);
    if (both !== undefined) {
      cells.push({ ...both, column: cells.length + 1, width: 1 });
      times += 1;
      at += 1;
      to = at + 1;
      continue;
    }
    const heads = line.text.length > 160 ? undefined : headsOfLine(line.text);
    if (!heads) break;
    for (const { head, start, end } of heads) {
      if (head.kind === "labels") cells = [];
      else {
        cells.push({
          text: line.text.slice(start, end).trim(),
          start: line.start + start,
          end: line.start + end,
          column: cells.length + 1,
          width: 1,
        });
        if (head.kind === "when") times += 1;
      }
    }
    to = at + 1;
  }
  return times === 0 || cells.length === 0 ? undefined : { cells, columns: cells.length, to };
}

/** A head over two lines: "Three Months" above "Ended March 31, 2025", "Month ended" above "May 31, 2024", "October" above "2024". */
function splitHead(line: Piece, next: Piece): Piece | undefined {
  const opens = /\b(?:months?|quarter|year|period|ended|ending|of)$/i.test(line.text) || /^[A-Z][a-z]{2,8}$/.test(line.text);
  const closes = /^(?:ended|ending|20[12]\d\d?$)/i.test(next.text) || /\b(?:ended|ending|of)$/i.test(line.text);
  if (!opens || !closes || line.text.length > 40) return undefined;
  const text = `${line.text} ${next.text}`;
  return readHead(text)?.kind === "when" ? { text, start: line.start, end: next.end } : undefined;
}

/** A label (on up to three lines) with exactly `columns` values, all on its last line or one on each of the next lines. */
function rowAt(lines: readonly Piece[], from: number, columns: number): { cells: TableCell[]; to: number } | undefined {
  const first = lines[from];
  if (first === undefined || first.text === "" || isValue(first.text)) return undefined;
  const onOneLine = columns > 1 || !nextIsValue(lines, from) ? valuesAtEnd(first, columns) : undefined;
  if (onOneLine) return { cells: onOneLine, to: from + 1 };
  let labelEnd = from;
  for (let at = from; at < Math.min(from + 3, lines.length); at += 1) {
    const line = lines[at];
    if (line === undefined || line.text === "" || isValue(line.text) || line.text.length > 90 || readHead(line.text)?.kind === "when")
      return undefined;
    labelEnd = at;
    if (nextIsValue(lines, at)) break;
  }
  const values: TableCell[] = [];
  let at = labelEnd + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text === "") continue;
    const value = values.at(-1);
    if (CLOSING.test(line.text) && value !== undefined) {
      values[values.length - 1] = { ...value, text: value.text + line.text, end: line.end };
      continue;
    }
    if (!isValue(line.text) && !OPENED.test(line.text)) break;
    values.push({ ...line, column: values.length + 1, width: 1 });
  }
  if (values.length !== columns) return undefined;
  const last = lines[labelEnd] ?? first;
  const text = lines
    .slice(from, labelEnd + 1)
    .map((line) => line.text)
    .join(" ");
  return { cells: [{ text, start: first.start, end: last.end, column: 0, width: 1 }, ...values], to: at };
}

function nextIsValue(lines: readonly Piece[], at: number): boolean {
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next];
    if (line !== undefined && line.text !== "") return isValue(line.text);
  }
  return false;
}

/** Cells of a line that ends in exactly `columns` values after a label. */
function valuesAtEnd(line: Piece, columns: number): TableCell[] | undefined {
  if (line.text.length > 300 || (columns === 1 && (line.text.length > 80 || /^[•●▪·*–-]|[;:]|\.\s|\bat\b|\bto\b/.test(line.text))))
    return undefined;
  const match = new RegExp(`^(.*?[A-Za-z)].*?)((?:\\s+${VALUE}){${columns}})\\s*$`).exec(line.text);
  const label = match?.[1];
  const rest = match?.[2];
  if (label === undefined || rest === undefined || !/[A-Za-z]/.test(label)) return undefined;
  const cells: TableCell[] = [{ text: label.trim(), start: line.start, end: line.start + label.length, column: 0, width: 1 }];
  for (const value of rest.matchAll(new RegExp(`\\s+(${VALUE})`, "g"))) {
    const start = line.start + label.length + value.index + value[0].length - (value[1] ?? "").length;
    cells.push({ text: value[1] ?? "", start, end: start + (value[1] ?? "").length, column: cells.length, width: 1 });
  }
  return cells.length === columns + 1 ? cells : undefined;
}

const GLUED_HEAD =
  /(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)[ -](20[12]\d|[12]\d(?!\d))/g;
const GLUED_ROW =
  /[*\s]*([A-Z](?:[^\d(*]|\([^)]*\))*?[A-Za-z)%])((?:US\$|\$)?\d[\d,]*(?:\.\d+)?(?:\s?(?:EH\/s|PH\/s|million))?)(?=[A-Z*\s]|$)/y;

/** A table run together in one line ("Key MetricsJanuary 2024BTC Mined371BTC Sold34"): one column only, since two cannot be told apart. */
export function gluedTable(line: Piece): TableBlock | undefined {
  if (!/[A-Za-z)]\d[\d,.]*[A-Z]/.test(line.text)) return undefined;
  for (const head of line.text.matchAll(GLUED_HEAD)) {
    const rows: TableCell[][] = [[cellAt(line, head.index, head[0].length, 1)]];
    GLUED_ROW.lastIndex = head.index + head[0].length;
    for (let match = GLUED_ROW.exec(line.text); match; match = GLUED_ROW.exec(line.text)) {
      const [whole, label = "", value = ""] = match;
      const at = match.index + whole.length - value.length - label.length;
      rows.push([cellAt(line, at, label.length, 0), cellAt(line, at + label.length, value.length, 1)]);
    }
    if (rows.length >= 4) {
      const last = rows.at(-1)?.at(-1);
      return { kind: "table", start: line.start + head.index, end: last?.end ?? line.end, rows, glued: true };
    }
  }
  return undefined;
}

function cellAt(line: Piece, from: number, length: number, column: number): TableCell {
  return { text: line.text.slice(from, from + length), start: line.start + from, end: line.start + from + length, column, width: 1 };
}
