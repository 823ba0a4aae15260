/** Places names beside points. In: the sketch's points and the texts placed so far; out: texts in px, without names that do not fit. */
import { type Box, boxOf, boxIndex } from "./boxes";
import { BASE_FONT, type PanelLayout, type PlacedText, type Sketch } from "./model";
import { type Scale, scaleOf } from "./scale";

export interface Frames {
  readonly panels: readonly PanelLayout[];
  readonly font: number;
  readonly x: Scale;
  readonly width: number;
}

/** A candidate position: how many times the point's own distance away, and how much lower in units of type size. */
interface Way {
  readonly across: number;
  readonly up: number;
  readonly down: number;
  readonly anchor: PlacedText["anchor"];
}

const RIGHT: Way = { across: 1, up: 0, down: 0.35, anchor: "start" };
const LEFT: Way = { across: -1, up: 0, down: 0.35, anchor: "end" };
const OTHERS: readonly Way[] = [
  { across: 0, up: 1, down: 0, anchor: "middle" },
  { across: 0, up: -1, down: 0.8, anchor: "middle" },
];
const [RIGHT_FIRST, LEFT_FIRST] = [
  [RIGHT, LEFT, ...OTHERS],
  [LEFT, RIGHT, ...OTHERS],
];

/** Half of what an arrow takes, as radii of dots are given: so wide that no name steps over a neighbouring arrow. */
const ARROW = { wide: 9.5, high: 5 } as const;

/** On the wanted side, else right, left, above or below, in the first free position. */
export function pointTexts(sketch: Sketch, { panels, font, x, width }: Frames, before: readonly PlacedText[]): PlacedText[] {
  const labels = sketch.labels.filter((label) => label.kind === "point");
  if (labels.length === 0) return [];
  const taken = boxIndex(font * 2);
  for (const text of before) taken.add(boxOf(text, font));
  const placed: PlacedText[] = [];
  panels.forEach((panel, i) => {
    const { y: axis, marks } = sketch.panels[i] ?? {};
    if (axis === undefined) return;
    const y = scaleOf(axis, [panel.plot.bottom, panel.plot.top]);
    for (const mark of marks ?? []) {
      if (mark.kind !== "dots" && mark.kind !== "arrows") continue;
      for (const [px, py, radius] of mark.at) {
        const r = ((radius ?? ARROW.high) * font) / BASE_FONT;
        const across = radius === undefined ? (ARROW.wide * font) / BASE_FONT : r;
        taken.add({ left: x(px) - across, right: x(px) + across, top: y(py) - r, bottom: y(py) + r });
      }
    }
    const isInside = ({ left, right, top, bottom }: Box) =>
      left >= panel.plot.left && right <= width && top >= panel.top && bottom <= panel.plot.bottom + 2;
    for (const label of labels) {
      if (label.panel !== i) continue;
      const [{ text, ink, gap, side }, px, py] = [label, x(label.x), y(label.y)];
      const away = (gap * font) / BASE_FONT + font * 0.3;
      for (const { across, up, down, anchor } of side === "left" ? LEFT_FIRST : RIGHT_FIRST) {
        const way: PlacedText = { text, ink, halo: true, x: px, dx: across * away, y: py - up * away + down * font, anchor };
        const box = boxOf(way, font);
        if (!isInside(box) || !taken.isFree(box)) continue;
        taken.add(box);
        placed.push(way);
        break;
      }
    }
  });
  return placed;
}
