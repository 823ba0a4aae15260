/**
 * Tables whose line breaks were lost: "Metric May 2024 April 2024 Bitcoin Earned 447 803 Bitcoin Sold 453 847 …". A line's text in → where
 * its head and its rows stand, or undefined when it is none.
 */
import { headOf, NEXT_VALUE, VALUE_START, valueAt } from "./cellText";
import type { NumberStyle } from "./numbers";
import { timesIn } from "./times";

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const SHORTEST = 80;
const HEAD = 400;
const LABEL = 120;
const LEAST_ROWS = 3;
/** A head, and as many rows, each of a label and two values. */
const LEAST_WORDS = 10;

/** The head, the rows and what follows them, in order. */
export function flattenedTable(text: string, style: NumberStyle): Stretch[] | undefined {
  if (text.length < SHORTEST || text.length > 20_000 || (text.match(/\s\S/g)?.length ?? 0) < LEAST_WORDS) return undefined;
  if ((text.match(NEXT_VALUE)?.length ?? 0) < LEAST_ROWS) return undefined;
  const head = headIn(text);
  if (head === undefined) return undefined;
  const found: Stretch[] = [];
  let at = head.end;
  for (let row = rowFrom(text, at, head.columns, style); row !== undefined; row = rowFrom(text, at, head.columns, style)) {
    found.push(row);
    at = row.end;
  }
  if (found.length < LEAST_ROWS) return undefined;
  const rest = text.slice(at).trim() === "" ? [] : [{ start: at, end: text.length }];
  const before = text.slice(0, head.start).trim() === "" ? [] : [{ start: 0, end: head.start }];
  return [...before, { start: head.start, end: head.end }, ...found, ...rest];
}

/** The first run of two or more times with nothing but spaces between, or a column of changes behind. */
function headIn(text: string): { start: number; end: number; columns: number } | undefined {
  const times = timesIn(text.slice(0, HEAD)).filter(
    ({ kind }) => kind === "month" || kind === "day" || kind === "quarter" || kind === "span",
  );
  for (let first = 0; first < times.length - 1; first++) {
    let last = first;
    while (times[last + 1] !== undefined && /^[\s\d*]{0,3}$/.test(text.slice(times[last]?.end, times[last + 1]?.start))) last += 1;
    const [start, end] = [times[first]?.start, times[last]?.end];
    if (last === first || start === undefined || end === undefined) continue;
    if ((headOf(text.slice(start, end))?.length ?? 0) !== last - first + 1) continue;
    return { start, end, columns: last - first + 1 };
  }
  return undefined;
}

/** The next label with at least so many values behind it. */
function rowFrom(text: string, from: number, columns: number, style: NumberStyle): Stretch | undefined {
  const near = text.slice(from, from + LABEL);
  for (const match of near.matchAll(VALUE_START)) {
    if (!/\p{L}{2}/u.test(near.slice(0, match.index))) continue;
    const end = valuesEnd(text, from + match.index, columns, style);
    if (end !== undefined) return { start: from + (near.length - near.trimStart().length), end };
  }
  return undefined;
}

/** The end of a run of values, changes and marks of notes too, if it has at least so many. */
function valuesEnd(text: string, from: number, least: number, style: NumberStyle): number | undefined {
  let at = from;
  for (let count = 0; ; count++) {
    const found = valueAt(text, at, style);
    if (found === undefined) return count < least ? undefined : at;
    at = found.next;
  }
}
