/**
 * Labels that do not stand in a row's first cell: over the column, in the table's caption, or over a total of sites.
 * In: a row, its column and the caption. Out: the label, or nothing.
 * Rule guarded: a total counts for certain only when the rows above it add up to it.
 */
import type { Column, GridRow } from "./columns";
import type { TableCell } from "./document";
import { type Label, readLabel } from "./labels";
import { findWhens, withoutWhens } from "./when";

/** Where rows are months, the column's head names the metric, or the caption does ("Bitcoin produced by month"). */
export function labelOfColumn(row: GridRow, column: Column | undefined, caption: string): Label | undefined {
  const isTime = findWhens(row.label.text).some((when) => when.kind === "month" || when.kind === "day");
  if (!isTime || row.label.text.length >= 40) return undefined;
  const own = column === undefined ? undefined : readLabel(column.words);
  return own ?? (column === undefined || column.words === "" ? captionLabel(caption, "") : undefined);
}

/** "Installed" below the section "Hashrate (EH/s)": the two together are the label. */
export function labelInSection(row: GridRow): Label | undefined {
  const words = row.label.text.trim();
  if (
    row.section === "" ||
    row.section.length > 50 ||
    words.length > 40 ||
    /total|%|\bper\b|\bdaily\b/i.test(words) ||
    findWhens(words).length > 0
  )
    return undefined;
  const label = readLabel(`${words} ${row.section}`);
  return label === undefined || label.opening ? undefined : label;
}

/** Where rows are sites, the row of the total is the company's; the column's head and the caption name the metric. */
export function labelOfTotal(
  row: GridRow,
  column: Column | undefined,
  cell: TableCell,
  caption: string,
  rows: readonly GridRow[],
): Label | undefined {
  if (
    column === undefined ||
    !/^(?:(?:global|group|grand|overall|company|consolidated)[- ])?totals?$|^(?:group|consolidated)$/i.test(row.label.text.trim())
  )
    return undefined;
  const label = captionLabel(caption, column.words);
  if (label === undefined) return undefined;
  const adds = addsUp(cell, row, rows);
  return adds ? label : { ...label, doubts: [...label.doubts, "the rows above do not add up to the total"] };
}

function captionLabel(caption: string, words: string): Label | undefined {
  if (caption.length > 100 || /[.!?]$/.test(caption)) return undefined;
  const label = readLabel(
    `${withoutWhens(caption, findWhens(caption))} ${words}`.replace(/[\s,;:–—-]+/g, " ").replace(/\bby month\b/i, ""),
  );
  return label === undefined || label.needsCoin || label.opening ? undefined : label;
}

/** Whether the figures above a total, in its column, make it. */
function addsUp(total: TableCell, row: GridRow, rows: readonly GridRow[]): boolean {
  const number = (text: string): number => Number(text.replace(/[^\d.]/g, ""));
  const at = rows.indexOf(row);
  const parts = rows
    .slice(0, at)
    .flatMap((other) => other.values.filter(({ cell }) => cell.column === total.column).map(({ cell }) => number(cell.text)));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.length >= 2 && Math.abs(sum - number(total.text)) <= 0.005 * sum + 0.01;
}
