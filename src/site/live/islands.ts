/**
 * The script of the finished pages. Next renders them on the server and its own script would build each of them a second time in the
 * browser, out of a second copy of their content; here only what moves is brought to life, and only when it is used: charts, and the
 * list of companies. Built by `npm run build` (src/cli/islands.ts); in development Next does it all.
 */
import { watchChart } from "@/charts/live/chartIsland";
import { behave } from "./behave";
import { watchPicker } from "./pickerIsland";

behave();
const WATCH = { chart: watchChart, picker: watchPicker };
document.querySelectorAll<HTMLElement>("[data-island]").forEach((place) => {
  const kind = place.dataset["island"];
  if (kind === "chart" || kind === "picker") WATCH[kind](place);
});
