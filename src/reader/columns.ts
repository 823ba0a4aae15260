/**
 * Columns of a table: what the head rows above them say, put together over several head rows ("2024" over "July").
 * In: rows of cells. Out: for each data row its label and values, each value with its column's head.
 * Rule guarded: a value belongs to the head that stands over it in the grid, never to the nth head by counting, unless rows agree.
 */
import type { TableBlock, TableCell, TableRow } from "./document";
import { readHead } from "./heads";
import { DASH, NIL, NOT_GIVEN } from "./numerals";
import { findWhens, settle, type Settled, type When, withoutWhens } from "./when";
import type { Period } from "@/domain/period";

export interface Column {
  /** Undefined: the head names no time. */
  readonly time: Settled | undefined;
  readonly whens: readonly When[];
  /** What the head says beside its time: "Number of bitcoins", "BTC earned". */
  readonly words: string;
  /** Changes, sums, times that are no period: gives no figure. */
  readonly skipped: boolean;
  readonly text: string;
}

export interface GridRow {
  readonly label: TableCell;
  /** The only other text between label and values, and section rows above, are in `section`. */
  readonly section: string;
  readonly values: readonly { readonly cell: TableCell; readonly column: Column | undefined }[];
}

const CURRENCY_CELL = /^(?:US\$|C\$|A\$|\$|£|€)$/;
const CLOSING_CELL = /^\)?\s?%?$|^\)$/;
const FIGURE = /^[~≈(–-]*\s?(?:US\$|C\$|\$|£|€)?\s?\(?\s?\d[\d,.'’\u00a0]*/;

const isFigure = (text: string): boolean => DASH.test(text) || NIL.test(text) || NOT_GIVEN.test(text) || FIGURE.test(text);

/** Splits a table into rows of label and values under their heads. `anchor`: the document's month, for heads without a year. */
export function gridRows(table: TableBlock, anchor: Period | undefined): GridRow[] {
  const rows: GridRow[] = [];
  let heads: TableRow[] = [];
  let afterHead = false;
  let section = "";
  for (const raw of table.rows) {
    const cells = joinSymbols(raw.filter((cell) => cell.text !== ""));
    const [first] = cells;
    if (first === undefined) continue;
    if (isHeadRow(cells)) {
      heads = afterHead || heads.length === 0 ? [...heads, cells] : [cells];
      afterHead = true;
      section = "";
    } else if (cells.length === 1) {
      if (first.text.length < 80) section = first.text;
    } else {
      afterHead = false;
      const values = cells.slice(1).filter((cell) => isFigure(cell.text));
      rows.push({ label: first, section, values: underHeads(values, heads, anchor) });
    }
  }
  return rows;
}

/** A row of heads: no cell but perhaps the first is a figure, and some cell is a time or (in the first such rows) plain words. */
function isHeadRow(cells: TableRow): boolean {
  const heads = cells.map((cell) => readHead(cell.text));
  if (heads.some((head) => head?.kind === "when" || head?.kind === "change")) {
    return (
      cells.every((cell, i) => heads[i] !== undefined || !isFigure(cell.text)) &&
      !(
        cells.length > 1 &&
        heads[0]?.kind === "when" &&
        cells.slice(1).every((cell, i) => isFigure(cell.text) && heads[i + 1]?.kind !== "when")
      )
    );
  }
  return cells.length > 1 && cells.every((cell) => !isFigure(cell.text) && /[A-Za-z]/.test(cell.text) && cell.text.length < 60);
}

/** "$" | "15.0" and "(598.0" | ")" are one cell each. */
function joinSymbols(cells: TableRow): TableCell[] {
  const joined: TableCell[] = [];
  let currency: TableCell | undefined;
  for (const cell of cells) {
    const last = joined.at(-1);
    if (CURRENCY_CELL.test(cell.text) && joined.length > 0) currency = cell;
    else if (CLOSING_CELL.test(cell.text) && last !== undefined && joined.length > 1 && isFigure(last.text)) {
      joined[joined.length - 1] = { ...last, text: last.text + cell.text, end: cell.end, width: cell.column + cell.width - last.column };
    } else {
      joined.push(
        currency
          ? {
              ...cell,
              text: currency.text + cell.text,
              start: currency.start,
              column: currency.column,
              width: cell.column + cell.width - currency.column,
            }
          : cell,
      );
      currency = undefined;
    }
  }
  return joined;
}

function underHeads(values: readonly TableCell[], heads: readonly TableRow[], anchor: Period | undefined): GridRow["values"] {
  return values.map((cell) => {
    const timed = heads.some((row) => row.some((head) => ["when", "change"].includes(readHead(head.text)?.kind ?? "")));
    const over = heads.flatMap((row) =>
      row.filter((head) => head.column < cell.column + cell.width && cell.column < head.column + head.width),
    );
    if (over.length > 0) return { cell, column: columnOf(over, anchor, timed) };
    return { cell, column: undefined };
  });
}

/** `hasTimes`: some head of the table is a time; else "Total" is not a sum over times but over sites. */
function columnOf(cells: readonly TableCell[], anchor: Period | undefined, hasTimes: boolean): Column {
  const text = cells.map((cell) => cell.text).join(" ");
  // "Month ended" over "Nov. 30, 2024": the two together are the month, the second alone only a day.
  const whole = cells.length > 1 && /\b(?:months?|quarter|year|period)\b/i.test(text) ? readHead(text) : undefined;
  const heads = whole?.kind === "when" ? [whole] : cells.map((cell) => readHead(cell.text));
  const skippedHead = heads.some((head) => head?.kind === "change" || (head?.kind === "sum" && hasTimes));
  const timed = heads.flatMap((head) => (head?.kind === "when" ? [head.when] : []));
  const worded = whole?.kind === "when" ? [] : cells.filter((_, i) => heads[i] === undefined);
  const inWords = worded.flatMap((cell) => [...findWhens(cell.text), ...bareYears(cell.text)]);
  const words = worded
    .map((cell) => withoutWhens(cell.text, [...findWhens(cell.text), ...bareYears(cell.text)]))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
  const whens = combine([...timed, ...inWords]);
  const [when] = whens;
  const time = when === undefined || whens.length > 1 ? undefined : settle(when, anchor);
  const skipped = skippedHead || whens.length > 1 || (when !== undefined && when.kind !== "year" && time?.kind === "other");
  return { time: time?.kind === "other" ? undefined : time, whens, words, skipped, text };
}

function bareYears(text: string): When[] {
  const taken = findWhens(text);
  return [...text.matchAll(/(?<![\d.,$])20[12]\d(?![\d.,])/g)]
    .map((match): When => ({ kind: "year", year: Number(match[0]), start: match.index, end: match.index + 4 }))
    .filter((year) => !taken.some((when) => year.start >= when.start && year.start < when.end));
}

/** "2024" above "July" is July 2024; the same time twice is once. */
export function combine(whens: readonly When[]): When[] {
  const years = whens.filter((when) => when.kind === "year");
  const others = whens.filter((when) => when.kind !== "year");
  const [year] = years;
  if (years.length === 1 && year?.year !== undefined && others.length === 1 && others[0]?.year === undefined) {
    const [only] = others;
    return only === undefined ? [] : [{ ...only, year: year.year }];
  }
  const key = (when: When): string => [when.kind, when.year, when.number, when.day].join();
  return whens.filter((when, i) => whens.findIndex((other) => key(other) === key(when)) === i);
}
