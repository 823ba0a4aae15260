/**
 * The register of drawings: which chart a table is drawn as. The counterpart of view/questions.ts; a page, a picture, an embed and a
 * social card all ask here, so they show the same chart.
 * Table → chart model, or undefined for a table that has no chart.
 */
import type { Table } from "@/view/table";
import type { ChartModel } from "./model";
import type { DrawingOptions } from "./tables/figure";
import { compareChart } from "./tables/compareChart";
import { pooledChart } from "./tables/pooledChart";
import { issuanceChart, signalScatter } from "./tables/signalChart";
import { stanceLanesChart } from "./tables/stanceLanesChart";
import { stanceSharesChart } from "./tables/stanceSharesChart";
import { stanceTreasuryChart } from "./tables/stanceTreasuryChart";

type Drawing = (table: Table, options: DrawingOptions) => ChartModel;

/** Subject of the table's id → its drawing. */
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  "pooled-sell-through": (table, options) => pooledChart(table, options),
  "stance-lanes": stanceLanesChart,
  "stance-production": stanceSharesChart,
  "treasury-months": stanceTreasuryChart,
  compare: compareChart,
  "signal-issuance": issuanceChart,
  "signal-sell-through": signalScatter,
  "signal-sold": signalScatter,
};

export function chartOf(table: Table, options: DrawingOptions = {}): ChartModel | undefined {
  const name = Object.keys(DRAWINGS)
    .filter((subject) => table.id === subject || table.id.startsWith(`${subject}-`))
    .sort((a, b) => b.length - a.length)[0];
  return name === undefined ? undefined : DRAWINGS[name]?.(table, options);
}
