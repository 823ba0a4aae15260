/**
 * Tables whose columns are metrics and whose rows are months or companies, or whose columns are companies. Lines of cells in → rows, each
 * with the label of its column.
 */
import type { GatheredRow } from "./block";
import type { RowCell } from "./cells";
import type { Piece } from "./page";
import { classesIn } from "./words";

const METRIC_CLASSES = new Set(["PROD", "SOLD", "HELD", "BUY", "RESTR", "HASH", "DEPL", "PROC"]);
const LONGEST_LABEL = 60;
const speaksOfMetrics = (text: string): boolean => classesIn(text).some((name) => METRIC_CLASSES.has(name));

export class ColumnLabels {
  /** Words over the cells of a column. */
  private labels: readonly Piece[] = [];
  /** The same where they are companies. */
  private names: readonly Piece[] = [];

  constructor(private readonly isCompany: (text: string) => boolean) {}

  /** A line of words only, some of which speak of metrics, may be the head of such a table; "(BTC)" below belongs to it. */
  note(cells: readonly RowCell[]): void {
    if (cells[0]?.bar !== true || cells.length < 2) return;
    if (cells.some(({ text, head, values }) => text.length > LONGEST_LABEL || head !== undefined || values !== undefined)) return;
    if (cells.filter(({ text }) => this.isCompany(text)).length > 1) this.names = cells;
    const more = cells.every(({ text }) => /^\(.*\)$/.test(text)) && this.labels.length === cells.length;
    if (more) this.labels = this.labels.map((label, i) => ({ ...label, text: `${label.text} ${cells[i]?.text ?? ""}` }));
    else if (speaksOfMetrics(cells.map(({ text }) => text).join(" | "))) this.labels = cells;
  }

  /** The line's first cell is a month or a company, the others are values; a month's only value is what the heading says. */
  rowsOf(cells: readonly RowCell[], heading: string): GatheredRow[] | undefined {
    const [first, ...others] = cells;
    if (first?.bar !== true || others.length === 0 || first.values !== undefined) return undefined;
    if (others.some(({ values }) => values?.length !== 1)) return undefined;
    const time = first.head?.[0]?.time;
    const ofCompanies = time === undefined && others.length > 1 && !this.isCompany(first.text) ? this.named(cells) : undefined;
    if (ofCompanies !== undefined) return ofCompanies;
    const of: (string | undefined)[] = others.map((cell) => this.over(cell, cells.length)?.text);
    if (!of.some((label) => label !== undefined)) {
      if (time === undefined || others.length > 1 || heading === "") return undefined;
      of[0] = heading;
    }
    return others.flatMap(({ text, start, end }, i) => {
      const label = of[i];
      if (label === undefined) return [];
      const values = [{ text, start, end }];
      const head = time === undefined ? undefined : [{ kind: "time", text: time.text, time } as const];
      return [{ label, start: first.start, section: time === undefined ? first.text : "", values, head }];
    });
  }

  /** "Bitcoin held | 17,857 | 6,154" under the names of companies. */
  private named(cells: readonly RowCell[]): GatheredRow[] | undefined {
    const [first, ...others] = cells;
    const over = this.names.length === others.length ? this.names : this.names.slice(1);
    if (first === undefined || over.length !== others.length) return undefined;
    return others.map(({ text, start, end }, i) => ({
      ...{ label: first.text, start: first.start, section: over[i]?.text ?? "" },
      ...{ values: [{ text, start, end }], head: undefined },
    }));
  }

  /** A head's cells number as many as the row's, or as many as its values. */
  private over(cell: RowCell, count: number): Piece | undefined {
    if (this.labels.length === count) return this.labels[cell.at];
    return this.labels.length === count - 1 ? this.labels[cell.at - 1] : undefined;
  }
}
