"use client";
/**
 * The server's drawing inside a live chart. It is painted on the server only: in the browser it already stands in the document, and React
 * keeps what it finds there. So neither the painter nor a second copy of the picture travels.
 */
import { memo, type ReactNode } from "react";
import { type ChartModel, scrolls } from "../model";
import { pageDrawing } from "../svg/page";

export const Drawing = memo(function Drawing({ model }: { readonly model: ChartModel }): ReactNode {
  // The bundler knows this answer, so the browser's bundle holds no painter.
  const drawing = typeof window === "undefined" ? pageDrawing(model, { over: "links" }) : "";
  const drawn = <div className="chart" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: drawing }} />;
  return scrolls(model) ? <div className="chart-scroll">{drawn}</div> : drawn;
});
