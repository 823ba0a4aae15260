/** The logical lines of a page: lines wrapped at a width are joined again. */
import { ANY, WORD_START, worded } from "../languages/languages";
import { flattenedTable, headerEnd } from "./flattened";
import type { NumberStyle } from "../page/numbers";
import { type Cell, type Line, type Page, pieceOf, type Piece } from "../page/page";
import { withSpacedTables } from "./spacedTable";
import { isRow, valuesOf } from "./values";

export interface LogicalLine extends Piece {
  readonly cells?: readonly Cell[];
  readonly bullet: boolean;
}

const BULLET = /^\s*(?:[•●▪◦■·*‣▸►➢→⇒➜–—-]|\d{1,2}[.)]|o)\s+(?=[^\s|])/;
const CONTINUES = /^[\p{Ll}(,]/u;
/** Several cells. */
const PARTED = / {3}|\t|\|/;
const UNFINISHED = worded`(?:,|${WORD_START}${ANY.unfinished})$`;

/** The lines of a page with wrapped lines joined and glued tables split into rows. */
export function logicalLines(page: Page, style: NumberStyle): LogicalLine[] {
  return joinedLines(page, style).flatMap((line) => restored(line, page, style));
}

/** A line that contains a whole table, or a header and the first row, becomes its rows. */
function restored(line: LogicalLine, page: Page, style: NumberStyle): LogicalLine[] {
  if (line.cells !== undefined || line.text.includes("|")) return [line];
  const end = headerEnd(line.text);
  const parts =
    flattenedTable(line.text, style) ??
    (end === undefined ? undefined : [0, end].map((start) => ({ start, end: start === 0 ? end : line.text.length })));
  return parts?.map(({ start, end }) => ({ ...pieceOf(page.text, line.start + start, line.start + end), bullet: false })) ?? [line];
}

function joinedLines(page: Page, style: NumberStyle): LogicalLine[] {
  const out: LogicalLine[] = [];
  const width = page.wrapped ? usualWidth(page) : 0;
  /** The last of the page's lines that make up the line being joined. */
  let last = "";
  for (const line of withSpacedTables(page, style)) {
    const { start } = pieceOf(page.text, line.start, line.end);
    // Tabs and gaps stay in the text: they separate its cells, the last of which may be empty.
    const text = page.text.slice(start, line.end).replace(/[^\S\t]+$/, "");
    const piece = { text, start, end: start + text.length };
    const mark = BULLET.exec(page.text.slice(line.start, piece.end))?.[0].length;
    const before = out.at(-1);
    if (
      page.wrapped &&
      before !== undefined &&
      mark === undefined &&
      line.cells === undefined &&
      before.cells === undefined &&
      joins(before, last, piece, width, style)
    )
      out[out.length - 1] = { ...before, ...pieceOf(page.text, before.start, piece.end) };
    else out.push(lineOf(page.text, line, piece, mark));
    last = piece.text;
  }
  return out;
}

function lineOf(text: string, { start, cells }: Line, piece: Piece, mark = 0): LogicalLine {
  if (cells !== undefined) return { ...piece, cells, bullet: false };
  if (mark > 0 && start + mark < piece.end) return { ...pieceOf(text, start + mark, piece.end), bullet: true };
  return { ...piece, bullet: false };
}

/** Whether a line continues `before`, whose `last` line was wrapped. */
function joins(before: LogicalLine, last: string, { text }: Piece, width: number, style: NumberStyle): boolean {
  if (last === "" || text === "" || PARTED.test(last) || PARTED.test(text) || before.text.length > 4000) return false;
  const continues = (CONTINUES.test(text) || UNFINISHED.test(last)) && last.length > 15;
  const wraps = width > 0 && last.length + 1 + (text.split(" ", 1)[0] ?? "").length > width - 8 && !/[.:!?]$/.test(last);
  if ((!continues && !wraps) || isRow(last, style)) return false;
  if (!isRow(text, style) && valuesOf(text, style) === undefined) return true;
  return wraps && /\p{Ll}{2,}.*\p{Ll}{2,}/u.test(last);
}

/** The width at which lines were wrapped; 0 if they were not. */
function usualWidth(page: Page): number {
  const lengths = page.lines
    .map(({ start, end }) => end - start)
    .filter((length) => length > 20)
    .sort((a, b) => a - b);
  const wide = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return lengths.length > 8 && wide <= 90 ? wide : 0;
}
