/**
 * A chart on a page: the server's drawing, complete without a script, which the interactive version replaces in place when a visitor
 * first uses it (charts/live/chartIsland.ts). Both are painted from the one model.
 */
import type { ChartModel } from "@/charts/model";
import { waitingDrawing } from "@/charts/svg/page";
import { MarkupBlock } from "@/site/MarkupBlock";

export interface ChartFigureProps {
  readonly model: ChartModel;
  /** Where the model can be fetched when the chart is used. */
  readonly address: string;
}

export const ChartFigure = ({ model, address }: ChartFigureProps) => (
  <MarkupBlock text={waitingDrawing(model)} island={{ "data-island": "chart", "data-model": address }} />
);
