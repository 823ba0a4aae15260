/**
 * The map of the record as a picture, drawn from its table: one line of the table per company and period becomes one cell.
 */
import type { Row, Table } from "../table";
import type { ChartModel, Figure } from "@/charts/model";
import { heatMap } from "@/charts/models/heatMap";
import { figureIn, headOf, linkOf, textIn } from "./cellFigure";

const SHARE = "sell_through_pct";

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
    ...headOf(table, "a grid of companies by periods, coloured by sell-through"),
    periods: periods.map((period) => ({ period, title: period })),
    rows: [...companies].map(([label, rows]) => ({
      label,
      cells: periods.map((period) => {
        const row = rows.get(period);
        const ratio: Figure = row ? figureIn(table, row, SHARE) : { kind: "missing", text: "not in the table" };
        return { ratio, ...linkOf(row?.cells[SHARE]) };
      }),
    })),
  });
}
