/** Embedding besides the document itself: its address, its size, the snippet to paste, and the oEmbed address. */
import { eventNamesHeight, keyHeight } from "@/charts/layout";
import { type ChartModel, layoutAt } from "@/charts/model";
import type { Figures } from "@/domain/figures/figures";
import { type Embed, embedSnippet, oembedLink } from "@/files/sharing/oembed";
import { titleIn } from "@/cards/card";
import { embedAddress } from "@/cards/selection/address";
import type { Selection } from "@/cards/selection/selection";
import type { Table } from "@/cards/tables/table";
import { fullAddress } from "@/app/site";

export const EMBED_FORM = { theme: ["auto", "light", "dark"], price: ["none", "linear", "log"] } as const;

type OwnValues = Readonly<Record<string, string>>;

/** Path of an embed with its non-default options. */
export function embedPath(id: string, selection: Selection, own: OwnValues = {}): string {
  const defaults: Readonly<Record<string, readonly string[]>> = EMBED_FORM;
  const chosen = Object.entries(own).filter(([name, value]) => defaults[name]?.[0] !== value);
  return embedAddress(id, selection, Object.fromEntries(chosen));
}

export const oembedFor = (path: string): string => oembedLink(fullAddress("/oembed"), fullAddress(path));

/** The width of a text column; and the minimum width of a frame. */
const [WIDTH, NARROWEST] = [720, 320];

/** Approximate length of source line, version and link below the chart. */
const FOOT_LENGTH = 250;
/** Margins of the page and gaps between its parts, as in embedPage.ts. */
const [MARGIN, GAPS] = [24, 48];
/** Average space at the end of a line of words: about half a word. */
const RAGGED = 24;

/** Height of the text around the chart in a frame of this width. */
function wordsHeight({ title, sentence = "", caveat = "" }: Table, width: number): number {
  const lines = (length: number, letter: number) => Math.ceil((length * letter) / (width - MARGIN - RAGGED));
  return Math.ceil(
    lines(title.length, 9.6) * 22.5 +
      (lines(sentence.length, 7.6) + lines(caveat.length, 7.6)) * 21 +
      lines(FOOT_LENGTH, 6.4) * 16.8 +
      GAPS,
  );
}

/** The layouts for a frame: all except the widest. */
export const embedLayouts = ({ layouts: [wide, next, ...rest] }: ChartModel): ChartModel["layouts"] =>
  next === undefined ? [wide] : [next, ...rest];

/** Heights of the frame by minimum width; widest first. */
function embedHeights(table: Table, chart: ChartModel): Embed["heights"] {
  const heightFrom = (from: number) => {
    const width = Math.max(from, NARROWEST);
    const column = width - MARGIN;
    const layout = layoutAt(chart, column);
    return { from, height: Math.ceil(layout.height + eventNamesHeight(layout) + keyHeight(chart, column) + wordsHeight(table, width)) };
  };
  const [widest, narrower] = embedLayouts(chart);
  return narrower === undefined ? [heightFrom(0)] : [heightFrom(widest.width + MARGIN), heightFrom(0)];
}

export function embedOf(table: Table, chart: ChartModel, selection: Selection, own: OwnValues = {}): Embed {
  // A frozen embed names its state in its heading, which may then need one more line.
  const shown = { ...table, title: titleIn(table, selection) };
  return {
    address: fullAddress(embedPath(table.id, selection, own)),
    title: shown.title,
    // An embed that follows the record must not state a figure that may become outdated.
    alt: selection.version === null ? "" : chart.alt.replace(table.title, shown.title),
    width: WIDTH,
    heights: embedHeights(shown, chart),
  };
}

/** What to paste: a frame that follows the record, one that stays at the page's data version, and the script that sets their heights. */
export function snippetsOf(figures: Figures, table: Table, chart: ChartModel, selection: Selection, own: OwnValues = {}) {
  const at = (version: string | null) => embedSnippet(embedOf(table, chart, { ...selection, version }, own));
  return {
    current: at(null),
    frozen: at(figures.record.version.id),
    script: `<script src="${fullAddress("/embed.js")}" async></script>`,
  };
}
