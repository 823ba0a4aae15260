/** News of the record, or of one company, as an Atom feed: the newest hundred, with ids that survive a move of the site. */
import { setting } from "@/record/setting";
import { type Company, shortName } from "@/domain/facts/company";
import type { Figures } from "@/domain/figures/figures";
import { oncePer } from "@/domain/shared/once";
import { type Feed, type FeedEntry, tagUri, toAtom } from "@/files/sharing/atom";
import { escapeXml } from "@/domain/shared/escapeXml";
import { companyAddress } from "@/cards/selection/address";
import { type NewsItem, newsOf } from "@/cards/news";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";

export const FEED_ENTRIES = 100;

/** Date in the tag URIs of the entries. Never change it: readers would see all news again. */
const SINCE = "2026-01-01";

/** The host name in the ids: the site's, or its earlier one if it has moved. */
function authority(site: string): string {
  const host = setting("FEED_AUTHORITY") ?? new URL(site).hostname;
  return /^[A-Za-z0-9.-]+$/.test(host) ? host : "localhost";
}

/** All news of some figures, cached for all feeds. */
const allNews = oncePer((figures: Figures): readonly NewsItem[] => newsOf(figures));

/** The news in a feed; `company` undefined: of all. */
export function newsFor(figures: Figures, company?: Company): NewsItem[] {
  const all = allNews(figures);
  return (company ? all.filter(({ companies }) => companies.includes(company.id)) : all).slice(0, FEED_ENTRIES);
}

export function newsFeed(figures: Figures, site: string, company?: Company): string {
  const id = (path: string) => tagUri(authority(site), SINCE, path);
  const name = company ? company.id : "all";
  const feed: Feed = {
    id: id(`feeds/${name}`),
    title: company ? `Sellthrough: ${shortName(company)}` : "Sellthrough: all news of the record",
    subtitle: "What listed bitcoin miners produce, sell and hold: new months, new figures, restatements, corrections, policies, records.",
    self: `${site}/feeds/${name}.atom`,
    page: `${site}${company ? companyAddress(company.id, DEFAULT_SELECTION) : "/"}`,
    updated: figures.record.version.changedOn,
    site,
    entries: newsFor(figures, company).map((item) => entryOf(item, site, id)),
  };
  return toAtom(feed);
}

function entryOf(item: NewsItem, site: string, id: (path: string) => string): FeedEntry {
  const { title, sentences, day, since, href, kind, companies } = item;
  return {
    id: id(item.id),
    title,
    updated: day,
    published: since ?? day,
    address: `${site}${href}`,
    summary: sentences[0] ?? title,
    ...(sentences.length > 1 && { html: sentences.map((sentence) => `<p>${escapeXml(sentence)}</p>`).join("") }),
    categories: [kind, ...companies],
  };
}
