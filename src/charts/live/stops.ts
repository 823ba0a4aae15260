/** Pointer navigation of stops. Keys reach every stop, missing values included, in the model's order. */
import type { Placement, Stop } from "../model";
import { frameOf } from "../svg/paint";
import type { LiveModel } from "./liveModel";

/** Position of a stop, in px of the layout. */
export function placeOf(stop: Stop, model: LiveModel, layout: Placement): { x: number; y: number } {
  const at = stop.rows.find((row) => row.at !== undefined)?.at;
  const frame = frameOf(model, layout, model.reach === "x" && at !== undefined ? at[0] : stop.panel);
  return { x: frame.x(stop.x), y: model.reach === "x" && at !== undefined ? frame.y(at[2]) : frame.y(stop.y) };
}

/** The stop nearest to a position, or undefined when the position is well outside the plots or the chart has no stops. */
export function nearestStop(x: number, y: number, model: LiveModel, layout: Placement): number | undefined {
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

/** A stop as screen reader text: values, units, evidence, source. */
export function spoken(stop: Stop, at: number, count: number): string {
  const rows = stop.rows.map((row) => {
    const how = [row.evidence, row.source].filter((part) => part !== "").join(", ");
    return `${row.label === "" ? "" : `${row.label} `}${row.text}${how === "" ? "" : ` (${how})`}`;
  });
  return `${stop.title}: ${rows.join("; ")}.${stop.note === undefined ? "" : ` ${stop.note}`} ${at + 1} of ${count}.`;
}
