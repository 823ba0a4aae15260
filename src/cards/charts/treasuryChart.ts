/**
 * The bitcoin that miners hold together, as a line. A period for which too few published is a gap: joining sums over different companies
 * would draw sales and purchases that never were.
 */
import type { Row, Table } from "../table";
import type { ChartModel, Figure } from "@/charts/model";
import { lines } from "@/charts/models/lines";
import { altOf, figureIn, textIn } from "./cellFigure";

export function treasuryChart(table: Table): ChartModel {
  return lines({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "bitcoin held at the end of each period"),
    measure: "Bitcoin held, BTC",
    format: "number",
    periods: table.rows.map((row) => ({
      period: row.key,
      title: `${textIn(row, "period")}, ${textIn(row, "companies")} ${textIn(row, "companies") === "1" ? "company" : "companies"}`,
      ...(row.href !== undefined && { href: row.href }),
    })),
    series: [{ label: "held", ink: "produced", figures: table.rows.map((row) => heldIn(table, row)) }],
  });
}

function heldIn(table: Table, row: Row): Figure {
  return textIn(row, "thin") === "" ? figureIn(table, row, "held_btc") : { kind: "missing", text: "too few to add up" };
}
