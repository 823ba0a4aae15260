/**
 * What embedding a table's chart needs besides the document itself: its address, its size, the snippet to paste, and the oEmbed address
 * by which editors make the snippet themselves.
 */
import { type ChartModel, LAYOUT_FROM, type LayoutName, layoutNames, NARROW_MOST } from "@/charts/model";
import type { Figures } from "@/domain/figures";
import { type Embed, type EmbedLayout, embedSnippet, oembedLink } from "@/files/oembed";
import { titleIn } from "@/cards/card";
import { embedAddress } from "@/cards/selection/address";
import type { Selection } from "@/cards/selection/selection";
import type { Table } from "@/cards/table";
import { fullAddress } from "@/app/site";

export const EMBED_FORM = { theme: ["auto", "light", "dark"], price: ["none", "linear", "log"] } as const;

type OwnValues = Readonly<Record<string, string>>;

/** Path of an embed with what is not default in it. */
export function embedPath(id: string, selection: Selection, own: OwnValues = {}): string {
  const defaults: Readonly<Record<string, readonly string[]>> = EMBED_FORM;
  const chosen = Object.entries(own).filter(([name, value]) => defaults[name]?.[0] !== value);
  return embedAddress(id, selection, Object.fromEntries(chosen));
}

/** Where the oEmbed answer for a path of the site is. */
export const oembedFor = (path: string): string => oembedLink(fullAddress("/oembed"), fullAddress(path));

/** As wide as a column of text; and the narrowest column that a frame is made for. */
const [WIDTH, NARROWEST] = [720, 320];

/** Source line, version and link below the chart are about as long on each embed. */
const FOOT_LENGTH = 250;
/** Margins of the page and gaps between its parts, as in embedPage.ts. */
const [MARGIN, GAPS] = [24, 48];
/** What a line of words leaves empty at its end: about half a word. */
const RAGGED = 24;

/** Height of what stands around the chart in a frame of this width. */
function wordsHeight({ title, sentence = "", caveat = "" }: Table, width: number): number {
  const lines = (length: number, letter: number) => Math.ceil((length * letter) / (width - MARGIN - RAGGED));
  return Math.ceil(
    lines(title.length, 9.6) * 22.5 +
      (lines(sentence.length, 7.6) + lines(caveat.length, 7.6)) * 21 +
      lines(FOOT_LENGTH, 6.4) * 16.8 +
      GAPS,
  );
}

/** The layouts that a frame can show, widest first, with what each takes. */
function embedLayouts(table: Table, chart: ChartModel): readonly [EmbedLayout, ...EmbedLayout[]] {
  const of = (name: LayoutName, from: number, more: { readonly least?: number; readonly most?: number } = {}): EmbedLayout => {
    const { width, height } = chart.layouts[name];
    const words = wordsHeight(table, Math.max(from, NARROWEST));
    return { from, ratio: height / width, least: more.least ?? 0, most: more.most ?? null, words };
  };
  // One drawing for all widths: where its type would get too small it keeps its width and is scrolled.
  if (layoutNames(chart).length === 1) return [of("wide", 0, chart.crowded === true ? { least: LAYOUT_FROM.wide } : {})];
  return [of("medium", LAYOUT_FROM.medium + MARGIN), of("narrow", 0, { most: NARROW_MOST })];
}

export function embedOf(table: Table, chart: ChartModel, selection: Selection, own: OwnValues = {}): Embed {
  // A frozen embed names its state in its heading, which may then take a line more.
  const shown = { ...table, title: titleIn(table, selection) };
  return {
    address: fullAddress(embedPath(table.id, selection, own)),
    title: shown.title,
    // What follows the record must not say a figure that it may show no more.
    alt: selection.version === null ? "" : chart.alt.replace(table.title, shown.title),
    width: WIDTH,
    margin: MARGIN,
    layouts: embedLayouts(shown, chart),
  };
}

export interface Snippets {
  /** Follows the record. */
  readonly current: string;
  /** Stays at the data version of the page. */
  readonly frozen: string;
  /** Gives every frame on the page its height. */
  readonly script: string;
}

export function snippetsOf(figures: Figures, table: Table, chart: ChartModel, selection: Selection, own: OwnValues = {}): Snippets {
  const at = (version: string | null) => embedSnippet(embedOf(table, chart, { ...selection, version }, own));
  return {
    current: at(null),
    frozen: at(figures.record.version.id),
    script: `<script src="${fullAddress("/embed.js")}" async></script>`,
  };
}
