"use client";
/**
 * The server's drawing inside a live chart. It is painted on the server only: in the browser it already stands in the document, and React
 * keeps what it finds there. So a page carries each drawing once, and neither the painter nor a second copy of the picture travels.
 */
import { memo, type ReactNode } from "react";
import { type ChartModel, LAYOUT_NAMES, type LayoutName } from "../model";
import { pageColours } from "../palette";
import { paintText } from "../svg/paint";

export const Drawing = memo(function Drawing({ model }: { readonly model: ChartModel }): ReactNode {
  return LAYOUT_NAMES.map((name) => (
    <div key={name} className={`chart chart-${name}`} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: painted(model, name) }} />
  ));
});

function painted(model: ChartModel, name: LayoutName): string {
  // The bundler knows this answer, so the browser's bundle holds no painter.
  if (typeof window !== "undefined") return "";
  return paintText(model, model.layouts[name], { colours: pageColours, suffix: name, links: true });
}
