/**
 * A chart on a page: the server's drawing, complete without a script, which the interactive version replaces in place when a visitor
 * first uses it. Both are painted from the one model.
 */
import { LiveChart } from "@/charts/live/LiveChart";
import type { ChartModel } from "@/charts/model";

export interface ChartFigureProps {
  readonly model: ChartModel;
  /** Where the model can be fetched when the chart is used. */
  readonly address: string;
}

export function ChartFigure({ model, address }: ChartFigureProps) {
  return (
    <div data-island="chart" data-model={address}>
      <LiveChart model={model} />
    </div>
  );
}
