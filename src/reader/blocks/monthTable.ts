/** Tables of months by years: "BTC mined | 2023 | 2022" over "January | 486 | 301". Turns lines of cells into rows with month headers. */
import type { GatheredRow, RowValue } from "./block";
import type { RowCell } from "./cells";
import { type Column, columnsIn } from "./columns";
import { numeralsIn, type NumberStyle } from "../page/numbers";
import { timesIn } from "../mentions/times";
import { labelledValues } from "./values";

/** "Month BTC earned 2024 BTC earned 2023": words repeated before each year. */
const REPEATED = /^(?:\p{L}+\s)??(\p{L}[^\d|]{2,40}?)\s20[12]\d(?:\s\1\s20[12]\d)+$/iu;

/** What a line over months says is counted, and the years that are its columns. */
export function repeatedIn(text: string): { readonly words: string; readonly years: readonly Column[] } | undefined {
  const words = REPEATED.exec(text)?.[1];
  return words === undefined ? undefined : { words, years: (text.match(/20[12]\d/g) ?? []).flatMap((year) => columnsIn(year) ?? []) };
}

/** A row of the table: a month's, or a sum. */
interface Row {
  readonly key: string;
  readonly start: number;
  readonly values: readonly RowValue[];
}

export class MonthTable {
  private readonly rows: Row[] = [];

  /** `words` name what is counted, `years` are the columns. */
  constructor(
    private readonly words: string,
    private readonly years: readonly Column[],
    private readonly style: NumberStyle,
  ) {}

  get begun(): boolean {
    return this.rows.length > 0;
  }

  /** The row of a line for a month, or for the sum of the months before it; undefined for any other line. */
  rowOf(cells: readonly RowCell[]): GatheredRow | undefined {
    const row = this.partsOf(cells);
    if (row === undefined) return undefined;
    const ofMonth = this.monthOf(row.key, this.years[0]) !== undefined;
    const times = this.years.map((year, i) => (ofMonth ? this.monthOf(row.key, year) : this.summed(row.values[i], year, i)));
    if (times.includes(undefined)) return undefined;
    if (ofMonth) this.rows.push(row);
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

  /** The span of a value that is the sum of all months above it in its column. */
  private summed(value: RowValue | undefined, year: Column, at: number): Column["time"] {
    const months = this.rows.flatMap(({ key, values }) => {
      const amount = this.amountOf(values[at]);
      return amount === undefined ? [] : [{ time: this.monthOf(key, year), amount }];
    });
    const [first, last] = [months[0]?.time, months.at(-1)?.time];
    const stated = this.amountOf(value);
    const sum = months.reduce((all, { amount }) => all + amount, 0);
    if (stated === undefined || months.length < 2 || Math.abs(sum - stated) >= 1) return undefined;
    if (first?.month === undefined || last?.month === undefined || last.month - first.month + 1 !== months.length) return undefined;
    return { ...last, kind: "span", months: months.length };
  }

  private amountOf(value: RowValue | undefined): number | undefined {
    return value === undefined ? undefined : numeralsIn(value.text, this.style)[0]?.value;
  }
}
