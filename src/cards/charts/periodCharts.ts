/** Produced and sold over time with sell-through below, pooled and for one company. Maps a table to a chart model; computes nothing. */
import type { Row, Table } from "../tables/table";
import type { ChartModel } from "@/charts/model";
import { figureIn, headOf, linkOf, periodOf, textIn } from "./cellFigure";
import type { DrawingOptions } from "../selection/drawing";
import { timeSeries, type TimeSeriesPoint } from "./timeSeries";

const PRODUCED_AND_SOLD = "bars of bitcoin produced and sold per period, and the sell-through";

/** Pooled sell-through: thin periods pale, periods without data left empty. */
export const pooledChart = (table: Table, { events, price }: DrawingOptions): ChartModel =>
  timeSeries({
    ...headOf(table, PRODUCED_AND_SOLD),
    points: table.rows.map((row) => pooledPoint(table, row, price !== undefined)),
    ...(events && { events }),
    price,
  });

function pooledPoint(table: Table, row: Row, withPrice: boolean): TimeSeriesPoint {
  const amount = (key: string) => {
    const cell = row.cells[key];
    return cell?.kind === "value" ? Number(cell.plain) : 0;
  };
  const soldBy = { reported: amount("sold_reported_btc"), derived: amount("sold_derived_btc"), policy: amount("sold_policy_btc") };
  const levels = Object.values(soldBy).filter((value) => value > 0).length;
  const mixed = levels > 1 ? "mixed" : undefined;
  return {
    produced: figureIn(table, row, "produced_btc", mixed),
    sold: figureIn(table, row, "sold_btc", mixed),
    soldBy,
    ratio: figureIn(table, row, "sell_through_pct", mixed),
    thin: textIn(row, "thin") !== "",
    ...periodOf(row),
    ...(withPrice && { price: figureIn(table, row, "btc_average_usd") }),
    note: () => {
      const panel = textIn(row, "panel");
      return panel === "" ? undefined : `${panel}: ${textIn(row, "coverage_pct")} of the production to be expected`;
    },
  };
}

/** The same for one company. */
export const historyChart = (table: Table, { events }: DrawingOptions): ChartModel =>
  timeSeries({
    ...headOf(table, PRODUCED_AND_SOLD),
    points: table.rows.map((row) => ({
      period: row.key,
      title: textIn(row, "period"),
      ...linkOf(row.cells["sell_through_pct"]),
      produced: figureIn(table, row, "produced_btc"),
      sold: figureIn(table, row, "sold_btc"),
      ratio: figureIn(table, row, "sell_through_pct"),
    })),
    ...(events && { events }),
  });
