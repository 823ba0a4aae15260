/**
 * The chart model: all that a chart says, as plain data in the data's own coordinates; layouts add sizes, ticks and places of words. No
 * function, no Date, no markup; a painter computes no figure and no word.
 */
import type { Evidence, MissingReason } from "@/domain/cell";
import type { Ink } from "./palette";

/** How certain a drawn figure is: texture follows it. "mixed": pooled out of several levels. */
export type ChartEvidence = Exclude<Evidence, "missing"> | "mixed";

/** A figure as it comes out of a table: a number to place, a text to read, or the reason why there is none. */
export type Figure =
  | {
      readonly kind: "value";
      /** Position on the axis, in the unit itself (BTC, %, USD): geometry only, never shown. */
      readonly value: number;
      /** As people read it, unit included: "533 BTC", "103%". */
      readonly text: string;
      readonly evidence: ChartEvidence;
      /** True where a second-hand fact is among those that it stands on. */
      readonly secondHand?: true | undefined;
      /** Who published it: "Riot Platforms", "SEC filing"; "" when it has no single source. */
      readonly source: string;
    }
  | { readonly kind: "missing"; readonly text: string; readonly reason?: MissingReason };

/** "lines" and "points" lie on the full colour, so that a scale of colours stays readable; the others lie on a tint of it. */
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

/** How the numbers of an axis read: "1,200", "100%", "$60k". */
export type AxisFormat = "number" | "percent" | "usd";

export type Span = readonly [number, number];
export type XY = readonly [number, number];

/** Type size for which radii, gaps and line widths of the model are meant; larger layouts draw them larger. */
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
  /** One line; months without data lie between its runs. */
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
  /** Arrow heads for what lies beyond the axis. */
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
  /** Beside a point; the first labels win where two would collide. */
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
  /** "533 BTC" or the reason why there is none. */
  readonly text: string;
  /** "reported", "derived", "by policy, second-hand", "partly derived or by policy"; "" when missing. */
  readonly evidence: string;
  readonly source: string;
  readonly ink: Ink;
  /** Where to ring the mark: panel, x, y; left out when nothing is drawn. */
  readonly at?: readonly [number, number, number];
}

/** Where pointer and arrow keys can rest: a month, a company, a point. */
export interface Stop {
  readonly title: string;
  readonly panel: number;
  readonly x: number;
  readonly y: number;
  /** Computed on demand: a drawing without a script needs none. */
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

export interface PanelLayout {
  /** The stripe of the picture that the panel owns, in px from the top. */
  readonly top: number;
  readonly bottom: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

export interface PlacedText {
  /** The place in the plot that it belongs to, px: moves when the plot is stretched. */
  readonly x: number;
  /** How far from there it stands, px: the same at every width. */
  readonly dx: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly ink: Ink;
  readonly bold?: boolean;
  /** A rim in the paper's colour, for texts that lie on marks. */
  readonly halo?: boolean;
}

export interface PlacedKey extends KeyEntry {
  readonly x: number;
  readonly y: number;
}

export interface Layout extends Size {
  /** Where the panels begin, under key and names of events: what lies below is as high at every width. */
  readonly body: number;
  readonly panels: readonly PanelLayout[];
  readonly keys: readonly PlacedKey[];
  readonly texts: readonly PlacedText[];
  /** Names of events that stand in the drawing as numbers, 1 first; empty where they are named in it. */
  readonly numbered: readonly string[];
  /** Vertical rules of events: x, top, bottom. */
  readonly events: readonly (readonly [number, number, number])[];
}

/** A chart before it knows its size. */
export interface Sketch {
  /** Slug, unique on a page: the prefix of every id in the drawing. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in words, for those who do not see it. */
  readonly alt: string;
  readonly x: Axis;
  readonly panels: readonly Panel[];
  readonly labels: readonly Label[];
  readonly keys: readonly KeyEntry[];
  readonly stops: readonly Stop[];
  /** How a pointer finds its stop: nearest in x (time), in y (rows) or in both (points). */
  readonly reach: "x" | "y" | "xy";
  /** So many stops (a heat map) that their links bear no titles and no stop is sent to the browser. */
  readonly crowded?: boolean;
  readonly page: PageSize;
}

/** What a chart takes on a page, where its column says how wide it is. */
export interface PageSize {
  /** Height of the panels with their titles and ticks, px; the names of events stand above, the key above them. */
  readonly height: number;
  /** Type size, px: the same at every width. */
  readonly font: number;
  /** The narrowest column of a chart that is laid out once, px: small multiples, a heat map. */
  readonly least?: number;
}

export const LAYOUT_NAMES = ["wide", "medium", "narrow"] as const;
export type LayoutName = (typeof LAYOUT_NAMES)[number];

/** The narrowest column (CSS px) that shows a layout. Its words are placed for this width: in a wider column they only move apart. */
export const LAYOUT_FROM = { wide: 800, medium: 500, narrow: 288 } as const satisfies Record<LayoutName, number>;

/** One drawing for every width: its marks are stretched, and each layout says which words stand where in columns of its width and wider. */
export interface ChartModel extends Sketch {
  /** Widest first; of a chart that is laid out once, only that one. */
  readonly layouts: readonly [Layout, ...Layout[]];
}

/** The layout for a column of so many CSS px. */
export const layoutAt = ({ layouts }: ChartModel, column: number): Layout =>
  layouts.find(({ width }) => column >= width) ?? layouts.at(-1) ?? layouts[0];

/** Whether a narrow column scrolls the chart sideways: crowded and laid out once, it could not be read any smaller. */
export const scrolls = ({ crowded, page }: Sketch): boolean => crowded === true && page.least !== undefined;
