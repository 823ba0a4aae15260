/**
 * The chart model: the whole content of a chart, as plain data in the data's own coordinates; layouts add sizes, ticks and text positions.
 * No function, no Date, no markup; a painter computes no figure and no word.
 */
import type { KnownLevel, MissingReason } from "@/domain/facts/cell";
import type { Ink } from "./palette";

/** How certain a drawn figure is; shown as texture. "mixed": pooled from several levels. */
export type ChartEvidence = KnownLevel | "mixed";

/** A figure from a table: a number to place, a text to read, or the reason why it is missing. */
export type Figure =
  | {
      readonly kind: "value";
      /** Position on the axis, in the axis' unit (BTC, %, USD): geometry only, never shown. */
      readonly value: number;
      /** Text for people, with unit: "533 BTC", "103%". */
      readonly text: string;
      readonly evidence: ChartEvidence;
      readonly secondHand?: true | undefined;
      /** Who published it: "Riot Platforms", "SEC filing"; "" when it has no single source. */
      readonly source: string;
      /** True where it counts something else than the figures around it: no line leads to it. */
      readonly apart?: true | undefined;
    }
  | { readonly kind: "missing"; readonly text: string; readonly reason?: MissingReason };

/** "lines" and "points" are drawn on the full colour, so that a colour scale stays readable; the others on a tint of it. */
export type Texture = "solid" | "hatch" | "dots" | "tint" | "cross" | "dash" | "lines" | "points";

export type Axis =
  | {
      readonly kind: "periods";
      readonly domain: Span;
      /** "2025-03", "2025-Q1" or "2025", at 0, 1, 2... */ readonly periods: readonly string[];
    }
  | { readonly kind: "rows"; readonly domain: Span; /** Top row first; the row i lies at n - 1 - i. */ readonly labels: readonly string[] }
  | {
      readonly kind: "linear" | "log";
      readonly domain: Span;
      readonly format: AxisFormat;
      readonly title?: string;
    };

/** Of an axis what places values on it, and which periods those of time are. */
export interface AxisScale extends Pick<Axis, "kind" | "domain"> {
  readonly periods?: readonly string[];
}

/** Number format of an axis: "1,200", "100%", "$60k". */
export type AxisFormat = "number" | "percent" | "usd";

export type Span = readonly [number, number];
export type XY = readonly [number, number];

/** Type size that the model's radii, gaps and line widths are for; larger layouts scale them up. */
export const BASE_FONT = 13;

export type Mark =
  /** Rectangles [x0, x1, y0, y1]. */
  | {
      readonly kind: "bars";
      readonly ink: Ink;
      readonly texture: Texture;
      readonly faint?: boolean;
      readonly at: readonly (readonly [number, number, number, number])[];
    }
  /** One line; its runs are separated by months without data. */
  | {
      readonly kind: "line";
      readonly ink: Ink;
      readonly width: number;
      readonly runs: readonly (readonly XY[])[];
    }
  /** Circles [x, y, radius in px]. */
  | {
      readonly kind: "dots";
      readonly ink: Ink;
      readonly texture: Texture;
      readonly hollow?: boolean;
      readonly opacity?: number;
      readonly at: readonly (readonly [number, number, number])[];
    }
  /** Arrow heads for values beyond the axis. */
  | { readonly kind: "arrows"; readonly ink: Ink; readonly towards: "right" | "up"; readonly at: readonly XY[] }
  /** A straight line across the panel at a value. */
  | { readonly kind: "rule"; readonly ink: Ink; readonly across: "x" | "y"; readonly at: number; readonly dashed?: boolean };

export interface Panel {
  readonly title: string;
  /** Share of the height, relative to the other panels. */
  readonly weight: number;
  readonly y: Axis;
  readonly marks: readonly Mark[];
}

export type Label =
  /** At the end of a line, right of the plot. */
  | { readonly kind: "end"; readonly panel: number; readonly y: number; readonly text: string; readonly ink: Ink }
  /** Beside a point; where two would collide, the earlier label wins. */
  | {
      readonly kind: "point";
      readonly panel: number;
      readonly x: number;
      readonly y: number;
      readonly gap: number;
      readonly text: string;
      readonly ink: Ink;
      readonly side?: "left" | "right";
    }
  /** A dated event: a vertical rule through all panels. */
  | { readonly kind: "event"; readonly x: number; readonly text: string; /** For narrow charts. */ readonly short?: string }
  /** The name of a horizontal or vertical rule. */
  | { readonly kind: "rule"; readonly panel: number; readonly across: "x" | "y"; readonly at: number; readonly text: string };

