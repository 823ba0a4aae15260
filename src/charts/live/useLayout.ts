/** The layout of a drawing at the size that its column gives it, now and after each change of that. */
import { useEffect, useState } from "react";
import { layoutAt, type Placement } from "../model";
import { stretchTo } from "../stretch";
import type { LiveModel } from "./liveModel";

export function useLayout(model: LiveModel, row: Element): Placement {
  const [{ column, own }, setWidths] = useState(() => widthsOf(row));
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      setWidths(widthsOf(row));
    });
    observer.observe(row);
    return () => {
      observer.disconnect();
    };
  }, [row]);
  return stretchTo(layoutAt(model, column), own);
}

/** Fractional, as the style sheet uses them. A drawing that scrolls is wider than its column. */
const widthsOf = (row: Element) => ({
  column: (row.closest(".chart-column") ?? row).getBoundingClientRect().width,
  own: row.getBoundingClientRect().width,
});
