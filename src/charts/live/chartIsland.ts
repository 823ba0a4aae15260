/**
 * Watches a drawing until a visitor uses it, then loads the live chart and replays the input so far (key, tap, mouse). Visitors who only
 * read download no chart library; a first tap opens the tooltip and never follows a link under the finger.
 */
import { hasEarlyTap, type Pointed, takeEarlyTap, TAP_EVENT } from "./gestures";
import type { LiveModel } from "./liveModel";
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
        // Offline: the drawing stays, and the next input tries again.
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

/** Only with a script may the figure take focus: without one nothing would respond to keys. */
function makeFocusable(chart: HTMLElement): void {
  const [title, alt] = ["title", "desc"].map((name) => chart.querySelector(`svg > ${name}`)?.textContent ?? "");
  chart.tabIndex = 0;
  chart.setAttribute("role", "application");
  chart.setAttribute("aria-roledescription", "interactive chart");
  chart.setAttribute("aria-label", `${title ?? ""}. ${alt ?? ""} Arrow keys step through the points, Escape leaves.`);
}

async function modelOf(place: HTMLElement): Promise<LiveModel> {
  const answer = await fetch(place.dataset["model"] ?? "");
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return (await answer.json()) as LiveModel;
}
