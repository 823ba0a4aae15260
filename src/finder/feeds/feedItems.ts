/** Parses the items of an RSS or Atom feed, newest first, in UTC, without tracking parameters. A truncated feed is refused. */
import { messageOf } from "@/domain/shared/refusal";
import { load } from "cheerio/slim";
import { parseFeed } from "feedsmith";
import { type Day, writtenDay } from "@/domain/values/period";

export interface FeedItem {
  readonly title: string;
  readonly address: string;
  /** null: the item has no readable date. */
  readonly publishedOn: Day | null;
}

/** An item as the feed has it. */
interface Entry {
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly date?: unknown;
}

/** Parses a feed. Throws an Error with a sentence when the text is not a complete feed. `base` resolves relative links. */
export const readFeed = (xml: string, base: string): FeedItem[] =>
  entriesOf(xml)
    .flatMap(({ title, link, date }) => {
      const [words, address] = [plain(title ?? ""), cleanAddress(link ?? "", base)];
      return words === "" || address === undefined
        ? []
        : [{ title: words, address, publishedOn: typeof date === "string" ? (writtenDay(date) ?? null) : null }];
    })
    .sort((a, b) => (b.publishedOn ?? "").localeCompare(a.publishedOn ?? ""));

/** Characters in which a feed's end tag is looked for, with a comment behind it: over all of a hostile feed that would take for ever. */
const LONGEST_END = 20_000;

function entriesOf(xml: string): Entry[] {
  if (!/<(rss|feed|[\w-]+:RDF)[\s>]/i.test(xml)) throw new Error(`It is no RSS or Atom feed; it begins "${xml.slice(0, 60).trim()}".`);
  if (!/<\/(rss|([\w-]+:)?feed|[\w-]+:RDF)>\s*(<!--[\s\S]*-->\s*)?$/i.test(xml.slice(-LONGEST_END)))
    throw new Error("The feed breaks off before its end.");
  let read: ReturnType<typeof parseFeed>;
  try {
    read = parseFeed(xml);
  } catch (error) {
    throw new Error(`The feed cannot be read (${messageOf(error)}).`);
  }
  switch (read.format) {
    case "rss":
      return (read.feed.items ?? []).map(({ title, link, guid, pubDate, dc }) => ({
        title,
        link: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
        date: pubDate ?? dc?.dates?.[0],
      }));
    case "rdf":
      return (read.feed.items ?? []).map(({ title, link, dc }) => ({ title, link, date: dc?.dates?.[0] }));
    case "atom":
      return (read.feed.entries ?? []).map(({ title, links, published, updated }) => ({
        title: title?.value,
        link: (links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? links?.[0])?.href,
        date: published ?? updated,
      }));
    case "json":
      throw new Error("It is no RSS or Atom feed.");
  }
}

/** Titles are often escaped twice, or carry markup: "AT&amp;amp;T", "&lt;b&gt;Update&lt;/b&gt;". */
const plain = (title: string): string => load(title, null, false).text().replaceAll(/\s+/g, " ").trim();

/** The address without fragment and tracking parameters; undefined when it is invalid. */
function cleanAddress(link: string, base: string): string | undefined {
  if (link === "" || !URL.canParse(link, base)) return undefined;
  const url = new URL(link, base);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (/^(utm_\w+|fbclid|gclid)$/i.test(name)) url.searchParams.delete(name);
  return url.href;
}
