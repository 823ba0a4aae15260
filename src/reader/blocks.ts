/**
 * One layout for every page: a header is a run of cells that are only times, a row is a label followed by a run of values, all other text
 * is prose. A damaged table loses only the damaged row, not the whole table.
 */
import type { Block, GatheredRow, RowValue } from "./block";
import { cellsOf, type RowCell } from "./cells";
import { type Column, isChange, type LabelledValues, labelledValues, valueAt } from "./cellText";
import { ColumnLabels, speakOfMetrics, unitHead } from "./columnLabels";
import { aboutCoins } from "./ellipsis";
import { gluedRow } from "./gluedRow";
import { SOLD_NONE } from "./languages";
import { PREFIX, SCALE_SAID, SUFFIX } from "./languages/heads";
import { logicalLines } from "./lines";
import { MonthTable } from "./monthTable";
import type { NumberStyle } from "./numbers";
import { type Page, pieceOf } from "./page";
import { timesIn } from "./times";
import { classesIn } from "./words";
import { yearHead } from "./yearHead";

/** `isCompany` tells whether a cell names a company. */
export function blocksOf(page: Page, style: NumberStyle, isCompany: (text: string) => boolean): Block[] {
  return new Layout(page, style, isCompany).blocks;
}

const LONG = 110;
const LED = /^([^.]{2,60}?)\s?(?:\.{3,}|…+|·{3,}|_{3,})\s*/u;
const LISTED = /^(\d{1,3}\.?\s+[^.]{2,40}?)\s+(?=[\d.,]+$)/;
const MOST_COLUMNS = 40;

class Layout {
  readonly blocks: Block[] = [];
  private head: readonly Column[] | undefined;
  private inHead = false;
  private words: RowCell[] = [];
  /** The values of the row being gathered; empty while there is no label. */
  private values: RowValue[] = [];
  private heading = "";
  /** The text of the header. */
  private headText = "";
  /** The last short text that mentions metrics; headings below it may not mention any. */
  private topic = "";
  /** Paragraphs since the header's last row. */
  private headAge = 0;
  private scale = 0;
  /** A currency in the cell before its amount. */
  private prefix = "";
  private readonly columnLabels: ColumnLabels;
  /** The table of months by years being read. */
  private months: MonthTable | undefined;
  /** A row of the table gave the coins at a period's opening: the closing row need not name the unit. */
  private opened = false;

  constructor(
    private readonly page: Page,
    private readonly style: NumberStyle,
    private readonly isCompany: (text: string) => boolean,
  ) {
    this.columnLabels = new ColumnLabels(isCompany, style);
    for (const line of logicalLines(page, style)) this.takeLine(cellsOf(line, page.text, style));
    this.flush();
  }

  private takeLine(cells: readonly RowCell[]): void {
    const heads = cells.filter(({ head }) => head !== undefined);
    const years = heads.length === 0 ? undefined : yearHead(cells, this.inHead ? this.times : [], this.headText);
    if (years !== undefined) {
      this.beginHead(years, true);
      const [first] = cells;
      this.months = first === undefined || first.head !== undefined ? undefined : new MonthTable(first.text, years, this.style);
      return;
    }
    const month = this.months?.rowOf(cells);
    if (month !== undefined) {
      this.flush();
      this.words = [];
      this.addRow(month);
      return;
    }
    if (cells.length > 0) {
      // Rows after the months that are not their sum belong to no year.
      if (this.months?.begun === true) this.head = undefined;
      this.months = undefined;
    }
    // "Key metrics for May 2024" or "Prior year | Prior month" over "May 2024 | April 2024": headings, not columns before the others.
    if (heads.flatMap(({ head = [] }) => head).filter(({ kind }) => kind === "time").length > 1) {
      const ofAll = this.head?.length === 1 && this.head[0]?.grid === undefined;
      if (ofAll || this.times.every(({ time }) => time?.year === undefined && time?.month === undefined)) this.inHead = false;
      this.columnLabels.forget();
    }
    const rows = this.inHead ? undefined : this.columnLabels.rowsOf(cells, this.heading);
    if (rows !== undefined) {
      this.flush();
      this.words = [];
      for (const row of rows) this.addRow(row);
      return;
    }
    if (this.columnLabels.note(cells)) {
      this.inHead = false;
      if (heads.length > 0) return;
    }
    const units = unitHead(cells, this.inHead ? this.times : []);
    if (units !== undefined) {
      this.beginHead(units, false);
      return;
    }
    /** Its cells are times and other column headers, not values. */
    const ofHeads = cells[0]?.bar === true && heads.length > 0 && cells.at(-1)?.values === undefined;
    for (const cell of cells) this.take(cell, ofHeads);
  }

