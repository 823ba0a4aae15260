/** The live chart over the server's drawing: its current stop by pointer and keys, told to screen readers, and a range drawn by mouse. */
import { type ReactNode, useEffectEvent, useLayoutEffect, useState } from "react";
import { BrushRange } from "./BrushRange";
import { Cursor } from "./Cursor";
import { type Pointed, RANGE_EVENT } from "./gestures";
import type { LiveModel } from "./liveModel";
import { stopAfterKey } from "./stopKeys";
import { nearestStop, placeOf, spoken } from "./stops";
import { Tooltip } from "./Tooltip";
import { useBrush } from "./useBrush";
import { useLayout } from "./useLayout";

interface LiveChartProps {
  /** The chart's element, which has the focus. */
  readonly place: HTMLElement;
  /** The part of the drawing that this lies over. */
  readonly row: Element;
  readonly model: LiveModel;
  /** Position of the mouse or of a finger's tap: the tooltip starts there. */
  readonly pointed: Pointed | undefined;
}

interface Place {
  readonly clientX: number;
  readonly clientY: number;
}

export function LiveChart({ place, row, model, pointed }: LiveChartProps): ReactNode {
  const layout = useLayout(model, row);
  const stopNear = ({ clientX, clientY }: Place): number | undefined => {
    const box = row.getBoundingClientRect();
    return nearestStop(clientX - box.left, clientY - box.top, model, layout);
  };
  const [stop, setStop] = useState(() => pointed && stopNear({ clientX: pointed.x, clientY: pointed.y }));
  const [touch, setTouch] = useState(pointed?.touch ?? false);
  const brush = useBrush(model, stopNear, (detail) => {
    place.dispatchEvent(new CustomEvent(RANGE_EVENT, { detail, bubbles: true }));
  });
  const count = model.stops.length;
  const current = stop === undefined ? undefined : model.stops[stop];
  const at = current && placeOf(current, model, layout);

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.target === place && current?.href !== undefined) {
      window.location.assign(current.href);
      return;
    }
    if (stopAfterKey(event.key, stop, count) === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "Escape") event.preventDefault();
    setStop((now) => stopAfterKey(event.key, now, count)?.stop);
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

  const follow = (event: Place & { readonly pointerType: string; readonly target: EventTarget }): void => {
    if (event.target instanceof window.Element && event.target.closest("[data-tooltip]") !== null) return;
    setTouch(event.pointerType === "touch");
    setStop(stopNear(event));
  };

  return (
    <div
      style={{ position: "absolute", inset: 0, touchAction: "pan-y" }}
      onPointerMove={(event) => {
        follow(event);
        brush.move(event);
      }}
      onPointerDown={(event) => {
        follow(event);
        brush.begin(event);
      }}
      onPointerUp={brush.end}
      onClickCapture={brush.swallowClick}
      onPointerLeave={(event) => {
        if (event.pointerType === "mouse") setStop(undefined);
      }}
    >
      <div aria-hidden="true">
        {layout.panels.map((_, i) => (
          <Cursor key={i} model={model} layout={layout} panel={i} stop={current} />
        ))}
        {brush.range && <BrushRange model={model} layout={layout} range={brush.range} />}
      </div>
      {current?.href !== undefined && !touch ? (
        <a href={current.href} tabIndex={-1} draggable={false} aria-label={current.title} style={{ position: "absolute", inset: 0 }} />
      ) : null}
      {current && at && brush.range === undefined ? (
        <Tooltip
          stop={current}
          place={at}
          width={layout.width}
          touch={touch}
          top={model.reach === "x" ? (layout.panels[0]?.plot.top ?? 0) : at.y + 12}
        />
      ) : null}
      <p className="sr-only" aria-live="polite">
        {current === undefined || stop === undefined ? "" : spoken(current, stop, count)}
      </p>
    </div>
  );
}
