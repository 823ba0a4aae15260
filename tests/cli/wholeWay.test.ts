/**
 * The whole way, by the commands that an operator types, in this process: pages on a small SEC and a feed → `record backfill` and
 * `record fetch` → candidates in the queue → `record accept` → the figure in the site's table of the books, with its source.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tableById } from "@/cards/registry";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import type { CompanyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { candidates, type QueuedCandidate } from "@/record/store/review/candidates";
import type { Store } from "@/record/store/database/client";
import { loadRecord } from "@/record/store/states/loadRecord";
import { emptyRecord } from "../finder/filling";
import { type LocalServer, startServer } from "../finder/localServer";
import { buildYear, type MonthTruth, RESTATED, SWAPPED, type Year, yearFeeds } from "../finder/year";
import { command, type Ended, finderOf } from "./command";
import { testFolder } from "../testFolder";

const folder = testFolder();
const url = `file:${join(folder, "record.db")}`;
const feeds = join(folder, "feeds.json");
let server: LocalServer;
let year: Year;
let store: Store;

beforeAll(async () => {
  server = await startServer();
  year = buildYear(server, 20_240_101);
  writeFileSync(feeds, yearFeeds(server));
  store = await emptyRecord(url);
});
afterAll(async () => {
  await store.close();
  await server.close();
});

const record = (...args: string[]): Promise<Ended> =>
  command(
    {
      DATABASE_URL: url,
      SELLTHROUGH_DOCUMENTS: join(folder, "documents"),
      ...finderOf(server.origin, feeds),
    },
    ...args,
  );

/** A row of the books as the site shows it: plain numbers by column; null where the cell says that nothing is known. */
async function booksOf(company: string, month: string): Promise<Record<string, string | null>> {
  const table = tableById({ figures: figuresOf(await loadRecord(store), "2025-02-01"), selection: DEFAULT_SELECTION }, `ledger-${company}`);
  const cells = table?.rows.find(({ key }) => key === month)?.cells ?? {};
  return Object.fromEntries(
    ["produced_btc", "sold_btc", "held_after_btc"].map((key) => {
      const cell = cells[key];
      return [key, cell?.kind === "value" ? cell.plain : null];
    }),
  );
}

const truth = (company: string, month: string): MonthTruth => {
  const found = year.truth.get(company)?.find((one) => one.month === month);
  if (found === undefined) throw new Error(`no truth about ${company} in ${month}`);
  return found;
};
const asBooks = ({ produced, sold, held }: MonthTruth) => ({
  produced_btc: String(produced),
  sold_btc: String(sold),
  held_after_btc: String(held),
});
const isTrue = ({ company, metric, period, written }: QueuedCandidate): boolean => {
  const known = truth(company, period);
  const amount = { btc_produced: known.produced, btc_sold: known.sold, btc_held: known.held }[metric as string];
  return amount !== undefined && Number(written) === amount;
};

test("a backfill of a year, approved in one go, stands in the site's books; what was swapped is not there and waits", async () => {
  expect(await booksOf("alder", "2024-06")).not.toEqual(asBooks(truth("alder", "2024-06")));

  const filled = await record("backfill", "--since", "2024-01", "--by", "ann");
  expect([filled.status, filled.err.includes("problem")]).toEqual([0, false]);
  expect(filled.out).toMatch(/36 documents fetched, 0 were here already/);
  expect(filled.out).toMatch(/36 documents read twice; the first reading taught the second \d+ figures/);
  expect(filled.out).toMatch(/\d+ confirmed and with nothing against/);
  expect(filled.out).toContain("Since 2024-01, now and when the confirmed figures are approved:");
  expect(await booksOf("alder", "2024-06")).not.toEqual(asBooks(truth("alder", "2024-06")));

  const rehearsed = await record("accept", "--corroborated", "--dry-run", "--by", "ann");
  expect(rehearsed.status).toBe(0);
  expect(await candidates(store, { state: "accepted" })).toEqual([]);
  const accepted = await record("accept", "--corroborated", "--by", "ann");
  expect(accepted.status).toBe(0);
  const approved = await candidates(store, { state: "accepted" });
  expect(approved.length).toBeGreaterThan(150);
  expect(approved.filter((one) => !isTrue(one))).toEqual([]);
  for (const [company, months] of year.truth)
    for (const known of months.slice(1)) {
      const contested =
        (company === SWAPPED.company && (known.month === SWAPPED.month || known.month === "2024-07")) ||
        (company === RESTATED.company && known.month === RESTATED.month);
      if (!contested) expect([company, known.month, await booksOf(company, known.month)]).toEqual([company, known.month, asBooks(known)]);
    }
  const waiting = await candidates(store, { state: "proposed" });
  expect(waiting.some(({ source }) => source.address === server.origin + year.swapped)).toBe(true);
}, 120_000);

test("run again, it fetches nothing, queues nothing and says so", async () => {
  const before = await candidates(store);
  const again = await record("backfill", "--since", "2024-01", "--by", "ann");
  expect(again.status).toBe(0);
  expect(again.out).toContain("0 documents fetched, 36 were here already.");
  expect(again.out).toContain("0 figures are new in the queue");
  expect(await candidates(store)).toHaveLength(before.length);
  for (const path of year.documents) expect([path, server.served(path)]).toEqual([path, 1]);
}, 120_000);

test("a new release is saved by the finder, read, accepted by a person, and its figure stands in the books with the page as its source", async () => {
  const path = "/news/birch-2025-01";
  const [produced, sold, held] = [251, 100, truth("birch", "2024-12").held + 151];
  server.pages.set(path, {
    body: `<html><head><title>Birch Digital January 2025</title></head><body><h1>Birch Digital Inc. Announces January 2025 Production Update</h1><p>AUSTIN, Texas, February 4, 2025 -- Birch Digital Inc. (NASDAQ: BRCH) mined ${produced} bitcoin in January 2025 and sold ${sold} bitcoin. On January 31, 2025 it held ${held} bitcoin.</p></body></html>`,
  });
  server.pages.set("/birch.rss", {
    type: "application/rss+xml",
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Birch</title><item><title>Birch Digital Inc. Announces January 2025 Production and Operations Updates</title><link>${server.origin}${path}</link><pubDate>Tue, 04 Feb 2025 13:00:00 GMT</pubDate></item></channel></rss>`,
  });
  expect((await booksOf("birch", "2025-01"))["produced_btc"] ?? null).toBeNull();

  const fetched = await record("fetch", "--company", "birch", "--since", "2025-01-15", "--by", "ann");
  expect([fetched.status, fetched.out.includes("1 document fetched")]).toEqual([0, true]);
  const read = (await candidates(store, { state: "proposed" })).filter(({ source }) => source.address === server.origin + path);
  expect(read.map(({ company, period, metric, written }) => [company, period, metric, written])).toEqual([
    ["birch", "2025-01", "btc_produced", String(produced)],
    ["birch", "2025-01", "btc_sold", String(sold)],
    ["birch", "2025-01", "btc_held", String(held)],
  ]);

  const accepted = await record("accept", ...read.map(({ id }) => String(id)), "--note", "read on the page", "--by", "ann");
  expect(accepted.status).toBe(0);
  expect(await booksOf("birch", "2025-01")).toEqual({ produced_btc: "251", sold_btc: "100", held_after_btc: String(held) });
  const chosen = figuresOf(await loadRecord(store), "2025-02-10").choice("birch" as CompanyId, "btc_produced", "2025-01" as never)?.chosen;
  expect(chosen?.source).toMatchObject({ address: server.origin + path, publishedOn: "2025-02-04" });
}, 120_000);
