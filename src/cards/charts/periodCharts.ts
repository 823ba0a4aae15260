/**
 * Drawings of tables that are more than lines or panels: produced and sold with the share below them, a period's companies on one axis
 * or by rank, shares of production stacked, months as points. Table → chart model; nothing is computed.
 */
import type { Row, Table } from "../table";
import type { ChartModel } from "@/charts/model";
import { ranking } from "@/charts/models/ranking";
import { scatter } from "@/charts/models/scatter";
import { type ShareGroup, stackedShares } from "@/charts/models/stackedShares";
import { strip } from "@/charts/models/strip";
import { timeSeries, type TimeSeriesPoint } from "@/charts/models/timeSeries";
import { type DrawingOptions, figureIn, headOf, linkOf, periodOf, textIn } from "./cellFigure";

const PRODUCED_AND_SOLD = "bars of bitcoin produced and sold per period, and the sell-through";

/** Pooled sell-through: thin periods pale, periods without data left empty. */
export const pooledChart = (table: Table, { events, price }: DrawingOptions): ChartModel =>
  timeSeries({
    ...headOf(table, PRODUCED_AND_SOLD),
    points: table.rows.map((row) => pooledPoint(table, row, price !== undefined)),
    ...(events && { events }),
    ...(price !== undefined && { price }),
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
    ...periodOf(row),
    produced: figureIn(table, row, "produced_btc", mixed),
    sold: figureIn(table, row, "sold_btc", mixed),
    soldBy,
    ratio: figureIn(table, row, "sell_through_pct", mixed),
    thin: textIn(row, "thin") !== "",
    ...(withPrice && { price: figureIn(table, row, "btc_average_usd") }),
    get note() {
      const panel = textIn(row, "panel");
      return panel === "" ? undefined : `${panel}: ${textIn(row, "coverage_pct")} of the production to be expected`;
    },
  };
}

/** The same of one company. */
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

const companyOf = (row: Row) => ({ label: textIn(row, "company"), ...linkOf(row) });

/** Holders against sellers on one axis from 0 past 100%. */
export const shareChart = (table: Table): ChartModel =>
  strip({
    ...headOf(table, "each company’s sell-through, on one axis from 0 past 100%, with dots sized by production"),
    rows: table.rows.map((row) => ({
      ...companyOf(row),
      ratio: figureIn(table, row, "sell_through_pct"),
      produced: figureIn(table, row, "produced_btc"),
      sold: figureIn(table, row, "sold_btc"),
    })),
  });

export const amountChart = (table: Table): ChartModel =>
  ranking({
    ...headOf(table, "bitcoin sold by each company, most first"),
    measure: "Sold, BTC",
    format: "number",
    rows: table.rows.map((row) => ({
      ...companyOf(row),
      figure: figureIn(table, row, "sold_btc"),
      note: `sell-through ${textIn(row, "sell_through_pct")}`,
    })),
  });

const STANCE_GROUPS: readonly (ShareGroup & { readonly key: string })[] = [
  { key: "holds_pct", label: "holds", ink: "holds" },
  { key: "sells_some_pct", label: "sells some", ink: "some" },
  { key: "sells_all_pct", label: "sells all", ink: "all" },
  { key: "sells_more_pct", label: "sells more than it mines", ink: "more" },
  { key: "without_pct", label: "not known", ink: "missing" },
];

/** Production by stance, stacked; that of companies without a stance is a group of its own. */
export const stanceSharesChart = (table: Table): ChartModel =>
  stackedShares({
    ...headOf(table, "bars to 100% per month, split by what the miners do with their bitcoin"),
    measure: "Share of known production",
    groups: STANCE_GROUPS,
    points: table.rows.map((row) => ({
      ...periodOf(row),
      shares: STANCE_GROUPS.map(({ key }) => figureIn(table, row, key, "mixed")),
      note: `known for ${textIn(row, "companies")} ${textIn(row, "companies") === "1" ? "company" : "companies"} with ${textIn(row, "produced_btc")} BTC of production; ${textIn(row, "weak_pct")} of it rests on a policy or on earlier months alone`,
    })),
  });

/** A month as a point, what miners sold against bitcoin's return, thin months hollow. No line is fitted, because none is claimed. */
export function signalScatter(table: Table): ChartModel {
  const [, measure, returned] = table.columns;
  const ratio = measure?.unit === "%";
  return scatter({
    ...headOf(table, "a point for each month"),
    x: { title: ratio ? "Sell-through" : "Sold, BTC", format: ratio ? "percent" : "number" },
    y: { title: returned?.label ?? "Return", format: "percent" },
    points: table.rows.map((row) => ({
      title: textIn(row, "period"),
      ...linkOf(row),
      x: figureIn(table, row, measure?.key ?? "", "mixed"),
      y: figureIn(table, row, "return_pct"),
      thin: textIn(row, "thin") !== "",
    })),
  });
}
