/**
 * One layout for every page: the stream of its cells becomes rows of tables and running text. A head is a run of cells that are only
 * times; a row is words followed by a run of values. Page in → blocks out, in the order of the page.
 * Rule guarded: no way of laying out a table has a rule of its own; a damaged table loses the row that is damaged, not the table.
 */
import { type Column, firstValue, headOf, isChange, labelledValues, type ValueText, valuesOf } from "./cellText";
import { classesIn } from "./words";
import { gluedRow } from "./gluedRow";
import { logicalLines, type LogicalLine } from "./lines";
import type { NumberStyle } from "./numbers";
import { type Page, pieceOf, type Piece } from "./page";
import { timesIn } from "./times";

/** A value of a row, with its place in the grid where the page has one. */
export interface RowValue extends Piece {
  readonly column?: number | undefined;
  readonly grid?: number | undefined;
}

export interface RowBlock {
  readonly type: "row";
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** Words above the label that belong to it. */
  readonly section: string;
  readonly values: readonly RowValue[];
  readonly head: readonly Column[] | undefined;
  readonly heading: string;
  /** Power of ten of its dollars ("in thousands"). */
  readonly scale: number;
}

export interface TextBlock extends Piece {
  readonly type: "prose" | "bullet" | "line";
  readonly heading: string;
}

export type Block = RowBlock | TextBlock;

/** Words over the cells of a column, and where they stand. */
type ColumnLabel = Pick<Stream, "text" | "start" | "end" | "at" | "column" | "width" | "grid">;

const labelOf = ({ start, end, at, column, width, grid }: ColumnLabel, text: string): ColumnLabel => ({
  text,
  start,
  end,
  at,
  column,
  width,
  grid,
});

/** A cell of a line; what it is by its looks is found out once. */
class Stream implements Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its place among the cells of its line. */
  readonly at: number;
  readonly head: readonly Column[] | undefined;
  readonly values: readonly ValueText[] | undefined;

  constructor(
    { text, start, end }: Piece,
    style: NumberStyle,
    /** The cells of its line. */
    readonly row: readonly Stream[],
    readonly bullet: boolean,
    /** One of several cells of a line. */
    readonly bar: boolean,
    readonly column = 0,
    readonly width = 1,
    /** Cells of its line, for pages without a grid of their own; 0 for those with one. */
    readonly grid = 1,
  ) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.at = row.length;
    this.values = valuesOf(text, style);
    this.head = headOf(text);
  }
}

export function blocksOf(page: Page, style: NumberStyle): Block[] {
  return new Layout(page, style).blocks;
}

const METRIC_CLASSES = new Set(["PROD", "SOLD", "HELD", "BUY", "RESTR", "HASH", "DEPL", "PROC"]);
const LONG = 110;
const MOST_COLUMNS = 40;
const PREFIX = /^(?:appx\.?|approx(?:imately|\.)?|about|~|≈|US\$|C\$|\$|£|€|\(|\s)+$/i;
const SUFFIX = /^(?:%|\)|\)\s?%|million|billion|mm|m|k|BTC|EH\/s|EH|PH\/s|PH|TH\/s|MW|USD|\/s|[⁰¹²³⁴⁵⁶⁷⁸⁹*†]+)$/i;

class Layout {
  readonly blocks: Block[] = [];
  private head: readonly Column[] | undefined;
  private inHead = false;
  private words: Stream[] = [];
  private values: RowValue[] = [];
  private rowLabel: Piece | undefined;
  private heading = "";
  private headAge = 0;
  private scale = 0;
  private columnLabels: readonly ColumnLabel[] = [];

  constructor(
    private readonly page: Page,
    private readonly style: NumberStyle,
  ) {
    const lines = logicalLines(page, style);
    for (const line of lines) {
      const cells = this.cellsOf(line);
      if (this.takeTurned(cells)) continue;
      this.noteColumnLabels(cells);
      const headLine = this.isHeadLine(cells);
      for (const cell of cells) this.take(cell, headLine);
    }
    this.flush();
  }

