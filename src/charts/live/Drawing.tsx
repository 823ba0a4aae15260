/**
 * The server's drawing inside a live chart: it stands in the document already (`waitingDrawing` in svg/page.ts), and React keeps what it
 * finds there. So neither the painter nor a second copy of the picture travels.
 */
import { memo, type ReactNode } from "react";
import { type ChartModel, scrolls } from "../model";

export const Drawing = memo(function Drawing({ model }: { readonly model: ChartModel }): ReactNode {
  const drawn = <div className="chart" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: "" }} />;
  return scrolls(model) ? <div className="chart-scroll">{drawn}</div> : drawn;
});
