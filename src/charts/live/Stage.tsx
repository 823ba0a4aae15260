/** What lies over a drawing in use: cursor, tooltip, link of the current stop, and a range drawn by mouse. */
import { type ReactNode, type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { type ChartModel, type Layout, layoutAt } from "../model";
import { stretchTo } from "../stretch";
import { BrushRange } from "./BrushRange";
import { Cursor } from "./Cursor";
import type { Pointed, RangeChosen } from "./gestures";
import { nearestStop, placeOf } from "./stops";
import { Tooltip } from "./Tooltip";
import { useBrush } from "./useBrush";

export interface StageProps {
  readonly model: ChartModel;
  readonly stop: number | undefined;
  readonly onStop: (stop: number | undefined) => void;
  readonly onRange: (range: RangeChosen) => void;
  /** Pointer position when the chart started. */
  readonly pointedRef: RefObject<Pointed | undefined>;
}

/** Widths of the column, which selects the layout, and of the drawing in it (wider where it scrolls), px. */
interface Room {
  readonly column: number;
  readonly own: number;
}

const layoutIn = (model: ChartModel, { column, own }: Room): Layout => stretchTo(layoutAt(model, column), own);

interface Place {
  readonly clientX: number;
  readonly clientY: number;
}

export function Stage({ model, stop, onStop, onRange, pointedRef }: StageProps): ReactNode {
  const outer = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>();
  const [touch, setTouch] = useState(false);
  const layout = room === undefined ? undefined : layoutIn(model, room);

  const stopNear = ({ clientX, clientY }: Place): number | undefined => {
    const box = outer.current?.getBoundingClientRect();
    return box === undefined || layout === undefined ? undefined : nearestStop(clientX - box.left, clientY - box.top, model, layout);
  };
  const brush = useBrush(model, stopNear, onRange);

  // The pointer that started the chart gets its tooltip as soon as the chart knows its size.
  const answer = useEffectEvent((node: Element, measured: Room): void => {
    const at = pointedRef.current;
    if (at === undefined) return;
    pointedRef.current = undefined;
    const box = node.getBoundingClientRect();
    setTouch(at.touch);
    onStop(nearestStop(at.x - box.left, at.y - box.top, model, layoutIn(model, measured)));
  });

  useLayoutEffect(() => {
    const node = outer.current;
    if (node === null) return;
    const column = node.closest(".chart-column") ?? node;
    // Fractional widths, the same that the style sheet uses.
    const measure = (): Room => {
      const measured = { column: column.getBoundingClientRect().width, own: node.getBoundingClientRect().width };
      setRoom(measured);
      return measured;
    };
    measure();
    const observer = new ResizeObserver(() => {
      answer(node, measure());
    });
    observer.observe(node);
    observer.observe(column);
    return () => {
      observer.disconnect();
    };
  }, []);

  const follow = (event: Place & { readonly pointerType: string; readonly target: EventTarget }): void => {
    if (event.target instanceof window.Element && event.target.closest("[data-tooltip]") !== null) return;
    setTouch(event.pointerType === "touch");
    onStop(stopNear(event));
  };

  const current = stop === undefined ? undefined : model.stops[stop];
  const place = current === undefined || layout === undefined ? undefined : placeOf(current, model, layout);
  return (
    <div
      ref={outer}
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
        if (event.pointerType === "mouse") onStop(undefined);
      }}
    >
      {layout === undefined ? null : (
        <div aria-hidden="true">
          {layout.panels.map((_, i) => (
            <Cursor key={i} model={model} layout={layout} panel={i} stop={current} />
          ))}
          {brush.range === undefined ? null : <BrushRange model={model} layout={layout} range={brush.range} />}
        </div>
      )}
      {current?.href !== undefined && !touch ? (
        <a href={current.href} tabIndex={-1} draggable={false} aria-label={current.title} style={{ position: "absolute", inset: 0 }} />
      ) : null}
      {current !== undefined && place !== undefined && layout !== undefined && brush.range === undefined ? (
        <Tooltip
          stop={current}
          place={place}
          width={layout.width}
          touch={touch}
          top={model.reach === "x" ? (layout.panels[0]?.plot.top ?? 0) : place.y + 12}
        />
      ) : null}
    </div>
  );
}
