/**
 * A chart on a page: the server's drawing, complete without a script, which the interactive version replaces in place when a visitor
 * first uses it. Both are painted from the one model.
 */
import { LiveChart } from "@/charts/live/LiveChart";
import type { ChartModel } from "@/charts/model";

export function ChartFigure({ model }: { readonly model: ChartModel }) {
  return <LiveChart model={model} />;
}
