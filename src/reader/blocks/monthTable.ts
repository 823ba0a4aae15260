/**
 * Tables of months or quarters by years: "BTC mined | 2023 | 2022" over "January | 486 | 301", or "Q1 | Q2" over "2023 | 110 | 178". Turns
 * lines of cells into rows with dated headers.
 */
import type { GatheredRow, RowValue } from "./block";
import type { RowCell } from "./cells";
import { type Column, columnsIn } from "./columns";
import { YEAR_ALONE } from "../languages/languages";
import type { NumberStyle } from "../page/numbers";
import { timesIn } from "../mentions/times";
import { labelledValues } from "./values";

/** "Month BTC earned 2024 BTC earned 2023": words repeated before each year. */
const REPEATED = /^(?:\p{L}+\s)??(\p{L}[^\d|]{2,40}?)\s20[12]\d(?:\s\1\s20[12]\d)+$/iu;

/** What a line over months says is counted, and the years that are its columns. */
export function repeatedIn(text: string): { readonly words: string; readonly years: readonly Column[] } | undefined {
  const words = REPEATED.exec(text)?.[1];
  return words === undefined ? undefined : { words, years: (text.match(/20[12]\d/g) ?? []).flatMap((year) => columnsIn(year) ?? []) };
}

/** The columns of a line that names at least two months or quarters without a year, under which years may follow. */
export function undatedIn(cells: readonly RowCell[]): readonly Column[] | undefined {
  // "Mar" and "May" are months beside a year only.
  const isHead = ({ text }: RowCell): boolean => timeOf(text, ANY_YEAR) !== undefined;
  const heads = cells.slice(cells.findIndex(isHead), cells.findLastIndex(isHead) + 1);
  return heads.length < 2 || !heads.every(isHead)
    ? undefined
    : heads.map(({ text, column, width }) => ({ kind: "time", text, column, width }));
}
const ANY_YEAR = "2010";

/** A row of the table. */
interface Row {
  readonly key: string;
  readonly start: number;
  readonly values: readonly RowValue[];
}

export class MonthTable {
  /** It has given a row. */
  begun = false;

  /** `words` name what is counted, `heads` are the columns: years, or times without one. */
  constructor(
    private readonly words: string,
    private readonly heads: readonly Column[],
    private readonly style: NumberStyle,
  ) {}

  /** The row of a line for a month, a quarter or a year; undefined for any other line. */
  rowOf(cells: readonly RowCell[]): GatheredRow | undefined {
    const row = this.partsOf(cells);
    if (row === undefined) return undefined;
    const times = this.heads.map(({ text }) => timeOf(row.key.replace(/[.*:]+$/, ""), text));
    if (times.includes(undefined)) return undefined;
    this.begun = true;
    const stated = (_: unknown, i: number): boolean => /\d/.test(row.values[i]?.text ?? "");
    const columns = this.heads.map((head, i): Column => ({ ...head, time: times[i], text: times[i]?.text ?? "" }));
    return { label: this.words, start: row.start, section: "", values: row.values.filter(stated), columns: columns.filter(stated) };
  }

  private partsOf(cells: readonly RowCell[]): Row | undefined {
    const [first, ...others] = cells;
    if (first === undefined) return undefined;
    const row = others.length === 0 ? labelledValues(first.text, this.style, first.start) : undefined;
    const values = row?.values ?? others.flatMap(({ text, start, end, values }) => (values?.length === 1 ? [{ text, start, end }] : []));
    const key = row?.label ?? first.text;
    // The last of the values may be their sum.
    const most = this.heads.length + (YEAR_ALONE.test(key) ? 1 : 0);
    const whole = values.length >= this.heads.length && values.length <= most && (row !== undefined || values.length === others.length);
    return whole ? { key, start: first.start, values: values.slice(0, this.heads.length) } : undefined;
  }
}

const QUARTER = /^[QT]\d$/i;

/** The time of a cell by its row and column, one of which is a year. */
function timeOf(key: string, head: string): Column["time"] {
  const text = YEAR_ALONE.test(key) ? `${head} ${key}` : `${key} ${head}`;
  const [time, ...more] = /\d/.test(key) && !YEAR_ALONE.test(key) && !QUARTER.test(key) ? [] : timesIn(text);
  return (time?.kind === "month" || time?.kind === "quarter") && time.year !== undefined && more.length === 0 && time.text === text
    ? time
    : undefined;
}
