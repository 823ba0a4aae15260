/** What the pages do when scripts run: keys, copying and forms at once, charts when they are used. */
import { watchChart } from "@/charts/live/chartIsland";
import { behave } from "./behave";
import { watchPicker } from "./picker";

const WATCH = { chart: watchChart, picker: watchPicker };
/** In development this begins twice. */
const watched = new WeakSet<Element>();

/** Begins; the function that it returns ends what listens to the whole page. */
export function startPage(): () => void {
  const end = behave();
  document.querySelectorAll<HTMLElement>("[data-island]").forEach((place) => {
    const kind = place.dataset["island"];
    if ((kind !== "chart" && kind !== "picker") || watched.has(place)) return;
    watched.add(place);
    WATCH[kind](place);
  });
  return end;
}
