/**
 * Two figures of each month against each other, with an optional fitted line and its band of confidence. In: points and, when the
 * caller has computed one, a fit; out: a chart. Rule: a point lacking either figure is not drawn; the fit is the caller's, never made here.
 */
import type { AxisFormat, ChartModel, Figure, KeyEntry, Label, Mark, Span, XY } from "../model";
import { model } from "../layout";
import { scaleLinear } from "d3-scale";
import { notEmpty, rowOf } from "./figures";

export interface ScatterPoint {
  /** "March 2025". */
  readonly title: string;
  readonly href?: string;
  readonly x: Figure;
  readonly y: Figure;
  /** Written beside the point, for the few that the text speaks of. */
  readonly label?: string;
  /** Drawn hollow: too few companies to speak for all. */
  readonly thin?: boolean;
}

export interface ScatterInput {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly x: { readonly title: string; readonly format: AxisFormat };
  readonly y: { readonly title: string; readonly format: AxisFormat };
  readonly points: readonly ScatterPoint[];
  readonly fit?: {
    /** Two ends of the line, or more. */
    readonly line: readonly XY[];
    /** [x, low, high] along the line. */
    readonly band?: readonly (readonly [number, number, number])[];
    /** "best fit, 95% band". */
    readonly text: string;
  };
}

export function scatter({ id, title, alt, x, y, points, fit }: ScatterInput): ChartModel {
  const drawn = points.filter((point): point is ScatterPoint & Both => point.x.kind === "value" && point.y.kind === "value");
  const band = fit?.band ?? [];
  const ys = [
    ...drawn.map((point) => point.y.value),
    ...band.flatMap(([, low, high]) => [low, high]),
    ...(fit?.line ?? []).map(([, at]) => at),
  ];
  const yDomain = around(ys);
  const marks: Mark[] = [
    { kind: "area", ink: "holds", texture: "solid", opacity: 0.16, runs: band.length > 0 ? [band] : [] },
    { kind: "line", ink: "holds", width: 2, runs: fit === undefined ? [] : [fit.line] },
    { kind: "dots", ink: "sold", texture: "solid", opacity: 0.8, at: dotsOf(drawn.filter((point) => point.thin !== true)) },
    { kind: "dots", ink: "sold", texture: "solid", hollow: true, at: dotsOf(drawn.filter((point) => point.thin === true)) },
  ];
  if (yDomain[0] < 0) marks.unshift({ kind: "rule", ink: "muted", across: "x", at: 0, dashed: true });
  const labels = drawn.flatMap((point): Label[] =>
    point.label === undefined
      ? []
      : [{ kind: "point", panel: 0, x: point.x.value, y: point.y.value, gap: 4, text: point.label, ink: "ink" }],
  );
  const keys: KeyEntry[] =
    fit === undefined
      ? []
      : [
          { shape: "dot", ink: "sold", texture: "solid", text: "one month" },
          { shape: "line", ink: "holds", texture: "solid", text: fit.text },
        ];
  if (drawn.some((point) => point.thin === true))
    keys.push({ shape: "ring", ink: "sold", texture: "solid", text: "thin: too little is known" });
  return model({
    id,
    title,
    alt,
    x: {
      kind: "linear",
      domain: around([...drawn.map((point) => point.x.value), ...band.map(([at]) => at), ...(fit?.line ?? []).map(([at]) => at)]),
      format: x.format,
      title: x.title,
    },
    panels: [{ title: y.title, weight: 1, y: { kind: "linear", domain: yDomain, format: y.format }, marks: marks.filter(notEmpty) }],
    labels,
    keys,
    // From left to right, as the arrow keys step.
    stops: drawn
      .toSorted((a, b) => a.x.value - b.x.value)
      .map((point) => ({
        title: point.title,
        panel: 0,
        x: point.x.value,
        y: point.y.value,
        rows: [rowOf(x.title, point.x, "sold", [0, point.x.value, point.y.value]), rowOf(y.title, point.y, "sold")],
        ...(point.href === undefined ? {} : { href: point.href }),
      })),
    reach: "xy",
    page: { height: 400, font: 13 },
  });
}

interface Both {
  readonly x: Extract<Figure, { kind: "value" }>;
  readonly y: Extract<Figure, { kind: "value" }>;
}

const dotsOf = (points: readonly (ScatterPoint & Both)[]) => points.map((point) => [point.x.value, point.y.value, 4] as const);

/** A round domain around the values, with 0 in it when it is near. */
function around(values: readonly number[]): Span {
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const from = least > 0 && least < (most - least) * 0.5 ? 0 : least;
  const [low = 0, high = 1] = scaleLinear()
    .domain(from === most ? [from - 1, most + 1] : [from, most])
    .nice(5)
    .domain();
  return [low, high];
}
