/**
 * Tables whose columns are kept by spaces alone, as browsers without pictures and programs that read PDFs write them: cells by the places of
 * characters. A column is where the values of rows stand below one another; a head belongs to the columns that it stands over.
 */
import { columnsIn } from "./columns";
import type { NumberStyle } from "../page/numbers";
import { type Line, matchesIn, movedBy, type Page, type Span } from "../page/page";
import { cellAt, meet, nearestTo, NOTE_BEHIND } from "./places";
import { headsOver, joined } from "./spacedHead";
import { valuesOf } from "./values";

/** What stands between wide gaps, with its places in the line. */
const PART = /\S+(?: \S+)*/g;
const RULE = /^[\s=_–—-]*$/;
const MARK = /^[•●▪◦■·*–—-]$/;
const LONGEST_WORDS = 60;
const MOST_HEAD_LINES = 4;
const LEAST_ROWS = 2;
/** Maximum number of lines of a table, so that reading stays linear in the page's length. */
const MOST_LINES = 400;

type Kind = "row" | "words" | "rule" | "blank" | "other";

interface Laid {
  readonly line: Line;
  readonly text: string;
  readonly kind: Kind;
  readonly parts: readonly Span[];
}

/** The page's lines; those of tables kept by spaces have cells. */
export function withSpacedTables({ text, lines, wrapped }: Page, style: NumberStyle): readonly Line[] {
  if (!wrapped) return lines;
  const laid = lines.map((line) => laidOut(text, line, style));
  const out: Line[] = [];
  for (let at = 0; at < laid.length;) {
    const end = tableEnd(laid, at) ?? at;
    const cut = end === at ? undefined : tableOf(text, laid.slice(at, end));
    out.push(...(cut ?? lines.slice(at, at + 1)));
    at = cut === undefined ? at + 1 : end;
  }
  return out;
}

function laidOut(page: string, line: Line, style: NumberStyle): Laid {
  const text = page.slice(line.start, line.end);
  const of = (kind: Kind, parts: readonly Span[] = []): Laid => ({ line, text, kind, parts });
  if (line.cells !== undefined || /[|\t]/.test(text)) return of("other");
  if (RULE.test(text)) return of(text.trim() === "" ? "blank" : "rule");
  const parts = partsIn(text, style);
  if (parts.slice(1).some((part) => valuesIn(text, part, style).length === 1)) return of("row", parts);
  return of(parts.length === 1 && parts.some(({ start, end }) => end - start > LONGEST_WORDS) ? "other" : "words", parts);
}

/** What stands between wide gaps, several values each for itself; a list's mark belongs to the label behind it. */
function partsIn(text: string, style: NumberStyle): Span[] {
  const found = matchesIn(text, PART).map(({ 0: part, index }) => ({ start: index, end: index + part.length }));
  const [mark, ...behind] = found;
  const parts = behind.length > 0 && MARK.test(text.slice(mark?.start, mark?.end)) ? behind : found;
  if (parts.length < 2) return parts;
  return parts.flatMap((part) => {
    const values = valuesIn(text, part, style);
    return values.length > 1 && values.slice(1).every(({ start }) => text[start] !== "(") ? values : [part];
  });
}

/** The values of a part that holds nothing else, and no time. */
function valuesIn(text: string, { start, end }: Span, style: NumberStyle): Span[] {
  const part = text.slice(start, end).replace(NOTE_BEHIND, "");
  const values = valuesOf(part, style) ?? [];
  const isTime = values.length > 0 && columnsIn(part) !== undefined && !/^\d{1,3}$/.test(part);
  return isTime ? [] : values.map((value) => movedBy(start, value));
}

/** Where a table ends that begins at a line, head first: rows of several values, with titles and empty lines among them. */
function tableEnd(laid: readonly Laid[], from: number): number | undefined {
  let [at, rows, last] = [from, 0, from];
  while (at < from + MOST_HEAD_LINES && (laid[at]?.kind === "words" || (at > from && laid[at]?.kind === "rule"))) at++;
  if (at === from) return undefined;
  if (laid[at]?.kind === "blank") at++;
  for (let empty = 0; at < Math.min(laid.length, from + MOST_LINES) && empty < 2; at++) {
    const { kind, parts } = laid[at] ?? { kind: "other", parts: [] };
    if (kind === "other" || (kind === "words" && parts.length > 1)) break;
    empty = kind === "blank" ? empty + 1 : 0;
    if (kind !== "row") continue;
    rows += parts.length > 2 ? 1 : 0;
    last = at;
  }
  return rows < LEAST_ROWS ? undefined : last + 1;
}

