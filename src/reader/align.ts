/**
 * Which column each value of a row stands in: by how many values the row has against how many times the head has, and where that does not
 * tell, by the places in the page's grid. Row in → its values with their columns.
 * Rule guarded: a value whose column is not certain has none; it is never given the nearest.
 */
import type { RowBlock, RowValue } from "./block";
import type { Column } from "./cellText";

/** `count`, `place`: the column is certain; `cut`: it is likely; `single`: the row's only value; `unaligned`: nothing tells. */
export type How = "count" | "cut" | "place" | "single" | "unaligned";

export interface Aligned {
  readonly value: RowValue;
  readonly column: Column | undefined;
  readonly how: How;
}

const isPercent = ({ text }: RowValue): boolean => text.includes("%");

export function align({ values, head, likely = false }: RowBlock): Aligned[] {
  const columns = head ?? [];
  if (columns.length === 0)
    return values.map((value) => ({ value, column: undefined, how: values.length === 1 ? ("single" as const) : ("unaligned" as const) }));
  if (columns.some(({ kind }) => kind === "coins")) return ofCoins(values, columns);
  const times = columns.filter(({ kind }) => kind === "time");
  const onTimes = (taken: readonly RowValue[], of: readonly Column[], how: How): Aligned[] =>
    taken.flatMap((value, i) => (of[i]?.kind === "time" ? [{ value, column: of[i], how }] : []));
  if (
    values.length === columns.length &&
    (columns.some(({ kind }) => kind === "other") || values.every((value, i) => columns[i]?.kind !== "time" || !isPercent(value)))
  )
    return onTimes(values, columns, likely ? "cut" : "count");
  const all = values.filter((value) => !isPercent(value));
  const amounts = all.length > times.length ? withoutMarks(all, times.length) : all;
  if (amounts.length === 0) return [];
  if (amounts.length === times.length) return onTimes(amounts, times, "count");
  // "April | May | May" over amounts and a change: the month said again is the change's.
  const once = times.filter(({ text }, i) => times.findIndex((other) => other.text === text) === i);
  if (amounts.length < values.length && amounts.length === once.length) return onTimes(amounts, once, "count");
  const placed = byPlace(amounts, columns);
  if (placed !== undefined) return placed;
  // Absolute changes stand after the times.
  if (amounts.length > times.length && columns.length > times.length) return onTimes(amounts, times, "cut");
  return amounts.map((value) => ({ value, column: undefined, how: "unaligned" as const }));
}

/** The values in columns of coins; those of money say nothing that the coins do not. */
function ofCoins(values: readonly RowValue[], columns: readonly Column[]): Aligned[] {
  const under = values.length === columns.length ? (_: RowValue, i: number) => columns[i] : (value: RowValue) => over(value, columns);
  return values.flatMap((value, i) => {
    const column = under(value, i);
    return column?.kind === "coins" ? [{ value, column, how: column.time === undefined ? ("single" as const) : ("count" as const) }] : [];
  });
}

/** Without the marks of notes, which stand before the first value ("Bitcoin Held 1 7,345 7,327") or behind one, where that leaves one value for each time. */
function withoutMarks(values: readonly RowValue[], count: number): readonly RowValue[] {
  const behind = (i: number): boolean => i === values.length - 1 || /[\p{L}%)]$|^\d$/u.test(values[i - 1]?.text ?? "");
  const rest = values.filter(({ text }, i) => !/^\d$/.test(text) || (i > 0 && !behind(i)));
  return rest.length === count ? rest : values;
}

/** The column over each value in the page's grid, when all of them have one and no two the same. */
function byPlace(values: readonly RowValue[], columns: readonly Column[]): Aligned[] | undefined {
  const found: Aligned[] = [];
  const used = new Set<Column>();
  for (const value of values) {
    const column = over(value, columns);
    if (column === undefined || used.has(column)) return undefined;
    used.add(column);
    if (column.kind === "time") found.push({ value, column, how: "place" });
  }
  return found;
}

/** The column that stands over a value in the page's grid. */
const over = (value: RowValue, columns: readonly Column[]): Column | undefined =>
  columns.find(
    ({ column, width = 1, grid }) =>
      column !== undefined && value.column !== undefined && grid === value.grid && value.column >= column && value.column < column + width,
  );
