"use client";
/**
 * The live chart: Recharts panels stacked as in the server's drawing, words and events over them, a cursor and a tooltip at the stop
 * that pointer or keys rest on. In: a ChartModel, the layout in use, the stop and who to tell. Rule: same outer size, same margins, same
 * words as the drawing it replaces; nothing moves by itself.
 */
import { type PointerEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import type { ChartModel, LayoutName } from "../model";
import { pageColours } from "../palette";
import { paintEvents, paintWords } from "../svg/paint";
import { patterns } from "../svg/shapes";
import { Drawn } from "./Drawn";
import { PanelChart } from "./PanelChart";
import { nearestStop, placeOf } from "./stops";
import { Tooltip } from "./Tooltip";

export interface StageProps {
  readonly model: ChartModel;
  readonly layout: LayoutName;
  readonly stop: number | undefined;
  readonly onStop: (stop: number | undefined) => void;
}

export function Stage({ model, layout: name, stop, onStop }: StageProps): ReactNode {
  const layout = model.layouts[name];
  const ids = `${model.id}-live${useId().replace(/[^a-zA-Z0-9]/g, "")}`;
  const outer = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState<number>();
  const [touch, setTouch] = useState(false);

  useLayoutEffect(() => {
    const node = outer.current;
    if (node === null) return;
    const measure = (): void => {
      setScale(node.clientWidth / layout.width);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => {
      observer.disconnect();
    };
  }, [layout.width]);

  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    if (scale === undefined || (event.target instanceof window.Element && event.target.closest("[data-tooltip]") !== null)) return;
    const box = event.currentTarget.getBoundingClientRect();
    setTouch(event.pointerType === "touch");
    onStop(nearestStop((event.clientX - box.left) / scale, (event.clientY - box.top) / scale, model, layout));
  };

  const current = stop === undefined ? undefined : model.stops[stop];
  const place = current === undefined ? undefined : placeOf(current, model, layout);
  const brush = { colours: pageColours, ids };
  const marks = model.panels.flatMap((panel) => panel.marks);
  const cover = { position: "absolute", left: 0, top: 0, overflow: "visible", pointerEvents: "none" } as const;
  const stage = (
    <div
      ref={outer}
      className="chart"
      style={{ position: "relative", aspectRatio: `${layout.width} / ${layout.height}`, touchAction: "pan-y" }}
      onPointerMove={follow}
      onPointerDown={follow}
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
              {patterns(marks, model.keys, brush).map((pattern, i) => (
                <Drawn key={i} element={pattern} />
              ))}
            </defs>
            {paintEvents(layout, brush).map((rule, i) => (
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
            <Drawn element={paintWords(layout, brush)} />
          </svg>
        </div>
      )}
      {current?.href !== undefined && !touch ? (
        <a href={current.href} tabIndex={-1} aria-label={current.title} style={{ position: "absolute", inset: 0 }} />
      ) : null}
      {current !== undefined && place !== undefined && scale !== undefined ? (
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
  return model.crowded === true ? <div className="chart-scroll">{stage}</div> : stage;
}
