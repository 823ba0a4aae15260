/** A chart as a standalone picture: laid out for its size in px, with title, sentence, key, source line, date and version. */
import { layOut } from "./layout";
import type { Sketch } from "./model";
import { literalColours, type Theme } from "./palette";
import { PICTURE_FONT } from "./png";
import { type Element, el, markup } from "./svg/element";
import { paintPicture } from "./svg/paint";
import { fitText, wrapText } from "./textWidth";

export interface PosterWords {
  readonly title: string;
  /** One true sentence under the title; "" for none. */
  readonly sentence: string;
  /** "Source: company releases and SEC filings, compiled by Sellthrough, CC BY 4.0". */
  readonly source: string;
  /** "Data of 12 March 2026, version 3f2a9c". */
  readonly version: string;
}

interface PosterOptions extends PosterWords {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}

/** The sizes that newspapers and networks ask for. */
export const POSTER_SIZES = {
  wide: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
  card: { width: 1200, height: 630 },
} as const;

/** The poster as SVG text. Throws a RangeError when the size is too small to read (below 300 × 250 px). */
export function posterSvg(sketch: Sketch, options: PosterOptions): string {
  const { width, height, theme } = options;
  if (width < 300 || height < 250) throw new RangeError(`A poster of ${width} × ${height} px cannot be read: 300 × 250 is the least`);
  const colours = literalColours(theme);
  const unit = Math.sqrt(width * height) / 900;
  const pad = Math.round(36 * unit);
  const inner = width - 2 * pad;
  const [titleSize, textSize, smallSize] = [34 * unit, 20 * unit, 15.4 * unit];
  const parts: Element[] = [];
  let y = pad;
  const write = (lines: readonly string[], size: number, ink: "ink" | "muted", bold: boolean): void => {
    for (const line of lines) {
      y += size * 1.22;
      parts.push(
        el("text", { x: pad, y: y - size * 0.22, "font-size": size, "font-weight": bold ? 600 : undefined, fill: colours(ink) }, line),
      );
    }
  };
  write(clip(wrapText(options.title, inner, titleSize, true), 3), titleSize, "ink", true);
  if (options.sentence !== "") {
    y += textSize * 0.35;
    write(clip(wrapText(options.sentence, inner, textSize), 4), textSize, "muted", false);
  }
  const chartTop = y + 18 * unit;
  const foot = [...clip(wrapText(options.source, inner, smallSize), 3), ...clip(wrapText(options.version, inner, smallSize), 2)];
  const footTop = height - pad - foot.length * smallSize * 1.22;
  y = footTop;
  write(
    foot.map((line) => fitText(line, inner, smallSize)),
    smallSize,
    "muted",
    false,
  );
  const layout = layOut(sketch, {
    width: inner,
    height: Math.max(80, footTop - chartTop - 16 * unit),
    font: chartFont(sketch, unit, footTop - chartTop),
  });
  const ids = `${sketch.id}-poster`;
  return markup(
    el(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: "img",
        "aria-labelledby": `${ids}-t ${ids}-d`,
        "font-family": `${PICTURE_FONT}, system-ui, sans-serif`,
      },
      el("title", { id: `${ids}-t` }, options.title),
      el("desc", { id: `${ids}-d` }, sketch.alt),
      el("rect", { width, height, fill: colours("paper") }),
      ...parts,
      el("path", { d: `M${pad} ${Math.round(footTop - 6 * unit)}H${width - pad}`, stroke: colours("grid") }),
      el(
        "g",
        { transform: `translate(${pad} ${Math.round(chartTop)})`, "font-size": layout.font },
        ...paintPicture(sketch, layout, { colours, ids }),
      ),
    ),
  );
}

/** Type size of the chart in a poster: large, but small enough that the rows of a long list do not collide. */
function chartFont(sketch: Sketch, unit: number, room: number): number {
  const rows = Math.max(...sketch.panels.map(({ y }) => (y.kind === "rows" ? y.labels.length : 1)));
  return Math.max(7, Math.min(17 * unit, room / (rows * 1.25 + 7)));
}

/** The first `most` lines, the last one with an ellipsis when some are cut. */
const clip = (lines: readonly string[], most: number): string[] =>
  lines.length <= most ? [...lines] : lines.slice(0, most).map((line, i) => (i === most - 1 ? `${line.replace(/[.,;:]?$/, "")}…` : line));
