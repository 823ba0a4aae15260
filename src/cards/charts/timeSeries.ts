/** Bars of produced and sold above, sell-through below, on one time axis. A period without a figure is a gap, never 0; thin is pale. */
import type { ChartEvidence, ChartModel, Figure, KeyEntry, Label, Mark, StopRow, Texture, XY } from "@/charts/model";
import type { Ink } from "@/charts/palette";
import { KNOWN_LEVELS, type KnownLevel } from "@/domain/facts/cell";
import { type Draft, model } from "@/charts/layout";
import { type ChartHead, linkOf, periodAxis } from "./cellFigure";
import { type Day, endOf, firstMonth, lengthOf, monthOfDay, monthsBetween, period, startOf } from "@/domain/values/period";
import { ceilingOf, byLook, rowOf, runsOf, stopAt, TEXTURE, THIN_KEY, valueOf, valuesOf } from "./figures";
import { roundDomain } from "@/charts/scale";

export interface TimeSeriesPoint {
  /** "2025-03", "2025-Q1" or "2025"; consecutive. */
  readonly period: string;
  readonly title: string;
  readonly href?: string;
  readonly produced: Figure;
  readonly sold: Figure;
  /** Sold BTC by evidence level, for pooled periods; without it the figure's own level sets the bar's texture. */
  readonly soldBy?: Readonly<Record<KnownLevel, number>>;
  readonly ratio: Figure;
  /** True when too few companies or too little of known production is behind the figure. */
  readonly thin?: boolean;
  readonly price?: Figure;
  /** A note shown at this point: "8 companies, 71% of known production". */
  readonly note?: () => string | undefined;
}

type Panel = Draft["panels"][number];

interface TimeSeriesInput extends ChartHead {
  readonly points: readonly TimeSeriesPoint[];
  readonly events?: readonly { readonly date: string; readonly label: string; /** For narrow charts. */ readonly short?: string }[];
  /** Draw BTC's price as a third panel. */
  readonly price?: "linear" | "log" | undefined;
}

/** Half the width of a period's two bars, and the gap between them, as fractions of the period. */
const [HALF, SEAM] = [0.4, 0.01];

export function timeSeries({ points, events = [], price, ...head }: TimeSeriesInput): ChartModel {
  const ratios = valuesOf(points.map(({ ratio }) => ratio));
  const most = ceilingOf(ratios);
  const panels: Panel[] = [volumePanel(points)];
  const labels: Label[] = [];
  // A panel without a figure would be an empty frame.
  if (ratios.length > 0) {
    panels.push(ratioPanel(points, most));
    labels.push({ kind: "rule", panel: 1, across: "x", at: 100, text: "100%: sold as much as mined" });
  }
  // A value beyond the axis is an arrow with the value beside it.
  points.forEach(({ ratio }, x) => {
    if (ratio.kind === "value" && ratio.value > most)
      labels.push({ kind: "point", panel: 1, x, y: most, gap: 6, text: ratio.text, ink: "ink" });
  });
  if (price !== undefined) panels.push(pricePanel(points, price));
  for (const { date, label: text, short } of events) {
    const x = positionOf(date, points);
    if (x !== undefined) labels.push({ kind: "event", x, text, ...(short !== undefined && { short }) });
  }
  return model({
    ...head,
    x: periodAxis(points.map(({ period }) => period)),
    panels,
    labels,
    keys: keysOf(points),
    stops: points.map((point, x) =>
      stopAt(
        { title: point.title, x, y: 0, ...linkOf(point) },
        () => rowsOf(point, x, most, panels.length - 1),
        () => noteOf(point),
      ),
    ),
    reach: "x",
    page: { height: (ratios.length > 0 ? 370 : 210) + (price === undefined ? 0 : 80) },
  });
}

type Bar = readonly [number, number, number, number];

function volumePanel(points: readonly TimeSeriesPoint[]): Panel {
  const most = Math.max(0, ...valuesOf(points.flatMap(({ produced, sold }) => [produced, sold])));
  // A true zero is drawn as a thin line on the axis, so that it differs from a gap.
  const domain = roundDomain(0, most);
  const hair = domain[1] * 0.008;
  const bars = points.flatMap(({ produced, sold, soldBy, thin }, x) => {
    const bar = (ink: Ink, texture: Texture, at: Bar) => ({ ink, texture, at, ...(thin === true && { faint: true }) });
    const made =
      produced.kind === "value"
        ? [bar("produced", TEXTURE[produced.evidence], [x - HALF, x - SEAM, 0, produced.value === 0 ? hair : produced.value])]
        : [];
    if (sold.kind !== "value") return made;
    if (sold.value === 0) return [...made, bar("sold", "solid", [x + SEAM, x + HALF, 0, hair])];
    const parts =
      soldBy === undefined ? [[sold.evidence, sold.value] as const] : KNOWN_LEVELS.map((level) => [level, soldBy[level]] as const);
    let base = 0;
    const stacked = parts.flatMap(([level, height]) => {
      if (height <= 0) return [];
      const from = base;
      base += height;
      return [bar("sold", TEXTURE[level], [x + SEAM, x + HALF, from, base])];
    });
    return [...made, ...stacked];
  });
  return {
    title: "Bitcoin produced and sold, BTC",
    y: { kind: "linear", domain, format: "number" },
    marks: byLook(bars).map((look) => ({ kind: "bars", ...look })),
  };
}

