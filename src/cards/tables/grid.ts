/** A grid of companies by periods, and the same in long form: one line for each company and period. */
import type { Company } from "@/domain/facts/company";
import type { Period } from "@/domain/values/period";
import type { TableCell } from "./table";

export interface GridRow {
  readonly company: Company;
  /** One for each period, oldest first; may be made on access. */
  readonly cells: readonly TableCell[];
}

export interface CompanyGrid<Row extends GridRow = GridRow> {
  readonly periods: readonly Period[];
  readonly rows: readonly Row[];
}

export interface GridEntry {
  readonly company: Company;
  readonly period: Period;
  readonly row: GridRow;
  readonly at: number;
}

export const gridEntries = ({ rows, periods }: CompanyGrid): GridEntry[] =>
  rows.flatMap((row) => periods.map((period, at) => ({ company: row.company, period, row, at })));

export const cellOf = ({ row, at }: GridEntry): TableCell => row.cells[at] as TableCell;

export const firstRowsOf = <Row extends GridRow>(grid: CompanyGrid<Row>, most: number): CompanyGrid<Row> => ({
  ...grid,
  rows: grid.rows.slice(0, most),
});
