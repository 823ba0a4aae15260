/** Paints the parts of every drawing: grid, events, ticks, texts, marks. A brush sets colours, and px or percentages. */
import { groupBy } from "@/domain/shared/group";
import {
  type ChartModel,
  type KeyEntry,
  type Layout,
  LAYOUT_NAMES,
  type PlacedAxes,
  type PlacedText,
  type Placement,
  type Sketch,
  type Stop,
} from "../model";
import { pageColours } from "../palette";
import { scaleOf } from "../scale";
import { type Element, el, tenth, type Attributes } from "./element";
import { type Brush, drawKey, drawMark, type Frame, patterns, placed } from "./shapes";

/** A picture at a fixed size, without its outer svg element. */
export const paintPicture = (model: Sketch, layout: Layout, brush: Brush): Element[] => [
  paintPatterns(model, brush),
  ...paintGrid(model, layout, brush),
  ...paintEvents(layout, brush),
  ...model.panels.map(({ marks }, i) => {
    const frame = frameOf(model, layout, i);
    return el("g", {}, ...marks.map((mark) => drawMark(mark, frame, brush)));
  }),
  ...paintWords([...tickTexts(model, layout), ...layout.texts], brush),
  ...layout.keys.map((key) => drawKey(key, layout.font, brush)),
  el("g", { fill: brush.colours("ink") }, ...layout.keys.map((key) => el("text", { x: key.x + layout.font * 1.3, y: key.y }, key.text))),
];

/** The patterns used by a chart's marks and key. */
export function paintPatterns({ panels, keys }: Sketch, brush: Brush): Element {
  const marks = panels.flatMap((panel) => panel.marks);
  return el("defs", {}, ...patterns(marks, keys, brush));
}

/** Scales and plot of one panel in px. */
export function frameOf(model: PlacedAxes, layout: Placement, panel: number): Frame {
  const plot = layout.panels[panel]?.plot ?? { left: 0, right: layout.width, top: 0, bottom: layout.height };
  const axis = model.panels[panel]?.y ?? { kind: "linear", domain: [0, 1] };
  return { x: scaleOf(model.x, [plot.left, plot.right]), y: scaleOf(axis, [plot.bottom, plot.top]), plot, font: layout.font };
}

/** Gridlines, and tick marks: a path for each direction. */
export function paintGrid(model: Sketch, layout: Layout, brush: Brush): Element[] {
  let [across, up] = ["", ""];
  layout.panels.forEach(({ plot, yTicks, xTicks }, i) => {
    const { x, y } = frameOf(model, layout, i);
    for (const tick of yTicks) if (tick.line) across += `M${tenth(plot.left)} ${tenth(y(tick.at))}H${tenth(plot.right)}`;
    for (const tick of xTicks)
      up += `M${tenth(x(tick.at))} ${tick.line ? `${tenth(plot.top)}V${tenth(plot.bottom)}` : `${tenth(plot.bottom)}v4`}`;
  });
  return [across, up].flatMap((d) => (d === "" ? [] : [el("path", { stroke: brush.colours("grid"), d })]));
}

export function paintEvents(layout: Layout, brush: Brush): Element[] {
  if (layout.events.length === 0) return [];
  const d = layout.events.map(([x, top, bottom]) => `M${tenth(x)} ${tenth(top)}V${tenth(bottom)}`).join("");
  return [el("path", { stroke: brush.colours("muted"), "stroke-width": "0.8", "stroke-dasharray": "2 3", d })];
}

export function tickTexts(model: Sketch, layout: Layout): PlacedText[] {
  const { font } = layout;
  return layout.panels.flatMap(({ plot, xTicks, yTicks }, i) => {
    const { x, y } = frameOf(model, layout, i);
    const below = { dx: 0, y: plot.bottom + font * 1.4, anchor: "middle", ink: "muted" } as const;
    const beside = { x: plot.left, dx: -font * 0.45, anchor: "end", ink: "muted" } as const;
    return [
      ...yTicks.map(({ at, text }) => ({ y: y(at) + font * 0.35, text, ...beside })),
      ...xTicks.map(({ at, text }) => ({ x: x(at), text, ...below })),
    ];
  });
}

/** A text of a drawing; `hidden` lists the widths at which it is not shown. */
export interface Word extends PlacedText {
  readonly hidden?: string | undefined;
}

/** Texts of the same style are one group, which states the style once. */
export function paintWords(words: readonly Word[], brush: Brush): Element[] {
  const shown = words.filter(({ text }) => text.trim() !== "");
  const alike = groupBy(shown, (word) => Object.values(lookOf(word, brush)).join("|"));
  return [...alike.values()].map((group) => {
    const texts = group.map(({ x, dx, y, text }) => el("text", { ...placed(x, dx, brush), y }, text));
    return el("g", group[0] && lookOf(group[0], brush), ...texts);
  });
}

const lookOf = ({ hidden, anchor, ink, bold, halo }: Word, { colours }: Brush): Attributes => ({
  class: hidden,
  "text-anchor": anchor === "start" ? undefined : anchor,
  fill: colours(ink),
  "font-weight": bold === true ? 600 : undefined,
  ...(halo === true && { stroke: colours("paper"), "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" }),
});

/** The key of a chart on a page, as HTML, which wraps like any text. */
export function paintKey({ keys, id: ids, page: { font } }: Sketch): Element[] {
  if (keys.length === 0) return [];
  const size = Math.round(font * 0.85);
  const sample = (key: KeyEntry): Element =>
    el(
      "svg",
      { width: size, height: size, overflow: "visible" },
      drawKey({ x: 0, y: size / 2 + font * 0.32, ...key }, font, { colours: pageColours, ids }),
    );
  return [el("ul", { class: "chart-key" }, ...keys.map((key) => el("li", {}, sample(key), key.text)))];
}

/** Names of numbered events, as HTML below the drawing, for columns too narrow to show them in it. */
export function paintEventNames(layouts: ChartModel["layouts"]): Element[] {
  const numbered = layouts.find((layout) => layout.numbered.length > 0)?.numbered;
  if (numbered === undefined) return [];
  const names = LAYOUT_NAMES.slice(-layouts.length);
  const hidden = names.filter((_, i) => layouts[i]?.numbered.length === 0).map((name) => `no-${name}`);
  return [el("ol", { class: ["chart-events", ...hidden].join(" ") }, ...numbered.map((name) => el("li", {}, name)))];
}

/** The values of a stop, one line each: "Mar 2025", "Produced 533 BTC (reported)". */
export function stopLines({ title, rows }: Stop): string[] {
  const words = rows.map(({ label, text, evidence }) => [label, text, evidence === "" ? "" : `(${evidence})`]);
  return [title, ...words.map((parts) => parts.filter((part) => part !== "").join(" "))];
}
