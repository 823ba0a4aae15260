/**
 * The server's painter: a chart model and one of its layouts become an SVG drawing that needs no script.
 * In: a ChartModel, a Layout, colours (literals for pictures, CSS variables for pages); out: elements, or XML text.
 * Rule: it draws what stands in the model and nothing else: no arithmetic on figures, no words of its own.
 */
import type { Layout, PlacedText, Sketch, Stop } from "../model";
import type { Brush, Frame } from "./shapes";
import type { Colours } from "../palette";
import { scaleOf } from "../scale";
import { type Element, el, markup, tenth } from "./element";
import { drawKey, drawMark, patterns } from "./shapes";

export interface PaintOptions {
  readonly colours: Colours;
  /** Distinguishes the ids of two drawings of one chart on a page ("wide", "narrow"). */
  readonly suffix: string;
  /** Links from points to their pages; left out in pictures. */
  readonly links: boolean;
  /** A link says its figures when a mouse rests on it. */
  readonly hints?: boolean;
  /** Instead of links, targets in the order of the stops: for drawings that stand without their pages and show values on tap. */
  readonly targets?: boolean;
  readonly fontFamily?: string;
  /** Attributes for the outermost element (class, style). */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** The drawing as XML text that stands on its own. */
export function paintText(model: Sketch, layout: Layout, options: PaintOptions): string {
  return markup(paint(model, layout, options));
}

export function paint(model: Sketch, layout: Layout, options: PaintOptions): Element {
  const ids = `${model.id}-${options.suffix}`;
  const linked = options.links && model.stops.some((stop) => stop.href !== undefined);
  return el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      // An image may hold nothing that takes focus: a drawing with links is a group that bears the same name.
      role: linked ? "group" : "img",
      "aria-labelledby": `${ids}-t ${ids}-d`,
      "font-family": options.fontFamily,
      "font-size": layout.font,
      ...options.attributes,
    },
    el("title", { id: `${ids}-t` }, model.title),
    el("desc", { id: `${ids}-d` }, model.alt),
    ...paintInside(model, layout, options),
  );
}

/** Everything inside the svg element but its title: also what a poster sets into its frame. */
export function paintInside(model: Sketch, layout: Layout, options: PaintOptions): Element[] {
  const brush: Brush = { colours: options.colours, ids: `${model.id}-${options.suffix}` };
  const defs = patterns(
    model.panels.flatMap((panel) => panel.marks),
    model.keys,
    brush,
  );
  return [
    ...(defs.length > 0 ? [el("defs", {}, ...defs)] : []),
    ...paintGrid(layout, model, brush),
    ...paintEvents(layout, brush),
    ...layout.panels.map((_, i) =>
      el("g", {}, ...(model.panels[i]?.marks ?? []).map((mark) => drawMark(mark, frameOf(model, layout, i), brush))),
    ),
    paintTicks(model, layout, brush),
    paintWords(layout, brush),
    ...(options.links ? paintLinks(model, layout, options.hints === true) : []),
    ...(options.targets === true ? [paintTargets(model, layout)] : []),
  ];
}

/** Scales and plot of one panel in px. */
export function frameOf(model: Sketch, layout: Layout, panel: number): Frame {
  const plot = layout.panels[panel]?.plot ?? { left: 0, right: layout.width, top: 0, bottom: layout.height };
  const axis = model.panels[panel]?.y ?? { kind: "linear", domain: [0, 1], format: "number" };
  return { x: scaleOf(model.x, [plot.left, plot.right]), y: scaleOf(axis, [plot.bottom, plot.top]), plot, font: layout.font };
}

/** Gridlines and tick marks. */
function paintGrid(layout: Layout, model: Sketch, brush: Brush): Element[] {
  let lines = "";
  layout.panels.forEach(({ plot, yTicks, xTicks }, i) => {
    const { x, y } = frameOf(model, layout, i);
    for (const tick of yTicks) if (tick.line) lines += `M${tenth(plot.left)} ${tenth(y(tick.at))}H${tenth(plot.right)}`;
    for (const tick of xTicks)
      lines += tick.line
        ? `M${tenth(x(tick.at))} ${tenth(plot.top)}V${tenth(plot.bottom)}`
        : `M${tenth(x(tick.at))} ${tenth(plot.bottom)}v4`;
  });
  return lines === "" ? [] : [el("path", { fill: "none", stroke: brush.colours("grid"), d: lines })];
}

export function paintEvents(layout: Layout, brush: Brush): Element[] {
  if (layout.events.length === 0) return [];
  const d = layout.events.map(([x, top, bottom]) => `M${tenth(x)} ${tenth(top)}V${tenth(bottom)}`).join("");
  return [el("path", { fill: "none", stroke: brush.colours("muted"), "stroke-width": "0.8", "stroke-dasharray": "2 3", d })];
}

