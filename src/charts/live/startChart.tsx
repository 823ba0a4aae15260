/** Puts the interactive chart in the place of a drawing on a finished page, at the same size. Loaded when a chart is first used. */
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { ChartModel } from "../model";
import type { Pointed } from "./gestures";
import { LiveChart } from "./LiveChart";

/** `keys` were pressed before it was loaded, `pointed` is the mouse's position. Synchronous, so that no key press is lost in between. */
export function startChart(place: HTMLElement, model: ChartModel, keys: readonly string[], pointed: Pointed | undefined): void {
  place.dataset["live"] = "ready";
  // While one takes the place of the other, a short page would lose its length, and a reader who has scrolled down the place.
  place.style.minHeight = `${place.getBoundingClientRect().height}px`;
  flushSync(() => {
    createRoot(place).render(<LiveChart place={place} model={model} pointed={pointed} />);
  });
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      place.style.minHeight = "";
    });
  });
  for (const key of keys) place.dispatchEvent(new KeyboardEvent("keydown", { key }));
}
