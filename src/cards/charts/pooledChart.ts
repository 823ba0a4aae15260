/**
 * Pooled sell-through over time, drawn from the pooled table: bars of produced and sold, the share below them, thin periods pale,
 * periods without data left empty.
 */
import type { Row, Table } from "../table";
import type { ChartModel } from "@/charts/model";
import { timeSeries, type TimeSeriesPoint } from "@/charts/models/timeSeries";
import { altOf, type DrawingOptions, figureIn, textIn } from "./cellFigure";

export function pooledChart(table: Table, { events, price }: DrawingOptions): ChartModel {
  return timeSeries({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "bars of bitcoin produced and sold per period, and the sell-through"),
    points: table.rows.map((row) => pointOf(table, row, price !== undefined)),
    ...(events && { events }),
    ...(price !== undefined && { price }),
  });
}

function pointOf(table: Table, row: Row, withPrice: boolean): TimeSeriesPoint {
  const amount = (key: string) => {
    const cell = row.cells[key];
    return cell?.kind === "value" ? Number(cell.plain) : 0;
  };
  const soldBy = { reported: amount("sold_reported_btc"), derived: amount("sold_derived_btc"), policy: amount("sold_policy_btc") };
  const levels = Object.values(soldBy).filter((value) => value > 0).length;
  const mixed = levels > 1 ? "mixed" : undefined;
  const thin = textIn(row, "thin") !== "";
  const panel = textIn(row, "panel");
  return {
    period: row.key,
    title: textIn(row, "period"),
    ...(row.href !== undefined && { href: row.href }),
    produced: figureIn(table, row, "produced_btc", mixed),
    sold: figureIn(table, row, "sold_btc", mixed),
    soldBy,
    ratio: figureIn(table, row, "sell_through_pct", mixed),
    thin,
    ...(withPrice && { price: figureIn(table, row, "btc_average_usd") }),
    ...(panel !== "" && { note: `${panel}: ${textIn(row, "coverage_pct")} of the production to be expected` }),
  };
}
