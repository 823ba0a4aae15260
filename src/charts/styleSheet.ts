/** The style sheet of drawings on pages: colours by theme, and the texts shown at each column width. */
import { LAYOUT_FROM } from "./model";
import { CSS_PROPERTIES } from "./palette";

/** The style sheet of charts. Their colours follow the root's `color-scheme`. */
export function chartStyleSheet(): string {
  const { wide, medium } = LAYOUT_FROM;
  return [
    ".chart { color: var(--chart-ink); font-variant-numeric: tabular-nums; }",
    ".chart > svg { display: block; width: 100%; height: auto; overflow: visible; }",
    ".chart-key { display: flex; flex-wrap: wrap; gap: 0 17px; margin: 0 0 5px; padding: 0; list-style: none; font-size: 13px; line-height: 1.5; }",
    ".chart-key li { display: flex; align-items: center; gap: 6px; margin: 0; }",
    ".chart-events { margin: 0; padding: 0 0 0 1.5em; list-style: decimal; font-size: 13px; line-height: 1.5; color: var(--chart-muted); }",
    ".chart-row { position: relative; display: flex; align-items: flex-end; }",
    ".chart-row > svg { flex: none; }",
    ".chart-row > .chart-plot { flex: 1; width: 0; min-width: 0; overflow: visible; }",
    ".chart-sheet { overflow: visible; }",
    ".chart-sheet path { vector-effect: non-scaling-stroke; }",
    ".chart text { pointer-events: none; }",
    ".chart-scroll { overflow-x: auto; }",
    `.chart-scroll > .chart { min-width: ${LAYOUT_FROM.wide}px; }`,
    // A container query, not a media query: the chart's column may be in a frame or a grid.
    ".chart-column { container-type: inline-size; }",
    `@container (min-width: ${wide}px) { .no-wide { display: none; } }`,
    `@container (min-width: ${medium}px) and (max-width: ${wide - 0.02}px) { .no-medium { display: none; } }`,
    `@container (max-width: ${medium - 0.02}px) { .no-narrow { display: none; } }`,
    `:root { ${CSS_PROPERTIES} }`,
  ]
    .join("")
    .replaceAll(/ ?([{};:,]) /g, "$1");
}
