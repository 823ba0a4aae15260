/** A layout in a wider column: the plot grows; margins, type size, and each text's distance from its anchor stay. */
import type { Layout, Placement } from "./model";

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** Height cut off at the top, px. */
  readonly up?: number;
}

export function stretch(layout: Layout, { left, right, width, up = 0 }: Plot): Layout {
  const from = layout.panels[0]?.plot ?? { left: 0, right: layout.width };
  const factor = (right - left) / (from.right - from.left);
  const x = (at: number): number => left + (at - from.left) * factor;
  return {
    ...layout,
    width,
    height: layout.height - up,
    body: layout.body - up,
    panels: layout.panels.map((panel) => ({
      ...panel,
      top: panel.top - up,
      bottom: panel.bottom - up,
      plot: { left, right, top: panel.plot.top - up, bottom: panel.plot.bottom - up },
    })),
    texts: layout.texts.map((text) => ({ ...text, x: x(text.x), y: text.y - up })),
    events: layout.events.map(([at, top, bottom]) => [x(at), top - up, bottom - up] as const),
  };
}

/** Its panels in a column of `width` px. */
export function stretchTo(layout: Placement, width: number): Placement {
  const { left, right } = marginsOf(layout);
  const panels = layout.panels.map(({ top, bottom, plot }) => ({ top, bottom, plot: { ...plot, left, right: width - right } }));
  return { ...layout, width, panels };
}

/** Widths left and right of the plot, px. */
export function marginsOf({ panels, width }: Placement): { readonly left: number; readonly right: number } {
  const plot = panels[0]?.plot ?? { left: 0, right: width };
  return { left: plot.left, right: Math.round((width - plot.right) * 10) / 10 };
}
