/** Tables of months by years: "BTC mined | 2023 | 2022" over "January | 486 | 301". Turns lines of cells into rows with month headers. */
import type { GatheredRow, RowValue } from "./block";
import type { RowCell } from "./cells";
import { type Column, columnsIn } from "./columns";
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

/** A row of the table. */
interface Row {
  readonly key: string;
  readonly start: number;
  readonly values: readonly RowValue[];
}

export class MonthTable {
  /** It has given a row. */
  begun = false;

  /** `words` name what is counted, `years` are the columns. */
  constructor(
    private readonly words: string,
    private readonly years: readonly Column[],
    private readonly style: NumberStyle,
  ) {}

  /** The row of a line for a month; undefined for any other line. */
  rowOf(cells: readonly RowCell[]): GatheredRow | undefined {
    const row = this.partsOf(cells);
    if (row === undefined) return undefined;
    const times = this.years.map((year) => this.monthOf(row.key, year));
    if (times.includes(undefined)) return undefined;
    this.begun = true;
    const stated = (_: unknown, i: number): boolean => /\d/.test(row.values[i]?.text ?? "");
    const columns = this.years.map((year, i): Column => ({ ...year, time: times[i], text: times[i]?.text ?? "" }));
    return { label: this.words, start: row.start, section: "", values: row.values.filter(stated), columns: columns.filter(stated) };
  }

  private partsOf(cells: readonly RowCell[]): Row | undefined {
    const [first, ...others] = cells;
    if (first === undefined) return undefined;
    const row = others.length === 0 ? labelledValues(first.text, this.style, first.start) : undefined;
    const values = row?.values ?? others.flatMap(({ text, start, end, values }) => (values?.length === 1 ? [{ text, start, end }] : []));
    const whole = values.length === this.years.length && (row !== undefined || values.length === others.length);
    return whole ? { key: row?.label ?? first.text, start: first.start, values } : undefined;
  }

  private monthOf(key: string, year: Column | undefined): Column["time"] {
    const text = `${key.replace(/[.*:]+$/, "")} ${year?.text ?? ""}`;
    const [time, ...more] = /\d/.test(key) ? [] : timesIn(text);
    return time?.kind === "month" && more.length === 0 && time.text === text ? time : undefined;
  }
}
