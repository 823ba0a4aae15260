/** Lays out a sketch at a size in px: plots, ticks and texts. No labels overlap: one without room is left out (its stop has its text). */
import {
  type Axis,
  BASE_FONT,
  type ChartModel,
  type Layout,
  LAYOUT_FROM,
  type Mark,
  type PageSize,
  type Panel,
  type PanelLayout,
  type PlacedKey,
  type PlacedText,
  type Size,
  type Sketch,
  type Tick,
} from "./model";
import { type EventLabel, eventTexts, endTexts, ruleTexts } from "./labels";
import { pointTexts } from "./pointTexts";
import { numberTicks, periodTicks, scaleOf } from "./scale";
import { fitText, textWidth, wrapText } from "./textWidth";

/** What a chart's builder states: what most charts share is left to `model`. */
export interface Draft extends Omit<Sketch, "panels" | "labels" | "keys" | "page"> {
  readonly panels: readonly (Omit<Panel, "weight"> & Partial<Pick<Panel, "weight">>)[];
  readonly labels?: Sketch["labels"];
  readonly keys?: Sketch["keys"];
  readonly page: Omit<PageSize, "font"> & Partial<Pick<PageSize, "font">>;
}

/** The draft with its layouts, and without marks that have nothing to draw. */
export function model({ labels = [], keys = [], ...draft }: Draft): ChartModel {
  const panels = draft.panels.map((panel) => ({ weight: 1, ...panel, marks: panel.marks.filter(notEmpty) }));
  const sketch: Sketch = { ...draft, panels, labels, keys, page: { font: BASE_FONT, ...draft.page } };
  const { least } = sketch.page;
  if (least !== undefined) return { ...sketch, layouts: [layOutPage(sketch, least)] };
  const { wide, medium, narrow } = LAYOUT_FROM;
  return { ...sketch, layouts: [layOutPage(sketch, wide), layOutPage(sketch, medium), layOutPage(sketch, narrow)] };
}

export function notEmpty(mark: Mark): boolean {
  if (mark.kind === "rule") return true;
  return mark.kind === "line" ? mark.runs.length > 0 : mark.at.length > 0;
}

/** Whether the panels hold nothing but their rules: an empty frame. */
export const isBlank = ({ panels }: Pick<Sketch, "panels">): boolean =>
  panels.every(({ marks }) => marks.every(({ kind }) => kind === "rule"));

/** Lays out a picture of exactly this size, including the key. */
export function layOut(sketch: Sketch, size: Size): Layout {
  const { width, height, font } = size;
  const keys = placeKeys(sketch, size);
  const top = keys.reduce((bottom, key) => Math.max(bottom, key.y + font * 0.9), 0) + 2;
  const fixed = fixedHeight(sketch, font);
  // In a low picture the plots take precedence: events get short names, or none.
  return arrange(
    sketch,
    { keys, top, width, font },
    (below) => height - below,
    (below) => height - below - fixed >= height * 0.5,
    [],
  );
}

/** The drawing in a column of `width` px. If event names would stack too high, they go below it and numbers above the plots. */
function layOutPage(sketch: Sketch, width: number): Layout {
  const { height, font } = sketch.page;
  return arrange(
    sketch,
    { keys: [], top: 0, width, font },
    () => height,
    (below) => below <= height * 0.3,
    eventsOf(sketch),
  );
}

/** Height in px of the key in a column of `width` px, as the style sheet sets it. */
export function keyHeight(sketch: Sketch, width: number): number {
  const last = placeKeys(sketch, { ...sketch.page, width }).at(-1);
  return last === undefined ? 0 : Math.round(last.y + sketch.page.font);
}

/** Height of everything in the panels but the plots: titles, gaps, the axis below. */
function fixedHeight(sketch: Sketch, font: number): number {
  const titles = sketch.panels.reduce((sum, panel) => sum + titleHeight(panel, font), 0);
  return xHeight(sketch, font) + panelGap(sketch, font) * (sketch.panels.length - 1) + titles;
}

const titleHeight = ({ title }: Panel, font: number): number => (title === "" ? font * 0.6 : font * 1.45 * 1.35);
const panelGap = ({ panels }: Sketch, font: number): number => (panels.length > 1 ? font * 0.9 : 0);

