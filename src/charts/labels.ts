/** Label placement: events above the plots, names at line ends, names of rules. Placed texts never overlap. Points: pointTexts.ts. */
import { type Box, boxOf, overlap } from "./boxes";
import type { Label, PlacedText, Sketch, Span, XY } from "./model";
import type { Frames } from "./pointTexts";
import { scaleOf, type Scale } from "./scale";
import { textWidth, wrapText } from "./textWidth";

export type EventLabel = Extract<Label, { kind: "event" }>;

interface EventFrame {
  readonly x: Scale;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly font: number;
  /** Use the short names. */
  readonly brief: boolean;
}

interface EventTexts {
  readonly texts: PlacedText[];
  /** x and top of each event's rule. */
  readonly rules: [number, number][];
  readonly bottom: number;
}

/** An event's name in lines, and the x of its rule in px. */
interface Worded {
  readonly at: number;
  readonly lines: readonly string[];
  readonly width: number;
}

/** Event names above the plots, beside their rules: of a few stackings the one with fewest crossings, then the lowest. */
export function eventTexts(events: readonly EventLabel[], frame: EventFrame): EventTexts {
  const worded = events.map((event) => wordedIn(frame, event));
  const ways = [worded, worded.toReversed()].flatMap((order) => [0, 1, 2].map((preference) => stackEvents(order, frame, preference)));
  const costs = ways.map((way) => 1000 * crossings(way, frame.font) + way.bottom);
  return ways[costs.indexOf(Math.min(...costs))] as EventTexts;
}

function wordedIn({ x, left, right, font, brief }: EventFrame, event: EventLabel): Worded {
  const room = right - left;
  const wording = brief || room < font * 40 ? (event.short ?? event.text) : event.text;
  const lines = wrapText(wording, Math.min(font * 20, room * 0.5), font);
  return { at: x(event.x), lines, width: Math.max(...lines.map((line) => textWidth(line, font))) };
}

/** How many times a rule crosses another event's name. */
function crossings({ texts, rules }: EventTexts, font: number): number {
  const boxes = texts.map((text) => boxOf(text, font));
  return rules.reduce(
    (sum, [x, top]) => sum + boxes.filter((box) => overlap(box, { left: x - 1, right: x + 1, top, bottom: Infinity })).length,
    0,
  );
}

/** One stacking: in the given order, names right (0), left (1) or towards the emptier side (2) of rules, each in the first free row. */
function stackEvents(events: readonly Worded[], frame: EventFrame, preference: number): EventTexts {
  const { font } = frame;
  const texts: PlacedText[] = [];
  const rules: [number, number][] = [];
  const taken: Box[] = [];
  let bottom = frame.top;
  for (const { at, lines, width } of events) {
    const [fitsRight, fitsLeft] = [at + width + font * 0.5 <= frame.right + font, at - width - font * 0.5 >= 0];
    const wishRight = preference === 0 || (preference === 2 && at - frame.left < frame.right - at);
    const toRight = fitsRight && (wishRight || !fitsLeft);
    const [left, right] = toRight ? [at - 2, at + width + font] : [at - width - font, at + 2];
    let top = frame.top + font * 0.5;
    const height = lines.length * font * 1.2;
    while (taken.some((box) => overlap(box, { left, right, top, bottom: top + height }))) top += font * 0.4;
    taken.push({ left, right, top, bottom: top + height });
    lines.forEach((text, i) => {
      texts.push({
        x: at,
        dx: (toRight ? 1 : -1) * font * 0.4,
        y: top + font * (0.9 + 1.2 * i),
        text,
        anchor: toRight ? "start" : "end",
        ink: "muted",
      });
    });
    rules.push([at, top]);
    bottom = Math.max(bottom, top + height);
  }
  return { texts, rules, bottom: bottom + (events.length > 0 ? font * 0.4 : font * 0.2) };
}

/** Names at line ends, wrapped where the margin is narrow, pushed apart vertically and kept inside the panel. */
export function endTexts(sketch: Sketch, { panels, font, width }: Frames): PlacedText[] {
  const placed: PlacedText[] = [];
  panels.forEach((panel, i) => {
    const axis = sketch.panels[i]?.y;
    if (axis === undefined) return;
    const y = scaleOf(axis, [panel.plot.bottom, panel.plot.top]);
    const ends = sketch.labels.filter((label) => label.kind === "end" && label.panel === i) as Extract<Label, { kind: "end" }>[];
    const names = ends.map(({ text }) => wrapText(text, width - panel.plot.right - font * 0.5, font, true));
    const half = (Math.max(1, ...names.map(({ length }) => length)) * font * 1.2) / 2;
    const at = spread(
      ends.map((end) => y(end.y)),
      2 * half,
      panel.plot.top + half - font * 0.6,
      panel.plot.bottom - half + font * 0.6,
    );
    ends.forEach(({ ink }, k) => {
      const lines = names[k] ?? [];
      lines.forEach((text, line) => {
        const below = (line - (lines.length - 1) / 2) * font * 1.2;
        placed.push({ x: panel.plot.right, dx: font * 0.5, y: (at[k] ?? 0) + below + font * 0.35, text, anchor: "start", ink, bold: true });
      });
    });
  });
  return placed;
}

