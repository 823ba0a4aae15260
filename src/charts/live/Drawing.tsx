"use client";
/**
 * The server's drawing inside a live chart. It is painted on the server only: in the browser it already stands in the document, and React
 * keeps what it finds there. So a page carries each drawing once, and neither the painter nor a second copy of the picture travels.
 */
import { memo, type ReactNode } from "react";
import { type ChartModel, layoutNames, type LayoutName } from "../model";
import { pageColours } from "../palette";
import { paintText } from "../svg/paint";

export const Drawing = memo(function Drawing({ model }: { readonly model: ChartModel }): ReactNode {
  const names = layoutNames(model);
  const drawings = names.map((name) => (
    <div
      key={name}
      className={names.length === 1 ? "chart" : `chart chart-${name}`}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: painted(model, name) }}
    />
  ));
  // A crowded chart of one size scrolls sideways on a phone: smaller it could not be read.
  return model.crowded === true && names.length === 1 ? <div className="chart-scroll">{drawings}</div> : drawings;
});

function painted(model: ChartModel, name: LayoutName): string {
  // The bundler knows this answer, so the browser's bundle holds no painter.
  if (typeof window !== "undefined") return "";
  // Small screens have no mouse to rest on a link: its figures stand in the widest drawing.
  return paintText(model, model.layouts[name], { colours: pageColours, suffix: name, links: true, hints: name === "wide" });
}
