/**
 * Which stop a pointer or a key means. In: a model, a layout, a place in px or a key; out: the number of a stop.
 * Rule: every stop can be reached by keys alone, in the order of the model, missing values included (they say why they are missing).
 */
import type { ChartModel, Layout, Stop } from "../model";
import { frameOf } from "../svg/paint";

/** Where a stop lies, in px of the layout. */
export function placeOf(stop: Stop, model: ChartModel, layout: Layout): { x: number; y: number } {
  const at = stop.rows.find((row) => row.at !== undefined)?.at;
  const frame = frameOf(model, layout, model.reach === "x" && at !== undefined ? at[0] : stop.panel);
  return { x: frame.x(stop.x), y: model.reach === "x" && at !== undefined ? frame.y(at[2]) : frame.y(stop.y) };
}

/** The stop nearest to a place, or undefined when the place lies well outside the plots or the chart has none. */
export function nearestStop(x: number, y: number, model: ChartModel, layout: Layout): number | undefined {
  const first = layout.panels[0]?.plot;
  const last = layout.panels.at(-1)?.plot;
  if (first === undefined || last === undefined || y < first.top - 24 || y > last.bottom + 24) return undefined;
  let best: number | undefined;
  let least = Infinity;
  model.stops.forEach((stop, i) => {
    const frame = frameOf(model, layout, stop.panel);
    const [dx, dy] = [frame.x(stop.x) - x, frame.y(stop.y) - y];
    const distance = model.reach === "x" ? Math.abs(dx) : model.reach === "y" ? Math.abs(dy) : Math.hypot(dx, dy);
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

/** The stop that a key leads to: arrows step, Home and End jump, Escape leaves; undefined for other keys. */
export function stopAfterKey(key: string, now: number | undefined, count: number): { readonly stop: number | undefined } | undefined {
  if (count === 0) return undefined;
  const clamp = (stop: number): { stop: number } => ({ stop: Math.max(0, Math.min(count - 1, stop)) });
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return clamp(now === undefined ? 0 : now + 1);
    case "ArrowLeft":
    case "ArrowUp":
      return clamp(now === undefined ? count - 1 : now - 1);
    case "Home":
      return clamp(0);
    case "End":
      return clamp(count - 1);
    case "Escape":
      return { stop: undefined };
    default:
      return undefined;
  }
}

/** A stop as a screen reader says it: values, units, evidence, source. */
export function spoken(stop: Stop, at: number, count: number): string {
  const rows = stop.rows.map((row) => {
    const how = [row.evidence, row.source].filter((part) => part !== "").join(", ");
    return `${row.label === "" ? "" : `${row.label} `}${row.text}${how === "" ? "" : ` (${how})`}`;
  });
  return `${stop.title}: ${rows.join("; ")}.${stop.note === undefined ? "" : ` ${stop.note}`} ${at + 1} of ${count}.`;
}