export interface KeyEntry {
  readonly shape: "box" | "line" | "dot" | "ring" | "arrow";
  readonly ink: Ink;
  readonly texture: Texture;
  readonly text: string;
}

export interface StopRow {
  readonly label: string;
  /** "533 BTC" or the reason why it is missing. */
  readonly text: string;
  /** "reported", "derived", "by policy, second-hand", "partly derived or by policy"; "" when missing. */
  readonly evidence: string;
  readonly source: string;
  readonly ink: Ink;
  /** Position of the ring around the mark: panel, x, y; absent when nothing is drawn. */
  readonly at?: readonly [number, number, number];
}

/** A position where pointer and arrow keys can rest: a month, a company, a point. */
export interface Stop {
  readonly title: string;
  readonly panel: number;
  readonly x: number;
  readonly y: number;
  /** Computed on demand: a drawing without a script does not use them. */
  readonly rows: readonly StopRow[];
  readonly note?: string | undefined;
  readonly href?: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Type size of labels in the same units. */
  readonly font: number;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
  /** Drawn as a line across the plot. */
  readonly line: boolean;
}

interface PanelPlace {
  /** The panel's horizontal stripe, `top` to `bottom`, in px from the top of the picture. */
  readonly top: number;
  readonly bottom: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

export interface PanelLayout extends PanelPlace {
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

export interface PlacedText {
  /** The anchor in the plot, px: moves when the plot is stretched. */
  readonly x: number;
  /** Offset from the anchor, px: the same at every width. */
  readonly dx: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly ink: Ink;
  readonly bold?: boolean;
  /** An outline in the paper's colour, for texts on top of marks. */
  readonly halo?: boolean;
}

export interface PlacedKey extends KeyEntry {
  readonly x: number;
  readonly y: number;
}

/** Where a drawing's panels are. */
export interface Placement extends Size {
  readonly panels: readonly PanelPlace[];
}

/** The axes that its panels share, and each panel's own. */
export interface PlacedAxes {
  readonly x: AxisScale;
  readonly panels: readonly { readonly y: AxisScale }[];
}

export interface Layout extends Placement {
  /** Top of the panels, below key and event names: everything below it has the same height at every width. */
  readonly body: number;
  readonly panels: readonly PanelLayout[];
  readonly keys: readonly PlacedKey[];
  readonly texts: readonly PlacedText[];
  /** Names of events shown as numbers in the drawing, 1 first; empty where the drawing shows the names. */
  readonly numbered: readonly string[];
  /** Vertical rules of events: x, top, bottom. */
  readonly events: readonly (readonly [number, number, number])[];
}

export interface Sketch {
  /** Slug, unique on a page: the prefix of every id in the drawing. */
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly x: Axis;
  readonly panels: readonly Panel[];
  readonly labels: readonly Label[];
  readonly keys: readonly KeyEntry[];
  readonly stops: readonly Stop[];
  /** How a pointer finds its stop: nearest in x (time), in y (rows) or in both (points). */
  readonly reach: "x" | "y" | "xy";
  /** Too many stops (a heat map) for titles on their links and for sending stops to the browser. */
  readonly crowded?: boolean;
  readonly page: PageSize;
}

/** Size of a chart on a page, where its column sets the width. */
export interface PageSize {
  /** Height of the panels with their titles and ticks, px; event names stand above it, the key above them. */
  readonly height: number;
  /** Type size, px: the same at every width. */
  readonly font: number;
  /** The narrowest column of a chart with a single layout, px: small multiples, a heat map. */
  readonly least?: number;
}

export const LAYOUT_NAMES = ["wide", "medium", "narrow"] as const;
type LayoutName = (typeof LAYOUT_NAMES)[number];

/** The narrowest column (CSS px) that shows a layout. Its texts are placed for this width: in a wider column they only move apart. */
export const LAYOUT_FROM = { wide: 800, medium: 500, narrow: 288 } as const satisfies Record<LayoutName, number>;

/** One drawing for every width: its marks are stretched, and each layout places the texts for columns of its width and wider. */
export interface ChartModel extends Sketch {
  /** Widest first; a chart with a single layout has only that one. */
  readonly layouts: readonly [Layout, ...Layout[]];
}

export const layoutAt = <Placed extends Placement>(
  { layouts }: { readonly layouts: readonly [Placed, ...Placed[]] },
  column: number,
): Placed => layouts.find(({ width }) => column >= width) ?? layouts.at(-1) ?? layouts[0];

/** Whether a narrow column scrolls the chart sideways: a crowded chart with a single layout would be unreadable if smaller. */
export const scrolls = ({ crowded, page }: Sketch): boolean => crowded === true && page.least !== undefined;
