import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, it, vi } from "vitest";
import { edgarAt, SEC_HOSTS } from "@/finder/edgar/edgarSubmissions";
import { FeedConfigError, hostsToAllow, loadFeedConfig, readFeedConfig } from "@/finder/feeds/feedConfig";
import { readFeed } from "@/finder/feeds/feedItems";
import { looksLikeMonthlyUpdate } from "@/finder/feeds/monthlyTitle";

const COMPANIES = new Set(
  parse<{ company: string }>(readFileSync("prisma/data/companies.csv"), { columns: true }).map((row) => row.company),
);
const KNOWN = new Set(["riot", "mara"]);

describe("feeds.json", () => {
  it("as committed is right, and every host it needs is on the list", () => {
    const config = loadFeedConfig("src/finder/feeds.json", COMPANIES);
    expect(config.feeds.length).toBeGreaterThanOrEqual(8);
    const hosts = hostsToAllow(config, edgarAt(SEC_HOSTS.data, SEC_HOSTS.www));
    for (const host of ["www.sec.gov", "data.sec.gov", "ir.mara.com", "www.newsfilecorp.com", "community-api.coinmetrics.io"])
      expect(hosts).toContain(host);
  });

  const feed = { company: "riot", publisher: "Riot", address: "https://example.org/rss" };
  const prices = { publisher: "P", address: "https://example.org/{from}/{to}", format: { kind: "csv", day: "date", price: "close" } };
  it.each([
    ["not JSON", "{", /not JSON/],
    ["an unknown company", { feeds: [{ ...feed, company: "riott" }] }, /feeds\[0\]: "riott" is no company on record/],
    ["an unknown company's number", { edgar: { riott: ["1"] } }, /edgar\.riott: no company/],
    ["a number with leading zeros", { edgar: { riot: ["0001167419"] } }, /edgar\.riot\[0\]: must be an SEC number/],
    ["an unencrypted address", { feeds: [{ ...feed, address: "http://example.org/rss" }] }, /feeds\[0\].*https/],
    ["an address that is none", { feeds: [{ ...feed, address: "example.org" }] }, /feeds\[0\].*https/],
    ["a feed of nobody", { feeds: [{ publisher: "x", address: "https://example.org/" }] }, /feeds\[0\]: must have/],
    ["a misspelt key", { feed: [] }, /feed/],
    ["the same feed twice", { feeds: [feed, { ...feed, company: "mara" }] }, /feeds\[1\]: https:\/\/example.org\/rss is listed twice/],
    ["a wire without names", { feeds: [{ companies: { riot: [] }, publisher: "x", address: "https://example.org/" }] }, /feeds\[0\]/],
    [
      "prices without days",
      { prices: { ...prices, address: "https://example.org/" } },
      /prices\.address: must contain \{from\} and \{to\}/,
    ],
    ["prices in an unknown form", { prices: { ...prices, format: { kind: "xls" } } }, /prices\.format/],
  ])("with %s is refused, naming the place", (_, config, sentence) => {
    const text = typeof config === "string" ? config : JSON.stringify(config);
    expect(() => readFeedConfig(text, KNOWN)).toThrow(FeedConfigError);
    expect(() => readFeedConfig(text, KNOWN)).toThrow(sentence);
  });

  it("that is not there is named", () => {
    expect(() => loadFeedConfig("no/such/feeds.json", KNOWN)).toThrow(/no file no\/such\/feeds\.json/);
  });

  it("tells all mistakes at once", () => {
    const text = JSON.stringify({ edgar: { a: ["1"] }, feeds: [{ ...feed, company: "b" }] });
    expect(() => readFeedConfig(text, KNOWN)).toThrow("2 mistakes");
  });

  it("may name one company, or the names that a wire uses for several", () => {
    const wire = {
      companies: { riot: ["Riot Platforms", "Riot Blockchain"], mara: ["MARA"] },
      publisher: "w",
      address: "https://example.org/w",
      itemHosts: ["b.example.org"],
    };
    const config = readFeedConfig(JSON.stringify({ feeds: [feed, wire] }), KNOWN);
    expect(config.feeds.map(({ companies }) => companies)).toEqual([
      [{ company: "riot", names: [] }],
      [
        { company: "riot", names: ["Riot Platforms", "Riot Blockchain"] },
        { company: "mara", names: ["MARA"] },
      ],
    ]);
    expect(hostsToAllow(config, edgarAt(SEC_HOSTS.data, SEC_HOSTS.www))).toContain("b.example.org");
  });
});

