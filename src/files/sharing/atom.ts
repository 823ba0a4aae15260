/** The record's news as an Atom 1.0 feed (RFC 4287). Ids are tag URIs (RFC 4151) of the subject, so they survive a move. */
import { compareText } from "@/domain/shared/group";
import { generateAtomFeed } from "feedsmith";
import { NOT_IN_XML } from "@/domain/shared/escapeXml";
import type { Day } from "@/domain/values/period";
import { LICENCE, PUBLISHER } from "../publisher";

export const ATOM_TYPE = "application/atom+xml; charset=utf-8";

export interface FeedEntry {
  /** Made by `tagUri`; the same news always has the same id. */
  readonly id: string;
  readonly title: string;
  /** Day or time (ISO 8601, UTC) of the last change that a reader should notice. */
  readonly updated: string;
  readonly published?: string;
  /** Full address of the page with details. */
  readonly address: string;
  /** One or two plain sentences. */
  readonly summary: string;
  /** HTML, where there is more than the summary. */
  readonly html?: string;
  /** Machine-readable kinds: "restatement", "riot". */
  readonly categories?: readonly string[];
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  /** Full address of the feed itself. */
  readonly self: string;
  /** Full address of the page whose feed it is. */
  readonly page: string;
  /** When it last changed, used if it has no entries. */
  readonly updated: string;
  readonly site: string;
  readonly entries: readonly FeedEntry[];
}

/** "tag:example.org,2026:months/2025-03". `since`: when `authority` (a host) belonged to us; never change it once ids are published. */
export function tagUri(authority: string, since: string, specific: string): string {
  if (!/^[A-Za-z0-9.-]+$/.test(authority)) throw new Error(`"${authority}" is no host name`);
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(since)) throw new Error(`"${since}" is no day; write 2026, 2026-01 or 2026-01-31`);
  const path = specific.split("/").map((part) => encodeURIComponent(part).replaceAll("%3A", ":"));
  return `tag:${authority.toLowerCase()},${since}:${path.join("/")}`;
}

/** The feed, newest entry first. Throws when two entries have the same id. */
export function toAtom(feed: Feed): string {
  const entries = [...feed.entries].sort((a, b) => {
    const [dayA, dayB] = [dateTime(a.updated), dateTime(b.updated)];
    return dayA === dayB ? compareText(a.id, b.id) : compareText(dayB, dayA);
  });
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (ids.has(id)) throw new Error(`two entries of the feed have the id ${id}`);
    ids.add(id);
  }
  return generateAtomFeed({
    id: feed.id,
    title: text(feed.title),
    ...(feed.subtitle !== undefined && { subtitle: text(feed.subtitle) }),
    updated: dateTime(entries[0]?.updated ?? feed.updated),
    links: [
      { rel: "self", type: "application/atom+xml", href: feed.self },
      { rel: "alternate", type: "text/html", href: feed.page },
    ],
    authors: [{ name: PUBLISHER, uri: feed.site }],
    rights: text(`${LICENCE.title} (${LICENCE.address})`),
    entries: entries.map((entry) => ({
      id: entry.id,
      title: text(entry.title),
      updated: dateTime(entry.updated),
      ...(entry.published !== undefined && { published: dateTime(entry.published) }),
      links: [{ rel: "alternate", type: "text/html", href: entry.address }],
      categories: (entry.categories ?? []).map((term) => ({ term })),
      summary: text(entry.summary),
      ...(entry.html !== undefined && { content: { type: "html", value: xmlText(entry.html) } }),
    })),
    xml: { lang: "en" },
  });
}

const text = (value: string) => ({ value: xmlText(value) });

/** Removes characters that XML 1.0 forbids. */
const xmlText = (value: string): string => value.replace(NOT_IN_XML, "");

/** RFC 3339, in UTC. Throws a RangeError for an invalid date. */
function dateTime(moment: Day): string {
  const at = new Date(moment.length === 10 ? `${moment}T00:00:00Z` : moment);
  if (Number.isNaN(at.getTime())) throw new RangeError(`"${moment}" is no date`);
  return at.toISOString();
}
