/**
 * The rows of a long table as several pages' worth: the record's longest would weigh three times as much as any page of the site.
 * Table + how it is drawn → tables of some of its rows each, in order; one where all of it is light enough.
 */
import type { Table } from "@/cards/table";
import { tableMarkup, type TableOptions } from "./tableMarkup";

/** Bytes of markup that a part should not exceed by much; what stands around a table takes the rest of a page's 100 kB. */
const LIGHT_BYTES = 75_000;

export function tableParts(table: Table, options: TableOptions): readonly Table[] {
  const wanted = Math.ceil(tableMarkup(table, options).length / LIGHT_BYTES);
  const rows = Math.max(1, Math.ceil(table.rows.length / wanted));
  const count = Math.max(1, Math.ceil(table.rows.length / rows));
  return Array.from({ length: count }, (_, n) => ({ ...table, rows: table.rows.slice(n * rows, (n + 1) * rows) }));
}
