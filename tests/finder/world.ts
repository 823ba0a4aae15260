/** A small SEC, two feeds and a price source on the local server, with three companies; and a finder pointed at them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { companyId } from "@/domain/facts/company";
import { Archive } from "@/finder/archive/archive";
import type { Disk } from "@/finder/archive/disk";
import { edgarAt } from "@/finder/edgar/edgarSubmissions";
import { type FeedConfig, hostsToAllow, readFeedConfig } from "@/finder/feeds/feedConfig";
import { fetchNew, type FetchOptions, type FetchReport } from "@/finder/run/fetchNew";
import { politeFetch } from "@/finder/http/politeFetch";
import { AT_ONCE, fakeClock } from "./fakeClock";
import type { LocalServer } from "./localServer";

export const COMPANIES = [
  { id: companyId("riot"), name: "Riot Platforms, Inc.", secCik: "1167419" },
  { id: companyId("bitfufu"), name: "BitFuFu Inc.", secCik: null },
  { id: companyId("mara"), name: "MARA Holdings, Inc.", secCik: "1507605" },
] as const;

export interface ListedFiling {
  accession: string;
  form: string;
  filed: string;
  items?: string;
  primary: string;
}

/** Filings as the SEC's columns. */
export function columns(filings: readonly ListedFiling[]): Record<string, unknown> {
  return {
    accessionNumber: filings.map((one) => one.accession),
    filingDate: filings.map((one) => one.filed),
    reportDate: filings.map((one) => one.filed),
    acceptanceDateTime: filings.map((one) => `${one.filed}T16:05:11.000Z`),
    act: filings.map(() => "34"),
    form: filings.map((one) => one.form),
    fileNumber: filings.map(() => "001-33675"),
    filmNumber: filings.map(() => "25000000"),
    items: filings.map((one) => one.items ?? ""),
    size: filings.map(() => 217_000),
    isXBRL: filings.map(() => 1),
    isInlineXBRL: filings.map(() => 1),
    primaryDocument: filings.map((one) => one.primary),
    primaryDocDescription: filings.map((one) => one.form),
  };
}

export const json = (value: unknown): { body: string; type: string } => ({ body: JSON.stringify(value), type: "application/json" });

export function indexPage(cik: string, accession: string, rows: readonly [name: string, type: string, description?: string][]): string {
  const folder = `/Archives/edgar/data/${cik}/${accession.replaceAll("-", "")}`;
  const cells = rows.map(
    ([name, type, description = ""], i) =>
      `<tr><td scope="row">${i + 1}</td><td scope="row">${description}</td><td scope="row"><a href="${i === 0 ? "/ix?doc=" : ""}${folder}/${name}">${name}</a>${i === 0 ? ' &nbsp;<span style="color: green">iXBRL</span>' : ""}</td><td scope="row">${type}</td><td scope="row">1000</td></tr>`,
  );
  return `<html><body><table class="tableFile" summary="Document Format Files"><tr><th scope="col">Seq</th><th scope="col">Description</th><th scope="col">Document</th><th scope="col">Type</th><th scope="col">Size</th></tr>${cells.join("")}<tr><td>&nbsp;</td><td>Complete submission text file</td><td><a href="${folder}/${accession}.txt">${accession}.txt</a></td><td>&nbsp;</td><td>9000</td></tr></table><table class="tableFile" summary="Data Files"><tr><td>5</td><td>XBRL</td><td><a href="${folder}/riot.xsd">riot.xsd</a></td><td>EX-101.SCH</td><td>1</td></tr></table></body></html>`;
}

export const RIOT = {
  list: "/submissions/CIK0001167419.json",
  older: "/submissions/CIK0001167419-submissions-001.json",
  october: "/Archives/edgar/data/1167419/000110465925106000/riot-20251105xex99d1.htm",
  octoberSlides: "/Archives/edgar/data/1167419/000110465925106000/riot-20251105xex99d2.htm",
  octoberIndex: "/Archives/edgar/data/1167419/000110465925106000/0001104659-25-106000-index.htm",
  september: "/Archives/edgar/data/1167419/000110465925097000/dex991.htm",
  july: "/Archives/edgar/data/1167419/000110465925076000/tm25_ex99-1.htm",
  units: "/api/xbrl/companyconcept/CIK0001167419/us-gaap/CryptoAssetNumberOfUnits.json",
};
export const FUFU = {
  list: "/submissions/CIK0001921158.json",
  release: "/Archives/edgar/data/1921158/000121390025106500/ea026414701ex99-1_bitfufu.htm",
};
export const MARA = { list: "/submissions/CIK0001507605.json", feed: "/mara.rss", item: "/news/mara-october-2025" };
export const WIRE = { feed: "/wire.atom", item: "/wire/riot-october-2025" };
export const PRICES = "/prices?from=2025-08-01&to=2025-11-09";

