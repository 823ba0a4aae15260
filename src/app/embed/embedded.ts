/**
 * What embedding a table's chart needs besides the document itself: its address, its size, the snippet to paste, and the oEmbed address
 * by which editors make the snippet themselves.
 */
import type { ChartModel } from "@/charts/model";
import type { Figures } from "@/domain/figures";
import { type Embed, embedSnippet, oembedLink } from "@/files/oembed";
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

/** A frame that holds the chart with its words, as wide as a column of text; and on a phone. */
const WIDTH = 720;
const NARROW_WIDTH = 340;

/** Source line, version and link below the chart are about as long on each embed. */
const FOOT_LENGTH = 250;
/** Margins of the page and gaps between its parts, as in embedPage.ts. */
const [MARGIN, GAPS] = [24, 48];

/** Height of what stands around the chart; a frame cannot grow with its words, so it errs on the side of room. */
function wordsHeight({ title, sentence = "", caveat = "" }: Table, width: number): number {
  const lines = (length: number, letter: number) => Math.ceil((length * letter) / (width - MARGIN));
  return (
    lines(title.length, 9.6) * 22.5 + (lines(sentence.length, 7.6) + lines(caveat.length, 7.6)) * 21 + lines(FOOT_LENGTH, 6.4) * 16.8 + GAPS
  );
}

function heightOf(table: Table, layout: { readonly width: number; readonly height: number }, width: number): number {
  return Math.ceil(((width - MARGIN) / layout.width) * layout.height + wordsHeight(table, width));
}

export function embedOf(table: Table, chart: ChartModel, selection: Selection, own: OwnValues = {}): Embed {
  return {
    address: fullAddress(embedPath(table.id, selection, own)),
    title: table.title,
    alt: chart.alt,
    width: WIDTH,
    height: heightOf(table, chart.layouts.wide, WIDTH),
    narrowHeight: heightOf(table, chart.layouts.narrow, NARROW_WIDTH),
  };
}

export interface Snippets {
  /** Follows the record. */
  readonly current: string;
  /** Stays at the data version of the page. */
  readonly frozen: string;
}

export function snippetsOf(figures: Figures, table: Table, chart: ChartModel, selection: Selection, own: OwnValues = {}): Snippets {
  const at = (version: string | null) => embedSnippet(embedOf(table, chart, { ...selection, version }, own));
  return { current: at(null), frozen: at(figures.record.version.id) };
}
