/**
 * A company's sell-through at a glance: one small line with the 100% mark and the latest value. In: a figure per period; out: a chart
 * without axes. Rule: the same height means the same share on every sparkline (0 to 200%, beyond it an arrow), so that rows compare.
 */
import type { ChartModel, Figure, Label, Mark } from "../model";
import { model } from "../layout";
import { notEmpty, rowOf, runsOf } from "./figures";

export interface SparklineInput {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly points: readonly { readonly title: string; readonly ratio: Figure; readonly href?: string }[];
}

const TOP = 200;

export function sparkline({ id, title, alt, points }: SparklineInput): ChartModel {
  const runs = runsOf(points.map(({ ratio }) => (ratio.kind === "value" ? Math.min(ratio.value, TOP) : undefined)));
  const beyond = points.flatMap(({ ratio }, x) => (ratio.kind === "value" && ratio.value > TOP ? [[x, TOP] as const] : []));
  const alone = runs.filter((run) => run.length === 1).map(([point]) => [point?.[0] ?? 0, point?.[1] ?? 0, 2] as const);
  const last = runs.at(-1)?.at(-1);
  const figure = last === undefined ? undefined : points[last[0]]?.ratio;
  const labels: Label[] =
    last === undefined || figure === undefined ? [] : [{ kind: "end", panel: 0, y: last[1], text: figure.text, ink: "ink" }];
  const marks: Mark[] = [
    { kind: "rule", ink: "muted", across: "x", at: 100, dashed: true },
    { kind: "line", ink: "sold", width: 1.8, runs },
    { kind: "dots", ink: "sold", texture: "solid", at: alone },
    { kind: "dots", ink: "sold", texture: "solid", at: last === undefined ? [] : [[last[0], last[1], 2.6]] },
    { kind: "arrows", ink: "sold", towards: "up", at: beyond },
  ];
  const size = { width: 200, height: 64, font: 13 };
  return model({
    id,
    title,
    alt,
    x: { kind: "linear", domain: [-0.5, Math.max(points.length, 1) - 0.5], format: "number", quiet: true },
    panels: [
      { title: "", weight: 1, y: { kind: "linear", domain: [0, TOP], format: "percent", quiet: true }, marks: marks.filter(notEmpty) },
    ],
    labels,
    keys: [],
    stops: points.map(({ title: name, ratio, href }, x) => ({
      title: name,
      panel: 0,
      x,
      y: 0,
      rows: [rowOf("Sell-through", ratio, "sold", [0, x, ratio.kind === "value" ? Math.min(ratio.value, TOP) : 0])],
      ...(href === undefined ? {} : { href }),
    })),
    reach: "x",
    preferred: { wide: size, narrow: size },
  });
}