describe("a feed", () => {
  const rss = (items: string): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;

  it("in RSS gives its items, newest first, days in UTC", () => {
    const xml = rss(`
      <item><title><![CDATA[Riot&nbsp;Announces August <b>2025</b> Production]]></title><link> https://example.org/a?utm_source=x&amp;id=7#top </link><pubDate>Thu, 04 Sep 2025 22:30:00 -0400</pubDate></item>
      <item><title>Riot &amp;amp; partners &#8211; September</title><guid isPermaLink="true">https://example.org/b</guid><pubDate>Fri, 03 Oct 2025 08:00:00 EDT</pubDate></item>
      <item><title>No address</title><guid isPermaLink="false">7</guid></item>`);
    expect(readFeed(xml, "https://example.org/rss")).toEqual([
      { title: "Riot & partners – September", address: "https://example.org/b", publishedOn: "2025-10-03" },
      { title: "Riot Announces August 2025 Production", address: "https://example.org/a?id=7", publishedOn: "2025-09-05" },
    ]);
  });

  it("in Atom gives the page's address, not the feed's own", () => {
    const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">&lt;b&gt;MARA&lt;/b&gt; update</title><link rel="self" href="/self"/><link rel="alternate" href="/news/1"/><published>2025-11-04T13:30:00Z</published></entry></feed>`;
    expect(readFeed(xml, "https://example.org/feed")).toEqual([
      { title: "MARA update", address: "https://example.org/news/1", publishedOn: "2025-11-04" },
    ]);
  });

  it("in RSS 1.0 is read too", () => {
    const xml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/><item><title>A</title><link>https://example.org/a</link><dc:date>2025-11-04</dc:date></item></rdf:RDF>`;
    expect(readFeed(xml, "https://example.org/")).toEqual([{ title: "A", address: "https://example.org/a", publishedOn: "2025-11-04" }]);
  });

  it("without a date on an item says so rather than guessing", () => {
    const xml = rss("<item><title>A</title><link>https://example.org/a</link><pubDate>soon</pubDate></item>");
    expect(readFeed(xml, "https://example.org/")[0]?.publishedOn).toBeNull();
  });

  it.each(["America/New_York", "Asia/Tokyo"])("a date without a time zone is the same day also on a machine in %s", (zone) => {
    vi.stubEnv("TZ", zone);
    const dated = (written: string) =>
      readFeed(rss(`<item><title>A</title><link>https://example.org/a</link><pubDate>${written}</pubDate></item>`), "https://example.org/");
    for (const written of [
      "2025-03-03",
      "3 Mar 2025",
      "March 3, 2025",
      "Mon, 03 Mar 2025 22:30:00",
      "2025-03-03T01:30:00",
      "2025-03-03T22:30:00Z",
    ])
      expect([written, dated(written)[0]?.publishedOn]).toEqual([written, "2025-03-03"]);
    vi.unstubAllEnvs();
  });

  it("a feed that begins a thousand ends is refused at once", () => {
    expect(() => readFeed(`<rss>${"</rss><!--".repeat(500_000)}`, "https://example.org/")).toThrow("breaks off");
  });

  it("that breaks off anywhere is refused, because a missing item would look like a company that did not report", () => {
    const whole = rss(
      "<item><title>A</title><link>https://example.org/a</link></item><item><title>B</title><link>https://example.org/b</link></item>",
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (at) => {
        expect(() => readFeed(whole.slice(0, at), "https://example.org/")).toThrow();
      }),
    );
    expect(readFeed(`${whole}\n`, "https://example.org/")).toHaveLength(2);
  });

  it.each(["<html><body>Not found</body></html>", "", "{}", "plain words"])("is not %j", (text) => {
    expect(() => readFeed(text, "https://example.org/")).toThrow(/no RSS or Atom feed/);
  });
});

describe("a headline", () => {
  it.each([
    "MARA Announces Bitcoin Production and Mining Operation Updates for October 2025",
    "Riot Announces December 2025 Production and Operations Updates",
    "CleanSpark Releases September 2025 Bitcoin Mining Update",
    "IREN August 2025 Monthly Update",
    "HIVE Digital Technologies Tops 15 EH/s and Provides July 2025 Production Report With 24% Monthly Increase in Production",
    "HIVE Digital Technologies Reports November Production of 290 BTC, Achieves 25 EH/s",
    "Argo Blockchain PLC November Ops Update",
    "Argo Blockchain PLC Announces December Operational Update, TVR and New Shares",
    "LM Funding America, Inc.'s Bitcoin Holdings Valued at $13.3 million in Monthly Update",
    "Bitfarms Provides March 2025 Production and Operations Update",
    "TeraWulf Announces December 2024 Production and Operations Update",
    "DMG Announces Preliminary November Operational Results",
    "Bit Digital, Inc. Announces Monthly Production Update for April 2023",
    "Cango Inc. Announces October 2025 Bitcoin Production and Mining Operations Update",
    "Hut 8 Operations Update for October 2023",
    "Hut 8 Mining Provides Production and Operations Update for April 2022",
    "Core Scientific Announces September 2024 Production and Operations Updates",
    "CleanSpark Releases December 2024 Bitcoin Mining Update and Full Year Results",
    "Digihost Announces Unaudited May 2022 Production Results",
    "Cipher Mining Announces September 2025 Operational Update",
  ])("that announces a month's figures: %s", (title) => {
    expect(looksLikeMonthlyUpdate(title)).toBe(true);
  });

  it.each([
    "MARA to Host Third Quarter 2025 Earnings Conference Call",
    "Riot Platforms Reports Third Quarter 2025 Financial Results, Current Operational and Financial Highlights",
    "CleanSpark to Report Fiscal Year 2025 Results in November",
    "TeraWulf Announces Proposed Private Offering of $1 Billion of Convertible Notes",
    "Bitdeer to Participate in December Investor Conferences",
    "IREN Secures New Multi-Year AI Cloud Contracts with Microsoft",
    "Big Digital Energy to Release Second Quarter 2026 Results August 12th",
    "Cipher Provides Third Quarter 2025 Business Update",
    "Sphere 3D Appoints Chief Operating Officer",
  ])("that does not: %s", (title) => {
    expect(looksLikeMonthlyUpdate(title)).toBe(false);
  });
});
