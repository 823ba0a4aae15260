/**
 * Companies side by side as lines, drawn from the comparison's table: one line for each column after the first. The table's id says whether
 * the axis is logarithmic, so that page, picture and download draw the same.
 */
import type { Table } from "../table";
import type { ChartModel } from "@/charts/model";
import { lines, type LinesInput, smallMultiples } from "@/charts/models/lines";
import { altOf, figureIn, textIn } from "./cellFigure";
import { listed } from "../words/phrases";

export function compareChart(table: Table): ChartModel {
  return lines(inputOf(table));
}

/** One small chart for each company, all on the same axes. */
export function compareMultiples(table: Table): ChartModel[] {
  return smallMultiples(inputOf(table));
}

function inputOf(table: Table): LinesInput {
  const [, ...columns] = table.columns;
  const unit = columns[0]?.unit ?? "";
  return {
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(
      table,
      columns.length === 0 ? "no company is chosen" : `a line for each of ${listed(columns.map((column) => column.label))}`,
    ),
    measure: unit === "" || unit === "%" ? table.title : `${table.title}, ${unit}`,
    format: unit === "%" ? "percent" : unit === "USD" || unit === "USD/BTC" ? "usd" : "number",
    periods: table.rows.map((row) => ({
      period: row.key,
      title: textIn(row, "period"),
      ...(row.href !== undefined && { href: row.href }),
    })),
    series: columns.map((column) => ({ label: column.label, figures: table.rows.map((row) => figureIn(table, row, column.key)) })),
    scale: table.id.endsWith("-log") ? "log" : "linear",
    ...(unit === "%" && { reference: { at: 100, text: "100%: sold as much as mined" } }),
    ...(/-indexed(-log)?$/.test(table.id) && { reference: { at: 100, text: "100: where all begin" } }),
  };
}
