/**
 * From a sketch and a size to a layout: where the plots lie, which ticks they have, and where every word goes.
 * In: a Sketch (data coordinates) and a Size (px); out: a Layout (px), plain data.
 * Rule: nothing leaves the picture and no two labels overlap; a label that finds no room is left out (its stop still tells it).
 */
import {
  type ChartModel,
  type Layout,
  layoutNames,
  type PanelLayout,
  type PlacedKey,
  type PlacedText,
  type Size,
  type Sketch,
  type Tick,
} from "./model";
import { eventTexts, endTexts, pointTexts, ruleTexts } from "./labels";
import { numberTicks, periodTicks, scaleOf } from "./scale";
import { fitText, textWidth } from "./textWidth";

/** Width of the layout between wide and narrow: its 13 px type reads as 11 px in a column of 509. */
const MEDIUM_WIDTH = 600;

/** The chart with its layouts for pages. */
export function model(sketch: Sketch): ChartModel {
  const { wide, narrow } = sketch.preferred;
  const medium = layoutNames(sketch).length === 1 ? wide : { ...wide, width: MEDIUM_WIDTH };
  return { ...sketch, layouts: { wide: layOut(sketch, wide), medium: layOut(sketch, medium), narrow: layOut(sketch, narrow) } };
}

export function layOut(sketch: Sketch, size: Size): Layout {
  const { width, height, font } = size;
  const line = font * 1.45;
  const left = leftMargin(sketch, size);
  const right = width - rightMargin(sketch, size);
  const keys = placeKeys(sketch, size);
  const keysBottom = keys.reduce((bottom, key) => Math.max(bottom, key.y + font * 0.9), 0);
  const x = scaleOf(sketch.x, [left, right]);
  const bottomMargin = xHeight(sketch, font);
  const gap = sketch.panels.length > 1 ? font * 0.9 : 0;
  const titles = sketch.panels.map((panel) => (panel.title === "" ? font * 0.6 : line * 1.35));
  const fixed = bottomMargin + gap * (sketch.panels.length - 1) + titles.reduce((sum, title) => sum + title, 0);
  const frame = { x, top: keysBottom + 2, left, right, font };
  // In a low picture the plots come first: events are named briefly, or not at all.
  const ways = [eventTexts(sketch.labels, { ...frame, brief: false }), eventTexts(sketch.labels, { ...frame, brief: true })];
  const events = ways.find(({ bottom }) => height - bottom - fixed >= height * 0.5) ?? eventTexts([], { ...frame, brief: true });
  const room = height - events.bottom - fixed;
  const weights = sketch.panels.reduce((sum, panel) => sum + panel.weight, 0);
  const panels: PanelLayout[] = [];
  const texts: PlacedText[] = [...events.texts];
  let top = events.bottom;
  sketch.panels.forEach((panel, i) => {
    const last = i === sketch.panels.length - 1;
    const plotTop = top + (titles[i] ?? 0);
    const plotBottom = plotTop + (room * panel.weight) / weights;
    const bottom = last ? height : plotBottom + gap;
    if (panel.title !== "")
      texts.push({ x: 0, y: top + font, text: fitText(panel.title, width, font), anchor: "start", ink: "ink", bold: true });
    panels.push({
      top: i === 0 ? 0 : top,
      bottom,
      plot: { left: round(left), right: round(right), top: round(plotTop), bottom: round(plotBottom) },
      xTicks: last ? xTicks(sketch, right - left, font) : [],
      yTicks: yTicks(sketch, i, plotBottom - plotTop, left, font),
    });
    top = bottom;
  });
  const frames = { panels, font, x, width };
  texts.push(...axisTitle(sketch, size, panels), ...ruleTexts(sketch, frames), ...endTexts(sketch, frames));
  texts.push(...pointTexts(sketch, frames, texts));
  const first = panels[0]?.plot.top ?? 0;
  const lowest = panels.at(-1)?.plot.bottom ?? height;
  return {
    ...size,
    panels,
    keys,
    texts: texts.map((text) => ({ ...text, x: round(text.x), y: round(text.y) })),
    events: events.rules.map(([at, from]) => [round(at), round(Math.min(from, first)), round(lowest)] as const),
  };
}

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

function xHeight(sketch: Sketch, font: number): number {
  if ("quiet" in sketch.x && sketch.x.quiet) return font * 0.3;
  return sketch.x.kind !== "periods" && sketch.x.kind !== "rows" && (sketch.x.title ?? "") !== "" ? font * 3.3 : font * 1.8;
}

function xTicks(sketch: Sketch, length: number, font: number): Tick[] {
  if (sketch.x.kind === "periods") return periodTicks(sketch.x.periods, length, font);
  return sketch.x.kind === "rows" ? [] : numberTicks(sketch.x, length, font * 6);
}

function yTicks(sketch: Sketch, panel: number, length: number, left: number, font: number): Tick[] {
  const axis = sketch.panels[panel]?.y;
  if (axis === undefined || axis.kind === "periods") return [];
  if (axis.kind === "rows") {
    return axis.labels.map((text, i) => ({
      at: axis.labels.length - 1 - i,
      text: left === Infinity ? text : fitText(text, left - font * 0.6, font),
      line: false,
    }));
  }
  return numberTicks(axis, length, font * 3);
}

function axisTitle(sketch: Sketch, { font }: Size, panels: readonly PanelLayout[]): PlacedText[] {
  const plot = panels.at(-1)?.plot;
  if (plot === undefined || sketch.x.kind === "periods" || sketch.x.kind === "rows" || (sketch.x.title ?? "") === "") return [];
  return [
    {
      x: plot.left,
      y: plot.bottom + font * 2.9,
      text: fitText(sketch.x.title ?? "", plot.right - plot.left, font),
      anchor: "start",
      ink: "muted",
    },
  ];
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
