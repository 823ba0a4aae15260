/** Selects a range by dragging the mouse over a time chart: press, drag, release. A press without dragging stays a click. */
import { type MouseEvent, type PointerEvent, useRef, useState } from "react";
import type { RangeChosen } from "./gestures";
import type { LiveModel } from "./liveModel";

/** First and last stop of the range, in order. */
export type StopRange = readonly [number, number];

interface Brushing {
  readonly range: StopRange | undefined;
  readonly begin: (event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  readonly end: () => void;
  /** Suppresses the click at the end of a drag, so that it opens nothing. */
  readonly swallowClick: (event: MouseEvent) => void;
}

export function useBrush(
  model: LiveModel,
  stopNear: (event: PointerEvent) => number | undefined,
  onRange: (range: RangeChosen) => void,
): Brushing {
  const [range, setRange] = useState<StopRange>();
  const start = useRef<number>(undefined);
  const drawn = useRef(false);
  const periods = model.reach === "x" ? (model.x.periods ?? []) : [];

  return {
    range,
    begin: (event) => {
      drawn.current = false;
      if (event.pointerType === "mouse" && event.button === 0 && periods.length > 1) start.current = stopNear(event);
    },
    move: (event) => {
      const at = start.current === undefined ? undefined : stopNear(event);
      if (start.current === undefined || at === undefined) return;
      // Released outside the chart, where its events do not reach us.
      if (event.buttons === 0) {
        start.current = undefined;
        setRange(undefined);
        return;
      }
      if (at === start.current && range === undefined) return;
      drawn.current = true;
      setRange(at < start.current ? [at, start.current] : [start.current, at]);
    },
    end: () => {
      start.current = undefined;
      setRange(undefined);
      const [from, to] = range === undefined ? [] : range.map((stop) => periods[model.stops[stop]?.x ?? -1]);
      if (from !== undefined && to !== undefined && from !== to) onRange({ from, to });
    },
    swallowClick: (event) => {
      if (!drawn.current) return;
      drawn.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
