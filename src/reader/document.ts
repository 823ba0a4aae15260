/**
 * A release as a reader sees it, whatever it was written in: headings, paragraphs, bullets and tables over one readable text.
 * In: made by documentFrom. Out: read by everything else in this folder.
 * Rule guarded: every piece knows where it stands in `text`, so each figure can show the exact words it was read from.
 */

/** A stretch of the document's text; `text` is its slice [start, end) with line breaks as spaces. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Passage extends Piece {
  readonly kind: "heading" | "paragraph" | "bullet";
}

/** A cell at its place in the grid; a cell that spans columns or rows counts at each of them. */
export interface TableCell extends Piece {
  readonly column: number;
  readonly width: number;
}

export type TableRow = readonly TableCell[];

export interface TableBlock {
  readonly kind: "table";
  readonly start: number;
  readonly end: number;
  readonly rows: readonly TableRow[];
  /** Labels and figures stood without anything between them, so a footnote's digit may have joined a figure. */
  readonly glued: boolean;
  /** Rows of heads have other numbers of cells than the figures, so what stands over which column is not certain. */
  readonly unaligned?: boolean;
}

export type Block = Passage | TableBlock;

export interface Document {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The source's address when the text opens with it. */
  readonly address?: string;
}

export const isTable = (block: Block): block is TableBlock => block.kind === "table";

/** The piece of `text` between two offsets, without the white space around it; line breaks become spaces, offset for offset. */
export function pieceOf(text: string, from: number, to: number): Piece {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { text: text.slice(start, end).replace(/[\s\u00a0\u2010\u2011[\]]/g, keepGrouping), start, end };
}

/** No-break spaces stay (they group digits); other white space reads as a plain space, a hyphen as a plain one, "[" as "(". */
const keepGrouping = (space: string): string =>
  space === "[" || space === "]"
    ? space === "["
      ? "("
      : ")"
    : space === "\u2010" || space === "\u2011"
      ? "-"
      : space === "\t"
        ? space
        : space === "\u00a0" || space === "\u202f" || space === "\u2009"
          ? "\u00a0"
          : " ";

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0xfeff;
