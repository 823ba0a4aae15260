/**
 * One layout for every page: the stream of its cells becomes rows of tables and running text. A head is a run of cells that are only
 * times; a row is words followed by a run of values. Page in → blocks out, in the order of the page.
 * Rule guarded: no way of laying out a table has a rule of its own; a damaged table loses the row that is damaged, not the table.
 */
import type { Block, GatheredRow, RowValue } from "./block";
import { cellsOf, type RowCell } from "./cells";
import { type Column, isChange, labelledValues } from "./cellText";
import { gluedRow } from "./gluedRow";
import { SOLD_NONE } from "./languages";
import { PREFIX, SCALE_SAID, SUFFIX } from "./languages/heads";
import { logicalLines } from "./lines";
import type { NumberStyle } from "./numbers";
import { type Page, pieceOf } from "./page";
import { timesIn } from "./times";
import { unitHead } from "./unitHead";
import { ColumnLabels } from "./turned";

/** `isCompany` tells whether a cell names a company. */
export function blocksOf(page: Page, style: NumberStyle, isCompany: (text: string) => boolean): Block[] {
  return new Layout(page, style, isCompany).blocks;
}

const LONG = 110;
const MOST_COLUMNS = 40;
class Layout {
  readonly blocks: Block[] = [];
  private head: readonly Column[] | undefined;
  private inHead = false;
  private words: RowCell[] = [];
  private values: RowValue[] = [];
  private heading = "";
  private headAge = 0;
  private scale = 0;
  private prefix = "";
  private readonly columnLabels: ColumnLabels;

  constructor(
    private readonly page: Page,
    private readonly style: NumberStyle,
    private readonly isCompany: (text: string) => boolean,
  ) {
    this.columnLabels = new ColumnLabels(isCompany, style);
    const lines = logicalLines(page, style);
    for (const line of lines) {
      const cells = cellsOf(line, page.text, style);
      if (this.takeTurned(cells)) continue;
      this.columnLabels.note(cells);
      if (this.takeUnitHead(cells)) continue;
      const headLine = this.isHeadLine(cells);
      for (const cell of cells) this.take(cell, headLine);
    }
    this.flush();
  }

  /** A line whose cells are times and other heads of columns, not values. */
  private isHeadLine(cells: readonly RowCell[]): boolean {
    return cells[0]?.bar === true && cells.some(({ head }) => head !== undefined) && cells.at(-1)?.values === undefined;
  }

  private take(cell: RowCell, headLine: boolean): void {
    const { text } = cell;
    if (/^[•●▪◦■·*|]*$/.test(text) || this.isPageNumber(cell)) return;
    const head = cell.bullet ? undefined : this.headFrom(cell);
    const values = this.valuesFrom(cell);
    if (values === undefined) this.noteScale(text);
    if (head !== undefined && !(values !== undefined && !this.inHead)) {
      this.takeHead(cell, head);
      return;
    }
    const change = (this.inHead || values === undefined) && isChange(text);
    if (this.inHead && headLine && !change && cell.at > 0 && !/^-+$/.test(text)) {
      this.addColumns([{ kind: "other", text, ...place(cell) }]);
      return;
    }
    if (this.inHead && change) {
      this.addColumns([{ kind: "change", text: "", ...place(cell) }]);
      return;
    }
    // A note's mark beside a head.
    if (this.inHead && !cell.bar && /^\d$/.test(text)) return;
    if (values !== undefined && (this.words.length > 0 || this.inHead || this.values.length > 0) && !cell.bullet) {
      this.inHead = false;
      if (this.words.length > 0) this.values.push(...this.withPrefix(values));
      return;
    }
    if (PREFIX.test(text)) {
      this.prefix = text;
      return;
    }
    if (this.values.length > 0 && SUFFIX.test(text)) {
      this.extendLast(cell);
      return;
    }
    this.takeWords(cell);
  }

