/** Sell-through as it was known in an earlier state of the record, and as it is known now: two lines over the same periods. */
import type { ChartModel } from "@/charts/model";
import { lines } from "@/charts/models/lines";
import type { Table } from "../table";
import { altOf, figureIn, textIn } from "./cellFigure";

export function sinceEffectChart(table: Table): ChartModel {
  const figures = (key: string) => table.rows.map((row) => figureIn(table, row, key, "mixed"));
  return lines({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "two lines, sell-through as it was known then and as it is known now"),
    measure: "Sell-through (sold ÷ produced)",
    format: "percent",
    periods: table.rows.map((row) => ({
      period: row.key,
      title: textIn(row, "period"),
      ...(row.href !== undefined && { href: row.href }),
    })),
    series: [
      { label: "Now", ink: "sold", figures: figures("now_pct") },
      { label: "Then", ink: "holds", figures: figures("then_pct") },
    ],
    reference: { at: 100, text: "100%: sold as much as mined" },
  });
}
