/**
 * Pooled sell-through over time, drawn from the pooled table: bars of produced and sold, the share below them, thin periods pale,
 * periods without data left empty.
 */
import type { Row, Table } from "@/view/table";
import type { ChartModel } from "../model";
import { timeSeries, type TimeSeriesPoint } from "../models/timeSeries";
import { figureIn, textIn } from "./figure";

export interface PooledChartOptions {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly events?: readonly { readonly date: string; readonly label: string }[];
  /** Draw the bitcoin price as a third panel. */
  readonly price?: "linear" | "log";
}

export function pooledChart(table: Table, options: PooledChartOptions): ChartModel {
  return timeSeries({ ...options, points: table.rows.map((row) => pointOf(table, row, options.price !== undefined)) });
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
  const companies = row.cells["companies"];
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
    ...(companies?.kind === "value" && { note: `${companies.text} companies, ${textIn(row, "coverage_pct")} of known production` }),
  };
}