function ratioPanel(points: readonly TimeSeriesPoint[], most: number): Panel {
  const dots: [number, number, number][] = [];
  const thin: [number, number, number][] = [];
  const beyond: XY[] = [];
  points.forEach(({ ratio, thin: isThin }, x) => {
    if (ratio.kind !== "value") return;
    if (ratio.value > most) beyond.push([x, most]);
    else (isThin === true ? thin : dots).push([x, ratio.value, points.length > 30 ? 2.6 : 3.4]);
  });
  const marks: Mark[] = [
    { kind: "rule", ink: "reference", across: "x", at: 100 },
    {
      kind: "line",
      ink: "sold",
      width: 2,
      runs: runsOf(points.map(({ ratio }) => (ratio.kind === "value" ? Math.min(ratio.value, most) : undefined))),
    },
    { kind: "dots", ink: "sold", texture: "solid", at: dots },
    { kind: "dots", ink: "sold", texture: "solid", hollow: true, at: thin },
    { kind: "arrows", ink: "sold", towards: "up", at: beyond },
  ];
  return {
    title: "Sell-through (sold ÷ produced)",
    weight: 0.9,
    y: { kind: "linear", domain: roundDomain(0, Math.max(most, 110)), format: "percent" },
    marks,
  };
}

function pricePanel(points: readonly TimeSeriesPoint[], scale: "linear" | "log"): Panel {
  const prices = points.map(({ price }) => price && valueOf(price));
  const known = prices.filter((price) => price !== undefined);
  const domain =
    scale === "log" ? ([Math.min(...known, 1e4), Math.max(...known, 1e5) * 1.15] as const) : roundDomain(0, Math.max(...known, 1));
  return {
    title: scale === "log" ? "Bitcoin’s price, US dollars, log scale" : "Bitcoin’s price, US dollars",
    weight: 0.5,
    y: { kind: scale, domain, format: "usd" },
    marks: [{ kind: "line", ink: "price", width: 1.6, runs: runsOf(prices) }],
  };
}

/** Position of a day on the axis of periods; undefined when it lies outside. */
function positionOf(day: Day, points: readonly TimeSeriesPoint[]): number | undefined {
  const month = monthOfDay(day);
  const periods = points.map((point) => period(point.period));
  const at = periods.findIndex((of) => startOf(of) <= day && day <= endOf(of));
  const of = periods[at];
  if (of === undefined) return undefined;
  const months = monthsBetween(firstMonth(of), month) + (Number(day.slice(8)) - 0.5) / 31;
  return at - 0.5 + months / lengthOf(of);
}

function keysOf(points: readonly TimeSeriesPoint[]): KeyEntry[] {
  const has = (level: ChartEvidence): boolean =>
    points.some(({ produced, sold, soldBy }) =>
      soldBy !== undefined && level !== "mixed"
        ? soldBy[level] > 0
        : (sold.kind === "value" && sold.evidence === level) || (produced.kind === "value" && produced.evidence === level),
    );
  const sells = points.some(({ sold }) => sold.kind === "value");
  const keys: KeyEntry[] = [{ shape: "box", ink: "produced", texture: "solid", text: "produced" }];
  if (sells) keys.push({ shape: "box", ink: "sold", texture: "solid", text: "sold, reported" });
  if (has("derived")) keys.push({ shape: "box", ink: sells ? "sold" : "produced", texture: "hatch", text: "derived" });
  if (has("policy")) keys.push({ shape: "box", ink: "sold", texture: "dots", text: "by policy" });
  if (points.some((point) => point.thin === true)) keys.push(THIN_KEY);
  return keys;
}

/** The ratio stands in the second panel, where any is known; the price, where it is drawn, in the last. */
function rowsOf({ produced, sold, ratio, price }: TimeSeriesPoint, x: number, most: number, last: number): StopRow[] {
  return [
    rowOf("Produced", produced, "produced"),
    rowOf("Sold", sold, "sold"),
    rowOf("Sell-through", ratio, "sold", [1, x, Math.min(valueOf(ratio) ?? 0, most)]),
    ...(price ? [rowOf("BTC price", price, "price", [last, x, valueOf(price) ?? 0])] : []),
  ];
}

function noteOf({ thin, note }: TimeSeriesPoint): string | undefined {
  const told = [thin === true ? "Thin: too few companies to speak for all." : "", note?.() ?? ""].filter((part) => part !== "").join(" ");
  return told === "" ? undefined : told;
}