interface Around {
  readonly keys: readonly PlacedKey[];
  readonly top: number;
  readonly width: number;
  readonly font: number;
}

/** `heightBelow`: panels' height under event names, `fits`: whether that stack of names is allowed, `otherwise`: numbers, not names. */
function arrange(
  sketch: Sketch,
  { keys, top: start, width, font }: Around,
  heightBelow: (bottom: number) => number,
  fits: (bottom: number) => boolean,
  otherwise: readonly EventLabel[],
): Layout {
  const least = { width, height: heightBelow(start), font };
  const left = round(leftMargin(sketch, least));
  const right = round(width - rightMargin(sketch, least));
  const x = scaleOf(sketch.x, [left, right]);
  const frame = { x, top: start, left, right, font };
  const inWords = (brief: boolean) => {
    const texts = eventTexts(eventsOf(sketch), { brief, ...frame });
    return fits(texts.bottom) ? texts : undefined;
  };
  const named = inWords(false) ?? inWords(true);
  const events = named ?? eventTexts(numberedEvents(otherwise), { brief: true, ...frame });
  // Whole px, so that everything below is at the same tenth of a px in every layout.
  const body = Math.ceil(events.bottom);
  const height = body + heightBelow(body);
  const room = heightBelow(body) - fixedHeight(sketch, font);
  const weights = sketch.panels.reduce((sum, panel) => sum + panel.weight, 0);
  const panels: PanelLayout[] = [];
  const texts: PlacedText[] = [...events.texts];
  let top = body;
  sketch.panels.forEach((panel, i) => {
    const last = i === sketch.panels.length - 1;
    const plotTop = top + titleHeight(panel, font);
    const plotBottom = plotTop + (room * panel.weight) / weights;
    const bottom = last ? height : plotBottom + panelGap(sketch, font);
    const title = fitText(panel.title, width, font);
    if (panel.title !== "") texts.push({ x: left, dx: -left, y: top + font, text: title, anchor: "start", ink: "ink", bold: true });
    panels.push({
      top: i === 0 ? 0 : top,
      bottom,
      plot: { left, right, top: round(plotTop), bottom: round(plotBottom) },
      xTicks: last ? xTicks(sketch, right - left, font) : [],
      yTicks: yTicks(sketch, i, plotBottom - plotTop, left, font),
    });
    top = bottom;
  });
  const frames = { panels, font, x, width };
  const ends = endTexts(sketch, frames);
  texts.push(...axisTitle(sketch, font, panels), ...ruleTexts(sketch, frames, ends), ...ends);
  texts.push(...pointTexts(sketch, frames, texts));
  const first = panels[0]?.plot.top ?? 0;
  const lowest = panels.at(-1)?.plot.bottom ?? height;
  return {
    width,
    height,
    font,
    body,
    panels,
    keys,
    texts: texts.map((text) => ({ ...text, x: round(text.x), dx: round(text.dx), y: round(text.y) })),
    numbered: named === undefined ? otherwise.map(({ text }) => text) : [],
    events: events.rules.map(([at, from]) => [round(at), round(Math.min(from, first)), round(lowest)] as const),
  };
}

const eventsOf = ({ labels }: Sketch): EventLabel[] => labels.filter((label) => label.kind === "event").toSorted((a, b) => a.x - b.x);

const numberedEvents = (events: readonly EventLabel[]): EventLabel[] => events.map(({ kind, x }, i) => ({ kind, x, text: String(i + 1) }));

/** Height of the event names below a drawing whose events are numbered. */
export const eventNamesHeight = ({ numbered, width, font }: Layout): number =>
  numbered.reduce((sum, name, i) => sum + wrapText(`${i + 1}  ${name}`, width, font).length * font * 1.5, 0);

function leftMargin(sketch: Sketch, { width, height, font }: Size): number {
  let widest = 0;
  sketch.panels.forEach((_, i) => {
    for (const tick of yTicks(sketch, i, (height * 0.8) / sketch.panels.length, Infinity, font))
      widest = Math.max(widest, textWidth(tick.text, font));
  });
  return widest === 0 ? font * 0.4 : Math.min(widest + font * 0.7, width * 0.36);
}

