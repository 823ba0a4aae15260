/** Column headers that are not times: metrics over rows of months or companies, companies, or bitcoin and money. */
import { columnsOver, isOver } from "./align";
import type { GatheredRow, RowValue } from "./block";
import type { RowCell } from "./cells";
import type { Column } from "./columns";
import { areWords, columnsOf, underTimes } from "./header";
import { COINS_HEAD, NIL, VALUE_UNIT } from "../languages/heads";
import type { Piece } from "../page/page";
import { isDay, type Time } from "../mentions/time";
import { timesIn } from "../mentions/times";
import { speaksOf, aboutCoins } from "../mentions/words";

type Head = Pick<RowCell, "text" | "column" | "width" | "grid"> & Pick<Column, "time">;
type Key = Pick<Piece, "text" | "start">;

const METRIC_CLASSES = new Set(["PROD", "SOLD", "HELD", "BUY", "RESTR", "HASH", "DEPL", "PROC"]);
const HASH = new Set(["HASH"]);
const speakOf = (cells: readonly Pick<Piece, "text">[], classes: ReadonlySet<string>): boolean =>
  speaksOf(cells.map(({ text }) => text).join(" | "), classes);
export const speakOfMetrics = (cells: readonly Pick<Piece, "text">[]): boolean => speakOf(cells, METRIC_CLASSES);

/** "Sold | as mined": a label and what is said of it, no header, whose first cell stands over the labels. */
export const isPair = (cells: readonly RowCell[]): boolean =>
  cells.length === 2 && cells[0]?.grid === 0 && cells[0].column === 0 && speakOfMetrics(cells.slice(0, 1));
/** "293 BTC at $102,254" heads nothing. */
const AMOUNT = new RegExp(String.raw`^\W*\d[\d.,]*\s?${VALUE_UNIT}`, "i");

export class ColumnLabels {
  /** The header texts of columns. */
  private labels: readonly Head[] = [];
  /** The same if they are companies. */
  private names: readonly Head[] = [];
  /** The time in the first cell of the header, beside them. */
  private corner: Time | undefined;
  /** The same for a table with one cell per line. */
  private stack: readonly Piece[] = [];

  constructor(private readonly isCompany: (text: string) => boolean) {}

  /** Forgets the header: text above another table's header does not describe its columns. */
  forget(): void {
    [this.labels, this.names, this.corner] = [[], [], undefined];
  }

  /**
   * Notes a line of only words, some naming metrics, or of companies, as a possible header; "(BTC)" below belongs to it, and so do the times
   * `above`, each over equally many. Its first cell may be the time of all. True if it is one.
   */
  note(cells: readonly RowCell[], above: readonly Column[], heading: string): boolean {
    if (cells.length < 2 || cells.some(({ values, columns }, i) => values !== undefined && (i > 0 || columns === undefined))) return false;
    if (isPair(cells) || cells.some(({ text }) => AMOUNT.test(text))) return false;
    const words = cells.map((cell, i): RowCell => {
      const ofTime = cell.columns !== undefined && aboutCoins(cell.text) && cells.length > 2;
      // "BTC at May 31" beside columns of metrics: a balance. "BTC April" beside those of hash rates: the bitcoin produced in April.
      if (ofTime && cell.columns.some(({ time }) => time !== undefined && isDay(time)) && speakOfMetrics(cells))
        return { ...cell, columns: undefined };
      if (ofTime && speakOf(cells, HASH)) return { ...cell, columns: undefined, text: `${cell.text} mined` };
      return i === 0 && cells.length > 2 ? { ...cell, columns: undefined, values: undefined } : cell;
    });
    if (!areWords(words)) return false;
    const corner = words[0]?.columns === cells[0]?.columns ? undefined : cells[0]?.columns?.[0]?.time;
    const ofCompanies = cells.filter(({ text }) => this.isCompany(text)).length > 1;
    if (ofCompanies) this.names = cells;
    const more = cells.every(({ text }) => /^\(.*\)$/.test(text)) && this.labels.length === cells.length;
    if (more) this.labels = this.labels.map((label, i) => ({ ...label, text: `${label.text} ${cells[i]?.text ?? ""}` }));
    else if (speakOfMetrics(words) || (words.some(isOfCoins) && speakOfMetrics([{ text: heading }])))
      this.labels = underTimes(words, above);
    else if (corner === undefined || !ofCompanies) return false;
    this.corner = corner;
    return true;
  }

  /** The columns of a line of times below the labels, each below one that spans several: "Jul | Aug" below "BTC mined", beside "BTC held". */
  spanning(cells: readonly RowCell[]): Column[] | undefined {
    const heads = cells.flatMap((cell) => columnsOf(cell) ?? []);
    const over = heads.map((head) => this.labels.find((label) => isOver(label, head)));
    if (heads.length < cells.length || over.includes(undefined) || this.labels.every(({ width }) => width === 1)) return undefined;
    const below = heads.map((head, i): Column => ({ ...head, kind: "other", text: over[i]?.text ?? "" }));
    const beside = this.labels.filter((label) => !over.includes(label)).map((label): Column => ({ ...label, kind: "other" }));
    this.forget();
    return [...below, ...beside].sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
  }

