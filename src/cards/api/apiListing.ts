/** A long list of the API: its keys, and how each becomes a row of a Table on demand. One page of it is an ordinary Table. */
import type { CompanyId } from "@/domain/facts/company";
import { METRIC_IDS, METRICS } from "@/domain/values/metric";
import type { Period } from "@/domain/values/period";
import type { Asked } from "../asked";
import { fieldOf, makeRow, type TableParts } from "../card";
import { companyAddress } from "../selection/address";
import type { Column, Row, Table } from "../tables/table";
import { textCell } from "../words/cells";
import { columnsOf } from "../words/columns";

export interface Listing<Key = unknown> {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** The subjects of all rows, in order; cheap to list. */
  readonly keys: readonly Key[];
  row(key: Key): Row;
}

export const listing = <Entry>(asked: Asked, { id, title, entries, ...parts }: TableParts<Entry, Asked>): Listing<Entry> => ({
  id,
  title,
  columns: parts.columns.map(fieldOf),
  keys: entries,
  row: (entry) => makeRow(asked, entry, parts),
});

/** Rows `start` up to `start + count` as a table. */
export function pageOf<Key>(listing: Listing<Key>, start: number, count: number): Table {
  const { id, title, columns, keys } = listing;
  return { id, title, columns, rows: keys.slice(start, start + count).map((key) => listing.row(key)) };
}

/** The rows from `start` on, each made on demand. */
export function* rowsFrom<Key>(listing: Listing<Key>, start: number): Generator<Row> {
  for (let at = start; at < listing.keys.length; at++) yield listing.row(listing.keys[at] as Key);
}

export const RATIO = "sell_through_pct";
export const CELL_METRICS = [...METRIC_IDS, RATIO] as const;
export type CellMetric = (typeof CELL_METRICS)[number];

export interface Subject {
  readonly company: CompanyId;
  readonly period: Period;
  readonly metric: CellMetric;
}

const column = columnsOf<Subject>();

/** The subject of a figure: the first columns of every list. */
export const SUBJECT_COLUMNS = {
  company: column.text("company", "Company", "Slug of the company.", ({ company }, { selection }) =>
    textCell(company, companyAddress(company, selection)),
  ),
  period: column.text(
    "period",
    "Period",
    "Calendar month 2025-03, quarter 2025-Q1, year 2025 or span of other whole months 2026-01/2026-06, UTC.",
    "period",
  ),
  metric: column.text("metric", "Metric", "What is measured.", "metric"),
  unit: column.text("unit", "Unit", "Unit of the value: BTC, USD, USD/BTC, EH/s or %.", ({ metric }) =>
    metric === RATIO ? "%" : METRICS[metric].unit,
  ),
} as const;

/** Heading of the figure itself; each row states its own unit. */
export const VALUE = ["value", "Value", "The figure in the unit of its row."] as const;
