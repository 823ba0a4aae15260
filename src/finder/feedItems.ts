/**
 * News items out of an RSS 2.0, RSS 1.0 or Atom feed. XML in → items with title, address and day, newest first.
 * Rules: a feed that breaks off is refused, since a missing item would look like a company that did not report; dates are
 * read in the time zone they are written in and kept as UTC days; an address loses the tags that wires add for counting readers.
 */
import { load } from "cheerio";
import type { Day } from "@/domain/period";

export interface FeedItem {
  readonly title: string;
  readonly address: string;
  /** null: the item bears no date that can be read. */
  readonly publishedOn: Day | null;
}

/** Reads a feed. Throws an Error with a sentence when the text is no whole feed. `base` resolves relative links. */
export function readFeed(xml: string, base: string): FeedItem[] {
  const $ = load(xml, { xml: true });
  const root = $.root().children().first();
  const kind = root.prop("tagName")?.toLowerCase().replace(/^.*:/, "");
  if (kind !== "rss" && kind !== "feed" && kind !== "rdf")
    throw new Error(`It is no RSS or Atom feed; it begins "${xml.slice(0, 60).trim()}".`);
  if (!/<\/[\w:]+>\s*(<!--[\s\S]*-->\s*)?$/.test(xml) || !new RegExp(`</([\\w]+:)?${kind}>`, "i").test(xml.slice(-400)))
    throw new Error("The feed breaks off before its end.");
  const items = $(kind === "feed" ? "entry" : "item").toArray();
  type Item = (typeof items)[number];
  const textOf = (item: Item, names: string): string => $(item).children(names).first().text().trim();
  return items
    .flatMap((item) => {
      const title = plain(textOf(item, "title"));
      const link = kind === "feed" ? atomLink(item) : textOf(item, "link");
      const address = cleanAddress(link === "" ? permalink(item) : link, base);
      if (title === "" || address === undefined) return [];
      return [{ title, address, publishedOn: dayOf(textOf(item, "pubDate, published, updated, dc\\:date")) }];
    })
    .sort((a, b) => (b.publishedOn ?? "").localeCompare(a.publishedOn ?? ""));

  function atomLink(item: Item): string {
    const links = $(item).children("link").toArray();
    const chosen = links.find((one) => ["alternate", undefined].includes($(one).attr("rel"))) ?? links[0];
    return chosen === undefined ? "" : ($(chosen).attr("href") ?? "");
  }

  function permalink(item: Item): string {
    const guid = $(item).children("guid").first();
    return guid.attr("isPermaLink") === "false" ? "" : guid.text().trim();
  }
}

/** Titles are often escaped twice, or carry markup: "AT&amp;amp;T", "&lt;b&gt;Update&lt;/b&gt;". */
function plain(title: string): string {
  return load(title, null, false).text().replaceAll(/\s+/g, " ").trim();
}

/** The address without fragment and reader-counting tags; undefined when it is none. */
export function cleanAddress(link: string, base: string): string | undefined {
  if (link === "" || !URL.canParse(link, base)) return undefined;
  const url = new URL(link, base);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (/^(utm_\w+|fbclid|gclid)$/i.test(name)) url.searchParams.delete(name);
  return url.href;
}

function dayOf(written: string): Day | null {
  const at = Date.parse(written.replace(/\b(ET)\b/, "EST"));
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}
