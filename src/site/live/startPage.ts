/** Starts a page's scripts: keys, copying and forms at once, charts on first use. */
import { watchChart } from "@/charts/live/chartIsland";
import { behave } from "./behave";
import { watchPicker } from "./picker";

const WATCH = { chart: watchChart, picker: watchPicker };
/** In development this runs twice. */
const watched = new WeakSet<Element>();

/** Starts; the returned function removes the page's listeners. */
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
