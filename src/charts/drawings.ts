/**
 * The register of drawings: which chart a table is drawn as. The counterpart of cards/questions.ts; a page, a picture, an embed and a
 * social card all ask here, so they show the same chart.
 * Table → chart model, or undefined for a table that has no chart.
 */
import type { Table } from "@/cards/table";
import type { ChartModel } from "./model";
import type { DrawingOptions } from "./tables/figure";
import { amountChart, shareChart } from "./tables/periodCharts";
import { dollarsChart, hashrateChart, historyChart, holdingsChart } from "./tables/companyCharts";
import { mapChart } from "./tables/mapChart";
import { pooledChart } from "./tables/pooledChart";
import { treasuryChart } from "./tables/treasuryChart";
import { compareChart } from "./tables/compareChart";
import { issuanceChart, signalScatter } from "./tables/signalChart";
import { stanceLanesChart } from "./tables/stanceLanesChart";
import { stanceSharesChart } from "./tables/stanceSharesChart";
import { stanceTreasuryChart } from "./tables/stanceTreasuryChart";

type Drawing = (table: Table, options: DrawingOptions) => ChartModel;

/** Subject of the table's id → its drawing. */
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  map: (table) => mapChart(table),
  "pooled-sell-through": (table, options) => pooledChart(table, options),
  "holders-and-sellers": (table) => shareChart(table),
  sold: (table) => amountChart(table),
  "held-together": (table) => treasuryChart(table),
  history: (table, options) => historyChart(table, options),
  holdings: (table) => holdingsChart(table),
  hashrate: (table) => hashrateChart(table),
  dollars: (table) => dollarsChart(table),
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
