/** Splits a line into cells: those of the page's own table, else the parts between bars, tabs or wide gaps. */
import type { RowValue } from "./block";
import { type Column, columnsIn } from "./columns";
import type { LogicalLine } from "./lines";
import type { NumberStyle } from "../page/numbers";
import { type Cell, movedBy, pieceOf, type Piece } from "../page/page";
import { valuesOf } from "./values";

/** A cell of a line; its form is determined once. */
export interface RowCell extends Cell {
  /** Its index in the line. */
  readonly at: number;
  readonly bullet: boolean;
  /** Its line has several cells. */
  readonly bar: boolean;
  /** Number of cells in its line, for pages without a grid of their own; 0 for pages with one. */
  readonly grid: number;
  /** The columns that it heads. */
  readonly columns: readonly Column[] | undefined;
  readonly values: readonly RowValue[] | undefined;
}

/** The cells of a line; a line that is not a row is a single cell. */
export function cellsOf(line: LogicalLine, style: NumberStyle): RowCell[] {
  // "- Sales of bitcoin | 12 | -" is a row, not a list item.
  const item = line.bullet && line.cells === undefined;
  const cut = line.cells ?? (item && !/[|\t]/.test(line.text) ? undefined : partsOf(line));
  const isRow =
    line.bullet && (cut?.length ?? 0) > 2 && cut?.every(({ text: own }, i) => i === 0 || own === "" || valuesOf(own, style) !== undefined);
  const parts: readonly (Piece & Partial<Cell>)[] | undefined = item && isRow !== true ? undefined : cut;
  // The rule below a Markdown header.
  if (parts?.every(({ text: own }) => /^(?::?-+:?)?$/.test(own)) === true && line.text.includes("--")) return [];
  // A table that lost its rows, with a cell and a bar on each line: the bar separates nothing.
  const alone = line.cells === undefined && (parts?.length ?? 0) <= 3 && parts?.filter(({ text: own }) => own !== "").length === 1;
  const bar = parts !== undefined && !alone;
  const grid = line.cells === undefined ? (parts?.length ?? 1) : 0;
  const bullet = line.bullet && isRow !== true;
  const row: RowCell[] = [];
  (parts ?? [line]).forEach(({ text: own, start, end, column, width = 1 }: Piece & Partial<Cell>, i) => {
    if (own === "") return;
    const columns = columnsIn(own);
    // "2022-06" is a month, and no two numbers.
    const isDate = columns?.every(({ time }) => time?.kind === "month" || time?.kind === "day") === true;
    const values = isDate ? undefined : withAside(valuesOf(own, style)?.map((value) => movedBy(start, value)));
    row.push({ text: own, start, end, column: column ?? i, width, grid, bar, bullet, at: row.length, columns, values });
  });
  return row;
}

/** "481 (534)", "673 (-3%)": an aside compares the cell's value, and is none of its column. */
function withAside(values: readonly Piece[] | undefined): readonly RowValue[] | undefined {
  const [value, aside, ...more] = values ?? [];
  const compared = aside !== undefined && more.length === 0 && ASIDE.test(aside.text) && value?.text.startsWith("(") === false;
  return compared ? [{ ...value, aside }] : values;
}
const ASIDE = /^\([-+]?[\d.,]+\s?%?\)$/;

/** A line of text cut at its bars or tabs; undefined if it has none. */
function partsOf(line: LogicalLine): Piece[] | undefined {
  const separator = ["|", "\t"].find((one) => line.text.includes(one));
  return separator === undefined ? undefined : piecesOf(line, separator);
}

/** The pieces of a line between separators. */
function piecesOf({ text, start }: LogicalLine, separator: string): Piece[] {
  let past = 0;
  return text.split(separator).map((part) => {
    const from = text.indexOf(part, past);
    past = from + part.length;
    return pieceOf(text, from, past, start);
  });
}

/** The values of a cell; the only one of a cell has its place in the grid. */
export function placedValues({ values, bar, column, grid }: RowCell): readonly RowValue[] | undefined {
  const only = values?.[0];
  if (only === undefined || values?.length !== 1 || !bar) return values;
  // Its fields are written out because tables have thousands.
  return [{ text: only.text, start: only.start, end: only.end, column, grid, aside: only.aside }];
}