  /** A small number on a line of its own under a table's words. */
  private isPageNumber({ text, bar }: RowCell): boolean {
    return !bar && /^\d{1,3}$/.test(text) && this.words.at(-1)?.bar === true;
  }

  /** A currency may stand in the cell before its amount. */
  private withPrefix([first, ...others]: readonly RowValue[]): readonly RowValue[] {
    const prefix = this.prefix;
    this.prefix = "";
    return first === undefined ? [] : [prefix === "" ? first : { ...first, text: `${prefix} ${first.text}` }, ...others];
  }

  private noteScale(text: string): void {
    const found = text.length > 300 ? undefined : SCALE_SAID.find(([words]) => words.test(text));
    if (found !== undefined) this.scale = found[1];
  }

  private headFrom(cell: RowCell): readonly Column[] | undefined {
    const { head } = cell;
    const [only] = head ?? [];
    // A day inside a month is a dateline, not a column.
    if (head?.length === 1 && only?.time?.kind === "day" && (only.time.day ?? 31) < 26) return undefined;
    return head?.length === 1 && only !== undefined && cell.bar ? [{ ...only, ...place(cell) }] : head;
  }

  private valuesFrom(cell: RowCell): RowValue[] | undefined {
    const { values } = cell;
    const alone = cell.bar && values?.length === 1;
    return values?.map((value) => {
      const { text, start, end } = pieceOf(this.page.text, cell.start + value.start, cell.start + value.end);
      return { text, start, end, column: alone ? cell.column : undefined, grid: alone ? cell.grid : undefined };
    });
  }

  private takeHead(cell: RowCell, head: readonly Column[]): void {
    this.flush();
    if (!this.inHead || this.head === undefined) this.head = head;
    else if (!this.completed(head)) this.addColumns(head);
    if (head.length === 1 && !cell.bar) this.heading = cell.text;
    this.inHead = true;
    this.words = [];
  }

  /** "Quantity | Fair value", over which times may stand. */
  private takeUnitHead(cells: readonly RowCell[]): boolean {
    const head = unitHead(cells, this.inHead ? this.times : []);
    if (head === undefined) return false;
    this.flush();
    [this.head, this.words, this.inHead] = [head, [], false];
    return true;
  }

  /** "August" and, in a cell or line of its own, "2023": one column. */
  private completed(head: readonly Column[]): boolean {
    const last = this.head?.at(-1);
    if (head.length !== 1 || head[0]?.time?.kind !== "year" || last?.time?.kind !== "monthOnly") return false;
    const text = `${last.text} ${head[0].text}`;
    const [time] = timesIn(text);
    if (time !== undefined) this.head = [...(this.head?.slice(0, -1) ?? []), { ...last, text, time }];
    return true;
  }

  private addColumns(columns: readonly Column[]): void {
    if ((this.head?.length ?? 0) < MOST_COLUMNS) this.head = [...(this.head ?? []), ...columns];
  }

  /** A row of a table whose columns are metrics. False when the line is none. */
  private takeTurned(cells: readonly RowCell[]): boolean {
    const rows = this.inHead ? undefined : this.columnLabels.rowsOf(cells, this.heading);
    if (rows === undefined) return false;
    this.flush();
    this.words = [];
    for (const row of rows) this.addRow(row);
    return true;
  }

  private extendLast(cell: RowCell): void {
    const last = this.values.at(-1);
    if (last !== undefined) this.values[this.values.length - 1] = { ...last, text: `${last.text} ${cell.text}`, end: cell.end };
  }