function paintTicks(model: Sketch, layout: Layout, brush: Brush): Element {
  const { font } = layout;
  const ticks: Element[] = [];
  layout.panels.forEach((panel, i) => {
    const { x, y } = frameOf(model, layout, i);
    for (const tick of panel.yTicks)
      ticks.push(el("text", { x: panel.plot.left - font * 0.45, y: y(tick.at) + font * 0.35, "text-anchor": "end" }, tick.text));
    for (const tick of panel.xTicks)
      ticks.push(el("text", { x: x(tick.at), y: panel.plot.bottom + font * 1.4, "text-anchor": "middle" }, tick.text));
  });
  return el("g", { fill: brush.colours("muted") }, ...ticks);
}

/** Key, titles, names and the rules of events: everything in words but the ticks. */
export function paintWords(layout: Layout, brush: Brush): Element {
  const { font, keys } = layout;
  return el(
    "g",
    {},
    ...keys.map((key) => drawKey(key, font, brush)),
    ...(keys.length > 0
      ? [el("g", { fill: brush.colours("ink") }, ...keys.map((key) => el("text", { x: key.x + font * 1.3, y: key.y }, key.text)))]
      : []),
    ...layout.texts.map((text) => drawText(text, brush)),
  );
}

function drawText(text: PlacedText, brush: Brush): Element {
  const halo =
    text.halo === true ? { stroke: brush.colours("paper"), "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" } : {};
  return el(
    "text",
    {
      x: text.x,
      y: text.y,
      "text-anchor": text.anchor === "start" ? undefined : text.anchor,
      fill: brush.colours(text.ink),
      "font-weight": text.bold === true ? 600 : undefined,
      ...halo,
    },
    text.text,
  );
}

/** One wide target per stop: a month's column, a company's row, a point's surroundings. */
function paintLinks(model: Sketch, layout: Layout, hints: boolean): Element[] {
  const links = model.stops.flatMap((stop) => {
    if (stop.href === undefined) return [];
    // Out of the tab order (and, where they bear no words, of what is read aloud): the figure itself takes the focus and its arrow keys reach every stop; the table has the links too.
    return [
      el(
        "a",
        { href: stop.href, tabindex: -1 },
        el("path", { d: target(stop, model, layout) }),
        ...(model.crowded === true || !hints ? [] : [el("title", {}, summary(stop))]),
      ),
    ];
  });
  return links.length > 0
    ? [el("g", { fill: "none", "pointer-events": "all", "aria-hidden": model.crowded === true || !hints ? "true" : undefined }, ...links)]
    : [];
}

function paintTargets(model: Sketch, layout: Layout): Element {
  const targets = model.stops.map((stop) => el("path", { d: target(stop, model, layout) }));
  return el("g", { class: "stops", fill: "none", "pointer-events": "all" }, ...targets);
}

/** The values of a stop, a line each: "Mar 2025", "Produced 533 BTC (reported)". */
export function stopLines({ title, rows }: Stop): string[] {
  const words = rows.map(({ label, text, evidence }) => [label, text, evidence === "" ? "" : `(${evidence})`]);
  return [title, ...words.map((parts) => parts.filter((part) => part !== "").join(" "))];
}

/** "Mar 2025: Produced 533 BTC, Sold 0 BTC". */
export function summary(stop: Stop): string {
  return `${stop.title}: ${stop.rows.map((row) => (row.label === "" ? row.text : `${row.label} ${row.text}`)).join(", ")}`;
}

function target(stop: Stop, model: Sketch, layout: Layout): string {
  const { x, y, plot } = frameOf(model, layout, stop.panel);
  if (model.reach === "x") {
    const bottom = layout.panels.at(-1)?.plot.bottom ?? plot.bottom;
    const top = layout.panels[0]?.plot.top ?? plot.top;
    return box(x(stop.x - 0.5), x(stop.x + 0.5), top, bottom);
  }
  if (model.reach === "y") return box(0, plot.right, y(stop.y + 0.5), y(stop.y - 0.5));
  if (model.crowded === true) return box(x(stop.x - 0.5), x(stop.x + 0.5), y(stop.y + 0.5), y(stop.y - 0.5));
  return box(x(stop.x) - 7, x(stop.x) + 7, y(stop.y) - 7, y(stop.y) + 7);
}

/** Relative, so that equal cells differ in two numbers only and compress well. */
const box = (x0: number, x1: number, y0: number, y1: number): string =>
  `M${tenth(x0)} ${tenth(y0)}h${tenth(x1 - x0)}v${tenth(y1 - y0)}h${tenth(x0 - x1)}z`;