/** Positions at least `gap` apart, as close to the wanted ones as order and limits allow. */
export function spread(wanted: readonly number[], gap: number, least: number, most: number): number[] {
  const order = wanted.map((at, i) => ({ at, i })).toSorted((a, b) => a.at - b.at);
  const result = new Array<number>(wanted.length).fill(0);
  let before = -Infinity;
  for (const { at, i } of order) {
    before = Math.max(at, before + gap, least);
    result[i] = before;
  }
  let after = Infinity;
  for (const { i } of order.toReversed()) {
    after = Math.min(result[i] ?? 0, after - gap, most);
    result[i] = after;
  }
  return result;
}

/** Names of rules, clear of the names at line ends: a horizontal rule's where least is drawn, a vertical rule's beside its top. */
export function ruleTexts(sketch: Sketch, frames: Frames, before: readonly PlacedText[]): PlacedText[] {
  const { panels, font, x } = frames;
  const taken = before.map((text) => boxOf(text, font));
  return sketch.labels.flatMap((label): PlacedText[] => {
    const panel = label.kind === "rule" ? panels[label.panel] : undefined;
    const axis = label.kind === "rule" ? sketch.panels[label.panel]?.y : undefined;
    if (label.kind !== "rule" || panel === undefined || axis === undefined) return [];
    const { plot } = panel;
    const placed = (at: number, dx: number, y: number, anchor: PlacedText["anchor"]): PlacedText => ({
      text: label.text,
      ink: "ink",
      halo: true,
      x: at,
      dx,
      y,
      anchor,
    });
    if (label.across === "y") {
      const at = x(label.at);
      const fits = at + textWidth(label.text, font) + font < plot.right;
      return [placed(at, (fits ? 1 : -1) * font * 0.4, plot.top - font * 0.3, fits ? "start" : "end")];
    }
    const y = scaleOf(axis, [plot.bottom, plot.top]);
    const line = y(label.at);
    const options = [line - font * 0.4, line + font * 1.05].flatMap((at) => [
      placed(plot.left, 4, at, "start"),
      placed(plot.right, -2, at, "end"),
      ...[0.5, 0.3, 0.7, 0.4, 0.6, 0.2, 0.8].map((share) => placed(plot.left + (plot.right - plot.left) * share, 0, at, "middle")),
    ]);
    const inside = options.filter((option) => {
      const box = boxOf(option, font);
      return box.left >= plot.left && box.right <= frames.width && !taken.some((other) => overlap(box, other));
    });
    const boxes = inside.map((option) => near(boxOf(option, font)));
    const band: Span = [Math.min(...boxes.map(({ top }) => top)), Math.max(...boxes.map(({ bottom }) => bottom))];
    const points = pointsOf(sketch, label.panel, ([px, py]) => [x(px), y(py)], band);
    let [least, best] = [MOST_UNDER_NAME + 1, undefined as PlacedText | undefined];
    for (const [i, option] of inside.entries()) {
      const lies = crowd(points, boxes[i] as Box, least);
      if (lies < least) [least, best] = [lies, option];
      if (least === 0) break;
    }
    return best ? [best] : [];
  });
}

/** A rule's name that would cover more points than this is left out: the axis shows its value. */
const MOST_UNDER_NAME = 2;

const near = ({ left, right, top, bottom }: Box): Box => ({ left: left - 4, right: right + 4, top: top - 4, bottom: bottom + 4 });

/** Counts points in a box, up to `enough`: there are thousands of points for some twenty boxes. */
function crowd(points: readonly XY[], box: Box, enough: number): number {
  let found = 0;
  for (let i = 0; i < points.length && found < enough; i++) {
    const point = points[i] as XY;
    if (point[0] > box.left && point[0] < box.right && point[1] > box.top && point[1] < box.bottom) found++;
  }
  return found;
}

/** The points and lines of a panel as points in px, lines sampled in steps; of lines only what crosses the band between two heights. */
const pointsOf = (sketch: Sketch, panel: number, place: (point: XY) => XY, [top, bottom]: Span): XY[] =>
  (sketch.panels[panel]?.marks ?? []).flatMap((mark): XY[] => {
    if (mark.kind === "line")
      return mark.runs.flatMap((run) =>
        run.map(place).flatMap((to, i, placed) => {
          const from = placed[i - 1] ?? to;
          return Math.max(from[1], to[1]) > top && Math.min(from[1], to[1]) < bottom ? between(from, to) : [];
        }),
      );
    return mark.kind === "dots" ? mark.at.map(([px, py]) => place([px, py])) : [];
  });

/** Length of a step along a line, in px: small enough that no line crosses a name unnoticed, however steep. */
const STEP = 6;

/** The steps from one point to the next, including that one. */
function between([x0, y0]: XY, [x1, y1]: XY): XY[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / STEP));
  return Array.from({ length: steps }, (_, i) => [x0 + ((x1 - x0) * (i + 1)) / steps, y0 + ((y1 - y0) * (i + 1)) / steps]);
}
