/**
 * A year of three made-up companies on a small SEC, a feed and a wire: what they produced, sold and held is known to the test. One company
 * restates a month in its next release; one release has its two columns swapped. Seeded: the same seed gives the same year.
 */
import { type Company, companyId } from "@/domain/facts/company";
import { type Day, endOf, type Period, period, periodRange, addDays, shift } from "@/domain/values/period";
import { edgarAt } from "@/finder/edgar/edgarSubmissions";
import { readFeedConfig } from "@/finder/feeds/feedConfig";
import { AT_ONCE } from "./fakeClock";
import type { LocalServer } from "./localServer";
import { columns, indexPage, json } from "./world";

export interface MonthTruth {
  readonly month: Period;
  readonly produced: number;
  readonly sold: number;
  readonly held: number;
}

const SPECS = [
  { id: "alder", name: "Alder Mining Corp.", ticker: "ALDR", cik: "900001", form: "8-K" },
  { id: "birch", name: "Birch Digital Inc.", ticker: "BRCH", cik: null, form: null },
  { id: "cedar", name: "Cedar Hash Ltd.", ticker: "CDRH", cik: "900003", form: "6-K" },
] as const;

/** Whose May is restated, and whose August has swapped columns. */
export const RESTATED = { company: "birch", month: period("2024-05"), first: 3 } as const;
export const SWAPPED = { company: "cedar", month: period("2024-08") } as const;

/** The day from which the year is filled. */
export const SINCE: Day = "2024-01-01";
export const YEAR = periodRange(period("2024-01"), period("2024-12"));

export const COMPANIES = SPECS.map(({ id, name, ticker, cik }) => ({
  ...{ id: companyId(id), name, country: "United States", secCik: cik, notes: "", formerNames: [] },
  listings: [{ exchange: "Nasdaq", ticker, from: null, to: null }],
})) as unknown as readonly Company[];

/** The same companies as the record's files. */
export const FILES: Readonly<Record<string, string>> = {
  "companies.csv": `company,name,country,sec_cik,notes\n${SPECS.map(({ id, name, cik }) => `${id},${name},United States,${cik ?? ""},`).join("\n")}\n`,
  "listings.csv": `company,exchange,ticker,from,to\n${SPECS.map(({ id, ticker }) => `${id},Nasdaq,${ticker},,`).join("\n")}\n`,
  "policies.csv": "company,from,to,policy,source_url\n",
  "btc-usd-monthly.csv": "month,average_usd,close_usd,days\n",
  "events.csv": "date,label,kind,source\n",
};

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** What each company truly did, from December 2023 on. */
export function truthOf(seed: number): Map<string, MonthTruth[]> {
  const next = random(seed);
  return new Map(
    SPECS.map(({ id }, i) => {
      let held = 900 + 400 * i + Math.floor(next() * 100);
      const level = 180 + 60 * i;
      const months = [shift(YEAR[0] as Period, -1), ...YEAR].map((month): MonthTruth => {
        const produced = level + Math.floor(next() * 40);
        const sold = Math.floor(produced * (0.3 + next() * 0.4));
        held += produced - sold;
        return { month, produced, sold, held };
      });
      return [id, months];
    }),
  );
}

const NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const inWords = (month: Period) => `${NAMES[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
const dayName = (day: string) => `${NAMES[Number(day.slice(5, 7)) - 1] ?? ""} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
const grouped = (n: number) => n.toLocaleString("en-US");

/** Days after the month's end on which a company reports. */
const publishedOn = (month: Period, i: number) => addDays(endOf(month), 3 + i);

function release(spec: (typeof SPECS)[number], now: MonthTruth, before: MonthTruth, day: string): string {
  const isRestated = spec.id === RESTATED.company && now.month === RESTATED.month;
  const stated = isRestated ? { ...now, produced: now.produced + RESTATED.first } : now;
  const swapped = spec.id === SWAPPED.company && now.month === SWAPPED.month;
  const row = (label: string, of: (one: MonthTruth) => number) => {
    const cells = [of(stated), of(before)];
    if (swapped) cells.reverse();
    return `<tr><td>${label}</td>${cells.map((cell) => `<td>${grouped(cell)}</td>`).join("")}</tr>`;
  };
  return `<html><head><title>${spec.name} ${inWords(now.month)}</title></head><body>
<h1>${spec.name} Announces ${inWords(now.month)} Production and Operations Updates</h1>
<p>AUSTIN, Texas, ${dayName(day)} -- ${spec.name} (NASDAQ: ${spec.ticker}), a bitcoin miner, today announced unaudited production and operations updates for ${inWords(now.month)}.</p>
<table><tr><th>Metric</th><th>${inWords(now.month)}</th><th>${inWords(before.month)}</th></tr>
${row("Bitcoin Produced", (one) => one.produced)}
${row("Bitcoin Sold", (one) => one.sold)}
${row("Bitcoin Held at Month End", (one) => one.held)}
</table></body></html>`;
}