  private cellsOf(line: LogicalLine): Stream[] {
    const row: Stream[] = [];
    if (line.cells !== undefined) {
      for (const cell of line.cells) row.push(new Stream(cell, this.style, row, line.bullet, true, cell.column, cell.width, 0));
      return row;
    }
    const parts = line.bullet ? undefined : this.partsOf(line);
    if (parts !== undefined)
      parts.forEach((part, column) => {
        if (part.text !== "") row.push(new Stream(part, this.style, row, false, true, column, 1, parts.length));
      });
    else row.push(new Stream(line, this.style, row, line.bullet, false));
    return row;
  }

  /** A line of text cut at its bars, tabs, or gaps; undefined when it is not a row of cells. */
  private partsOf(line: LogicalLine): Piece[] | undefined {
    const cut = (pattern: RegExp): Piece[] => {
      const parts: Piece[] = [];
      let from = 0;
      for (const match of line.text.matchAll(pattern)) {
        parts.push(pieceOf(this.page.text, line.start + from, line.start + match.index));
        from = match.index + match[0].length;
      }
      return [...parts, pieceOf(this.page.text, line.start + from, line.end)];
    };
    if (line.text.includes("|")) return cut(/\|/g);
    if (line.text.includes("\t")) return cut(/\t/g);
    if (!/ {2}/.test(line.text)) return undefined;
    const row = labelledValues(line.text, this.style);
    if (row !== undefined && row.values.length > 1 && headOf(row.label) === undefined) return undefined;
    const parts = cut(/ {2,}/g);
    const last = parts.at(-1)?.text ?? "";
    const short = parts.length > 2 && parts.every(({ text }) => text.length <= 30 && !/[.;]$/.test(text));
    return parts.length > 2 && (short || valuesOf(last, this.style) !== undefined || headOf(last) !== undefined) ? parts : undefined;
  }

  /** A line whose cells are times and other heads of columns, not values. */
  private isHeadLine(cells: readonly Stream[]): boolean {
    if (cells.length < 2 || cells[0]?.bar !== true) return false;
    return (
      cells.some(({ head }) => head !== undefined) &&
      cells.at(-1)?.values === undefined &&
      cells.every(({ head, text }) => head !== undefined || (!/\d{2,}/.test(text.replace(/20\d\d/g, "")) && text.length < 45))
    );
  }

