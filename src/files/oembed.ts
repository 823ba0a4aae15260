/**
 * Embedding a chart: the snippet that a newsroom pastes, and the oEmbed 1.0 answer by which editors make that snippet themselves.
 * Embed → HTML and plain data. The frame carries title and alternative text as its name, loads when it comes into sight, and needs
 * no script.
 */
import { escaped, PUBLISHER } from "./fileWords";

export interface Embed {
  /** Full address of the embed: "https://example.org/embed/…". */
  readonly address: string;
  readonly title: string;
  /** What the chart shows, in words. */
  readonly alt: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Height where the frame is as narrow as a phone, and the chart is drawn for that. */
  readonly narrowHeight: number;
}

/** Narrower frames show the drawing for phones (see charts/palette.ts); pages have some pixels of margin around a frame. */
const NARROW_FRAME = 640;
const PAGE_MARGINS = 40;

/**
 * The height for the width that the reader's page has, without a script: the middle value is far above or below the others, so that one
 * of the two holds. Where the style is dropped, the attribute holds.
 */
function heightStyle(wide: number, narrow: number): string {
  if (wide === narrow) return "";
  const at = `${NARROW_FRAME + PAGE_MARGINS}px`;
  const step = narrow > wide ? `calc((${at} - 100vw)*999)` : `calc((100vw - ${at})*999)`;
  return `;height:clamp(${Math.min(wide, narrow)}px,${step},${Math.max(wide, narrow)}px)`;
}

/** The iframe, as one line of HTML. */
export function embedSnippet({ address, title, alt, width, height, narrowHeight }: Embed): string {
  // Most charts' alternative texts begin with the title: it is not said twice.
  const name = alt === "" ? title : alt.startsWith(title) ? alt : `${title.replace(/[.\s]+$/, "")}. ${alt}`;
  return (
    `<iframe src="${escaped(address)}" title="${escaped(name)}" width="${width}" height="${height}" loading="lazy" ` +
    `style="border:0;max-width:100%${heightStyle(height, narrowHeight)}"></iframe>`
  );
}

/** oEmbed 1.0, type "rich" (https://oembed.com, section 2.3.4.4). */
export interface OEmbed {
  readonly type: "rich";
  readonly version: "1.0";
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** Seconds for which the answer may be kept. */
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

export interface OEmbedRequest {
  readonly site: string;
  /** As the consumer asks; the answer is never larger. */
  readonly maxWidth?: number;
  readonly maxHeight?: number;
  /** Frozen embeds never change and may be kept long; current ones an hour. */
  readonly frozen?: boolean;
}

const HOUR = 3600;
const YEAR = 365 * 24 * HOUR;

export function oembed(embed: Embed, { site, maxWidth, maxHeight, frozen = false }: OEmbedRequest): OEmbed {
  const width = Math.min(embed.width, maxWidth ?? embed.width);
  const most = maxHeight ?? Infinity;
  const narrowHeight = Math.min(embed.narrowHeight, most);
  const height = width < NARROW_FRAME ? narrowHeight : Math.min(embed.height, most);
  return {
    type: "rich",
    version: "1.0",
    title: embed.title,
    provider_name: PUBLISHER,
    provider_url: site,
    cache_age: frozen ? YEAR : HOUR,
    html: embedSnippet({ ...embed, width, height, narrowHeight }),
    width,
    height,
  };
}

/** The link by which a page says where its oEmbed answer is. */
export function oembedLink(endpoint: string, page: string): string {
  return `${endpoint}?url=${encodeURIComponent(page)}&format=json`;
}
