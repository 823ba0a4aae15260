/** Lays the interactive chart over a drawing on a finished page, which stays as it is. Loaded when a chart is first used. */
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Pointed } from "./gestures";
import { LiveChart } from "./LiveChart";
import type { LiveModel } from "./liveModel";

/** `keys` were pressed before it was loaded, `pointed` is the mouse's position. Synchronous, so that no key press is lost in between. */
export function startChart(chart: HTMLElement, model: LiveModel, keys: readonly string[], pointed: Pointed | undefined): void {
  const row = chart.querySelector(".chart-row");
  if (row === null) return;
  const over = row.appendChild(document.createElement("div"));
  chart.dataset["live"] = "ready";
  flushSync(() => {
    createRoot(over).render(<LiveChart place={chart} row={row} model={model} pointed={pointed} />);
  });
  for (const key of keys) chart.dispatchEvent(new KeyboardEvent("keydown", { key }));
}
