/** Tables whose line breaks were lost: "Metric May 2024 April 2024 Bitcoin Earned 447 803 Bitcoin Sold 453 847 …". */
import { runsBy } from "@/domain/shared/group";
import { columnsIn, mayHead } from "./columns";
import type { NumberStyle } from "../page/numbers";
import { hasWord, matchesIn, type Span } from "../page/page";
import type { TimeKind } from "../mentions/time";
import { timesIn } from "../mentions/times";
import { NEXT_VALUE, VALUE_START, valuesFrom } from "./values";

const SHORTEST = 80;
const HEAD = 400;
const LABEL = 120;
const LEAST_ROWS = 3;
/** A header and as many rows, each with a label and two values. */
const LEAST_WORDS = 10;

/** The header, the rows and the text before and after them, in order; undefined if the text is no such table. */
export function flattenedTable(text: string, style: NumberStyle): Span[] | undefined {
  if (text.length < SHORTEST || text.length > 20_000 || (text.match(/\s\S/g)?.length ?? 0) < LEAST_WORDS) return undefined;
  if ((text.match(NEXT_VALUE)?.length ?? 0) < LEAST_ROWS) return undefined;
  const head = headIn(text);
  if (head === undefined) return undefined;
  const rows: Span[] = [];
  const next = (): Span | undefined => rowFrom(text, (rows.at(-1) ?? head).end, head.columns, style);
  for (let row = next(); row !== undefined; row = next()) rows.push(row);
  const [before, behind] = [
    { start: 0, end: head.start },
    { start: (rows.at(-1) ?? head).end, end: text.length },
  ];
  return rows.length < LEAST_ROWS
    ? undefined
    : [before, head, ...rows, behind].filter(({ start, end }) => text.slice(start, end).trim() !== "");
}

/** Where a table's header ends that shares its line with its first row: "Metric May 2024 June 2024 - Bitcoin mined 92". */
export function headerEnd(text: string): number | undefined {
  if (!MAY_SHARE.test(text)) return undefined;
  const head = headIn(text);
  const shares = head !== undefined && mayHead(text.slice(0, head.start)) && /^\s(?:[-–•]\s)?\p{L}/u.test(text.slice(head.end));
  return shares ? head.end : undefined;
}
/** A few words, two years, and words. */
const MAY_SHARE = /^(?:[^\s\d]+ ){0,3}[^\s\d]*\s?(?:\d\d?, )?20[1-4]\d\D{1,20}20[1-4]\d\*?\s[^\d]*\p{L}/u;

/** The first run of two or more times with only spaces between, or followed by a column of changes. */
function headIn(text: string): (Span & { readonly columns: number }) | undefined {
  const times = timesIn(text.slice(0, HEAD)).filter(({ kind }) => COLUMNS.has(kind));
  for (const [i, { start }] of times.entries()) {
    const [run = []] = runsBy(times.slice(i), (before, time) => /^[\s\d*]{0,3}$/.test(text.slice(before.end, time.start)));
    const end = run.at(-1)?.end ?? start;
    if (run.length > 1 && columnsIn(text.slice(start, end))?.length === run.length) return { start, end, columns: run.length };
  }
  return undefined;
}
const COLUMNS = new Set<TimeKind>(["month", "day", "quarter", "span"]);

/** The next label followed by at least `columns` values. */
function rowFrom(text: string, from: number, columns: number, style: NumberStyle): Span | undefined {
  const near = text.slice(from, from + LABEL);
  for (const match of matchesIn(near, VALUE_START)) {
    if (!hasWord(near.slice(0, match.index))) continue;
    const { values, end } = valuesFrom(text, from + match.index, style);
    if (values.length >= columns) return { start: from + (near.length - near.trimStart().length), end };
  }
  return undefined;
}