  private take(cell: RowCell, ofHeads: boolean): void {
    const { text, bar, bullet } = cell;
    // A small number on a line of its own below a table's text is the page number.
    if (/^[•●▪◦■·*|]*$/.test(text) || (!bar && /^\d{1,3}$/.test(text) && this.words.at(-1)?.bar === true)) return;
    const head = headFrom(cell);
    const values = this.valuesFrom(cell);
    if (values === undefined) this.noteScale(text);
    if (head !== undefined && (values === undefined || this.inHead)) {
      this.takeHead(cell, head);
      return;
    }
    if (this.inHead) {
      const change = isChange(text);
      if (change || (ofHeads && cell.at > 0 && !/^-+$/.test(text))) {
        this.addColumns([{ kind: change ? "change" : "other", text, ...place(cell) }]);
        return;
      }
      // A note mark beside a header.
      if (!bar && /^\d$/.test(text)) return;
    }
    if (values !== undefined && !bullet && (this.inHead || this.words.length > 0)) {
      this.inHead = false;
      if (this.words.length > 0) this.addValues(values);
    } else if (PREFIX.test(text)) this.prefix = text;
    else if (this.values.length > 0 && SUFFIX.test(text)) {
      const last = this.values.pop();
      if (last !== undefined) this.values.push({ ...last, text: `${last.text} ${text}`, end: cell.end });
    } else this.takeWords(cell);
  }

  private addValues([first, ...others]: readonly RowValue[]): void {
    if (first !== undefined) this.values.push(this.prefix === "" ? first : { ...first, text: `${this.prefix} ${first.text}` }, ...others);
    this.prefix = "";
  }

  private noteScale(text: string): void {
    const found = text.length > 300 ? undefined : SCALE_SAID.find(([words]) => words.test(text));
    if (found !== undefined) this.scale = found[1];
  }

  private valuesFrom(cell: RowCell): RowValue[] | undefined {
    const { values } = cell;
    const alone = cell.bar && values?.length === 1;
    return values?.map((value) => {
      const { text, start, end } = pieceOf(this.page.text, cell.start + value.start, cell.start + value.end);
      return { text, start, end, column: alone ? cell.column : undefined, grid: alone ? cell.grid : undefined };
    });
  }

  /** `goesOn`: the next lines may continue the header. */
  private beginHead(head: readonly Column[], goesOn: boolean): void {
    this.flush();
    [this.head, this.words, this.inHead] = [head, [], goesOn];
  }

