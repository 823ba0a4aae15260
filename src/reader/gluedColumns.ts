/**
 * Tables whose columns ran together: "Metrics1Jun 2022May 2023Jun 2023" above "Bitcoin Mined11.240.043.6".
 * In: lines of text. Out: the table, with a row only where its digits can be cut into the columns in one way that fits.
 * Rule guarded: a row that can be cut in two ways is for a person, unless a change in per cent beside it tells which is meant.
 */
import type { Piece, TableBlock, TableCell } from "./document";
import { readHead } from "./heads";
import { findWhens } from "./when";

export interface GluedColumns {
  /** The rows that can be cut in one way, and those that could be cut in several. */
  readonly blocks: readonly TableBlock[];
  readonly to: number;
}

interface Column {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "when" | "change";
}

const CHANGE =
  /(?:Month|Year|Quarter)\/(?:Month|Year|Quarter)|%\s?Change|Change\s?%?|Variance|Var\.?|(?:M\/M|Y\/Y|MoM|YoY|m\/m|y\/y)(?:\s?%)?|%/g;
const UNIT = String.raw`(?:\s?(?:EH\/s|PH\/s|TH\/s|BTC|MW|J\/TH|million|billion|thousand|[MK](?![a-z])))?`;
const MOST = 6;

/** The table that begins at `from`, or undefined. */
export function gluedColumnsAt(lines: readonly Piece[], from: number): GluedColumns | undefined {
  const columns = columnsOf(lines[from]);
  if (columns === undefined) return undefined;
  const head = columns.map((column, i): TableCell => ({ ...column, column: i + 1, width: 1 }));
  const sure: TableCell[][] = [];
  const unsure: TableCell[][] = [];
  let at = from + 1;
  for (let misses = 0; at < lines.length && misses < 3; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text === "") continue;
    const row = rowOf(line, columns);
    if (row === undefined) misses += 1;
    else {
      (row.sure ? sure : unsure).push(row.cells);
      misses = 0;
    }
    if (line.text.length > 160) break;
  }
  if (sure.length + unsure.length < 2) return undefined;
  const table = (rows: readonly TableCell[][], unaligned: boolean): TableBlock => ({
    kind: "table",
    start: lines[from]?.start ?? 0,
    end: rows.at(-1)?.at(-1)?.end ?? 0,
    rows: [head, ...rows],
    glued: false,
    unaligned,
  });
  return { blocks: [...(sure.length > 0 ? [table(sure, false)] : []), ...(unsure.length > 0 ? [table(unsure, true)] : [])], to: at };
}

/** Heads without anything between them: at least two, one of them stuck to what stands before it. */
function columnsOf(line: Piece | undefined): Column[] | undefined {
  if (
    line === undefined ||
    line.text.length > 160 ||
    !/[a-z\d]20[12]\d|20[12]\d\d?[A-Z%]|[a-z*)]\d?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(line.text)
  )
    return undefined;
  // A head's year gives way before the next head; a footnote's digit stays with the year before it.
  const text = line.text.replace(/(?<=[a-z*)\d])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ .'’-])/g, "\u0001");
  const parts = text.split("\u0001");
  let offset = 0;
  const columns: Column[] = [];
  for (const [i, part] of parts.entries()) {
    const whens = findWhens(part.replace(/(?<=20[12]\d)\d/g, " ")).filter((when) => when.kind === "month" && when.year !== undefined);
    const [when] = whens;
    if (i > 0 && (whens.length !== 1 || when === undefined)) return undefined;
    const rest = when === undefined ? "" : part.slice(when.end).replace(/^\d(?!\d)/, " ");
    if (when !== undefined)
      columns.push({
        text: part.slice(when.start, when.end),
        start: line.start + offset + when.start,
        end: line.start + offset + when.end,
        kind: "when",
      });
    const changes = [...rest.matchAll(CHANGE)];
    if (rest.replace(CHANGE, "").trim() !== "") return undefined;
    for (const change of changes) {
      const start = line.start + offset + (when?.end ?? 0) + change.index;
      columns.push({ text: change[0], start, end: start + change[0].length, kind: "change" });
    }
    offset += part.length;
  }
  const label = parts[0] ?? "";
  const labelled =
    findWhens(label).some((when) => when.kind === "month") || readHead(label.replace(/\d$/, "")) !== undefined || label.length < 40;
  return columns.filter(({ kind }) => kind === "when").length >= 2 && labelled ? columns : undefined;
}

