/** Places of characters in lines below one another: parts with places in common stand over each other. */
import { type Cell, type Line, pieceOf, type Span } from "../page/page";

/** A note's letter behind a number. */
export const NOTE_BEHIND = /(?<=\d) [a-z*†‡]$/;

/** The number of characters that two have in common; below zero, of those between them. */
export const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);
/** Whether two have characters in common. */
export const meet = (a: Span, b: Span): boolean => overlap(a, b) > 0;

/** A part of a line as a cell, without a note's mark. */
export function cellAt(page: string, line: Line, { start, end }: Span, column: number, width: number): Cell {
  const piece = pieceOf(page, line.start + start, line.start + end);
  return { ...piece, text: piece.text.replace(NOTE_BEHIND, ""), column, width };
}

/** The index of the column that a part stands over or beside. */
export function nearestTo(part: Span, columns: readonly Span[]): number {
  const gaps = columns.map((column) => -overlap(column, part));
  return gaps.indexOf(Math.min(...gaps));
}
