/**
 * The signal page's drawings: a month as a point, what miners sold against bitcoin's return, thin months hollow; and the sold share of
 * new bitcoin as a line. Both are drawn from their tables; no line is fitted, because none is claimed.
 */
import type { Table } from "../table";
import type { ChartModel } from "@/charts/model";
import { lines } from "@/charts/models/lines";
import { scatter } from "@/charts/models/scatter";
import { altOf, figureIn, textIn } from "./cellFigure";

export function signalScatter(table: Table): ChartModel {
  const [, measure, returned] = table.columns;
  const title = measure?.unit === "%" ? "Sell-through" : "Sold, BTC";
  return scatter({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "a point for each month"),
    x: { title, format: measure?.unit === "%" ? "percent" : "number" },
    y: { title: returned?.label ?? "Return", format: "percent" },
    points: table.rows.map((row) => ({
      title: textIn(row, "period"),
      ...(row.href !== undefined && { href: row.href }),
      x: figureIn(table, row, measure?.key ?? "", "mixed"),
      y: figureIn(table, row, "return_pct"),
      thin: textIn(row, "thin") !== "",
    })),
  });
}

export function issuanceChart(table: Table): ChartModel {
  return lines({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "a line of the bitcoin sold, in percent of new bitcoin, month by month"),
    measure: "Sold, % of new bitcoin",
    format: "percent",
    periods: table.rows.map((row) => ({
      period: row.key,
      title: textIn(row, "period"),
      ...(row.href !== undefined && { href: row.href }),
    })),
    series: [{ label: "Sold", ink: "sold", figures: table.rows.map((row) => figureIn(table, row, "share_pct", "mixed")) }],
  });
}
