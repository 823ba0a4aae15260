/**
 * Watches a drawing on a finished page until a visitor uses it: then the interactive chart, its library and the model that it draws are
 * loaded, and it takes the drawing's place. What was done meanwhile (a key, a tap, where the mouse rests) is handed on.
 * Place of a chart on the page → nothing until it is used. Rule: a visitor who only reads downloads neither React nor a chart library; a
 * finger's first tap is answered by the tooltip, never by a link that happened to lie under it.
 */
import type { ChartModel } from "../model";
import { hasEarlyTap, type Pointed, takeEarlyTap, TAP_EVENT } from "./gestures";
import { stopAfterKey } from "./stopKeys";

export function watchChart(place: HTMLElement): void {
  const chart = place.querySelector<HTMLElement>(".chart-live");
  if (chart === null) return;
  const done = new AbortController();
  const { signal } = done;
  const keys: string[] = [];
  let pointed: Pointed | undefined;
  let asked = false;

  const wake = (): void => {
    if (asked) return;
    asked = true;
    Promise.all([import("./startChart"), modelOf(place)]).then(
      ([{ startChart }, model]) => {
        done.abort();
        startChart(chart, model, keys, takeEarlyTap(chart) ?? pointed);
      },
      () => {
        // Offline: the drawing stays, and the next touch tries again.
        asked = false;
      },
    );
  };

  makeFocusable(chart);
  for (const event of ["pointerenter", "focusin", TAP_EVENT]) chart.addEventListener(event, wake, { signal });
  chart.closest(".fig")?.addEventListener("pointerenter", wake, { signal });
  chart.addEventListener(
    "pointermove",
    ({ clientX, clientY, pointerType }) => {
      if (pointerType === "mouse") pointed = { x: clientX, y: clientY, touch: false };
    },
    { signal },
  );
  chart.addEventListener(
    "pointerleave",
    () => {
      pointed = undefined;
    },
    { signal },
  );
  chart.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || stopAfterKey(event.key, undefined, 1) === undefined) return;
      event.preventDefault();
      keys.push(event.key);
    },
    { signal },
  );
  if (hasEarlyTap(chart) || chart.contains(document.activeElement)) wake();
}

/** Without a script the figure must not take the focus: nothing would answer. */
function makeFocusable(chart: HTMLElement): void {
  const [title, alt] = ["title", "desc"].map((name) => chart.querySelector(`svg > ${name}`)?.textContent ?? "");
  chart.tabIndex = 0;
  chart.setAttribute("role", "application");
  chart.setAttribute("aria-roledescription", "interactive chart");
  chart.setAttribute("aria-label", `${title ?? ""}. ${alt ?? ""} Arrow keys step through the points, Escape leaves.`);
}

async function modelOf(place: HTMLElement): Promise<ChartModel> {
  const answer = await fetch(place.dataset["model"] ?? "");
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return (await answer.json()) as ChartModel;
}
