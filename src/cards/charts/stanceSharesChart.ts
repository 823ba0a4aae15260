/**
 * Production by stance as a stacked history, drawn from its table. Production of companies without a stance is a group of its own;
 * a month without any stance is a gap.
 */
import type { Table } from "../table";
import type { ChartModel } from "@/charts/model";
import { type ShareGroup, stackedShares } from "@/charts/models/stackedShares";
import { altOf, figureIn, textIn } from "./cellFigure";

const GROUPS: readonly (ShareGroup & { readonly key: string })[] = [
  { key: "holds_pct", label: "holds", ink: "holds" },
  { key: "sells_some_pct", label: "sells some", ink: "some" },
  { key: "sells_all_pct", label: "sells all", ink: "all" },
  { key: "sells_more_pct", label: "sells more than it mines", ink: "more" },
  { key: "without_pct", label: "not known", ink: "missing" },
];

export function stanceSharesChart(table: Table): ChartModel {
  return stackedShares({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "bars to 100% per month, split by what the miners do with their bitcoin"),
    measure: "Share of known production",
    groups: GROUPS,
    points: table.rows.map((row) => ({
      period: row.key,
      title: textIn(row, "period"),
      ...(row.href !== undefined && { href: row.href }),
      shares: GROUPS.map(({ key }) => figureIn(table, row, key, "mixed")),
      note: `known for ${textIn(row, "companies")} ${textIn(row, "companies") === "1" ? "company" : "companies"} with ${textIn(row, "produced_btc")} BTC of production; ${textIn(row, "weak_pct")} of it rests on a policy or on earlier months alone`,
    })),
  });
}
