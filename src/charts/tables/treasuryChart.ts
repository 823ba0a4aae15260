/** The bitcoin that miners hold together, as a line; periods for which nobody published are gaps. */
import type { Table } from "@/view/table";
import type { ChartModel } from "../model";
import { lines } from "../models/lines";
import { altOf, figureIn, textIn } from "./figure";

export function treasuryChart(table: Table): ChartModel {
  return lines({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "bitcoin held at the end of each period"),
    measure: "Bitcoin held, BTC (the number of companies differs by period)",
    format: "number",
    periods: table.rows.map((row) => ({
      period: row.key,
      title: `${textIn(row, "period")}, ${textIn(row, "companies")} companies`,
      ...(row.href !== undefined && { href: row.href }),
    })),
    series: [{ label: "held", ink: "produced", figures: table.rows.map((row) => figureIn(table, row, "held_btc")) }],
  });
}
