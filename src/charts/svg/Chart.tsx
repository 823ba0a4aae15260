/**
 * A chart as it stands on a page before any script: the server's drawing, wide and narrow, of which the style sheet shows one.
 * In: a ChartModel; out: markup that is complete without JavaScript, follows the reader's theme and links each point to its page.
 * The drawing is set in as text: as React elements it would travel twice, and thrice as large, in the page's payload.
 */
import type { ReactNode } from "react";
import { type ChartModel, LAYOUT_NAMES } from "../model";
import { pageColours } from "../palette";
import { paintText } from "./paint";

export function Chart({ model, links = true }: { readonly model: ChartModel; readonly links?: boolean }): ReactNode {
  const { wide, narrow } = model.layouts;
  const one = wide.width === narrow.width && wide.height === narrow.height;
  if (one) {
    const svg = paintText(model, wide, { colours: pageColours, suffix: "one", links });
    const drawing = <div className="chart" dangerouslySetInnerHTML={{ __html: svg }} />;
    // A crowded chart is drawn once and scrolls sideways on a phone: twice over a thousand links would be too many bytes.
    return model.crowded === true ? <div className="chart-scroll">{drawing}</div> : drawing;
  }
  return LAYOUT_NAMES.map((name) => {
    const svg = paintText(model, model.layouts[name], { colours: pageColours, suffix: name, links });
    return <div key={name} className={`chart chart-${name}`} dangerouslySetInnerHTML={{ __html: svg }} />;
  });
}
