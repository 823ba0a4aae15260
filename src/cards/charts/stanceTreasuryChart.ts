/**
 * What the sales brought against what the sold bitcoin would be worth at the latest close, both added up since the start: two lines,
 * drawn from the table of months.
 */
import type { Table } from "../table";
import type { ChartModel } from "@/charts/model";
import { lines } from "@/charts/models/lines";
import { altOf, figureIn, textIn } from "./cellFigure";

export function stanceTreasuryChart(table: Table): ChartModel {
  const figures = (key: string) => table.rows.map((row) => figureIn(table, row, key, "mixed"));
  return lines({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "two lines, the dollars that sales brought and what the sold bitcoin would be worth, both added up"),
    measure: "Added up since the start, US dollars",
    format: "usd",
    periods: table.rows.map((row) => ({
      period: row.key,
      title: textIn(row, "period"),
      ...(row.href !== undefined && { href: row.href }),
    })),
    series: [
      { label: "Brought", ink: "sold", figures: figures("brought_usd") },
      { label: "Worth at last close", ink: "holds", figures: figures("worth_usd") },
    ],
  });
}
