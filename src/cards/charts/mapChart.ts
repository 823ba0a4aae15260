/**
 * The map of the record as a picture, drawn from its table: one line of the table per company and period becomes one cell.
 */
import type { Row, Table } from "../table";
import type { ChartModel } from "@/charts/model";
import { heatMap } from "@/charts/models/heatMap";
import { altOf, figureOf, textIn } from "./cellFigure";

export function mapChart(table: Table): ChartModel {
  const periods = [...new Set(table.rows.map((row) => textIn(row, "period")))].sort();
  const companies = new Map<string, Map<string, Row>>();
  for (const row of table.rows) {
    const name = textIn(row, "company");
    const known = companies.get(name) ?? new Map<string, Row>();
    known.set(textIn(row, "period"), row);
    companies.set(name, known);
  }
  return heatMap({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "a grid of companies by periods, coloured by sell-through"),
    periods: periods.map((period) => ({ period, title: period })),
    rows: [...companies].map(([label, rows]) => ({
      label,
      cells: periods.map((period) => cellOf(table, rows.get(period))),
    })),
  });
}

function cellOf(table: Table, row: Row | undefined): { readonly ratio: ReturnType<typeof figureOf>; readonly href?: string } {
  const cell = row?.cells["sell_through_pct"];
  const column = table.columns.find(({ key }) => key === "sell_through_pct");
  if (!cell || !column) return { ratio: { kind: "missing", text: "not in the table" } };
  const ratio = cell.kind === "missing" ? ({ kind: "missing", text: cell.text, reason: cell.reason } as const) : figureOf(cell, column);
  return { ratio, ...(cell.href !== undefined && { href: cell.href }) };
}
