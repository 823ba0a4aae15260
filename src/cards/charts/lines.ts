/** Up to six companies as lines, on a linear or log axis, or as small multiples. Gaps break lines; a log axis cannot show a zero. */
import type { AxisFormat, ChartModel, Figure, KeyEntry, Label, Mark, Span, XY } from "@/charts/model";
import { model } from "@/charts/layout";
import { type Ink, SERIES_INKS } from "@/charts/palette";
import { axisText, roundDomain } from "@/charts/scale";
import { type ChartHead, periodAxis } from "./cellFigure";
import { listed } from "../words/phrases";
import { rowOf, runsOf, stopAt } from "./figures";

interface LinesSeries {
  readonly label: string;
  /** Colour follows the company: pass the same one on every chart; default: by position in the list. */
  readonly ink?: Ink;
  readonly figures: readonly Figure[];
}

export interface LinesInput extends ChartHead {
  /** "Bitcoin held, BTC". */
  readonly measure: string;
  readonly format: AxisFormat;
  readonly periods: readonly { readonly period: string; readonly title: string; readonly href?: string }[];
  readonly series: readonly LinesSeries[];
  readonly scale?: "linear" | "log";
  /** A reference line across the plot: {at: 100, text: "100%"}. */
  readonly reference?: { readonly at: number; readonly text: string };
}

/** More series cannot be told apart in one chart. */
export const MOST_SERIES = 6;

/** Throws a RangeError for more than six series: more cannot be told apart. */
export function lines(input: LinesInput): ChartModel {
  if (input.series.length > MOST_SERIES)
    throw new RangeError(`lines: ${input.series.length} series, at most ${MOST_SERIES} can be told apart; use smallMultiples`);
  return chartOf(input, domainOf(input, input.series));
}

/** One chart per series, all on the same axes, for setting side by side. */
export function smallMultiples(input: LinesInput): ChartModel[] {
  const domain = domainOf(input, input.series);
  return input.series.map((series, i) => {
    const [id, title] = [`${input.id}-${i}`, `${input.title}: ${series.label}`];
    return chartOf({ ...input, id, title, measure: series.label, series: [{ ink: "sold", ...series }] }, domain, true);
  });
}

const placesOf = (series: LinesSeries, input: LinesInput): (number | undefined)[] =>
  series.figures.map((figure) => (figure.kind === "value" && !(input.scale === "log" && figure.value <= 0) ? figure.value : undefined));

function domainOf(input: LinesInput, all: readonly LinesSeries[]): Span {
  const places = all.flatMap((series) => placesOf(series, input)).filter((place) => place !== undefined);
  const [least, most] = [Math.min(...places), Math.max(...places)];
  if (places.length === 0) return input.scale === "log" ? [1, 10] : [0, 1];
  if (input.scale === "log") return least === most ? [least / 2, most * 2] : [least * 0.9, most * 1.15];
  return roundDomain(least, Math.max(most, (input.reference?.at ?? 0) * 1.1));
}

function chartOf(input: LinesInput, domain: Span, small = false): ChartModel {
  const { periods, series, reference } = input;
  const marks: Mark[] = reference === undefined ? [] : [{ kind: "rule", ink: "reference", across: "x", at: reference.at }];
  const labels: Label[] =
    reference === undefined || small ? [] : [{ kind: "rule", panel: 0, across: "x", at: reference.at, text: reference.text }];
  const places = series.map((one) => placesOf(one, input));
  series.forEach((one, i) => {
    const ink = inkOf(one, i);
    const runs = runsOf(places[i] ?? [], (x) => isApart(one.figures[x]));
    const unsure: XY[] = runs.flat().filter(([x]) => {
      const figure = one.figures[x];
      return figure?.kind === "value" && (figure.evidence === "derived" || figure.evidence === "policy");
    });
    const alone = runs.filter((run) => run.length === 1).flat();
    marks.push({ kind: "line", ink, width: 2.2, runs });
    marks.push({ kind: "dots", ink, texture: "solid", at: alone.map(([x, y]) => [x, y, 2.6] as const) });
    marks.push({ kind: "dots", ink, texture: "solid", hollow: true, at: unsure.map(([x, y]) => [x, y, 2.6] as const) });
    const end = runs.at(-1)?.at(-1);
    const figure = end === undefined ? undefined : one.figures[end[0]];
    if (end === undefined || figure === undefined) return;
    // Dollar amounts in full would be wider than their labels.
    const value = input.format === "usd" && figure.kind === "value" ? axisText(figure.value, "usd") : figure.text;
    labels.push({ kind: "end", panel: 0, y: end[1], text: small ? value : `${one.label} ${value}`, ink });
  });
  const hollow = marks.some((mark) => mark.kind === "dots" && mark.hollow === true && mark.at.length > 0);
  const keys: KeyEntry[] = hollow && !small ? [{ shape: "ring", ink: "muted", texture: "solid", text: "derived or by policy" }] : [];
  return model({
    id: input.id,
    title: input.title,
    alt: input.alt,
    x: periodAxis(periods.map(({ period }) => period)),
    panels: [{ title: input.measure, y: { kind: input.scale ?? "linear", domain, format: input.format }, marks }],
    labels,
    keys,
    stops: periods.map((period, x) =>
      stopAt(
        { x, y: domain[0], ...period },
        () =>
          series.map((one, i) => {
            const y = places[i]?.[x];
            const figure = one.figures[x] ?? { kind: "missing", text: "not disclosed" };
            return rowOf(one.label, figure, inkOf(one, i), y === undefined ? undefined : [0, x, y]);
          }),
        () => {
          const apart = series.filter((one) => isApart(one.figures[x])).map(({ label }) => label);
          return apart.length === 0 ? undefined : `${listed(apart)}: counted otherwise than before and after`;
        },
      ),
    ),
    reach: "x",
    page: small ? { height: 160, font: 12, least: 220 } : { height: 350 },
  });
}

/** Holdings that are counted in another way than the others would look like a sale or a purchase on the line. */
const isApart = (figure: Figure | undefined): boolean => figure?.kind === "value" && figure.apart === true;

const inkOf = (series: LinesSeries, i: number): Ink => series.ink ?? SERIES_INKS[i % SERIES_INKS.length] ?? "c1";