/** The lines of a table with their cells; undefined if nothing stands over its columns. */
function tableOf(page: string, laid: readonly Laid[]): Line[] | undefined {
  const begun = laid.findIndex(({ kind }) => kind === "row");
  const [above, body] = [laid.slice(0, begun), laid.slice(begun)];
  const columns = columnsUnder(body.filter(({ kind }) => kind === "row").map(({ parts }) => parts));
  const heads = columns.length < 2 ? undefined : headsOver(page, above, columns);
  if (heads === undefined) return undefined;
  const lines = body.map(({ line, text, kind, parts }): Line => {
    if (kind !== "row" && kind !== "words") return line;
    const own = withoutValue(text, parts, columns);
    const places = placesOf(own, columns);
    return places === undefined ? line : { ...line, cells: own.map((part, i) => cellAt(page, line, part, places[i] ?? 0, 1)) };
  });
  return [...heads, ...withWholeLabels(body, lines)];
}

/** The columns of rows: where the values of the complete ones stand, those with as many as most have at least twice. */
function columnsUnder(rows: readonly (readonly Span[])[]): Span[] {
  const counts = rows.map(({ length }) => length).sort((a, b) => b - a);
  const most = counts.find((one, i) => counts[i + 1] === one) ?? 0;
  const complete = rows.filter(({ length }) => length === most);
  const columns = Array.from({ length: Math.max(0, most - 1) }, (_, i) => {
    const parts = complete.flatMap((row) => row[i + 1] ?? []);
    return { start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) };
  });
  return columns.map(({ start, end }, i) => ({ start, end: Math.min(end, Math.max(start + 1, columns[i + 1]?.start ?? end)) }));
}

/** The column of each part of a row, counted from 1, or 0 for its label: in a complete row by their order; undefined if two share one. */
function placesOf(parts: readonly Span[], columns: readonly Span[]): number[] | undefined {
  if (parts.length === columns.length + 1) return parts.map((_, i) => i);
  const places = parts.map((part, i) => (i === 0 && part.start < (columns[0]?.start ?? 0) ? 0 : 1 + nearestTo(part, columns)));
  return new Set(places).size < places.length ? undefined : places;
}

/** The parts of a row whose first value stands one space behind its label. */
function withoutValue(text: string, parts: readonly Span[], columns: readonly Span[]): readonly Span[] {
  const [[label, ...values], [first]] = [parts, columns];
  if (label === undefined || first === undefined || values.length !== columns.length - 1 || !meet(label, first)) return parts;
  const cut = text.lastIndexOf(" ", label.end - 1);
  const value = { start: cut + 1, end: label.end };
  return cut > label.start && /^[($\d]/.test(text.slice(value.start)) ? [{ start: label.start, end: cut }, value, ...values] : parts;
}

/** The lines of a table with each label that goes on in the next line whole: "American" over "  Bitcoin    817". */
function withWholeLabels(laid: readonly Laid[], lines: readonly Line[]): Line[] {
  return lines.flatMap((line, i) => {
    if (isBroken(laid, i)) return [];
    const [begun] = (isBroken(laid, i - 1) ? lines[i - 1]?.cells : undefined) ?? [];
    const [label, ...values] = line.cells ?? [];
    return begun === undefined || label === undefined
      ? [line]
      : [{ ...line, cells: [{ ...label, text: joined(begun.text, label.text) }, ...values] }];
  });
}

/** Whether a row's label begins on this line and ends on the next, further in than the lines around. */
function isBroken(laid: readonly Laid[], at: number): boolean {
  const [begun, row, next] = [at, at + 1, at + 2].map((i) => laid[i]?.parts[0]?.start);
  const isOne = laid[at]?.kind === "words" && laid[at].parts.length === 1 && laid[at + 1]?.kind === "row";
  return isOne && begun !== undefined && row !== undefined && row > begun && next !== row;
}
