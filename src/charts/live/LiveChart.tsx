"use client";
/**
 * The doorman of a live chart: shows the server's drawing and, when a visitor first points at it, touches it or moves the focus to it,
 * fetches the interactive version and lets it take the drawing's place, at the same size. It also minds the keys and says aloud
 * where the reader is. In: a ChartModel, which the server draws once. Rule: a visitor who only reads downloads no chart library.
 */
import { type ComponentType, type KeyboardEvent, type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import type { ChartModel } from "../model";
import { Drawing } from "./Drawing";
import type { StageProps } from "./Stage";
import { spoken, stopAfterKey } from "./stops";

const WIDE = "(min-width: 640px)";
const never = (): (() => void) => () => undefined;

function watchWidth(changed: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", changed);
  return () => {
    query.removeEventListener("change", changed);
  };
}

export function LiveChart({ model }: { readonly model: ChartModel }): ReactNode {
  const [Stage, setStage] = useState<ComponentType<StageProps>>();
  const [stop, setStop] = useState<number>();
  const asked = useRef(false);
  // Without a script the figure must not take the focus: nothing would answer.
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const wide = useSyncExternalStore(
    watchWidth,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );

  const wake = (): void => {
    if (asked.current) return;
    asked.current = true;
    import("./Stage").then(
      (loaded) => {
        setStage(() => loaded.Stage);
      },
      () => {
        // Offline: the drawing stays, and the next touch tries again.
        asked.current = false;
      },
    );
  };

  const press = (event: KeyboardEvent): void => {
    const now = stop === undefined ? undefined : model.stops[stop];
    if (event.key === "Enter" && event.target === event.currentTarget && now?.href !== undefined) {
      window.location.assign(now.href);
      return;
    }
    const next = stopAfterKey(event.key, stop, model.stops.length);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "Escape") event.preventDefault();
    setStop(next.stop);
  };

  const current = stop === undefined ? undefined : model.stops[stop];
  const focusable = awake
    ? {
        tabIndex: 0,
        role: "application",
        "aria-roledescription": "interactive chart",
        "aria-label": `${model.title}. ${model.alt} Arrow keys step through the points, Escape leaves.`,
      }
    : {};
  return (
    <div
      {...focusable}
      className="chart-live"
      data-live={Stage === undefined ? "waiting" : "ready"}
      onPointerEnter={wake}
      onTouchStart={wake}
      onFocus={wake}
      onBlur={() => {
        setStop(undefined);
      }}
      onKeyDown={press}
    >
      {Stage === undefined ? (
        <Drawing model={model} />
      ) : (
        <Stage model={model} layout={wide ? "wide" : "narrow"} stop={stop} onStop={setStop} />
      )}
      <p className="sr-only" aria-live="polite">
        {current === undefined || stop === undefined ? "" : spoken(current, stop, model.stops.length)}
      </p>
    </div>
  );
}
