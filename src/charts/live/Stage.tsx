"use client";
/**
 * The live chart: Recharts panels stacked as in the server's drawing, words and events over them, a cursor and a tooltip at the stop
 * that pointer or keys rest on, and a range of time that the mouse draws. In: a ChartModel, the stop and who to tell. Rule: same outer
 * size, same margins, same words as the drawing it replaces; nothing moves by itself.
 */
import { type ReactNode, type RefObject, useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { type ChartModel, type Layout, layoutAt, layoutNames } from "../model";
import { pageColours } from "../palette";
import { paintEvents, paintWords } from "../svg/paint";
import { patterns } from "../svg/shapes";
import { BrushRange } from "./BrushRange";
import { Drawn } from "./Drawn";
import type { Pointed, RangeChosen } from "./gestures";
import { PanelChart } from "./PanelChart";
import { nearestStop, placeOf } from "./stops";
import { Tooltip } from "./Tooltip";
import { useBrush } from "./useBrush";

export interface StageProps {
  readonly model: ChartModel;
  readonly stop: number | undefined;
  readonly onStop: (stop: number | undefined) => void;
  readonly onRange: (range: RangeChosen) => void;
  /** Where the pointer was when the chart came alive. */
  readonly pointedRef: RefObject<Pointed | undefined>;
}

/** The layout for a column of so many px; the wide one while that is not known. */
const layoutIn = (model: ChartModel, column: number | undefined): Layout =>
  model.layouts[column === undefined || layoutNames(model).length === 1 ? "wide" : layoutAt(column)];

interface Place {
  readonly clientX: number;
  readonly clientY: number;
}

export function Stage({ model, stop, onStop, onRange, pointedRef }: StageProps): ReactNode {
  const ids = `${model.id}-live${useId().replace(/[^a-zA-Z0-9]/g, "")}`;
  const outer = useRef<HTMLDivElement>(null);
  /** Widths of the column, which chooses the layout, and of the chart in it, px. */
  const [room, setRoom] = useState<{ readonly column: number; readonly own: number }>();
  const [touch, setTouch] = useState(false);
  const layout = layoutIn(model, room?.column);
  const scale = room === undefined ? undefined : room.own / layout.width;

  const stopNear = ({ clientX, clientY }: Place): number | undefined => {
    const box = outer.current?.getBoundingClientRect();
    if (box === undefined || scale === undefined) return undefined;
    return nearestStop((clientX - box.left) / scale, (clientY - box.top) / scale, model, layout);
  };
  const brush = useBrush(model, stopNear, onRange);

  // The pointer that woke the chart gets its tooltip as soon as the chart knows its size.
  const answer = useEffectEvent((node: Element, column: number): void => {
    const at = pointedRef.current;
    if (at === undefined) return;
    pointedRef.current = undefined;
    const drawn = layoutIn(model, column);
    const box = node.getBoundingClientRect();
    const unit = drawn.width / box.width;
    setTouch(at.touch);
    onStop(nearestStop((at.x - box.left) * unit, (at.y - box.top) * unit, model, drawn));
  });

  useLayoutEffect(() => {
    const node = outer.current;
    if (node === null) return;
    const column = node.closest(".chart-column") ?? node;
    const measure = (): void => {
      setRoom({ column: column.clientWidth, own: node.clientWidth });
    };
    measure();
    const observer = new ResizeObserver(() => {
      measure();
      answer(node, column.clientWidth);
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
  const place = current === undefined ? undefined : placeOf(current, model, layout);
  const brushOf = { colours: pageColours, ids };
  const marks = model.panels.flatMap((panel) => panel.marks);
  const cover = { position: "absolute", left: 0, top: 0, overflow: "visible", pointerEvents: "none" } as const;
  const stage = (
    <div
      ref={outer}
      className={layoutNames(model).length > 1 && layout === model.layouts.narrow ? "chart chart-narrow-live" : "chart"}
      style={{ position: "relative", aspectRatio: `${layout.width} / ${layout.height}`, touchAction: "pan-y" }}
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
      {scale === undefined ? null : (
        <div
          aria-hidden="true"
          style={{
            position: "absolute",
            inset: 0,
            width: layout.width,
            height: layout.height,
            transform: `scale(${scale})`,
            transformOrigin: "0 0",
          }}
        >
          <svg style={cover} width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`}>
            <defs>
              {patterns(marks, model.keys, brushOf).map((pattern, i) => (
                <Drawn key={i} element={pattern} />
              ))}
            </defs>
            {paintEvents(layout, brushOf).map((rule, i) => (
              <Drawn key={i} element={rule} />
            ))}
          </svg>
          {layout.panels.map((_, i) => (
            <PanelChart key={i} model={model} layout={layout} panel={i} stop={current} ids={ids} />
          ))}
          <svg
            style={cover}
            width={layout.width}
            height={layout.height}
            viewBox={`0 0 ${layout.width} ${layout.height}`}
            fontSize={layout.font}
          >
            <Drawn element={paintWords(layout, brushOf)} />
            {brush.range === undefined ? null : <BrushRange model={model} layout={layout} range={brush.range} />}
          </svg>
        </div>
      )}
      {current?.href !== undefined && !touch ? (
        <a href={current.href} tabIndex={-1} draggable={false} aria-label={current.title} style={{ position: "absolute", inset: 0 }} />
      ) : null}
      {current !== undefined && place !== undefined && scale !== undefined && brush.range === undefined ? (
        <Tooltip
          stop={current}
          place={place}
          scale={scale}
          width={layout.width * scale}
          touch={touch}
          top={model.reach === "x" ? (layout.panels[0]?.plot.top ?? 0) : place.y + 12}
        />
      ) : null}
    </div>
  );
  return model.crowded === true && layoutNames(model).length === 1 ? <div className="chart-scroll">{stage}</div> : stage;
}