  /** Rows of a line that begins with a month or company, or has a company in another cell; the heading names a month's only value. */
  rowsOf(cells: readonly RowCell[], heading: string): GatheredRow[] | undefined {
    const [first, ...behind] = cells;
    if (first?.bar !== true) return undefined;
    // Few lines stand below labels.
    if (this.labels.length + this.names.length === 0 && first.columns === undefined) return undefined;
    const plain = first.values === undefined && behind.every(({ values }) => values?.length === 1);
    // Words may stand beside a month's values: "July 2023 | 1,176 | Down 9%".
    const ofTime = first.columns !== undefined && this.labels.length > 1 && behind.every(({ columns }) => columns === undefined);
    const key =
      plain || ofTime
        ? first
        : this.labels.length < 2
          ? undefined
          : cells.find(({ text, values }) => values === undefined && this.isCompany(text));
    const others = cells.filter((cell) => cell !== key && cell.values?.length === 1);
    if (key === undefined || others.length === 0) return undefined;
    const own = key === first ? key.columns?.[0]?.time : undefined;
    const ofYear = own?.kind === "monthOnly" && this.corner?.kind === "year";
    const time: Time | undefined = ofYear ? { ...this.corner, ...own, kind: "month" } : own;
    const ofCompanies = time === undefined && others.length > 1 && !this.isCompany(key.text) ? this.underNames(first, behind) : undefined;
    if (ofCompanies !== undefined) return ofCompanies;
    const over = others.map((cell) => this.over(cell, cells.length));
    const headed = over.some((label) => label !== undefined);
    if (!headed && (time === undefined || others.length > 1 || heading === "")) return undefined;
    const section = time === undefined ? key.text : "";
    return others.flatMap((cell, i) => {
      const text = headed ? over[i]?.text : heading;
      if (text === undefined) return [];
      const [label, of] = isOfCoins({ text }) && this.isCompany(key.text) ? [key.text, ""] : [text, section];
      // "BTC on March 31": a time of its own.
      const columns = columnOf(time ?? over[i]?.time ?? (timesIn(text).length === 0 ? this.corner : undefined));
      const start = Math.min(key.start, cell.start);
      return [{ ...rowOf(label, { text: of, start }, cell.values?.[0] ?? cell), columns }];
    });
  }

  /** A table with one cell per line: "Company", "BTC mined", "BTC held", "MARA", "673", "25,945". */
  stacked(words: readonly Piece[], values: readonly RowValue[]): GatheredRow[] | undefined {
    const name = words.at(-1);
    if (name === undefined || values.length < 2 || !this.isCompany(name.text)) return undefined;
    const above = words.slice(-1 - values.length, -1);
    if (above.length === values.length && speakOfMetrics(above)) this.stack = above;
    return this.stack.length === values.length ? rowsUnder(this.stack, name, values) : undefined;
  }

  /** "Bitcoin held | 17,857 | 6,154" under company names. */
  private underNames({ text, start }: RowCell, values: readonly RowCell[]): GatheredRow[] | undefined {
    const over = this.names.length === values.length ? this.names : this.names.slice(1);
    if (over.length !== values.length) return undefined;
    const columns = columnOf(this.corner);
    return values.map((value, i) => ({ ...rowOf(text, { text: over[i]?.text ?? "", start }, value), columns }));
  }

  /** The header over a cell: in a page's own grid by column, else by index if there are as many headers as cells, or as values. */
  private over(cell: RowCell, count: number): Head | undefined {
    const { at, grid } = cell;
    const placed = this.labels.find((label) => isOver(label, cell));
    if (placed !== undefined && grid === 0) return placed;
    if (this.labels.length === count) return this.labels[at];
    return this.labels.length === count - 1 ? this.labels[at - 1] : placed;
  }
}

/** "BTC": the heading tells which. */
const isOfCoins = ({ text }: Pick<Piece, "text">): boolean => COINS_HEAD.test(text);

/** The only column of a row, if a time is told. */
const columnOf = (time: Time | undefined): readonly Column[] | undefined => time && [{ kind: "time", text: time.text, time }];

/** A value as a row of its own, with the name from its key. */
const rowOf = (label: string, { text, start }: Key, { text: written, start: from, end, aside }: RowValue): GatheredRow => ({
  ...{ label, start, section: text, values: [{ text: written, start: from, end, aside }], columns: undefined },
});

const STATED = new RegExp(String.raw`\d|${NIL}`, "i");
const tells = (column: Column | undefined): column is Column => column?.kind === "other" && speakOfMetrics([column]);

/** A row as one for each value in a column that names a metric ("Sold in May" behind "April | May"), and one for the others. */
export function partedByMetric(row: GatheredRow): GatheredRow[] {
  const { columns = [], values, label, start } = row;
  if (!columns.some(tells) || columns.some(({ kind }) => kind === "coins")) return [row];
  const overs = columnsOver(values, columns);
  const own = values.flatMap((value, i): GatheredRow[] => {
    const over = overs[i];
    if (!tells(over) || !STATED.test(value.text)) return [];
    return [
      {
        ...rowOf(over.text, { text: label, start }, value),
        columns: columnOf(over.time),
      },
    ];
  });
  const others = values.filter((_, i) => !tells(overs[i]));
  const rest = overs.some(tells) ? columns.filter((column) => !tells(column)) : columns;
  return others.length === 0 ? own : [{ ...row, values: others, columns: rest }, ...own];
}

const rowsUnder = (labels: readonly Pick<Piece, "text">[], key: Key, values: readonly RowValue[]): GatheredRow[] =>
  values.map((value, i) => rowOf(labels[i]?.text ?? "", key, value));
