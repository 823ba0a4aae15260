/**
 * A long list of the API, such as every fact: which lines there are, and how each becomes a row of a Table when it is asked for. A page of
 * it is an ordinary Table, so its JSON and CSV are drawings of one thing; a streamed file makes one row at a time.
 */
import type { Column, Row, Table } from "../table";
import { textColumn } from "../words/columns";

export interface Listing<Key = unknown> {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** What the lines are about, in order: cheap, and all of them. */
  readonly keys: readonly Key[];
  /** The row of a line. */
  row(key: Key): Row;
}

/** Lines `start` up to `start + count` as a table. */
export function pageOf<Key>(listing: Listing<Key>, start: number, count: number): Table {
  const { id, title, columns, keys } = listing;
  return { id, title, columns, rows: keys.slice(start, start + count).map((key) => listing.row(key)) };
}

/** The rows from `start` on, each made when it is asked for. */
export function* rowsFrom<Key>(listing: Listing<Key>, start: number): Generator<Row> {
  for (let at = start; at < listing.keys.length; at++) yield listing.row(listing.keys[at] as Key);
}

/** Columns that several lists share. */

export const COMPANY_COLUMN: Column = textColumn("company", "Company", "Slug of the company.");
export const PERIOD_COLUMN: Column = textColumn(
  "period",
  "Period",
  "Calendar month 2025-03, quarter 2025-Q1, year 2025 or span of other whole months 2026-01/2026-06, UTC.",
);
export const METRIC_COLUMN: Column = textColumn("metric", "Metric", "What is measured.");
export const UNIT_COLUMN: Column = textColumn("unit", "Unit", "Unit of the value: BTC, USD, USD/BTC, EH/s or %.");
