import { XMLParser } from "fast-xml-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Feed, type FeedEntry, tagUri, toAtom } from "@/files/sharing/atom";
import { anyText } from "./tables";

const SITE = "https://example.org";

function entry(more: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: tagUri("example.org", "2026", "months/2025-03"),
    title: "March 2025: 3% of production sold",
    updated: "2025-04-08",
    address: `${SITE}/months/2025-03`,
    summary: "Riot & MARA sold nothing.",
    ...more,
  };
}

function feed(entries: readonly FeedEntry[]): Feed {
  return {
    id: tagUri("example.org", "2026", "feeds/all"),
    title: "Sellthrough: news",
    self: `${SITE}/feeds/all.atom`,
    page: `${SITE}/news`,
    updated: "2026-05-05",
    site: SITE,
    entries,
  };
}

interface ReadEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly summary: string;
  readonly content?: { readonly "#text"?: string; readonly "@type": string };
  readonly link: readonly Record<string, string>[];
}

interface ReadFeed extends Omit<ReadEntry, "summary" | "content"> {
  readonly "@xmlns": string;
  readonly author: { readonly name: string; readonly uri: string };
  readonly entry?: readonly ReadEntry[];
}

function read(xml: string): ReadFeed {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ["entry", "link", "category"].includes(name),
  });
  // "true": what is no well-formed XML throws. The package that is to replace this check would bring six more with it.
  // oxlint-disable-next-line typescript/no-deprecated
  return (parser.parse(xml, true) as { feed: ReadFeed }).feed;
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** RFC 4287, 4.1.1, 4.1.2, 4.2.6, 4.2.7: what every feed and entry must have. */
function expectValid(found: ReadFeed): void {
  expect(found["@xmlns"]).toBe("http://www.w3.org/2005/Atom");
  const entries = found.entry ?? [];
  for (const part of [found, ...entries]) {
    expect(part.id).toMatch(/^tag:[a-z0-9.-]+,\d{4}(-\d{2}){0,2}:\S+$/);
    expect(part.title).toBeTypeOf("string");
    expect(part.updated).toMatch(RFC_3339);
    const alternates = part.link.filter((link) => link["@rel"] === "alternate");
    expect(new Set(alternates.map((link) => `${link["@type"]} ${link["@hreflang"]}`)).size).toBe(alternates.length);
    for (const link of part.link) expect(URL.canParse(link["@href"] ?? "")).toBe(true);
  }
  expect(found.author.name).not.toBe("");
  expect(found.link.filter((link) => link["@rel"] === "self")).toHaveLength(1);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect(entries.map(({ updated }) => updated)).toEqual(
    entries
      .map(({ updated }) => updated)
      .sort()
      .reverse(),
  );
  if (entries[0]) expect(found.updated).toBe(entries[0].updated);
}

describe("Atom feed", () => {
  it("is valid and gives back what it was made from, whatever the words", () => {
    // Of blanks alone no title is made, and blanks at an end mean nothing.
    const words = anyText.filter((text) => xmlText(text).trim() !== "");
    const anyEntry = fc.record({
      specific: fc.string({ minLength: 1, maxLength: 8 }),
      title: words,
      summary: words,
      html: words,
      day: fc.integer({ min: 0, max: 20000 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: ({ specific }) => specific, maxLength: 5 }), (list) => {
        const entries = list.map(({ specific, day, ...words }) =>
          entry({ ...words, id: tagUri("example.org", "2026", specific), updated: new Date(day * 86_400_000).toISOString() }),
        );
        const found = read(toAtom(feed(entries)));
        expectValid(found);
        for (const made of entries) {
          const back = found.entry?.find(({ id }) => id === made.id);
          expect([back?.title.trim(), back?.summary.trim()]).toEqual([xmlText(made.title).trim(), xmlText(made.summary).trim()]);
          expect(back?.content).toMatchObject({ "@type": "html" });
          expect(back?.content?.["#text"]?.trim() ?? "").toBe(xmlText(made.html ?? "").trim());
        }
      }),
      { numRuns: 60 },
    );
  });

  it("puts the newest entry first and takes its own date from it", () => {
    const entries = [
      entry({ id: tagUri("example.org", "2026", "a") }),
      entry({ id: tagUri("example.org", "2026", "b"), updated: "2025-05-07T09:30:00Z" }),
    ];
    const found = read(toAtom(feed(entries)));
    expect(found.entry?.map(({ updated }) => updated)).toEqual(["2025-05-07T09:30:00.000Z", "2025-04-08T00:00:00.000Z"]);
    expect(found.updated).toBe("2025-05-07T09:30:00.000Z");
  });

  it("a feed without news is still valid", () => {
    const found = read(toAtom(feed([])));
    expectValid(found);
    expect(found.updated).toBe("2026-05-05T00:00:00.000Z");
  });

  it("refuses two entries with one id, and a date that is none", () => {
    expect(() => toAtom(feed([entry(), entry()]))).toThrow("have the id tag:example.org,2026:months/2025-03");
    expect(() => toAtom(feed([entry({ updated: "soon" })]))).toThrow('"soon" is no date');
  });

  it("ids hold no character that a tag URI may not hold", () => {
    expect(tagUri("Example.org", "2026-01", "restated/riot 2025-03/ä")).toBe("tag:example.org,2026-01:restated/riot%202025-03/%C3%A4");
    expect(() => tagUri("example.org/x", "2026", "a")).toThrow("no host name");
    expect(() => tagUri("example.org", "lately", "a")).toThrow("no day");
  });
});

/** Line ends are line feeds in XML, and what XML cannot hold is left out. fast-xml-parser keeps carriage returns of character references. */
function xmlText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
