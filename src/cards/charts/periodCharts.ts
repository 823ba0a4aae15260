/**
 * A period's companies as charts: holders against sellers on one axis from 0 past 100%, and a ranking by what was sold.
 */
import type { Table } from "../table";
import type { ChartModel } from "@/charts/model";
import { ranking } from "@/charts/models/ranking";
import { strip } from "@/charts/models/strip";
import { altOf, figureIn, textIn } from "./cellFigure";

export function shareChart(table: Table): ChartModel {
  return strip({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "each company’s sell-through, on one axis from 0 past 100%, with dots sized by production"),
    rows: table.rows.map((row) => ({
      label: textIn(row, "company"),
      ...(row.href !== undefined && { href: row.href }),
      ratio: figureIn(table, row, "sell_through_pct"),
      produced: figureIn(table, row, "produced_btc"),
      sold: figureIn(table, row, "sold_btc"),
    })),
  });
}

export function amountChart(table: Table): ChartModel {
  return ranking({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "bitcoin sold by each company, most first"),
    measure: "Sold, BTC",
    format: "number",
    rows: table.rows.map((row) => ({
      label: textIn(row, "company"),
      ...(row.href !== undefined && { href: row.href }),
      figure: figureIn(table, row, "sold_btc"),
      note: `sell-through ${textIn(row, "sell_through_pct")}`,
    })),
  });
}
