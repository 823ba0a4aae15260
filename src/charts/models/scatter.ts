/**
 * Two figures of each month against each other. In: points; out: a chart. Rule: a point lacking either figure is not drawn.
 */
import type { AxisFormat, ChartModel, Figure, KeyEntry, Mark, Span } from "../model";
import { model } from "../layout";
import { scaleLinear } from "d3-scale";
import { notEmpty, rowOf } from "./figures";

export interface ScatterPoint {
  /** "March 2025". */
  readonly title: string;
  readonly href?: string;
  readonly x: Figure;
  readonly y: Figure;
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
}

export function scatter({ id, title, alt, x, y, points }: ScatterInput): ChartModel {
  const drawn = points.filter((point): point is ScatterPoint & Both => point.x.kind === "value" && point.y.kind === "value");
  const yDomain = around(drawn.map((point) => point.y.value));
  const marks: Mark[] = [
    { kind: "dots", ink: "sold", texture: "solid", opacity: 0.8, at: dotsOf(drawn.filter((point) => point.thin !== true)) },
    { kind: "dots", ink: "sold", texture: "solid", hollow: true, at: dotsOf(drawn.filter((point) => point.thin === true)) },
  ];
  if (yDomain[0] < 0) marks.unshift({ kind: "rule", ink: "muted", across: "x", at: 0, dashed: true });
  const keys: KeyEntry[] = drawn.some((point) => point.thin === true)
    ? [{ shape: "ring", ink: "sold", texture: "solid", text: "thin: too little is known" }]
    : [];
  return model({
    id,
    title,
    alt,
    x: {
      kind: "linear",
      domain: around(drawn.map((point) => point.x.value)),
      format: x.format,
      title: x.title,
    },
    panels: [{ title: y.title, weight: 1, y: { kind: "linear", domain: yDomain, format: y.format }, marks: marks.filter(notEmpty) }],
    labels: [],
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
