/**
 * The charts of one company's page: produced and sold, holdings with their restricted part, hashrate and bitcoin per EH/s, dollars.
 * A company's table → chart model, one function for each kind of table. Gaps stay gaps, evidence is texture, nothing is computed.
 */
import type { Table } from "../table";
import type { ChartModel } from "@/charts/model";
import { valuesOf } from "@/charts/models/figures";
import { timeSeries } from "@/charts/models/timeSeries";
import { altOf, type DrawingOptions, figureIn, textIn } from "./cellFigure";
import { hrefIn, panelChart, series } from "./panelChart";

export function historyChart(table: Table, { events }: DrawingOptions): ChartModel {
  return timeSeries({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "bars of bitcoin produced and sold per period, and the sell-through"),
    points: table.rows.map((row) => ({
      period: row.key,
      title: textIn(row, "period"),
      ...hrefIn(row, "sell_through_pct"),
      produced: figureIn(table, row, "produced_btc"),
      sold: figureIn(table, row, "sold_btc"),
      ratio: figureIn(table, row, "sell_through_pct"),
    })),
    ...(events && { events }),
  });
}

export function holdingsChart(table: Table): ChartModel {
  const held = series(table, "held_btc", "Held", "produced");
  const restricted = series(table, "restricted_btc", "of which restricted", "holds");
  const parts = valuesOf(restricted.figures).length > 0 ? [held, restricted] : [held];
  return panelChart(table, "bars of bitcoin held at each period's end, the restricted part within them", "held_btc", [
    { title: "Bitcoin held at the end of the period, BTC", format: "number", kind: "bars", series: parts },
  ]);
}

export function hashrateChart(table: Table): ChartModel {
  return panelChart(table, "lines of hashrate deployed and on average, and bitcoin produced per EH/s", "produced_per_ehs_btc", [
    {
      title: "Hashrate, EH/s",
      format: "number",
      kind: "lines",
      series: [series(table, "deployed_ehs", "Deployed", "produced"), series(table, "average_ehs", "Average", "holds")],
    },
    {
      title: "Bitcoin produced per EH/s, BTC",
      format: "number",
      kind: "lines",
      series: [series(table, "produced_per_ehs_btc", "Produced per EH/s", "sold")],
    },
  ]);
}

export function dollarsChart(table: Table): ChartModel {
  return panelChart(table, "bars of what sales brought, and of the value of the holdings", "proceeds_usd", [
    { title: "Proceeds of sales, US dollars", format: "usd", kind: "bars", series: [series(table, "proceeds_usd", "Proceeds", "sold")] },
    {
      title: "Value of holdings, US dollars",
      format: "usd",
      kind: "bars",
      series: [series(table, "holdings_value_usd", "Value of holdings", "produced")],
    },
  ]);
}
