/**
 * The lines of a page as they were meant: lines broken at a width are joined again, a table that lost its line breaks gets them back.
 * Page in → logical lines out, each a stretch of the page's text, with its cells where the page's own tables have them.
 */
import { headOf, labelledValues, mayBeHead, valuesOf } from "./cellText";
import { flattenedTable } from "./flattened";
import type { NumberStyle } from "./numbers";
import { type Cell, type Line, type Page, pieceOf, type Piece } from "./page";

export interface LogicalLine extends Piece {
  readonly cells?: readonly Cell[];
  readonly bullet: boolean;
}

const BULLET = /^\s*(?:[•●▪◦■·*‣▸►➢–—-]|\d{1,2}[.)]|o)\s+(?=[^\s|])/;
const CONTINUES = /^[\p{Ll}(,]/u;
const UNFINISHED =
  /(?:,|\b(?:the|of|and|to|in|a|an|by|for|with|at|on|from|its|our|as|or|that|per|than|during|through|between|was|were|is|are|has|had|about|approximately|de|la|el|en|y))$/;

export function logicalLines(page: Page, style: NumberStyle): LogicalLine[] {
  return mergedHeads(
    joinedLines(page, style).flatMap((line) => restored(line, page, style)),
    page.text,
  );
}

/** A line that is a whole table becomes its rows. */
function restored(line: LogicalLine, page: Page, style: NumberStyle): LogicalLine[] {
  const parts = line.cells !== undefined || line.text.includes("|") ? undefined : flattenedTable(line.text, style);
  return parts?.map(({ start, end }) => ({ ...pieceOf(page.text, line.start + start, line.start + end), bullet: false })) ?? [line];
}

/** The line is a label with values: never a part of running text. */
function isRow(text: string, style: NumberStyle): boolean {
  const row = labelledValues(text, style);
  return row !== undefined && (row.values.length >= 2 || /:\s*\S+\s?\S*$/.test(text));
}

function joinedLines(page: Page, style: NumberStyle): LogicalLine[] {
  const out: LogicalLine[] = [];
  const width = page.wrapped ? usualWidth(page) : 0;
  /** The last of the lines that the one being joined consists of. */
  let last = "";
  for (const line of page.lines) {
    const piece = pieceOf(page.text, line.start, line.end);
    const raw = page.text.slice(line.start, piece.end);
    const mark = BULLET.exec(raw)?.[0].length;
    const before = out.at(-1);
    if (page.wrapped && before !== undefined && joins(before, last, piece, mark !== undefined, width, style)) {
      out[out.length - 1] = { ...before, ...pieceOf(page.text, before.start, piece.end) };
      last = piece.text;
      continue;
    }
    out.push(lineOf(page.text, line, piece, mark));
    last = piece.text;
  }
  return out;
}

function lineOf(text: string, line: Line, piece: Piece, mark: number | undefined): LogicalLine {
  if (line.cells !== undefined) return { ...piece, cells: line.cells, bullet: false };
  const isBullet = mark !== undefined && line.start + mark < piece.end;
  return { ...(isBullet ? pieceOf(text, line.start + mark, piece.end) : tabbed(text, piece)), bullet: isBullet };
}

/** Tabs and gaps stay in a line's text: they part its cells. */
const tabbed = (text: string, piece: Piece): Piece => ({ ...piece, text: text.slice(piece.start, piece.end) });

/** Cells stand beside each other. */
const PARTED = / {3}|[\t|]/;

function joins(before: LogicalLine, last: string, { text }: Piece, mark: boolean, width: number, style: NumberStyle): boolean {
  if (last === "" || text === "" || mark || PARTED.test(last) || PARTED.test(text) || before.text.length > 4000) return false;
  const continues = (CONTINUES.test(text) || UNFINISHED.test(last)) && last.length > 15;
  const wraps = width > 0 && last.length + 1 + (text.split(" ", 1)[0] ?? "").length > width - 8 && !/[.:!?]$/.test(last);
  return (continues || wraps) && !isRow(last, style) && !isRow(text, style) && valuesOf(text, style) === undefined;
}

/** The width at which lines were broken; 0 when they were not. */
function usualWidth(page: Page): number {
  const lengths = page.lines
    .map(({ start, end }) => end - start)
    .filter((length) => length > 20)
    .sort((a, b) => a - b);
  const wide = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return lengths.length > 8 && wide <= 90 ? wide : 0;
}

/** Heads broken over several short lines ("Six Months" / "June 30, 2024") become one line. */
function mergedHeads(lines: readonly LogicalLine[], text: string): LogicalLine[] {
  const out: LogicalLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const last = lastOfHead(lines, i);
    const end = lines[last]?.end;
    if (line === undefined || end === undefined) continue;
    out.push(last === i ? line : { ...pieceOf(text, line.start, end), bullet: false });
    i = last;
  }
  return out;
}

/** The last of the lines that name several times together, where not each of them does by itself; else the line itself. */
function lastOfHead(lines: readonly LogicalLine[], from: number): number {
  let joined = "";
  let last = from;
  for (let at = from; joined.length <= 160; at++) {
    const line = lines[at];
    if (line === undefined || line.text.length >= 60 || !isPlain(line) || !mayBeHead(line.text)) break;
    if (at === from && !BEGINS_HEAD.test(line.text)) break;
    joined = `${joined} ${line.text}`.trim();
    if (at > from && (headOf(joined)?.filter(({ kind }) => kind === "time").length ?? 0) > 1) last = at;
  }
  return lines.slice(from, last + 1).every((line) => line.text === "" || headOf(line.text) !== undefined) ? from : last;
}

const isPlain = ({ cells, bullet, text }: LogicalLine): boolean => cells === undefined && !bullet && !text.includes("|");
const BEGINS_HEAD = /\p{L}/u;
