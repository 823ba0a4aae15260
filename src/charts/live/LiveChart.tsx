/**
 * Shows the server's drawing and loads the interactive chart in its place, at the same size, when a visitor points at it, touches it or
 * focuses it. It also handles the keys and announces to screen readers
 * where the reader is. In: a ChartModel, which the server draws once. Rule: a visitor who only reads downloads no chart library; a finger's
 * first tap is answered by the tooltip, never by a link that happened to lie under it.
 */
import { type ComponentType, type KeyboardEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ChartModel } from "../model";
import { Drawing } from "./Drawing";
import { type Pointed, RANGE_EVENT, type RangeChosen, TAP_EVENT, takeEarlyTap } from "./gestures";
import type { StageProps } from "./Stage";
import { stopAfterKey } from "./stopKeys";
import { spoken } from "./stops";

const never = (): (() => void) => () => undefined;

/** What was done with the drawing before React had it. */
export interface Woken {
  /** Keys that were pressed, in order. */
  readonly keys: readonly string[];
  /** Where the mouse rests. */
  readonly pointed?: Pointed;
}

export interface LiveChartProps {
  readonly model: ChartModel;
  /** Set where the chart was used already: it comes alive at once. */
  readonly woken?: Woken;
}

export function LiveChart({ model, woken }: LiveChartProps): ReactNode {
  const [Stage, setStage] = useState<ComponentType<StageProps>>();
  const [stop, setStop] = useState<number>();
  const root = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  /** Where the pointer rests, or tapped, before the chart is alive: the tooltip begins there. */
  const pointed = useRef<Pointed>(undefined);
  /**
   * Where the keys pressed before React had the drawing have led. It shows when the chart is alive: what React draws first must be what
   * stands in the document, or it would draw that anew and the reader's place would be lost.
   */
  const keyed = useRef<number>(undefined);
  // Without a script the figure must not take the focus: nothing would answer.
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

  const wake = (): void => {
    if (asked.current) return;
    asked.current = true;
    import("./Stage").then(
      (loaded) => {
        setStage(() => loaded.Stage);
        if (keyed.current !== undefined) setStop(keyed.current);
      },
      () => {
        // Offline: the drawing stays, and the next touch tries again.
        asked.current = false;
      },
    );
  };

  useEffect(() => {
    if (woken === undefined) return;
    pointed.current = woken.pointed;
    keyed.current = woken.keys.reduce<number | undefined>((at, key) => stopAfterKey(key, at, model.stops.length)?.stop, undefined);
    wake();
  }, [woken, model]);

  useEffect(() => {
    const node = root.current;
    if (node === null) return;
    const tapped = (): void => {
      pointed.current = takeEarlyTap(node) ?? pointed.current;
      if (pointed.current !== undefined) wake();
    };
    tapped();
    node.addEventListener(TAP_EVENT, tapped);
    const card = node.closest(".fig");
    card?.addEventListener("pointerenter", wake);
    return () => {
      node.removeEventListener(TAP_EVENT, tapped);
      card?.removeEventListener("pointerenter", wake);
    };
  }, []);

  // A tap or click beside the chart ends the tooltip.
  useEffect(() => {
    if (stop === undefined) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setStop(undefined);
    };
    document.addEventListener("pointerdown", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
    };
  }, [stop]);

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

  const choose = (detail: RangeChosen): void => {
    root.current?.dispatchEvent(new CustomEvent(RANGE_EVENT, { detail, bubbles: true }));
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
      ref={root}
      className="chart-live chart-column"
      data-live={Stage === undefined ? "waiting" : "ready"}
      onPointerEnter={wake}
      onPointerMove={(event) => {
        if (Stage === undefined && event.pointerType === "mouse") pointed.current = { x: event.clientX, y: event.clientY, touch: false };
      }}
      onPointerLeave={() => {
        if (Stage === undefined) pointed.current = undefined;
      }}
      onFocus={wake}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setStop(undefined);
      }}
      onKeyDown={press}
    >
      {Stage === undefined ? (
        <Drawing model={model} />
      ) : (
        <Stage model={model} stop={stop} onStop={setStop} onRange={choose} pointedRef={pointed} />
      )}
      <p className="sr-only" aria-live="polite">
        {current === undefined || stop === undefined ? "" : spoken(current, stop, model.stops.length)}
      </p>
    </div>
  );
}
