/** Gives a drawing on a finished page to React. Loaded when a chart is first used. */
import { hydrateRoot } from "react-dom/client";
import type { ChartModel } from "../model";
import { LiveChart, type Woken } from "./LiveChart";

export function hydrateChart(place: Element, model: ChartModel, woken: Woken): void {
  hydrateRoot(place, <LiveChart model={model} woken={woken} />);
}