  private take(cell: Stream, headLine: boolean): void {
    const { text } = cell;
    if (/^[•●▪◦■·*|]*$/.test(text)) return;
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
    if (values === undefined && /^[-–—_=]{2,}$/.test(text)) return;
    if (this.inHead && change) {
      this.addColumns([{ kind: "change", text: "", ...place(cell) }]);
      return;
    }
    // A note's mark beside a head.
    if (this.inHead && values?.length === 1 && /^\d$/.test(values[0]?.text ?? "") && !cell.bar) return;
    if (change && values === undefined) {
      this.flush();
      return;
    }
    if (values !== undefined && (this.words.length > 0 || this.inHead || this.values.length > 0) && !cell.bullet) {
      if (values.length === 1 && this.values.length > 0 && /^(?:%|\))$/.test(text)) return;
      this.inHead = false;
      if (this.words.length > 0) this.values.push(...values);
      return;
    }
    if (PREFIX.test(text)) return;
    if (this.values.length > 0 && SUFFIX.test(text)) {
      this.extendLast(cell);
      return;
    }
    this.takeWords(cell);
  }

  private noteScale(text: string): void {
    if (text.length > 300) return;
    if (/\b(?:in|of) (?:thousands|US\$ ?thousands|USD thousands|thousands of)\b|\(?\$ ?000s?\b|[’']000s?\b|en miles de/i.test(text))
      this.scale = 3;
    else if (/\b(?:in|of) (?:US\$ ?|USD )?(?:millions|millions of)\b|en millones de/i.test(text)) this.scale = 6;
  }

  private headFrom(cell: Stream): readonly Column[] | undefined {
    const { head } = cell;
    const [only] = head ?? [];
    // A day inside a month is a dateline, not a column.
    if (head?.length === 1 && only?.time?.kind === "day" && (only.time.day ?? 31) < 26) return undefined;
    return head?.length === 1 && only !== undefined && cell.bar ? [{ ...only, ...place(cell) }] : head;
  }

  private valuesFrom(cell: Stream): RowValue[] | undefined {
    const { values } = cell;
    if (values !== undefined && /^20[12]\d$/.test(cell.text) && this.values.length === 0 && this.words.length === 0) return undefined;
    const alone = cell.bar && values?.length === 1;
    return values?.map((value) => {
      const { text, start, end } = pieceOf(this.page.text, cell.start + value.start, cell.start + value.end);
      return { text, start, end, column: alone ? cell.column : undefined, grid: alone ? cell.grid : undefined };
    });
  }

  private takeHead(cell: Stream, head: readonly Column[]): void {
    this.flush();
    const [first] = head;
    const others = cell.row.slice(1);
    // A month as the label of a row: the heads stand above.
    if (head.length === 1 && cell.bar && cell.at === 0 && others.length > 0 && others.every(({ values }) => values !== undefined)) {
      this.inHead = false;
      this.head = undefined;
    }
    if (this.inHead && this.head !== undefined) this.joinHead(first, head);
    else this.head = head;
    if (head.length === 1 && !cell.bar) this.heading = cell.text;
    this.inHead = true;
    this.words = [];
  }

  private joinHead(first: Column | undefined, head: readonly Column[]): void {
    const before = this.head ?? [];
    const last = before.at(-1);
    const kinds = (columns: readonly Column[]): (string | undefined)[] =>
      columns.filter(({ kind }) => kind === "time").map(({ time }) => time?.kind);
    if (head.length === 1 && first?.time?.kind === "year" && (last?.time?.kind === "monthOnly" || last?.time?.kind === "dayOnly")) {
      const text = `${last.text} ${first.text}`;
      const [time] = timesIn(text);
      if (time !== undefined) this.head = [...before.slice(0, -1), { ...last, text, time }];
    } else if (kinds(before).every((kind) => kind === "year") && kinds(head).every((kind) => kind === "monthOnly") && head.length > 1)
      this.head = head;
    else if (this.stacked(before, head)) return;
    else this.addColumns(head);
  }

  /** "May | April" above "2024 | 2024": the second line gives the years of the first. */
  private stacked(before: readonly Column[], head: readonly Column[]): boolean {
    const open = before.findIndex(
      ({ time }) =>
        time?.kind === "monthOnly" ||
        time?.kind === "dayOnly" ||
        (time?.kind === "span" && time.year === undefined) ||
        (time?.kind === "quarter" && time.year === undefined),
    );
    if (open < 0 || head.length !== 1 || head[0]?.time?.kind !== "year") return false;
    const at = before[open];
    const [time] = timesIn(`${at?.text ?? ""} ${head[0].text}`);
    if (at === undefined || time === undefined) return false;
    this.head = before.map((column, i) => (i === open ? { ...at, text: `${at.text} ${head[0]?.text ?? ""}`, time } : column));
    return true;
  }

  private addColumns(columns: readonly Column[]): void {
    if ((this.head?.length ?? 0) < MOST_COLUMNS) this.head = [...(this.head ?? []), ...columns];
  }

  /**
   * A row of a table whose columns are metrics: its first cell is a month or a company, the others are values. The head's cells become
   * labels. False when the line is none.
   */
  private takeTurned(cells: readonly Stream[]): boolean {
    const [first, ...others] = cells;
    if (first?.bar !== true || others.length === 0 || this.inHead) return false;
    if (first.values !== undefined || others.some(({ values }) => values?.length !== 1)) return false;
    const time = first.head?.[0]?.time;
    const labels: (Piece | undefined)[] = others.map((cell) => this.columnLabel(cell, cells.length));
    const unnamed = labels.filter((label) => label !== undefined).length === 0;
    if (unnamed) {
      if (time === undefined || others.length > 1 || this.heading === "") return false;
      labels[0] = { text: this.heading, start: first.start, end: first.end };
    }
    this.flush();
    this.words = [];
    others.forEach((cell, i) => {
      const label = labels[i];
      if (label === undefined) return;
      this.blocks.push({
        type: "row",
        label: label.text,
        start: first.start,
        end: cell.end,
        section: time === undefined ? first.text : "",
        values: [{ text: cell.text, start: cell.start, end: cell.end }],
        head: time === undefined ? undefined : [{ kind: "time", text: time.text, time }],
        heading: this.heading,
        scale: this.scale,
      });
    });
    return true;
  }

  /** The words over a cell in the head that stands above; a head's cells number as many as the row's, or as many as its values. */
  private columnLabel(cell: Stream, count: number): Piece | undefined {
    const { columnLabels } = this;
    const place = columnLabels.find(
      (label) => label.grid === 0 && cell.grid === 0 && cell.column >= label.column && cell.column < label.column + label.width,
    );
    if (place !== undefined && place.at > 0) return place;
    if (columnLabels.length === count) return columnLabels[cell.at];
    return columnLabels.length === count - 1 ? columnLabels[cell.at - 1] : undefined;
  }

  /** A line of words only, some of which speak of metrics, may be the head of such a table. */
  private noteColumnLabels(cells: readonly Stream[]): void {
    if (cells.length < 2 || cells[0]?.bar !== true) {
      if ((cells[0]?.text.length ?? 0) > LONG) this.columnLabels = [];
      return;
    }
    if (cells.some(({ text, head, values }) => text.length > 60 || head !== undefined || values !== undefined)) return;
    const before = this.columnLabels;
    const more = cells.every(({ text }) => /^\(.*\)$/.test(text)) && before.length === cells.length;
    if (more) this.columnLabels = before.map((label, i) => labelOf(label, `${label.text} ${cells[i]?.text ?? ""}`));
    else if (classesIn(cells.map(({ text }) => text).join(" | ")).some((name) => METRIC_CLASSES.has(name))) this.columnLabels = cells;
  }

  private extendLast(cell: Stream): void {
    const last = this.values.at(-1);
    if (last !== undefined) this.values[this.values.length - 1] = { ...last, text: `${last.text} ${cell.text}`, end: cell.end };
  }

  private takeWords(cell: Stream): void {
    const { text, bullet } = cell;
    if (bullet && (text.endsWith(":") || (text.length < 70 && /^[A-Z][\w&. ’'-]+\([A-Z]{2,5}\):?$/.test(text)))) {
      this.flush();
      this.heading = text;
      this.words = [];
      return;
    }
    if (this.values.length === 0 && this.takePair(cell)) return;
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
    if (/\d/.test(text) || /\b(?:no|not|any|all|none|ningún|ninguna?|todos?)\b/i.test(text))
      this.blocks.push({
        type: bullet ? "bullet" : long ? "prose" : "line",
        text,
        start: cell.start,
        end: cell.end,
        heading: this.heading,
      });
    if (!long && text.length < 80 && text !== "" && !bullet && !cell.bar && !/\d/.test(text.replace(/20\d\d|\b\d\b/g, "")))
      this.heading = text;
    if (text.endsWith(":") && text.length < 300) this.heading = text;
  }

  /** "Bitcoin sold: 100" on one line. */
  private takePair(cell: Stream): boolean {
    const match = /^([\p{L}][^:;.|]{2,70}?)\s*:\s*(?=[~≈(]?\s?(?:approx\w*\.?\s|about\s)?(?:US\$|\$|₿)?\d)/u.exec(cell.text);
    if (match === null) return false;
    const after = cell.text.slice(match[0].length);
    if (/\b(?:vs|compared|up|down|from|versus)\b/.test(after.slice(0, 40))) return false;
    const value = firstValue(after, this.style);
    if (value === undefined || (value.rest !== "" && !value.rest.startsWith("("))) return false;
    const start = cell.start + match[0].length;
    this.pair(
      pieceOf(this.page.text, cell.start, cell.start + (match[1]?.length ?? 0)),
      pieceOf(this.page.text, start + value.start, start + value.end),
    );
    if (value.rest !== "") {
      const from = cell.end - value.rest.length;
      this.blocks.push({ type: "line", ...pieceOf(this.page.text, from, cell.end), heading: match[1] ?? "" });
    }
    return true;
  }

  /** A label with one value: of the only column that the head has, if it has one. */
  private pair(label: Piece, value: Piece): void {
    const columns = this.head?.filter(({ kind }) => kind === "time").length ?? 0;
    this.flush();
    this.inHead = false;
    this.blocks.push({
      type: "row",
      label: label.text,
      start: label.start,
      end: value.end,
      section: this.words.at(-1)?.text ?? "",
      values: [value],
      head: columns === 1 ? this.head : undefined,
      heading: this.heading,
      scale: this.scale,
    });
  }

  /** "Bitcoin Mined11.240.043.6" under a head of three months. */
  private takeGlued(cell: Stream): boolean {
    const columns = this.head?.filter(({ kind }) => kind === "time").length ?? 0;
    const glued = columns < 2 || cell.bar ? undefined : gluedRow(cell.text, columns);
    if (glued === undefined) return false;
    this.flush();
    this.inHead = false;
    this.blocks.push({
      type: "row",
      label: cell.text.slice(0, glued.label),
      start: cell.start,
      end: cell.end,
      section: "",
      values: glued.values.map((text) => ({ text, start: cell.start + glued.label, end: cell.end })),
      head: this.head?.filter(({ kind }) => kind === "time"),
      heading: this.heading,
      scale: this.scale,
    });
    this.headAge = 0;
    return true;
  }

  private takeRow(cell: Stream, row: NonNullable<ReturnType<typeof labelledValues>>): boolean {
    if (cell.bar && row.values.length === 1 && /^\d{1,2}$/.test(row.values[0]?.text ?? "")) return false;
    const columns = this.head?.filter(({ kind }) => kind === "time").length ?? 0;
    if (this.head === undefined || row.values.length < Math.min(2, columns)) return false;
    if (columns <= 1 && row.label.split(/\s+/).length > 9) return false;
    this.flush();
    this.inHead = false;
    this.words.push(cell);
    this.rowLabel = pieceOf(this.page.text, cell.start + row.labelStart, cell.start + row.labelEnd);
    this.values = row.values.map(({ start, end }) => pieceOf(this.page.text, cell.start + start, cell.start + end));
    if (!cell.bar) this.flush();
    return true;
  }

  /** Ends the row that is being gathered. */
  private flush(): void {
    const last = this.words.at(-1);
    if (this.values.length > 0 && last !== undefined) {
      const words = this.words.slice(-4);
      const own = this.rowLabel;
      for (const word of this.words) this.forget(word);
      const end = this.values.at(-1)?.end ?? last.end;
      const above = own === undefined ? [] : this.words.filter((word) => word !== last).slice(-1);
      this.blocks.push({
        type: "row",
        label: own === undefined ? words.map(({ text }) => text).join(" ") : own.text,
        start: own?.start ?? words[0]?.start ?? last.start,
        end,
        section: above.map(({ text }) => text).join(" / "),
        values: this.values,
        head: this.head,
        heading: this.heading,
        scale: this.scale,
      });
      this.headAge = 0;
      this.words = [];
    }
    this.values = [];
    this.rowLabel = undefined;
  }

  /** Words that turned out to be a row's label are no line of their own. */
  private forget(word: Stream): void {
    for (let i = this.blocks.length - 1; i >= Math.max(0, this.blocks.length - 6); i--) {
      const block = this.blocks[i];
      if (block?.type === "line" && block.start === word.start && block.end === word.end) this.blocks.splice(i, 1);
    }
  }
}

const place = (cell: Stream): Pick<Column, "column" | "width" | "grid"> =>
  cell.bar ? { column: cell.column, width: cell.width, grid: cell.grid } : {};
