/** The head of a table whose columns are kept by spaces: which words stand over which columns. */
import { type Column, columnsIn } from "./columns";
import type { Cell, Line, Span } from "../page/page";
import { cellAt, meet, nearestTo, overlap } from "./places";

/** A laid out line: what stands between its wide gaps. */
export interface HeadLine {
  readonly line: Line;
  readonly parts: readonly Span[];
}

/** Characters between a head and the column beside it that it still heads. */
const NEAR = 8;

/**
 * The lines of a head: cells over several columns with those beside them, then what stands below the former. The words of a column that is
 * headed in several lines become one cell; a caption, or a time of all columns, stays a line. Undefined if fewer than two columns are headed.
 */
export function headsOver(page: string, laid: readonly HeadLine[], under: readonly Span[]): Line[] | undefined {
  const lines: Line[] = [];
  const own = new Map<number, Cell>();
  let [columns, spanned]: [readonly Span[], ReadonlySet<number>] = [under, new Set()];
  for (const [i, { line, parts }] of [...laid.entries()].reverse()) {
    const [only, ...more] = parts;
    if (only === undefined || (more.length === 0 && (only.start < 2 || (i < laid.length - 1 && isTime(page, line, only))))) {
      lines.push(line);
      continue;
    }
    const over = partsOver(page, line, parts, columns);
    columns = columns.map((column, at) => {
      const mine = over.find(({ from, width }) => from === at + 1 && width === 1)?.part;
      return mine === undefined ? column : { start: Math.min(column.start, mine.start), end: Math.max(column.end, mine.end) };
    });
    const wide = over.filter(({ width }) => width > 1);
    for (const { part, from } of over.filter(({ width }) => width === 1)) {
      const [cell, below] = [cellAt(page, line, part, from, 1), own.get(from)];
      own.set(from, below === undefined ? cell : { ...below, text: joined(cell.text, below.text) });
    }
    if (wide.length === 0) continue;
    const below = new Set(wide.flatMap(({ from, width }) => Array.from({ length: width }, (_, at) => from + at)));
    spanned = new Set([...spanned, ...below]);
    lines.push({ ...line, cells: wide.map(({ part, from, width }) => cellAt(page, line, part, from, width)) });
  }
  const last = laid.at(-1)?.line;
  const headed = [...own.keys()].filter((at) => at > 0).length;
  if (last === undefined || headed < 2) return undefined;
  const beside = inOrder([...own.values()].filter(({ column }) => !spanned.has(column)));
  const above = lines.findLastIndex(({ cells }) => cells !== undefined);
  if (above < 0) return [...lines.reverse(), { ...last, cells: beside }];
  const whole = lines.map((line, i) => (i === above ? { ...line, cells: inOrder([...(line.cells ?? []), ...beside]) } : line));
  return [...whole.reverse(), { ...last, cells: inOrder([...own.values()].filter(({ column }) => spanned.has(column))) }];
}

const inOrder = (cells: readonly Cell[]): Cell[] => [...cells].sort((a, b) => a.column - b.column);
const isTime = (page: string, { start }: Line, part: Span): boolean =>
  columnsIn(page.slice(start + part.start, start + part.end))?.length === 1;

/** "Sept-" over "ember 30,": a word broken at the end of its line. "Prior month" over "4/30/2024": the date says it all. */
export function joined(above: string, below: string): string {
  if (/\p{L}-$/u.test(above) && /^\p{Ll}/u.test(below)) return above.slice(0, -1) + below;
  const both = `${above} ${below}`;
  const [first, second] = columnsIn(both) ?? [];
  if (second?.kind !== "time") return both;
  return first?.time?.kind === "toDate" ? above : below;
}

interface Over {
  readonly part: Span;
  /** Its first column, counted from 1; 0: it stands over the labels. */
  readonly from: number;
  readonly width: number;
}

/** The parts of a head's line with the columns that they stand over; several times in one part have a column each. */
function partsOver(page: string, line: Line, parts: readonly Span[], columns: readonly Span[]): Over[] {
  const text = page.slice(line.start, line.end);
  const out: Over[] = [];
  for (const [i, part] of parts.entries()) {
    const others = parts.filter((_, at) => at !== i);
    const mine = columns.flatMap((column, at) =>
      meet(column, part) && others.every((other) => overlap(column, other) < overlap(column, part)) ? [at] : [],
    );
    const from = mine[0] ?? nearestTo(part, columns);
    const column = columns[from];
    if (column === undefined || (mine.length === 0 && (-overlap(column, part) > NEAR || others.some((other) => meet(column, other))))) {
      if (out.length === 0) out.push({ part, from: 0, width: 1 });
      continue;
    }
    const width = Math.max(1, mine.length);
    const times = width > 1 ? (columnsIn(text.slice(part.start, part.end)) ?? []) : [];
    const each = times.length === width ? placesOfAll(text, part, times) : undefined;
    if (each === undefined) out.push({ part, from: from + 1, width });
    else out.push(...each.map((one, at) => ({ part: one, from: from + 1 + at, width: 1 })));
  }
  return out;
}

/** The places of times within a part; undefined if they are not all there. */
function placesOfAll(text: string, part: Span, times: readonly Column[]): Span[] | undefined {
  let past = part.start;
  const found = times.map((time) => {
    const start = text.indexOf(time.text, past);
    past = start < 0 ? part.end : start + time.text.length;
    return { start, end: past };
  });
  return found.some(({ start }) => start < 0) ? undefined : found;
}
