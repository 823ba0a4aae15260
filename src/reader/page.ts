/** A document as a reader sees it, whatever it was written in: a text, and lines whose cells know where they stand in it. */
import type { Day } from "@/domain/period";
import { ANY } from "./languages";

/** Where something stands in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the page's text; `text` is its slice [start, end) with line breaks and odd characters made plain, offset for offset. */
export interface Piece extends Span {
  readonly text: string;
}

/** A cell of a table's row at its column; a line that is no row has one cell. */
export interface Cell extends Piece {
  readonly column: number;
  readonly width: number;
}

export interface Page {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The source's address, when the text opens with it or the page names it (canonical, og:url). */
  readonly address?: string | undefined;
  /** Every address that the document gives itself. */
  readonly addresses: readonly string[];
  /** Day of publication as the page's data says it (meta tags, JSON-LD, EDGAR's head). */
  readonly publishedOn?: Day | undefined;
  /** The SEC's number of who filed it, as EDGAR's head says it. */
  readonly filer?: string | undefined;
  /** The page's title where its text may lack it. */
  readonly title: string;
  /** Lines may be one paragraph broken at a width (plain text only). */
  readonly wrapped: boolean;
  readonly warnings: readonly string[];
}

export interface Line extends Span {
  /** Cells as the page's own table has them; absent: the line is yet to be cut at bars, tabs and gaps. */
  readonly cells?: readonly Cell[];
}

/** The text with stretches made blank, letter for letter. */
export const blanked = (text: string, spans: readonly Span[]): string =>
  spans.reduce((rest, { start, end }) => rest.slice(0, start) + "_".repeat(end - start) + rest.slice(end), text);

/** Parts a figure from the label that it was stuck to. */
export const GLUE = "\u2005";

/** The piece of `text` between two offsets without white space around it; line breaks in it read as spaces. */
export function pieceOf(text: string, from: number, to: number): Piece {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { text: text.slice(start, end).replace(/[\n\t]/g, " "), start, end };
}

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x202f || code === 0x2009;

const SPACED = new RegExp(ANY.spacedThousands, "u");

/** Odd spaces keep their length; hyphens, minus signs and brackets have one form; "8 517 bitcoins" is one number where it is so written. */
export function plainCharacters(text: string): string {
  const grouped = SPACED.test(text.slice(0, 20_000))
    ? text.replace(/(?<![\d.,] ?)[1-9]\d{0,2}(?: \d{3})+(?=(?:,\d+)?[ \u00a0](?:\p{L}|[$€₿])|[.;](?:\s|$))/gu, (number) =>
        number.replaceAll(" ", "\u202f"),
      )
    : text;
  return grouped
    .replace(/[\u2010\u2011\u2212]/g, "-")
    .replace(/[\u2000-\u2008\u200a\u205f\u3000]/g, " ")
    .replaceAll("[", "(")
    .replaceAll("]", ")");
}
