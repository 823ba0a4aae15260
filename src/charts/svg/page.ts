/**
 * A chart on a page: one drawing for every width. The plot is 1,000 units wide and stretched by the browser; type, dots and margins keep
 * their size; texts that depend on the width are hidden at other widths (styleSheet.ts).
 */
import { groupBy, runsBy } from "@/domain/shared/group";
import { type ChartModel, type Layout, LAYOUT_NAMES, scrolls, type Stop } from "../model";
import { pageColours } from "../palette";
import { marginsOf, stretch } from "../stretch";
import { type Element, el, markup, tenth } from "./element";
import { frameOf, paintEventNames, paintEvents, paintGrid, paintKey, paintPatterns, paintWords, tickTexts } from "./paint";
import { type Brush, drawMark, keepsSize } from "./shapes";

const SHEET = 1000;

interface PageOptions {
  /** A target for a script over each stop, in the order of the stops. */
  readonly targets?: true;
  /** The layouts that its column can have; default: all. */
  readonly layouts?: ChartModel["layouts"];
}

/** Key, drawing and names of numbered events, as HTML. */
export const pageDrawing = (model: ChartModel, options: PageOptions = {}): string =>
  [...paintKey(model), ...paintPage(model, options), ...paintEventNames(options.layouts ?? model.layouts)].map(markup).join("");

/** The drawing before a visitor uses it, a picture: the element that live/chartIsland.ts watches. The chart's table has its links. */
export function waitingDrawing(model: ChartModel): string {
  const drawn = `<div class="chart">${pageDrawing(model)}</div>`;
  const framed = scrolls(model) ? `<div class="chart-scroll">${drawn}</div>` : drawn;
  return `<div class="chart-live chart-column" data-live="waiting">${framed}</div>`;
}

function paintPage(model: ChartModel, { targets, layouts = model.layouts }: PageOptions): Element[] {
  const first = layouts[0];
  const height = tenth(first.height - first.body);
  const brush: Brush = { colours: pageColours, ids: model.id, at: (x) => `${Math.round((x / SHEET) * 100 * 100) / 100}%` };
  const sheets = layouts.map((layout) => stretch(layout, { left: 0, right: SHEET, width: SHEET, up: layout.body }));
  const sheet = sheets[0] ?? first;
  const backs: Element[] = [];
  const fronts: Element[] = [];
  const middle: Element[] = [];
  model.panels.forEach(({ marks }, i) => {
    const frame = frameOf(model, sheet, i);
    for (const mark of marks) {
      const drawn = drawMark(mark, frame, brush);
      if (keepsSize(mark)) fronts.push(drawn);
      else if ("texture" in mark && mark.texture !== "solid") {
        const { back, outline } = clippedTexture(drawn, `${model.id}-${backs.length}`, height);
        backs.push(...back);
        middle.push(outline);
      } else middle.push(drawn);
    }
  });
  const lines = byWidth(sheets, (each) => [...paintGrid(model, each, brush), ...paintEvents(each, brush)], markup);
  const words = byWidth(
    sheets,
    (each) => [...tickTexts(model, each), ...each.texts].map(rounded),
    (word) => JSON.stringify(word),
  );
  const plot = el(
    "svg",
    {
      class: "chart-plot",
      height,
      role: "img",
      "aria-labelledby": `${model.id}-t ${model.id}-d`,
      "font-size": first.font,
    },
    el("title", { id: `${model.id}-t` }, model.title),
    el("desc", { id: `${model.id}-d` }, model.alt),
    paintPatterns(model, brush),
    onSheet(height, ...lines.map(({ item, hidden }) => classed(item, hidden))),
    ...backs,
    onSheet(height, ...middle),
    ...fronts,
    ...paintWords(
      words.map(({ item, hidden }) => ({ hidden, ...item })),
      brush,
    ),
    ...(targets ? paintTargets(model, sheet, Math.min(...layouts.map((layout) => marginsOf(layout).left)), brush) : []),
  );
  // Spacers beside the plot are as wide as its margins; the left one is as high as the whole drawing, including event names.
  const space = (width: number, of: number): Element => el("svg", { width, height: of });
  const spaces = (of: (layout: Layout) => Element): Element[] =>
    byWidth(layouts, (layout) => [of(layout)], markup).map(({ item, hidden }) => classed(item, hidden));
  return [
    el(
      "div",
      { class: "chart-row" },
      ...spaces((layout) => space(marginsOf(layout).left, layout.height)),
      plot,
      ...spaces((layout) => space(marginsOf(layout).right, 1)),
    ),
  ];
}