/** Every document that a first run since 2025-08-01 brings home. */
export const DOCUMENTS = [RIOT.october, RIOT.octoberSlides, RIOT.september, RIOT.july, FUFU.release, MARA.item, WIRE.item];

export function buildWorld(server: LocalServer): void {
  const { pages } = server;
  const riot8K = (accession: string, filed: string, items: string): ListedFiling => ({
    accession,
    form: "8-K",
    filed,
    items,
    primary: "riot-8k.htm",
  });
  pages.set(RIOT.list, {
    ...json({
      cik: "0001167419",
      name: "Riot Platforms, Inc.",
      tickers: ["RIOT"],
      filings: {
        recent: columns([
          riot8K("0001104659-25-106000", "2025-11-05", "7.01,9.01"),
          { accession: "0001104659-25-105000", form: "10-Q", filed: "2025-10-30", primary: "riot-20250930.htm" },
          { ...riot8K("0001104659-25-097000", "2025-10-03", "7.01,9.01"), form: "8-K/A" },
          riot8K("0001104659-25-090000", "2025-09-15", "5.02"),
          { accession: "0001104659-25-089000", form: "4", filed: "2025-09-14", primary: "xslF345X05/form4.xml" },
        ]),
        files: [{ name: "CIK0001167419-submissions-001.json", filingCount: 2, filingFrom: "2016-01-04", filingTo: "2025-08-05" }],
      },
    }),
    etag: '"riot-list"',
  });
  pages.set(
    RIOT.older,
    json(columns([riot8K("0001104659-25-076000", "2025-08-05", "7.01"), riot8K("0001104659-25-010000", "2025-02-05", "7.01")])),
  );
  pages.set(RIOT.octoberIndex, {
    body: indexPage("1167419", "0001104659-25-106000", [
      ["riot-8k.htm", "8-K", "FORM 8-K"],
      ["riot-20251105xex99d1.htm", "EX-99.1", "PRESS RELEASE"],
      ["riot-20251105xex99d2.htm", "EX-99.2", "SLIDES"],
      ["riot-20251105xex99d1001.jpg", "GRAPHIC"],
    ]),
  });
  pages.set("/Archives/edgar/data/1167419/000110465925097000/0001104659-25-097000-index.htm", {
    body: indexPage("1167419", "0001104659-25-097000", [
      ["riot-8ka.htm", "8-K/A"],
      ["dex991.htm", "EX-99.1"],
    ]),
  });
  // This filing's index page is missing; the folder's listing as JSON knows names only.
  pages.set(
    "/Archives/edgar/data/1167419/000110465925076000/index.json",
    json({ directory: { item: [{ name: "riot-8k.htm" }, { name: "tm25_ex99-1.htm" }, { name: "ex99.jpg" }] } }),
  );
  const month = (name: string): { body: string; etag: string } => ({
    body: `<html>${name}: produced, sold, held</html>`,
    etag: `"${name}"`,
  });
  pages.set(RIOT.october, month("riot october"));
  pages.set(RIOT.octoberSlides, month("riot slides"));
  pages.set(RIOT.september, month("riot september"));
  pages.set(RIOT.july, month("riot july"));
  pages.set(RIOT.units, {
    ...json({
      cik: 1167419,
      taxonomy: "us-gaap",
      tag: "CryptoAssetNumberOfUnits",
      units: {
        Bitcoin: [
          {
            end: "2024-12-31",
            val: 17722,
            accn: "0001104659-25-017000",
            fy: 2024,
            fp: "FY",
            form: "10-K",
            filed: "2025-02-27",
            frame: "CY2024Q4I",
          },
          {
            end: "2025-09-30",
            val: 19287,
            accn: "0001104659-25-105000",
            fy: 2025,
            fp: "Q3",
            form: "10-Q",
            filed: "2025-10-30",
            frame: "CY2025Q3I",
          },
        ],
      },
    }),
    etag: '"units"',
  });
  pages.set(
    FUFU.list,
    json({
      cik: "1921158",
      name: "BitFuFu Inc.",
      filings: {
        recent: columns([{ accession: "0001213900-25-106500", form: "6-K", filed: "2025-11-05", primary: "ea0264147-6k_bitfufu.htm" }]),
        files: [],
      },
    }),
  );
  pages.set("/Archives/edgar/data/1921158/000121390025106500/0001213900-25-106500-index.htm", {
    body: indexPage("1921158", "0001213900-25-106500", [
      ["ea0264147-6k_bitfufu.htm", "6-K"],
      ["ea026414701ex99-1_bitfufu.htm", "EX-99.1"],
    ]),
  });
  pages.set(FUFU.release, month("bitfufu october"));
  pages.set(MARA.list, json({ cik: "1507605", name: "MARA Holdings, Inc.", filings: { recent: columns([]), files: [] } }));
  pages.set(MARA.feed, {
    type: "application/rss+xml",
    etag: '"mara-feed"',
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>MARA</title>
<item><title>MARA Announces Bitcoin Production and Mining Operation Updates for October 2025</title><link>${server.origin}${MARA.item}?utm_source=rss</link><pubDate>Tue, 04 Nov 2025 08:30:00 -0500</pubDate><guid isPermaLink="false">1</guid></item>
<item><title>MARA to Host Third Quarter 2025 Earnings Conference Call</title><link>${server.origin}/news/call</link><pubDate>Mon, 27 Oct 2025 08:30:00 -0400</pubDate></item>
<item><title>MARA Announces Bitcoin Production and Mining Operation Updates for March 2025</title><link>${server.origin}/news/march</link><pubDate>Thu, 03 Apr 2025 08:30:00 -0400</pubDate></item>
</channel></rss>`,
  });
  pages.set(MARA.item, month("mara october"));
  pages.set(WIRE.feed, {
    type: "application/atom+xml",
    body: `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>wire</title>
<entry><title>Riot Announces October 2025 Production and Operations Updates</title><link rel="alternate" href="${WIRE.item}"/><updated>2025-11-05T13:00:00Z</updated></entry>
<entry><title>Someone Else Announces October 2025 Production and Operations Updates</title><link href="/wire/other"/><updated>2025-11-05T13:00:00Z</updated></entry>
</feed>`,
  });
  pages.set(WIRE.item, month("riot october on the wire"));
  pages.set(
    PRICES,
    json({
      data: [
        { asset: "btc", time: "2025-10-31T00:00:00.000000000Z", PriceUSD: "109556.164" },
        { asset: "btc", time: "2025-11-01T00:00:00.000000000Z", PriceUSD: "110000.005" },
      ],
      next_page_url: `${server.origin}/prices?page=2`,
    }),
  );
  pages.set("/prices?page=2", json({ data: [{ asset: "btc", time: "2025-11-02T00:00:00.000000000Z", PriceUSD: "110000.01" }] }));
}

export function configOf(server: LocalServer): FeedConfig {
  const at = server.origin;
  return readFeedConfig(
    JSON.stringify({
      edgar: { bitfufu: ["1921158"] },
      feeds: [
        { company: "mara", publisher: "MARA Holdings", address: `${at}${MARA.feed}` },
        { companies: { riot: ["Riot"] }, publisher: "A wire", address: `${at}${WIRE.feed}` },
      ],
      prices: {
        publisher: "Prices",
        address: `${at}/prices?from={from}&to={to}`,
        format: { kind: "json", rows: "data", day: "time", price: "PriceUSD", next: "next_page_url" },
      },
    }),
    new Set(COMPANIES.map(({ id }) => id)),
  );
}

export interface Finder {
  readonly folder: string;
  readonly clock: ReturnType<typeof fakeClock>;
  readonly run: (options?: Partial<FetchOptions>, disk?: Disk) => Promise<FetchReport>;
  readonly clear: () => void;
}

/** A finder with an archive folder of its own, looking back to 2025-08-01. */
export function finderOn(server: LocalServer, folder = mkdtempSync(join(tmpdir(), "finder-"))): Finder {
  const clock = fakeClock();
  return {
    folder,
    clock,
    run: async (options = {}, disk) => {
      const feeds = configOf(server);
      const endpoints = edgarAt(server.origin, server.origin);
      const archive = Archive.open(folder, disk);
      try {
        const fetcher = politeFetch({
          userAgent: "Example desk@example.org",
          allowHosts: hostsToAllow(feeds, endpoints),
          ...AT_ONCE,
        });
        return await fetchNew({
          companies: COMPANIES,
          since: "2025-08-01",
          fetcher,
          archive,
          feeds,
          endpoints,
          now: clock.now,
          ...options,
        });
      } finally {
        archive.close();
      }
    },
    clear: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