  private takeHead(cell: RowCell, head: readonly Column[]): void {
    this.flush();
    if (!this.inHead || this.head === undefined) this.head = head;
    else if (!this.completed(head)) this.addColumns(head);
    if (head.length === 1 && !cell.bar) this.heading = cell.text;
    this.headText = cell.text;
    this.inHead = true;
    this.words = [];
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

  private takeWords(cell: RowCell): void {
    const { text, bullet, bar, start, end } = cell;
    if ((!bullet && this.values.length === 0 && this.takeGlued(cell)) || this.takeLed(cell)) return;
    const row = !bullet || (this.head !== undefined && !/[.;]\s*$/.test(text)) ? labelledValues(text, this.style) : undefined;
    const long = text.length > LONG || (/(?<=\p{Ll}{3})[.;]$/u.test(text) && text.split(/\s+/).length > 7);
    if (row !== undefined && !long && this.takeRow(cell, row)) return;
    this.flush();
    if (long) {
      this.words = [];
      this.headAge += 1;
      if (this.headAge > 1) [this.head, this.inHead, this.scale] = [undefined, false, 0];
    } else if (text !== "") this.words = [...this.words, cell].slice(-5);
    if (/\d/.test(text) || (/[.。！!]\S?$/.test(text) && SOLD_NONE.test(text)))
      this.blocks.push({ type: bullet ? "bullet" : long ? "prose" : "line", text, start, end, heading: this.heading });
    const heads = bullet
      ? !/\d/.test(text) && this.isCompany(text)
      : !bar && text.length < 80 && !/(?:^|[.。])$/.test(text) && !/\d/.test(text.replace(/20\d\d|(?<!:\s?)\b\d\b/g, ""));
    if (heads || (text.endsWith(":") && text.length < 300)) this.heading = text;
    if (!bullet && text.length < LONG && speakOfMetrics([cell])) this.topic = text;
  }

  /** "Bitcoin Mined11.240.043.6" under a header of three months. */
  private takeGlued(cell: RowCell): boolean {
    const glued = this.times.length === 0 || cell.bar ? undefined : gluedRow(cell.text, this.times.length);
    if (glued === undefined) return false;
    const { label, likely } = glued;
    const values = glued.values.map((text) => ({ text, start: cell.start + label, end: cell.end }));
    this.addRow({ label: cell.text.slice(0, label), start: cell.start, section: "", values, head: this.times, likely });
    this.headAge = 0;
    return true;
  }

  /** "3. Hut 8 ........ 9,129 (note)", "3 Hut 8 9,129": dots lead from a company to its figure, or a number marks it as a list item. */
  private takeLed({ text, start }: RowCell): boolean {
    const led = LED.exec(text) ?? LISTED.exec(text);
    const value = led === null ? undefined : valueAt(text, led[0].length, this.style)?.value;
    if (led?.[1] === undefined || value === undefined || !this.isCompany(led[1])) return false;
    this.flush();
    const values = [pieceOf(this.page.text, start + value.start, start + value.end)];
    const [time, ...more] = timesIn(this.heading);
    const head = time?.kind === "year" && more.length === 0 ? ([{ kind: "time", text: time.text, time }] as const) : undefined;
    this.addRow({ label: led[1], start, section: "", values, head });
    return true;
  }

  private takeRow(cell: RowCell, row: LabelledValues): boolean {
    const columns = this.times.length;
    if (this.head === undefined || cell.bar || row.values.length < Math.min(2, columns)) return false;
    if (columns <= 1 && row.label.split(/\s+/).length > 9) return false;
    this.flush();
    const section = this.words.at(-1)?.text ?? "";
    const values = row.values.map(({ start, end }) => pieceOf(this.page.text, cell.start + start, cell.start + end));
    this.addOwnRows([{ label: row.label, start: cell.start + row.labelStart, section, values, head: this.head }]);
    return true;
  }

  /** Ends the row being gathered. */
  private flush(): void {
    const [first, ...more] = this.words.slice(-4);
    if (this.values.length > 0 && first !== undefined) {
      const label = [first, ...more].map(({ text }) => text).join(" ");
      const stacked = this.times.length > 0 ? undefined : this.columnLabels.stacked(this.words, this.values);
      this.addOwnRows(stacked ?? [{ label, start: first.start, section: "", values: this.values, head: this.head }]);
    }
    this.values = [];
  }

  /** Adds rows that include the words above, so that those do not become lines of their own. */
  private addOwnRows(rows: readonly GatheredRow[]): void {
    for (const word of this.words) {
      const from = Math.max(0, this.blocks.length - 6);
      const at = this.blocks.slice(from).findIndex(({ type, start, end }) => type === "line" && start === word.start && end === word.end);
      if (at >= 0) this.blocks.splice(from + at, 1);
    }
    for (const row of rows) this.addRow(row);
    [this.words, this.headAge] = [[], 0];
  }

  private addRow(gathered: GatheredRow): void {
    const row = this.closing(gathered);
    this.inHead = false;
    const told = !this.isCompany(row.label) || speakOfMetrics([{ text: this.heading }]);
    const heading = told ? this.heading : `${this.topic} ${this.heading}`;
    this.blocks.push({ type: "row", ...row, end: row.values.at(-1)?.end ?? row.start, heading, scale: this.scale });
  }

  /** "End of period", in a table that began with "Bitcoin, beginning of period". */
  private closing(row: GatheredRow): GatheredRow {
    const classes = classesIn(row.label);
    if (!classes.includes("OPEN") && !classes.includes("END")) return row;
    const coins = aboutCoins(row.label);
    const closes = this.opened && classes.includes("END") && !coins && !speakOfMetrics([{ text: row.label }]);
    this.opened = classes.includes("OPEN") && coins;
    return closes ? { ...row, label: `Bitcoin at ${row.label}` } : row;
  }

  /** The columns of the header that are times. */
  private get times(): readonly Column[] {
    return this.head?.filter(({ kind }) => kind === "time") ?? [];
  }
}

/** The columns that a cell heads; a day inside a month is a dateline, not a column. */
function headFrom(cell: RowCell): readonly Column[] | undefined {
  const [only, ...more] = cell.head ?? [];
  if (only === undefined || cell.bullet || more.length > 0) return cell.bullet ? undefined : cell.head;
  return only.time?.kind === "day" && (only.time.day ?? 31) < 26 ? undefined : [{ ...only, ...place(cell) }];
}

const place = ({ bar, column, width, grid }: RowCell): Pick<Column, "column" | "width" | "grid"> => (bar ? { column, width, grid } : {});