function rightMargin(sketch: Sketch, { width, font }: Size): number {
  const ends = sketch.labels.filter((label) => label.kind === "end");
  // The last tick's text is centred on the plot's edge and must not be cut.
  const tick = sketch.x.kind === "linear" || sketch.x.kind === "log" ? xTicks(sketch, width * 0.8, font).at(-1) : undefined;
  const least = Math.max(font * 1.4, tick === undefined ? 0 : textWidth(tick.text, font) / 2 + 1);
  if (ends.length === 0) return least;
  return Math.min(Math.max(...ends.map((label) => textWidth(label.text, font, true)), least) + font * 1.2, width * 0.4);
}

const xHeight = (sketch: Sketch, font: number): number =>
  sketch.x.kind !== "periods" && sketch.x.kind !== "rows" && (sketch.x.title ?? "") !== "" ? font * 3.3 : font * 1.8;

function xTicks(sketch: Sketch, length: number, font: number): Tick[] {
  if (sketch.x.kind === "periods") return periodTicks(sketch.x.periods, length, font);
  return sketch.x.kind === "rows" ? [] : numberTicks(sketch.x, length, font * 6);
}

function yTicks(sketch: Sketch, panel: number, length: number, left: number, font: number): Tick[] {
  const axis = sketch.panels[panel]?.y;
  if (axis === undefined || axis.kind === "periods") return [];
  if (axis.kind === "rows")
    return left === Infinity
      ? rowTicks(
          axis.labels.map((label) => [label]),
          0,
        )
      : rowNames(axis, length, left, font);
  return numberTicks(axis, length, font * 3);
}

/** Line height of a row's name, relative to the type size: tight. */
const LEADING = 0.95;

/** Names of rows: wrapped where the margin is narrow, into as many lines as neighbouring names leave room for. */
function rowNames({ labels, domain: [low, high] }: Extract<Axis, { kind: "rows" }>, length: number, left: number, font: number): Tick[] {
  const [room, line, pitch] = [left - font * 0.6, LEADING * font, length / (high - low)];
  const wrapped = labels.map((text) => wrapText(text, room, font));
  const lines = wrapped.map((name, i) => {
    const beside = Math.max(1, ...[wrapped[i - 1], wrapped[i + 1]].map((other) => Math.min(other?.length ?? 1, 2)));
    const most = Math.max(1, Math.floor((2 * pitch) / line - beside));
    const kept = name.length <= most ? name : [...name.slice(0, most - 1), name.slice(most - 1).join(" ")];
    return kept.map((text) => fitText(text, room, font));
  });
  return rowTicks(lines, line / pitch);
}

/** A tick for each line of a name, `step` rows apart, centred on the row. */
const rowTicks = (names: readonly (readonly string[])[], step: number): Tick[] =>
  names.flatMap((lines, i) =>
    lines.map((text, k) => ({ at: names.length - 1 - i + ((lines.length - 1) / 2 - k) * step, text, line: false })),
  );

function axisTitle(sketch: Sketch, font: number, panels: readonly PanelLayout[]): PlacedText[] {
  const plot = panels.at(-1)?.plot;
  if (plot === undefined || sketch.x.kind === "periods" || sketch.x.kind === "rows" || (sketch.x.title ?? "") === "") return [];
  const title = sketch.x.title ?? "";
  const y = plot.bottom + font * 2.9;
  // A title wider than the plot starts below the names at its left.
  if (textWidth(title, font) <= plot.right - plot.left) return [{ x: plot.left, dx: 0, y, text: title, anchor: "start", ink: "muted" }];
  return [{ x: plot.right, dx: 0, y, text: fitText(title, plot.right, font), anchor: "end", ink: "muted" }];
}

/** The key in rows from the top left, wrapped at the width. */
function placeKeys(sketch: Sketch, { width, font }: Size): PlacedKey[] {
  const placed: PlacedKey[] = [];
  let [x, y] = [0, font * 0.9];
  for (const key of sketch.keys) {
    const needed = font * 1.4 + textWidth(key.text, font);
    if (x > 0 && x + needed > width) [x, y] = [0, y + font * 1.5];
    placed.push({ ...key, x: round(x), y: round(y) });
    x += needed + font * 1.3;
  }
  return placed;
}

const round = (value: number): number => Math.round(value * 10) / 10;
