/**
 * Tables whose columns are metrics and whose rows are months or companies, or whose columns are companies. Lines of cells in → rows, each
 * with the label of its column.
 */
import type { GatheredRow, RowValue } from "./block";
import type { RowCell } from "./cells";
import { labelledValues } from "./cellText";
import type { NumberStyle } from "./numbers";
import type { Piece } from "./page";
import { classesIn } from "./words";

type Head = Pick<RowCell, "text" | "column" | "grid">;

const METRIC_CLASSES = new Set(["PROD", "SOLD", "HELD", "BUY", "RESTR", "HASH", "DEPL", "PROC"]);
const LONGEST_LABEL = 60;
const speaksOfMetrics = (text: string): boolean => classesIn(text).some((name) => METRIC_CLASSES.has(name));

export class ColumnLabels {
  /** Words over the cells of a column. */
  private labels: readonly Head[] = [];
  /** The same where they are companies. */
  private names: readonly Head[] = [];
  /** The same of a table with a cell on each line. */
  private stack: readonly Piece[] = [];

  constructor(
    private readonly isCompany: (text: string) => boolean,
    private readonly style: NumberStyle,
  ) {}

  /** A line of words only, some of which speak of metrics, may be the head of such a table; "(BTC)" below belongs to it. */
  note(cells: readonly RowCell[]): void {
    if (cells[0]?.bar !== true || cells.length < 2) return;
    if (cells.some(({ text, head, values }) => text.length > LONGEST_LABEL || head !== undefined || values !== undefined)) return;
    if (cells.filter(({ text }) => this.isCompany(text)).length > 1) this.names = cells;
    const more = cells.every(({ text }) => /^\(.*\)$/.test(text)) && this.labels.length === cells.length;
    if (more) this.labels = this.labels.map((label, i) => ({ ...label, text: `${label.text} ${cells[i]?.text ?? ""}` }));
    else if (speaksOfMetrics(cells.map(({ text }) => text).join(" | "))) this.labels = cells;
  }

  /** A line's first cell is a month or a company, or another that is one names it; a month's only value is what the heading says. */
  rowsOf(cells: readonly RowCell[], heading: string): GatheredRow[] | undefined {
    const [first] = cells;
    if (first?.bar !== true) return cells.length === 1 && first !== undefined ? this.parted(first) : undefined;
    const plain = first.values === undefined && cells.slice(1).every(({ values }) => values?.length === 1);
    const named = ({ text, values }: RowCell): boolean => values === undefined && this.isCompany(text);
    // Words may stand beside a month's values: "July 2023 | 1,176 | Down 9%".
    const ofTime = first.head !== undefined && this.labels.length > 1 && cells.slice(1).every(({ head }) => head === undefined);
    const key = plain || ofTime ? first : this.labels.length < 2 ? undefined : cells.find(named);
    const others = cells.filter((cell) => cell !== key && cell.values?.length === 1);
    if (key === undefined || others.length === 0) return undefined;
    const time = key === first ? key.head?.[0]?.time : undefined;
    const ofCompanies = time === undefined && others.length > 1 && !this.isCompany(key.text) ? this.named(cells) : undefined;
    if (ofCompanies !== undefined) return ofCompanies;
    const of: (string | undefined)[] = others.map((cell) => this.over(cell, cells.length)?.text);
    if (!of.some((label) => label !== undefined)) {
      if (time === undefined || others.length > 1 || heading === "") return undefined;
      of[0] = heading;
    }
    const head = time === undefined ? undefined : [{ kind: "time", text: time.text, time } as const];
    const section = time === undefined ? key.text : "";
    return others.flatMap(({ text, start, end }, i) => {
      const label = of[i];
      return label === undefined
        ? []
        : [{ ...rowOf(label, { text: section, start: Math.min(key.start, start) }, { text, start, end }), head }];
    });
  }

  /** "MARA   673   25,945" under as many heads: a line with gaps that its page does not cut. */
  private parted({ text, start }: RowCell): GatheredRow[] | undefined {
    const row = this.labels.length < 3 ? undefined : labelledValues(text, this.style);
    if (row?.values.length !== this.labels.length - 1 || !this.isCompany(row.label)) return undefined;
    const placed = row.values.map((value) => ({ text: value.text, start: start + value.start, end: start + value.end }));
    return placed.map((value, i) => rowOf(this.labels[i + 1]?.text ?? "", { text: row.label, start }, value));
  }

  /** A table with a cell on each line: "Company", "BTC mined", "BTC held", "MARA", "673", "25,945". */
  stacked(words: readonly Piece[], values: readonly RowValue[]): GatheredRow[] | undefined {
    const name = words.at(-1);
    if (name === undefined || values.length < 2 || !this.isCompany(name.text)) return undefined;
    const above = words.slice(-1 - values.length, -1);
    if (above.length === values.length && speaksOfMetrics(above.map(({ text }) => text).join(" | "))) this.stack = above;
    return this.stack.length === values.length ? values.map((value, i) => rowOf(this.stack[i]?.text ?? "", name, value)) : undefined;
  }

  /** "Bitcoin held | 17,857 | 6,154" under the names of companies. */
  private named([first, ...others]: readonly RowCell[]): GatheredRow[] | undefined {
    const over = this.names.length === others.length ? this.names : this.names.slice(1);
    if (first === undefined || over.length !== others.length) return undefined;
    return others.map(({ text, start, end }, i) =>
      rowOf(first.text, { text: over[i]?.text ?? "", start: first.start }, { text, start, end }),
    );
  }

  /** A head's cells number as many as the row's, or as many as its values; else it stands over its column. */
  private over({ at, column, grid }: RowCell, count: number): Head | undefined {
    if (this.labels.length === count) return this.labels[at];
    if (this.labels.length === count - 1) return this.labels[at - 1];
    return this.labels.find((label) => label.column === column && label.grid === grid);
  }
}

/** A value as a row of its own, of what its key names. */
const rowOf = (label: string, { text, start }: Pick<Piece, "text" | "start">, value: RowValue): GatheredRow => ({
  ...{ label, start, section: text, values: [value], head: undefined },
});