export interface Year {
  readonly truth: Map<string, MonthTruth[]>;
  /** Paths of the documents on the server. */
  readonly documents: readonly string[];
  /** Path of the release with swapped columns. */
  readonly swapped: string;
}

/** Puts the year's releases on the server, or those of its first months alone. */
export function buildYear(server: LocalServer, seed: number, months = YEAR.length): Year {
  const truth = new Map([...truthOf(seed)].map(([id, all]) => [id, all.slice(0, months + 1)]));
  const documents: string[] = [];
  let swappedPath = "";
  for (const [i, spec] of SPECS.entries()) {
    const known = truth.get(spec.id) ?? [];
    const filings: Parameters<typeof columns>[0][number][] = [];
    const items: string[] = [];
    for (const [at, now] of known.entries()) {
      const before = known[at - 1];
      if (before === undefined) continue;
      const day = publishedOn(now.month, i);
      const body = release(spec, now, before, day);
      let path = `/news/${spec.id}-${now.month}`;
      if (spec.cik === null) {
        items.unshift(
          `<item><title>${spec.name} Announces ${inWords(now.month)} Production and Operations Updates</title><link>${server.origin}${path}</link><pubDate>${new Date(`${day}T13:00:00Z`).toUTCString()}</pubDate></item>`,
        );
      } else {
        const accession = `0000${spec.cik}-${day.slice(2, 4)}-${String(100_000 + at)}`;
        path = `/Archives/edgar/data/${spec.cik}/${accession.replaceAll("-", "")}/ex99-1.htm`;
        const filing = { accession, form: spec.form, filed: day, primary: "cover.htm" };
        filings.unshift(spec.form === "8-K" ? { ...filing, items: "7.01,9.01" } : filing);
        server.pages.set(`/Archives/edgar/data/${spec.cik}/${accession.replaceAll("-", "")}/${accession}-index.htm`, {
          body: indexPage(spec.cik, accession, [
            ["cover.htm", spec.form],
            ["ex99-1.htm", "EX-99.1", "PRESS RELEASE"],
          ]),
        });
      }
      server.pages.set(path, { body });
      documents.push(path);
      if (spec.id === SWAPPED.company && now.month === SWAPPED.month) swappedPath = path;
    }
    if (spec.cik === null)
      server.pages.set(`/${spec.id}.rss`, {
        type: "application/rss+xml",
        body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${spec.name}</title>${items.join("\n")}</channel></rss>`,
      });
    else
      server.pages.set(
        `/submissions/CIK${spec.cik.padStart(10, "0")}.json`,
        json({ cik: spec.cik, name: spec.name, filings: { recent: columns(filings), files: [] } }),
      );
  }
  return { truth, documents, swapped: swappedPath };
}

/** feeds.json for the year. */
export function yearFeeds(server: Pick<LocalServer, "origin">): string {
  return JSON.stringify({ feeds: [{ company: "birch", publisher: "Birch Digital", address: `${server.origin}/birch.rss` }] });
}

export const yearConfig = (server: Pick<LocalServer, "origin">) =>
  readFeedConfig(yearFeeds(server), new Set(COMPANIES.map(({ id }) => id)));

/** A backfill of the year from a server, without its record, its clock and who keeps what is read. */
export const yearBackfill = (origin: string, folder: string) => ({
  ...{ companies: COMPANIES, since: SINCE, folder, pages: null, online: true, withPrices: false, manners: AT_ONCE },
  userAgent: "Example desk@example.org",
  feeds: yearConfig({ origin }),
  endpoints: edgarAt(origin, origin),
});