const onSheet = (height: number, ...children: readonly Element[]): Element =>
  el("svg", { class: "chart-sheet", viewBox: `0 0 ${SHEET} ${height}`, preserveAspectRatio: "none" }, ...children);

/** A texture must not be stretched: it lies behind, unstretched, clipped to the mark's shape. */
function clippedTexture({ attributes }: Element, id: string, height: number): { back: Element[]; outline: Element } {
  const { fill, opacity, ...shape } = attributes;
  const factors = `scale(${1 / SHEET} ${(1 / height).toFixed(6)})`;
  return {
    back: [
      el("clipPath", { id: `${id}c`, clipPathUnits: "objectBoundingBox" }, el("use", { href: `#${id}`, transform: factors })),
      el("rect", { width: "100%", height: "100%", fill, opacity, "clip-path": `url(#${id}c)` }),
    ],
    outline: el("path", { id, fill: "none", opacity, ...shape }),
  };
}

/** The items of several layouts, each once, with classes that hide it in the layouts that lack it. */
function byWidth<T>(
  layouts: readonly Layout[],
  of: (layout: Layout) => readonly T[],
  key: (item: T) => string,
): { item: T; hidden: string | undefined }[] {
  const items = layouts.flatMap((layout, at) => of(layout).map((item) => ({ item, at })));
  // The last layout is the narrowest, and so is the last name.
  const names = LAYOUT_NAMES.slice(-layouts.length).map((name) => `no-${name}`);
  return [...groupBy(items, ({ item }) => key(item)).values()].flatMap((alike) => {
    const shown = new Set(alike.map(({ at }) => at));
    const hidden = names.filter((_, at) => !shown.has(at)).join(" ");
    return alike.slice(0, 1).map(({ item }) => ({ item, hidden: hidden === "" ? undefined : hidden }));
  });
}

const classed = (element: Element, hidden: string | undefined): Element =>
  hidden === undefined ? element : { ...element, attributes: { class: hidden, ...element.attributes } };

/** Rounds positions, so that equal texts of two layouts compare equal. */
const rounded = <T extends { readonly x: number; readonly dx: number; readonly y: number }>(text: T): T => ({
  ...text,
  x: tenth(text.x),
  dx: tenth(text.dx),
  y: tenth(text.y),
});

/** One wide target per stop: a month's column, a company's row with its name, the area around a point. */
function paintTargets(model: ChartModel, sheet: Layout, left: number, { at }: Brush): Element[] {
  const [first, last] = [sheet.panels[0]?.plot, sheet.panels.at(-1)?.plot];
  const axis = model.panels[0]?.y;
  if (first === undefined || last === undefined || axis === undefined) throw new RangeError(`${model.id}: a chart without panels`);
  const frame = frameOf(model, sheet, 0);
  const look = { class: "stops", fill: "none", "pointer-events": "all" };
  if (model.crowded === true || model.reach === "x") {
    // A sheet of its own in data units: a period is 10 wide, a row 10 high (or all of it), because browsers hit-test to whole units.
    // A map has a thousand targets: each has as few attributes as possible; the style sheet sets its size.
    const [from, to] = model.x.domain;
    const [low, high] = model.crowded === true ? axis.domain : [0, 1];
    const units = (value: number) => Math.round(value * 10);
    const viewBox = `0 0 ${units(to - from)} ${units(high - low)}`;
    const place = { y: first.top, height: last.bottom - first.top, viewBox, preserveAspectRatio: "none" };
    const column = ({ x }: Stop): Element => el("rect", { x: units(x - 0.5 - from) });
    return [
      el("svg", { ...look, ...place }, ...rowsOf(model.stops, ({ y }) => (model.crowded === true ? units(high - y - 0.5) : 0), column)),
    ];
  }
  if (model.reach === "y") {
    const row = ({ y }: Stop): Element => el("line", { x1: -left, x2: "100%", y1: frame.y(y), y2: frame.y(y) });
    return [el("g", { ...look, "stroke-width": Math.abs(frame.y(1) - frame.y(0)) }, ...model.stops.map(row))];
  }
  const point = ({ x, y }: Stop): Element => el("circle", { cx: at?.(frame.x(x)), cy: frame.y(y), r: 4 });
  return [el("g", { ...look, "stroke-width": 8 }, ...model.stops.map(point))];
}

/** Groups the targets of one row, so that its position is written once. */
const rowsOf = (stops: readonly Stop[], rowAt: (stop: Stop) => number, target: (stop: Stop) => Element): Element[] =>
  runsBy(stops, (before, stop) => rowAt(before) === rowAt(stop)).map((row) => {
    const at = rowAt(row[0]);
    return el("svg", { y: at === 0 ? undefined : at }, ...row.map(target));
  });