/** A row's label and values; not sure when the digits fit the columns in several ways, undefined when in none. */
function rowOf(line: Piece, columns: readonly Column[]): { cells: TableCell[]; sure: boolean } | undefined {
  if (line.text.length > 160) return undefined;
  const match = /^(.*?[A-Za-z)*%](?:\s?\([^)]*\))?)\s?((?:[-–+(~≈]*\s?(?:US\$|\$)?\s?\d|[-–—](?=[\d$(~–—-]|$)|n\/a|N\/A).*)$/.exec(
    line.text,
  );
  if (match === null) return undefined;
  const [, label = "", digits = ""] = match;
  const whole = plausible(cutsOf(digits, columns.length), columns);
  // Where nothing fits, the first digit may be a footnote's: "Bitcoin Held219,22318,6923%".
  const marked = whole.length === 0 && /^[1-9]/.test(digits);
  const fitting = marked ? plausible(cutsOf(digits.slice(1), columns.length), columns) : whole;
  const verified = columns.some(({ kind }, i) => kind === "change" && /\d/.test(fitting[0]?.[i] ?? ""));
  const [best] = [...fitting].sort((a, b) => spreadOf(a, columns) - spreadOf(b, columns));
  if (best === undefined) return undefined;
  const noted = !verified && !marked && mayHoldNote(best, columns);
  const cells: TableCell[] = [{ text: label.trim(), start: line.start, end: line.start + label.length, column: 0, width: 1 }];
  let at = line.start + line.text.length - digits.length + (marked ? 1 : 0);
  for (const [i, digitsOf] of best.entries()) {
    const value = noted && i === 0 ? digitsOf.slice(1) : digitsOf;
    if (noted && i === 0) at += 1;
    const lead = value.length - value.trimStart().length;
    cells.push({ text: value.trim(), start: at + lead, end: at + value.trimEnd().length, column: i + 1, width: 1 });
    at += value.length;
  }
  return { cells, sure: fitting.length === 1 && !noted && (!marked || verified) };
}

const figuresOf = (cut: readonly string[], columns: readonly Column[]): number[] =>
  cut.flatMap((value, i) => {
    const number = /\d[\d,]*(?:\.\d+)?/.exec(value)?.[0];
    return columns[i]?.kind === "when" && number !== undefined ? [Number(number.replace(/,/g, ""))] : [];
  });

/** How far the figures of a row lie apart; those of neighbouring months are of one size. */
function spreadOf(cut: readonly string[], columns: readonly Column[]): number {
  const figures = figuresOf(cut, columns).filter((figure) => figure > 0);
  return figures.length === 0 ? 0 : Math.log(Math.max(...figures) / Math.min(...figures));
}

/** The first digit may be the mark of a footnote: without it the first figure would be nearer to the others. */
function mayHoldNote(cut: readonly string[], columns: readonly Column[]): boolean {
  const [first, ...others] = cut;
  if (first === undefined || !/^[1-9][1-9]/.test(first)) return false;
  return spreadOf([first.slice(1), ...others], columns) < spreadOf(cut, columns);
}

const ONE = new RegExp(
  String.raw`^\s?(?:[-–—]|n\/a|N\/A|[-–+~≈(]*\s?(?:US\$|\$)?\s?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,6}|0(?=\.))(?:\.\d{1,2})?${UNIT}\s?[)%]{0,2})$`,
);

/** Every way to cut `digits` into `count` values. */
function cutsOf(digits: string, count: number): string[][] {
  if (digits.length > 80 || count > MOST) return [];
  const known = new Map<string, string[][]>();
  const from = (at: number, left: number): string[][] => {
    if (left === 0) return at === digits.length ? [[]] : [];
    const key = `${at}|${left}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found: string[][] = [];
    for (let to = at + 1; to <= Math.min(digits.length, at + 18) && found.length < 500; to += 1) {
      const value = digits.slice(at, to);
      // A unit or bracket belongs to the value before it.
      if (/^[A-Za-z)%\s]/.test(digits.slice(to)) && !/^\s?(?:n\/a|N\/A|[$~(–-])/.test(digits.slice(to))) continue;
      if (ONE.test(value)) found.push(...from(to, left - 1).map((rest) => [value, ...rest]));
    }
    known.set(key, found);
    return found;
  };
  return from(0, count);
}

/** The cuts that a table could have meant: figures of one kind, a change that fits its figures. */
function plausible(cuts: readonly string[][], columns: readonly Column[]): string[][] {
  const changes = columns.flatMap(({ kind }, i) => (kind === "change" ? [i] : []));
  const printed = (cut: readonly string[]): string[] => cut.filter((_, i) => columns[i]?.kind === "when");
  const sound = cuts.filter((cut) =>
    cut.every((value, i) => (columns[i]?.kind === "change" ? /[%–—-]|n\/a/i.test(value) : !value.includes("%"))),
  );
  const even = sound.filter((cut) => sameMake(printed(cut)));
  if (changes.length === 0) return even;
  return even.filter((cut) => changes.every((at, nth) => fitsChange(printed(cut), nth + 1, cut[at] ?? "")));
}

/** The same number of decimals in all of them, and thousands separated in all or none that are as large. */
function sameMake(values: readonly string[]): boolean {
  const numbers = values.map((value) => /\d[\d,]*(?:\.\d+)?/.exec(value)?.[0]).filter((value) => value !== undefined);
  const units = new Set(values.map((value) => /[A-Za-z]/.test(value)));
  const decimals = new Set(numbers.map((value) => /\.(\d+)$/.exec(value)?.[1]?.length ?? 0));
  const grouped = numbers.some((value) => value.includes(","));
  if (grouped && numbers.some((value) => /^\d{4,}/.test(value))) return false;
  // Units between the figures show where each ends, so these need not be alike.
  if (units.size === 1 && units.has(true)) return true;
  return decimals.size <= 1;
}

/** The change in per cent between the first figure and the nth; a dash or N/A says nothing. */
function fitsChange(values: readonly string[], nth: number, change: string): boolean {
  if (!/\d/.test(change)) return true;
  const [now, then] = [values[0], values[nth]].map((value) => Number(value?.replace(/[^\d.]/g, "")));
  const said = Number(/\d+(?:\.\d+)?/.exec(change)?.[0] ?? Number.NaN);
  if (now === undefined || then === undefined || then === 0 || Number.isNaN(said)) return false;
  const step = /\.\d/.test(change) ? 0.06 : 0.6;
  return Math.abs(Math.abs(100 * (now / then - 1)) - said) <= step;
}
