/**
 * A chart for an iframe on another site: one HTML document for every width, light and dark. It needs no script and loads nothing; with
 * scripts it posts its height to the parent page (public/embed.js). "Current" follows the record, "frozen" stays at a version.
 */
import { EMBED_SCRIPT } from "@/site/live/embedScript";
import { type ChartModel, LAYOUT_FROM, scrolls } from "@/charts/model";
import type { Theme } from "@/charts/palette";
import { chartStyleSheet } from "@/charts/styleSheet";
import { pageDrawing } from "@/charts/svg/page";
import { stopLines } from "@/charts/svg/paint";
import { inlineJson } from "@/files/sharing/dataset";
import { embedLayouts } from "./embedded";
import { escapeXml } from "@/domain/shared/escapeXml";
import type { Table } from "@/cards/tables/table";

type EmbedTheme = Theme | "auto";

interface EmbedWords {
  readonly table: Table;
  readonly chart: ChartModel;
  /** "Sources: …, compiled by Sellthrough." */
  readonly source: string;
  /** "Data of 5 May 2026, version 1a2b3c4d5e6f." */
  readonly version: string;
  readonly frozen: boolean;
  /** Full address of the chart's page. */
  readonly page: string;
  readonly oembed: string;
  readonly theme: EmbedTheme;
}

const STYLE = `
*{box-sizing:border-box;margin:0}
html{color-scheme:light dark;background:var(--chart-paper);color:var(--chart-ink);font:15px/1.4 Inter,system-ui,-apple-system,"Segoe UI",sans-serif}
html[data-theme=light]{color-scheme:light}html[data-theme=dark]{color-scheme:dark}
@media print{html{color-scheme:light!important}}
body{padding:12px}
figure{display:flex;flex-direction:column;gap:8px;max-width:${LAYOUT_FROM.wide - 1}px;margin:auto}
h1{font-size:1.2em;line-height:1.25}
p,figcaption{color:var(--chart-muted)}
figcaption{font-size:.8em}
a{color:inherit}
.chart-column{position:relative}
.stops rect{width:10px;height:10px}
.stops rect:hover{fill:var(--chart-muted);fill-opacity:.2}.stops :is(line,circle):hover{stroke:var(--chart-muted);stroke-opacity:.25}
#tip{position:absolute;z-index:1;max-width:min(18rem,100%);padding:6px 9px;border:1px solid var(--chart-muted);background:var(--chart-paper);color:var(--chart-ink);font-size:.85em;white-space:pre-line;pointer-events:none}
#tip[hidden]{display:none}
`;

/** An HTML document for a frame: title, further head content, main content. */
const framed = (title: string, head: string, main: string, more = "", theme: EmbedTheme = "auto"): string => `<!DOCTYPE html>
<html lang="en"${theme === "auto" ? "" : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<title>${escapeXml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${head}<style>${chartStyleSheet()}${STYLE}</style>
</head>
<body>
<main>
${main}
</main>
${more}</body>
</html>
`;

export function embedPage({ table, chart, source, version, frozen, page, oembed, theme }: EmbedWords): string {
  const title = escapeXml(table.title);
  const lasting = frozen ? "This chart stays at that version." : "This chart follows the record.";
  const head = `<link rel="canonical" href="${escapeXml(page.replace(/#.*$/, ""))}">
<link rel="alternate" type="application/json+oembed" href="${escapeXml(oembed)}" title="${title}">
`;
  const words = [table.sentence, table.caveat].map((text) => (text === undefined ? "" : `<p>${escapeXml(text)}</p>\n`));
  const figure = `<figure>
<h1>${title}</h1>
${words.join("")}${drawing(chart)}
<figcaption>${escapeXml(source)} ${escapeXml(version)} ${lasting} <a href="${escapeXml(page)}" target="_blank" rel="noopener">Figures and their sources at Sellthrough</a></figcaption>
</figure>`;
  return framed(`${table.title} · Sellthrough`, head, figure, `<script>${EMBED_SCRIPT}</script>\n`, theme);
}

function drawing(chart: ChartModel): string {
  const drawn = pageDrawing(chart, { targets: true, layouts: embedLayouts(chart) });
  return `<div class="chart-column${scrolls(chart) ? " chart-scroll" : ""}"><div class="chart">${drawn}</div><p id="tip" role="status" hidden></p></div>
<script type="application/json" id="says">${inlineJson(sharedCoded(chart.stops.map((stop) => stopLines(stop).join("\n"))))}</script>`;
}

/** The frame's content when the address names no chart: says so, and links to the charts. */
export const embedNotFound = (title: string, detail: string, home: string): string =>
  framed(
    title,
    "",
    `<h1>${escapeXml(title)}</h1>
<p>${escapeXml(detail)} <a href="${escapeXml(home)}" target="_blank" rel="noopener">Sellthrough</a></p>`,
  );

/** Delta-codes texts against the one before: length of shared prefix, difference, length of shared suffix. A third of the size. */
const sharedCoded = (texts: readonly string[]): (number | string)[] =>
  texts.flatMap((text, at) => {
    const before = texts[at - 1] ?? "";
    const most = Math.min(text.length, before.length);
    let [head, tail] = [0, 0];
    while (head < most && text[head] === before[head]) head++;
    while (tail < most - head && text.at(-1 - tail) === before.at(-1 - tail)) tail++;
    return [head, text.slice(head, text.length - tail), tail];
  });
