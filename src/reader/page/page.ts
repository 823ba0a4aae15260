/** A document as its reader sees it, whatever its format: a text, and lines whose cells have their offsets in it. */
import type { Day } from "@/domain/values/period";
import { ANY } from "../languages/languages";

/** A range of offsets in a text: [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of the page's text; `text` is its slice [start, end) with line breaks and odd characters normalised, offset for offset. */
export interface Piece extends Span {
  readonly text: string;
}

/** A cell of a table row at its column; a line that is not a row has one cell. */
export interface Cell extends Piece {
  readonly column: number;
  readonly width: number;
}

export interface Page {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The source's address, if the text begins with it or the page names it (canonical, og:url). */
  readonly address?: string | undefined;
  /** All addresses that the document gives for itself. */
  readonly addresses: readonly string[];
  /** Publication day in the page's metadata (meta tags, JSON-LD, EDGAR's header). */
  readonly publishedOn?: Day | undefined;
  /** The filer's SEC number, from EDGAR's header. */
  readonly filer?: string | undefined;
  /** The page's title, if its text may lack it. */
  readonly title: string;
  /** What its metadata and pictures say besides: names of its site, titles, days of changes. Weak evidence of company and year. */
  readonly hints?: string | undefined;
  /** Lines may be parts of a paragraph wrapped at a width (plain text only). */
  readonly wrapped: boolean;
  readonly warnings: readonly string[];
}

export interface Line extends Span {
  /** Cells of the page's own table; absent: the line has yet to be split at bars, tabs and gaps. */
  readonly cells?: readonly Cell[];
}

/** The text with the spans blanked, length unchanged. */
export const blanked = (text: string, spans: readonly Span[]): string =>
  spans.reduce((rest, { start, end }) => rest.slice(0, start) + "_".repeat(end - start) + rest.slice(end), text);

/** Separates a figure from the label that it was joined to. */
export const GLUE = "\u2005";

/** The piece of `text` between two offsets, trimmed; its line breaks become spaces. `at`: where `text` begins in the page's text. */
export function pieceOf(text: string, from: number, to: number, at = 0): Piece {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { text: text.slice(start, end).replace(/[\n\t]/g, " "), start: at + start, end: at + end };
}

/**
 * All matches of a global pattern, in order: matchAll takes several times as long for a short text, of which tables have thousands. Throws a
 * RangeError for a pattern that is not global, which would match at the same place for ever.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new RangeError(`the pattern ${pattern.source} is not global`);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    // By a whole character: within one of two code units a Unicode pattern would start at its beginning again.
    if (match[0] === "") pattern.lastIndex += String.fromCodePoint(text.codePointAt(pattern.lastIndex) ?? 0).length;
  }
  return found;
}

/** Whether a text has two letters in a row. */
export const hasWord = (text: string): boolean => WORD.test(text);
// A constant: where esbuild loads the modules, as in tsx, a pattern with \p inside a function is made anew at every call.
const WORD = /\p{L}{2}/u;

/** The characters just before an offset. */
export const textBefore = (text: string, at: number, count: number): string => text.slice(Math.max(0, at - count), at);

/** The piece at its place in a text in which its own text begins at an offset. */
export const movedBy = (by: number, { text, start, end }: Piece): Piece => ({ text, start: start + by, end: end + by });

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x202f || code === 0x2009;

/** Without invisible characters: they would only split a word or an amount, or fill a cell. */
export const visible = (text: string): string => text.replace(INVISIBLE, "");
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/g;

const SPACED = new RegExp(ANY.spacedThousands, "u");

/** Normalises spaces and dots that lead to a value (length unchanged), hyphens, minus signs and brackets; "8 517 bitcoins" becomes one number in texts written so. */
export function plainCharacters(text: string): string {
  const grouped = SPACED.test(text.slice(0, 20_000))
    ? text.replace(/(?<!\d[.,]? ?)[1-9]\d{0,2}(?: \d{3})+(?=(?:,\d+)?[ \u00a0](?:\p{L}|[$€₿])|[.;](?:\s|$))/gu, (number) =>
        number.replaceAll(" ", "\u202f"),
      )
    : text;
  return grouped
    .replace(/[\u2010\u2011\u2212]/g, "-")
    .replace(/[\u2000-\u2008\u200a\u205f\u3000]/g, " ")
    .replace(/\.{4,}/g, (leader) => " ".repeat(leader.length))
    .replaceAll("[", "(")
    .replaceAll("]", ")");
}
