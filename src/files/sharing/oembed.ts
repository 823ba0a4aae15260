/** Embedding a chart: the snippet to paste and the oEmbed 1.0 response. The frame has a title and needs no script. */
import { escapeXml } from "@/domain/shared/escapeXml";
import { PUBLISHER } from "../publisher";

/** The document's height in frames of at least a width: a frame cannot grow with its text, so this leaves spare room. */
interface EmbedHeight {
  /** CSS px. */
  readonly from: number;
  readonly height: number;
}

export interface Embed {
  /** Full address of the embed: "https://example.org/embed/…". */
  readonly address: string;
  readonly title: string;
  /** Alternative text of the chart; empty where it would become outdated, because the frame follows the record. */
  readonly alt: string;
  /** Widest frame, in CSS pixels. */
  readonly width: number;
  /** Widest first; the last is from 0. */
  readonly heights: readonly [EmbedHeight, ...EmbedHeight[]];
}

/** Height of the frame at a width, in CSS pixels. */
export const embedHeight = ({ heights }: Embed, width: number): number => (heights.find(({ from }) => width >= from) ?? heights[0]).height;

/** The same as CSS, each height for its widths: above these, (next one's from − width) × 999 is far below zero. */
function heightStyle({ heights }: Embed): string {
  const each = heights.map(({ height }, at) => {
    const next = heights[at - 1];
    return next === undefined ? `${height}px` : `min(${height}px, (${next.from}px - 100cqw)*999)`;
  });
  return each.length === 1 ? each.join("") : `max(${each.join(", ")})`;
}

/** The frame in its wrapper, as one line of HTML. */
export function embedSnippet(embed: Embed, mostHeight?: number): string {
  const { address, title, alt, width } = embed;
  // Most alternative texts begin with the title: it is not repeated.
  const name = alt === "" ? title : alt.startsWith(title) ? alt : `${title.replace(/[.\s]+$/, "")}. ${alt}`;
  const limit = mostHeight === undefined ? "" : `;max-height:${mostHeight}px`;
  return (
    `<div style="container-type:inline-size"><iframe src="${escapeXml(address)}" title="${escapeXml(name)}" width="${width}" ` +
    `height="${Math.min(embedHeight(embed, width), mostHeight ?? Infinity)}" loading="lazy" ` +
    `style="display:block;border:0;width:100%;max-width:${width}px;height:${heightStyle(embed)}${limit}"></iframe></div>`
  );
}

interface OEmbedRequest {
  readonly site: string;
  /** As the consumer requests; the response is never larger. */
  readonly maxWidth?: number;
  readonly maxHeight?: number;
  /** Frozen embeds never change and may be cached long; current ones an hour. */
  readonly frozen?: boolean;
}

const HOUR = 3600;
const YEAR = 365 * 24 * HOUR;

/** oEmbed 1.0, type "rich" (https://oembed.com, section 2.3.4.4); `cache_age` is in seconds. */
export function oembed(embed: Embed, { site, maxWidth, maxHeight, frozen = false }: OEmbedRequest) {
  const width = Math.min(embed.width, maxWidth ?? embed.width);
  const height = Math.min(embedHeight(embed, width), maxHeight ?? Infinity);
  return {
    type: "rich",
    version: "1.0",
    title: embed.title,
    provider_name: PUBLISHER,
    provider_url: site,
    cache_age: frozen ? YEAR : HOUR,
    html: embedSnippet({ ...embed, width }, maxHeight),
    width,
    height,
  };
}

export const oembedLink = (endpoint: string, page: string): string => `${endpoint}?url=${encodeURIComponent(page)}&format=json`;
