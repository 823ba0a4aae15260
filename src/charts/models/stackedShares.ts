/**
 * Shares of a whole over time, stacked to 100%: production by stance. In: groups and per period the share of each; out: a chart.
 * Rule: a period without data is a gap; shares stand in the order of the groups, from the bottom, and nothing is scaled to fit.
 */
import type { ChartModel, Figure, Mark } from "../model";
import type { Ink } from "../palette";
import { model } from "../layout";
import { notEmpty, rowOf, valueOf } from "./figures";

export interface ShareGroup {
  /** "holds". */
  readonly label: string;
  readonly ink: Ink;
}

export interface SharePoint {
  readonly period: string;
  readonly title: string;
  readonly href?: string;
  /** Percent of the whole, one for each group, in order; missing when the period is not known. */
  readonly shares: readonly Figure[];
  readonly note?: string;
}

export interface StackedSharesInput {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  /** "Share of production by stance". */
  readonly measure: string;
  readonly groups: readonly ShareGroup[];
  readonly points: readonly SharePoint[];
}

export function stackedShares({ id, title, alt, measure, groups, points }: StackedSharesInput): ChartModel {
  const tops = points.map(({ shares }) => stack(groups.map((_, g) => valueOf(shares[g] ?? ABSENT))));
  const marks: Mark[] = groups.map((group, g) => ({
    kind: "bars",
    ink: group.ink,
    texture: "solid",
    at: tops.flatMap((heights, x) => {
      const [low, high] = [heights[g] ?? 0, heights[g + 1] ?? 0];
      return high > low ? [[x - 0.46, x + 0.46, low, high] as const] : [];
    }),
  }));
  return model({
    id,
    title,
    alt,
    x: { kind: "periods", domain: [-0.5, Math.max(points.length, 1) - 0.5], periods: points.map((point) => point.period) },
    panels: [{ title: measure, weight: 1, y: { kind: "linear", domain: [0, 100], format: "percent" }, marks: marks.filter(notEmpty) }],
    labels: [],
    keys: groups.map((group) => ({ shape: "box", ink: group.ink, texture: "solid", text: group.label })),
    stops: points.map((point, x) => ({
      title: point.title,
      panel: 0,
      x,
      y: 50,
      // Read from the top down, as the bars stand.
      rows: groups.map((group, g) => rowOf(group.label, point.shares[g] ?? ABSENT, group.ink)).toReversed(),
      ...(point.note === undefined ? {} : { note: point.note }),
      ...(point.href === undefined ? {} : { href: point.href }),
    })),
    reach: "x",
    page: { height: 330, font: 13 },
  });
}

const ABSENT: Figure = { kind: "missing", text: "not disclosed" };

/** Running sums from 0; empty when nothing is known. */
function stack(shares: readonly (number | undefined)[]): number[] {
  if (shares.every((share) => share === undefined)) return [];
  const heights = [0];
  for (const share of shares) heights.push((heights.at(-1) ?? 0) + (share ?? 0));
  return heights;
}