  private takeWords(cell: RowCell): void {
    const { text, bullet } = cell;
    if (!bullet && this.values.length === 0 && this.takeGlued(cell)) return;
    const row = !bullet || (this.head !== undefined && !/[.;]\s*$/.test(text)) ? labelledValues(text, this.style) : undefined;
    const long = text.length > LONG || (/\p{Ll}{3,}[.;]$/u.test(text) && text.split(/\s+/).length > 7);
    if (row !== undefined && !long && this.takeRow(cell, row)) return;
    this.flush();
    if (long) {
      this.words = [];
      this.headAge += 1;
      if (this.headAge > 1) {
        this.head = undefined;
        this.inHead = false;
        this.scale = 0;
      }
    } else if (text !== "") this.words = [...this.words, cell].slice(-5);
    if (/\d/.test(text) || (/[.。！!]\S?$/.test(text) && SOLD_NONE.test(text)))
      this.blocks.push({
        type: bullet ? "bullet" : long ? "prose" : "line",
        text,
        start: cell.start,
        end: cell.end,
        heading: this.heading,
      });
    const named = bullet && !/\d/.test(text) && this.isCompany(text);
    const short =
      named ||
      (text.length < 80 && !bullet && !cell.bar && !/(?:^|[.。])$/.test(text) && !/\d/.test(text.replace(/20\d\d|(?<!:\s?)\b\d\b/g, "")));
    if (short || (text.endsWith(":") && text.length < 300)) this.heading = text;
  }

  /** "Bitcoin Mined11.240.043.6" under a head of three months. */
  private takeGlued(cell: RowCell): boolean {
    const glued = this.times.length === 0 || cell.bar ? undefined : gluedRow(cell.text, this.times.length);
    if (glued === undefined) return false;
    this.flush();
    const values = glued.values.map((text) => ({ text, start: cell.start + glued.label, end: cell.end }));
    const { likely = false } = glued;
    this.addRow({ label: cell.text.slice(0, glued.label), start: cell.start, section: "", values, head: this.times, likely });
    this.headAge = 0;
    return true;
  }

  private takeRow(cell: RowCell, row: NonNullable<ReturnType<typeof labelledValues>>): boolean {
    const columns = this.times.length;
    if (this.head === undefined || cell.bar || row.values.length < Math.min(2, columns)) return false;
    if (columns <= 1 && row.label.split(/\s+/).length > 9) return false;
    this.flush();
    const [above] = this.words.slice(-1);
    const values = row.values.map(({ start, end }) => pieceOf(this.page.text, cell.start + start, cell.start + end));
    this.addRow({ label: row.label, start: cell.start + row.labelStart, section: above?.text ?? "", values, head: this.head });
    for (const word of this.words) this.forget(word);
    this.words = [];
    this.headAge = 0;
    return true;
  }

  /** Ends the row that is being gathered. */
  private flush(): void {
    const words = this.words.slice(-4);
    const [first] = words;
    if (this.values.length > 0 && first !== undefined) {
      for (const word of this.words) this.forget(word);
      const label = words.map(({ text }) => text).join(" ");
      const stacked = this.times.length > 0 ? undefined : this.columnLabels.stacked(this.words, this.values);
      for (const row of stacked ?? [{ label, start: first.start, section: "", values: this.values, head: this.head }]) this.addRow(row);
      this.headAge = 0;
      this.words = [];
    }
    this.values = [];
  }

  /** Words that turned out to be a row's label are no line of their own. */
  private forget(word: RowCell): void {
    const from = Math.max(0, this.blocks.length - 6);
    const at = this.blocks.slice(from).findIndex(({ type, start, end }) => type === "line" && start === word.start && end === word.end);
    if (at >= 0) this.blocks.splice(from + at, 1);
  }

  private addRow(row: GatheredRow): void {
    this.inHead = false;
    this.blocks.push({ type: "row", ...row, end: row.values.at(-1)?.end ?? row.start, heading: this.heading, scale: this.scale });
  }

  /** The columns of the head that are times. */
  private get times(): readonly Column[] {
    return this.head?.filter(({ kind }) => kind === "time") ?? [];
  }
}

const place = ({ bar, column, width, grid }: RowCell): Pick<Column, "column" | "width" | "grid"> => (bar ? { column, width, grid } : {});
