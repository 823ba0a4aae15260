/** How each kind of mark is drawn. Evidence is texture (reported solid, derived hatched, by policy dotted). */
import { line } from "d3-shape";
import { BASE_FONT, type KeyEntry, type Mark, type PlacedKey, type Texture } from "../model";
import { type Colours, type Ink, inkOn } from "../palette";
import type { Scale } from "../scale";
import { type Element, el, tenth } from "./element";

export interface Brush {
  readonly colours: Colours;
  /** Prefix of the ids of patterns: unique on the page. */
  readonly ids: string;
  /** For a stretched plot: maps an x in px of the layout to a percentage. Absent where px are px. */
  readonly at?: (x: number) => string;
}

/** Position attributes of an element that keeps its size: its anchor, and its offset from there. */
export const placed = (x: number, dx: number, { at }: Brush): { readonly x: string | number; readonly dx?: number | undefined } =>
  at === undefined ? { x: x + dx } : { x: at(x), dx: dx === 0 ? undefined : dx };

export interface Frame {
  readonly font: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

export function drawMark(mark: Mark, frame: Frame, brush: Brush): Element {
  const { x, y, plot } = frame;
  const unit = frame.font / BASE_FONT;
  const colour = brush.colours(mark.ink);
  switch (mark.kind) {
    case "bars":
      return el("path", {
        ...filled(mark.ink, mark.texture, brush),
        opacity: mark.faint === true ? 0.5 : undefined,
        d: mark.at.map(([x0, x1, y0, y1]) => rectangle(x(x0), x(x1), y(y0), y(y1))).join(""),
      });
    case "line": {
      const path = line<readonly [number, number]>()
        .x(([at]) => tenth(x(at)))
        .y(([, at]) => tenth(y(at)));
      return el("path", {
        fill: "none",
        stroke: colour,
        "stroke-width": mark.width * unit,
        "stroke-linejoin": "round",
        "stroke-linecap": "round",
        d: mark.runs.map((run) => path(run) ?? "").join(""),
      });
    }
    case "dots":
      return el("g", { opacity: mark.opacity }, ...drawDots(mark, frame, brush));
    case "arrows":
      return el(
        "g",
        { fill: colour },
        ...mark.at.map(([at, height]) =>
          el(
            "svg",
            { x: brush.at?.(x(at)) ?? x(at), y: y(height), overflow: "visible" },
            el("path", { d: arrow(0, 0, unit, mark.towards) }),
          ),
        ),
      );
    case "rule":
      return mark.across === "x"
        ? el("path", { ...ruled(colour, mark.dashed), d: `M${tenth(plot.left)} ${tenth(y(mark.at))}H${tenth(plot.right)}` })
        : el("path", { ...ruled(colour, mark.dashed), d: `M${tenth(x(mark.at))} ${tenth(plot.top)}V${tenth(plot.bottom)}` });
  }
}

/** Zero-length lines with round caps, which stay round in a stretched plot and take less markup than circles; textures need circles. */
function drawDots(mark: Extract<Mark, { kind: "dots" }>, { x, y, font }: Frame, brush: Brush): Element[] {
  const unit = font / BASE_FONT;
  if (mark.texture !== "solid") {
    const circles = mark.at.map(([at, height, r]) => el("circle", { cx: brush.at?.(x(at)) ?? x(at), cy: y(height), r: r * unit }));
    return [el("g", filled(mark.ink, mark.texture, brush), ...circles)];
  }
  const radii = new Map<number, string>();
  for (const [at, height, r] of mark.at) radii.set(r, `${radii.get(r) ?? ""}M${tenth(x(at))} ${tenth(y(height))}h.01`);
  return [...radii].flatMap(([r, d]) => {
    const dot = (ink: Ink, radius: number): Element =>
      el("path", { stroke: brush.colours(ink), "stroke-width": 2 * radius, "stroke-linecap": "round", d });
    const rim = mark.hollow === true ? 0.8 : 0;
    return [dot(mark.ink, r * unit + rim), ...(rim > 0 ? [dot("paper", r * unit - rim)] : [])];
  });
}

export const keepsSize = (mark: Mark): boolean => mark.kind === "arrows" || (mark.kind === "dots" && mark.texture !== "solid");

export function drawKey(key: PlacedKey, font: number, brush: Brush): Element {
  const [size, middle] = [font * 0.85, key.y - font * 0.32];
  const colour = brush.colours(key.ink);
  switch (key.shape) {
    case "box":
      return el("path", {
        ...filled(key.ink, key.texture, brush),
        d: rectangle(key.x, key.x + size, middle - size / 2, middle + size / 2),
      });
    case "line":
      return el("path", {
        stroke: colour,
        "stroke-width": 2.2,
        "stroke-dasharray": key.texture === "dots" ? "4 3" : undefined,
        d: `M${tenth(key.x)} ${tenth(middle)}h${tenth(size)}`,
      });
    case "dot":
      return el("circle", { ...filled(key.ink, key.texture, brush), cx: key.x + size / 2, cy: middle, r: size * 0.4 });
    case "ring":
      return el("circle", {
        fill: brush.colours("paper"),
        stroke: colour,
        "stroke-width": 1.6,
        cx: key.x + size / 2,
        cy: middle,
        r: size * 0.36,
      });
    case "arrow":
      return el("path", { fill: colour, d: arrow(key.x + size * 0.3, middle, font / BASE_FONT, "right") });
  }
}

/** The patterns used by a chart's marks and key, each once. */
export function patterns(marks: readonly Mark[], keys: readonly KeyEntry[], brush: Brush): Element[] {
  const used = new Map<string, Element>();
  const want = (ink: Ink, texture: Texture): void => {
    if (texture !== "solid") used.set(patternId(ink, texture, brush), pattern(ink, texture, brush));
  };
  for (const mark of marks) if ("texture" in mark) want(mark.ink, mark.texture);
  for (const key of keys) if (key.shape === "box" || key.shape === "dot") want(key.ink, key.texture);
  return [...used.values()];
}

const patternId = (ink: Ink, texture: Texture, brush: Brush): string => `${brush.ids}-${ink}-${texture}`;

function pattern(ink: Ink, texture: Exclude<Texture, "solid">, brush: Brush): Element {
  const colour = brush.colours(ink);
  const tile = { id: patternId(ink, texture, brush), width: 5, height: 5, patternUnits: "userSpaceOnUse" };
  if (texture === "cross") return el("pattern", tile, el("path", { d: "M1 1l3 3M4 1l-3 3", stroke: colour }));
  if (texture === "dash") return el("pattern", tile, el("path", { d: "M0.5 2.5h4", stroke: colour }));
  const onColour = texture === "lines" || texture === "points";
  const ground = el("path", { d: "M0 0h5v5H0z", fill: colour, "fill-opacity": onColour ? undefined : "0.22" });
  if (texture === "tint") return el("pattern", tile, ground);
  if (texture === "dots") return el("pattern", tile, ground, el("path", { d: "M1 1h1.8v1.8H1zM3.5 3.5h1.5v1.5H3.5z", fill: colour }));
  const over = { fill: brush.colours(inkOn(ink)), "fill-opacity": "0.55" };
  if (texture === "points") return el("pattern", tile, ground, el("path", { ...over, d: "M1.5 1.5h1.8v1.8h-1.8z" }));
  const stripe = onColour ? el("path", { ...over, d: "M0 0h1.2v5H0z" }) : el("path", { d: "M0 0h2v5H0z", fill: colour });
  return el("pattern", { ...tile, patternTransform: "rotate(45)" }, ground, stripe);
}

function filled(ink: Ink, texture: Texture, brush: Brush): Record<string, string | number | undefined> {
  if (texture === "solid") return { fill: brush.colours(ink) };
  const fill = `url(#${patternId(ink, texture, brush)})`;
  // Gaps stay unobtrusive: a texture without an outline.
  return ink === "missing" ? { fill } : { fill, stroke: brush.colours(ink), "stroke-width": 0.7 };
}

const ruled = (colour: string, dashed?: boolean): Record<string, string | number | undefined> => ({
  stroke: colour,
  "stroke-width": 1.2,
  "stroke-dasharray": dashed === true ? "3 3" : undefined,
});

const rectangle = (x0: number, x1: number, y0: number, y1: number): string =>
  `M${tenth(Math.min(x0, x1))} ${tenth(Math.min(y0, y1))}h${tenth(Math.abs(x1 - x0))}v${tenth(Math.abs(y1 - y0))}h${tenth(-Math.abs(x1 - x0))}z`;

function arrow(x: number, y: number, unit: number, towards: "right" | "up"): string {
  const [near, far] = [tenth(4 * unit), tenth(9 * unit)];
  const half = tenth(5 * unit);
  return towards === "right"
    ? `M${tenth(x - near)} ${tenth(y - half)}l${far} ${half}l${-far} ${half}z`
    : `M${tenth(x - half)} ${tenth(y + near)}l${half} ${-far}l${half} ${far}z`;
}
