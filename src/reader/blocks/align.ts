/** Assigns the values of a row to columns. A value whose column is not certain gets none, never the nearest one. */
import type { RowBlock, RowValue } from "./block";
import type { Column } from "./columns";

/** `count`, `place`: the column is certain; `cut`: it is likely; `single`: the row's only value; `unaligned`: it is unknown. */
export type How = "count" | "cut" | "place" | "single" | "unaligned";

export interface Aligned {
  readonly value: RowValue;
  readonly column: Column | undefined;
  readonly how: How;
}

const isPercent = ({ text }: RowValue): boolean => text.includes("%");

/** The values of a row with their columns. */
export function align({ values: written, columns = [], likely = false }: RowBlock): Aligned[] {
  if (columns.length === 0) return without(written, written.length === 1 ? "single" : "unaligned");
  const values = written.length > columns.length ? withoutMarks(written, columns.length) : written;
  if (columns.some(({ kind }) => kind === "coins")) return ofCoins(values, columns);
  const times = columns.filter(({ kind }) => kind === "time");
  if (
    values.length === columns.length &&
    (columns.some(({ kind }) => kind === "other") || values.every((value, i) => columns[i]?.kind !== "time" || !isPercent(value)))
  )
    return onTimes(values, columns, likely ? "cut" : "count");
  const all = values.filter((value) => !isPercent(value));
  const amounts = all.length > times.length ? withoutMarks(all, times.length) : all;
  if (amounts.length === 0) return [];
  const placed = byPlace(amounts, columns);
  if (placed !== undefined && columns.some(({ kind }) => kind === "other")) return placed;
  if (amounts.length === times.length) return onTimes(amounts, times, "count");
  // "April | May | May" over amounts and a change: the repeated month belongs to the change.
  const once = times.filter(({ text }, i) => times.findIndex((other) => other.text === text) === i);
  if (amounts.length < values.length && amounts.length === once.length) return onTimes(amounts, once, "count");
  if (placed !== undefined) return placed;
  // Absolute changes come after the times.
  if (amounts.length > times.length && columns.length > times.length) return onTimes(amounts, times, "cut");
  return without(amounts, "unaligned");
}

const without = (values: readonly RowValue[], how: How): Aligned[] => values.map((value) => ({ value, column: undefined, how }));

/** The values whose columns are times. */
const onTimes = (values: readonly RowValue[], columns: readonly Column[], how: How): Aligned[] =>
  values.map((value, i) => ({ value, column: columns[i], how })).filter(({ column }) => column?.kind === "time");

/** The values in columns of coins; the values in money columns add nothing to them. */
function ofCoins(values: readonly RowValue[], columns: readonly Column[]): Aligned[] {
  const over = columnsOver(values, columns);
  return values.flatMap((value, i) => {
    const column = over[i];
    return column?.kind === "coins" ? [{ value, column, how: column.time === undefined ? "single" : "count" }] : [];
  });
}

/** Values without note marks, which come before the first value ("Bitcoin Held 1 7,345 7,327") or after one, if one per time remains. */
function withoutMarks(values: readonly RowValue[], count: number): readonly RowValue[] {
  const behind = (i: number): boolean => i === values.length - 1 || /[\p{L}%)]$|^\d$/u.test(values[i - 1]?.text ?? "");
  const rest = values.filter(({ text }, i) => !/^(?:\d|\(\d\))$/.test(text) || (i > 0 && !behind(i)));
  return rest.length === count ? rest : values;
}

/** The column above each value in the page's grid, if every value has one and no two share one. */
function byPlace(values: readonly RowValue[], columns: readonly Column[]): Aligned[] | undefined {
  const placed = values.map((value) => ({ value, column: columnOver(value, columns), how: "place" as const }));
  const used = new Set(placed.map(({ column }) => column));
  return used.has(undefined) || used.size < values.length ? undefined : placed.filter(({ column }) => column?.kind === "time");
}

/** The column of each value: by its place if all have one, else by its index if there are as many. */
export function columnsOver(values: readonly RowValue[], columns: readonly Column[]): readonly (Column | undefined)[] {
  const placed = values.map((value) => columnOver(value, columns));
  return placed.includes(undefined) && values.length === columns.length ? columns : placed;
}

/** The column above a value in the page's grid. */
const columnOver = (value: RowValue, columns: readonly Column[]): Column | undefined => columns.find((column) => isOver(column, value));

/** Whether a column is above a piece at a place in the page's grid. */
export const isOver = (
  { column = Number.NaN, width = 1, grid }: Pick<Column, "column" | "width" | "grid">,
  below: Pick<RowValue, "column" | "grid">,
): boolean => grid === below.grid && (below.column ?? -1) >= column && (below.column ?? -1) < column + width;
