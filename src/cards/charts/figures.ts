/** Helpers for chart builders: evidence as texture and word, gaps as breaks. A missing figure has no position on an axis. */
import { EVIDENCE_LABEL, evidenceWord, type KnownLevel } from "@/domain/facts/cell";
import { groupBy, runsBy } from "@/domain/shared/group";
import { type Stance, STANCE_BOUNDS } from "@/domain/measures/stance";
import type { ChartEvidence, Figure, KeyEntry, Mark, Stop, StopRow, Texture, XY } from "@/charts/model";
import type { Ink } from "@/charts/palette";

export const TEXTURE: Readonly<Record<ChartEvidence, Texture>> = { reported: "solid", derived: "hatch", policy: "dots", mixed: "solid" };

/** A mark of a level of evidence, and one of a thin figure, explained in the key. */
export const levelKey = (level: KnownLevel, shape: KeyEntry["shape"], ink: Ink): KeyEntry => ({
  ...{ shape, ink, texture: TEXTURE[level] },
  text: EVIDENCE_LABEL[level],
});
export const THIN_KEY: KeyEntry = { shape: "ring", ink: "sold", texture: "solid", text: "thin: too little is known" };

/** The evidence of a figure in words; "mixed" is spelt out in the tooltip. */
const evidenceText = ({ evidence, secondHand }: Extract<Figure, { kind: "value" }>): string =>
  evidence === "mixed" ? `partly derived or by policy${secondHand ? ", second-hand" : ""}` : evidenceWord(evidence, secondHand);

/** The figure's value as a position on an axis; undefined where it is missing. */
export const valueOf = (figure: Figure): number | undefined => (figure.kind === "value" ? figure.value : undefined);

export const valuesOf = (figures: readonly Figure[]): number[] => figures.flatMap((figure) => valueOf(figure) ?? []);

/** A figure as a line of a tooltip; `at` is the mark to ring, dropped when the figure is missing. */
export function rowOf(label: string, figure: Figure, ink: Ink, at?: readonly [number, number, number]): StopRow {
  if (figure.kind === "missing") return { label, text: figure.text, evidence: "", source: "", ink };
  return { label, text: figure.text, evidence: evidenceText(figure), source: figure.source, ink, ...(at && { at }) };
}

type StopPlace = Pick<Stop, "title" | "x" | "y" | "href">;

type Says = readonly [rows: () => readonly StopRow[], note?: () => string | undefined];

/** All stops share their getters: getters in each object literal take five times as long to make, and there are hundreds of stops. */
class LazyStop implements Stop {
  readonly title: string;
  readonly panel: number;
  readonly x: number;
  readonly y: number;
  declare readonly rows: readonly StopRow[];
  declare readonly note?: string | undefined;
  declare readonly href?: string;
  readonly #says: Says;

  constructor({ title, x, y, href }: StopPlace, says: Says) {
    this.title = title;
    this.panel = 0;
    this.x = x;
    this.y = y;
    this.#says = says;
    Object.defineProperties(this, LazyStop.#GETTERS);
    if (href !== undefined) this.href = href;
  }

  // Own properties, so that a stop is plain data and survives JSON.
  static readonly #GETTERS: PropertyDescriptorMap & ThisType<LazyStop> = {
    rows: {
      enumerable: true,
      get() {
        return this.#says[0]();
      },
    },
    note: {
      enumerable: true,
      get() {
        return this.#says[1]?.();
      },
    },
  };
}

/** A stop in the first panel; its texts are made when the reader reaches it. */
export const stopAt = (place: StopPlace, ...says: Says): Stop => new LazyStop(place, says);

/** A series as its runs between gaps; `isApart` says which figures stand by themselves. */
export function runsOf(values: readonly (number | undefined)[], isApart: (x: number) => boolean = () => false): XY[][] {
  const points = values.flatMap((value, x): XY[] => (value === undefined ? [] : [[x, value]]));
  return runsBy(points, ([before], [x]) => x === before + 1 && !isApart(before) && !isApart(x));
}

type Look = Pick<Extract<Mark, { kind: "bars" }>, "ink" | "texture" | "faint">;

/** Groups marks by look, so that the drawing stays small: one place per mark → all places per look. */
export function byLook<At>(marks: readonly (Look & { readonly at: At })[]): (Look & { readonly at: At[] })[] {
  const looks = groupBy(marks, ({ ink, texture, faint = false }) => `${ink} ${texture} ${String(faint)}`);
  return [...looks.values()].flatMap((alike) => (alike[0] === undefined ? [] : [{ ...alike[0], at: alike.map(({ at }) => at) }]));
}

/**
 * The highest ratio that an axis must reach: the maximum, unless a few (over 2.5 times the 90th percentile and 250%, as Core
 * Scientific's 651% in June 2022) would flatten the rest; those become arrows.
 */
export function ceilingOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const greatest = sorted.at(-1) ?? 100;
  const usual = Math.max(sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 100, 100);
  return greatest > 250 && greatest > usual * 2.5 ? Math.ceil((usual * 1.25) / 50) * 50 : greatest;
}

/** Steps of the scale around 100%, in percent: up to and including `to`, but the bounds of what a miner does belong to the middle (domain/measures/stance.ts). Holders are blue, sellers orange, 100% is neutral. */
export const DIVERGING = [
  { ink: "d0", to: STANCE_BOUNDS.some, text: `under ${STANCE_BOUNDS.some}%` },
  { ink: "d1", to: 25, text: `${STANCE_BOUNDS.some}–25%` },
  { ink: "d2", to: 50, text: "25–50%" },
  { ink: "d3", to: 75, text: "50–75%" },
  { ink: "d4", to: STANCE_BOUNDS.all, text: `75–${STANCE_BOUNDS.all}%` },
  { ink: "d5", to: STANCE_BOUNDS.more, text: `${STANCE_BOUNDS.all}–${STANCE_BOUNDS.more}%` },
  { ink: "d6", to: 150, text: `${STANCE_BOUNDS.more}–150%` },
  { ink: "d7", to: 300, text: "150–300%" },
  { ink: "d8", to: Infinity, text: "over 300%" },
] as const satisfies readonly { readonly ink: Ink; readonly to: number; readonly text: string }[];

/** The colour of a ratio in percent on the scale around 100%. */
export function divergingInk(percent: number): Ink {
  const { some, all } = STANCE_BOUNDS;
  return DIVERGING.find(({ to }) => percent < to || (percent === to && to !== some && to !== all))?.ink ?? "d8";
}

/** The colours of what a company does; also of single points on paper, where pale steps of the scale would vanish. */
export const STANCE_INK: Readonly<Record<Stance, Ink>> = { holds: "holds", sellsSome: "some", sellsAll: "all", sellsMore: "more" };
