/** Production by stance, stacked to 100% per month; companies without a stance are a group of their own. A period without data is a gap. */
import { model } from "@/charts/layout";
import type { ChartModel, Mark } from "@/charts/model";
import type { Ink } from "@/charts/palette";
import { type Stance, STANCE_LABEL, STANCES } from "@/domain/measures/stance";
import type { Table } from "../tables/table";
import { figureIn, headOf, periodAxis, periodOf, textIn } from "./cellFigure";
import { rowOf, STANCE_INK, valueOf } from "./figures";

export const SHARE_KEY: Readonly<Record<Stance, string>> = {
  holds: "holds_pct",
  sellsSome: "sells_some_pct",
  sellsAll: "sells_all_pct",
  sellsMore: "sells_more_pct",
};

const GROUPS: readonly (readonly [key: string, label: string, ink: Ink])[] = [
  ...STANCES.map((stance) => [SHARE_KEY[stance], STANCE_LABEL[stance], STANCE_INK[stance]] as const),
  ["without_pct", "not known", "missing"],
];

export function stanceSharesChart(table: Table): ChartModel {
  const points = table.rows.map((row) => {
    const groups = GROUPS.map(([key, label, ink]) => ({ label, ink, share: figureIn(table, row, key, "mixed") }));
    return { row, groups, tops: stack(groups.map(({ share }) => valueOf(share))) };
  });
  const marks = GROUPS.map(([, , ink], g): Mark => ({
    kind: "bars",
    ink,
    texture: "solid",
    at: points.flatMap(({ tops }, x) => {
      const [low, high] = [tops[g] ?? 0, tops[g + 1] ?? 0];
      return high > low ? [[x - 0.46, x + 0.46, low, high] as const] : [];
    }),
  }));
  return model({
    ...headOf(table, "bars to 100% per month, split by what the miners do with their bitcoin"),
    x: periodAxis(table.rows.map(({ key }) => key)),
    panels: [{ title: "Share of known production", y: { kind: "linear", domain: [0, 100], format: "percent" }, marks }],
    keys: GROUPS.map(([, text, ink]) => ({ shape: "box", ink, texture: "solid", text })),
    stops: points.map(({ row, groups }, x) => {
      const { title, period: _, ...link } = periodOf(row);
      // Rows from the top down, like the bars.
      const rows = groups.map(({ label, share, ink }) => rowOf(label, share, ink)).toReversed();
      const companies = textIn(row, "companies");
      const note = `known for ${companies} ${companies === "1" ? "company" : "companies"} with ${textIn(row, "produced_btc")} BTC of production; ${textIn(row, "weak_pct")} of it rests on a policy or on earlier months alone`;
      return { title, panel: 0, x, y: 50, rows, note, ...link };
    }),
    reach: "x",
    page: { height: 330 },
  });
}

/** Cumulative sums from 0; empty when nothing is known. */
function stack(shares: readonly (number | undefined)[]): number[] {
  if (shares.every((share) => share === undefined)) return [];
  const heights = [0];
  for (const share of shares) heights.push((heights.at(-1) ?? 0) + (share ?? 0));
  return heights;
}
