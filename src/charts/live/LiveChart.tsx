/** The live chart over the server's drawing: keyboard, current stop, and its announcement to screen readers. */
import { type ReactNode, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { ChartModel } from "../model";
import { type Pointed, RANGE_EVENT, type RangeChosen } from "./gestures";
import { Stage } from "./Stage";
import { stopAfterKey } from "./stopKeys";
import { spoken } from "./stops";

export interface LiveChartProps {
  readonly place: HTMLElement;
  readonly model: ChartModel;
  /** Position of the mouse or of a finger's tap: the tooltip starts there. */
  readonly pointed: Pointed | undefined;
}

export function LiveChart({ place, model, pointed }: LiveChartProps): ReactNode {
  const count = model.stops.length;
  const [stop, setStop] = useState<number>();
  const pointedRef = useRef(pointed);
  const current = stop === undefined ? undefined : model.stops[stop];

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.target === place && current?.href !== undefined) {
      window.location.assign(current.href);
      return;
    }
    if (stopAfterKey(event.key, stop, count) === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "Escape") event.preventDefault();
    setStop((at) => stopAfterKey(event.key, at, count)?.stop);
  });

  useLayoutEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    // Focus, a tap or a click outside the chart closes the tooltip.
    const leave = (event: Event): void => {
      const to = event instanceof FocusEvent ? event.relatedTarget : event.target;
      if (!(to instanceof Node && place.contains(to))) setStop(undefined);
    };
    place.addEventListener("keydown", press, { signal });
    place.addEventListener("focusout", leave, { signal });
    document.addEventListener("pointerdown", leave, { signal });
    return () => {
      ended.abort();
    };
  }, [place]);

  const choose = (detail: RangeChosen): void => {
    place.dispatchEvent(new CustomEvent(RANGE_EVENT, { detail, bubbles: true }));
  };
  return (
    <>
      <Stage model={model} stop={stop} onStop={setStop} onRange={choose} pointedRef={pointedRef} />
      <p className="sr-only" aria-live="polite">
        {current === undefined || stop === undefined ? "" : spoken(current, stop, count)}
      </p>
    </>
  );
}
