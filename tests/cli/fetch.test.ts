/** `record fetch` against a server on this machine that speaks the SEC's formats: from the web into the queue. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays } from "@/domain/values/period";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentsIn } from "@/finder/archive/archive";
import { candidates } from "@/record/store/review/candidates";
import { refuse } from "@/record/store/review/review";
import type { Store } from "@/record/store/database/client";
import { documentOf } from "@/record/store/review/documents";
import { dataVersion, loadRecord } from "@/record/store/states/loadRecord";
import { type LocalServer, startServer } from "../finder/localServer";
import { buildWorld, json, RIOT, WIRE } from "../finder/world";
import { command, finderOf } from "./command";
import { smallStore } from "../stores";
import { testFolder } from "../testFolder";

const folder = testFolder();
const url = `file:${join(folder, "record.db")}`;
const documents = join(folder, "documents");
const feeds = join(folder, "feeds.json");
let server: LocalServer;
let store: Store;

const release = (produced: string, held: string): string =>
  `<html><body><p>Riot Announces October 2025 Production and Operations Updates</p><p>CASTLE ROCK, Colo., November 5, 2025 -- Riot Platforms, Inc. (NASDAQ: RIOT) announces updates for October 2025.</p><table><tr><th>Metric</th><th>October 2025</th></tr><tr><td>Bitcoin Produced</td><td>${produced}</td></tr><tr><td>Bitcoin Held</td><td>${held}</td></tr></table></body></html>`;

const FIRST_PRICE = { asset: "btc", time: "2025-10-31T00:00:00.000000000Z", PriceUSD: "109556.164" };
const SECOND_PRICE = { asset: "btc", time: "2025-10-30T00:00:00.000000000Z", PriceUSD: "109556.170" };

/** The series ends with yesterday; the test may run over midnight. */
function pricesAre(...data: (typeof FIRST_PRICE)[]): void {
  const today = new Date().toISOString().slice(0, 10);
  for (const last of [addDays(today, -1), today]) server.pages.set(`/prices?from=2025-10-01&to=${last}`, json({ data }));
}

beforeAll(async () => {
  server = await startServer();
  buildWorld(server);
  server.pages.set(RIOT.october, { body: release("437", "19,324") });
  server.pages.set(WIRE.item, { body: `<!-- wire -->${release("437", "19,324")}` });
  writeFileSync(
    feeds,
    JSON.stringify({
      feeds: [{ companies: { riot: ["Riot"] }, publisher: "A wire", address: `${server.origin}${WIRE.feed}` }],
      prices: {
        publisher: "Prices",
        address: `${server.origin}/prices?from={from}&to={to}`,
        format: { kind: "json", rows: "data", day: "time", price: "PriceUSD" },
      },
    }),
  );
  store = await smallStore(url);
});
afterAll(async () => {
  await store.close();
  await server.close();
});

const fetchRun = (more: Readonly<Record<string, string | undefined>>, ...args: string[]) =>
  command(
    {
      DATABASE_URL: url,
      SELLTHROUGH_DOCUMENTS: documents,
      ...finderOf(server.origin, feeds),
      ...more,
    },
    ...["fetch", "--company", "riot", "--since", "2025-10-01", "--by", "ann", ...args],
  );

const octoberPrice = async () => (await loadRecord(store)).prices.find(({ month }) => month === "2025-10");

test("without a declared User-Agent nobody is asked and nothing is kept", async () => {
  const { status, out, err } = await fetchRun({ SEC_USER_AGENT: undefined });
  expect([status, out]).toEqual([1, ""]);
  expect(err).toContain("SEC_USER_AGENT is not set");
  expect(err).not.toMatch(/\n\s+at /);
  expect([server.asked, existsSync(documents)]).toEqual([[], false]);
}, 120_000);

test("a release on EDGAR and on a wire comes into the queue, once, and prices come onto the record", async () => {
  const fetched = [RIOT.october, RIOT.octoberSlides, RIOT.september, WIRE.item];
  const before = (await dataVersion(store)).seq;
  pricesAre(FIRST_PRICE);
  const first = await fetchRun({}, "--prices");
  expect([first.status, first.err.includes("problem")]).toEqual([0, false]);
  expect(first.out).toContain("4 documents fetched, 0 were here already.");
  expect(first.out).toContain("4 documents read; 4 candidates are new in the queue.");
  expect(first.out).toContain("riot 2025-09: The 10-Q of 2025-10-30 says 19287 at 2025-09-30, the record has none.");
  expect(first.err).toContain(`saved ${server.origin}${RIOT.october}`);
  const kept = documentsIn(documents).flatMap(({ origins }) => origins.map(({ address }) => address.replace(server.origin, "")));
  expect(kept.sort()).toEqual([...fetched].sort());
  expect(new Set(server.asked.map(({ headers }) => headers["user-agent"]))).toEqual(new Set(["Example desk@example.org"]));

  const waiting = (await candidates(store)).filter(({ source }) => source.address === server.origin + RIOT.october);
  expect(waiting.map(({ company, period, metric, written, state }) => [company, period, metric, written, state])).toEqual([
    ["riot", "2025-10", "btc_produced", "437", "proposed"],
    ["riot", "2025-10", "btc_held", "19324", "proposed"],
  ]);
  expect(waiting[0]?.source).toMatchObject({ kind: "company_release", publishedOn: "2025-11-05" });
  expect(await octoberPrice()).toMatchObject({ close: 10_955_616, days: 1 });
  expect((await dataVersion(store)).seq).toBe(before + 1);

  // Holdings that a quarterly report tags wait too, with doubt, beside what was tagged and where.
  const tagged = (await candidates(store)).find(({ period, metric }) => period === "2025-09" && metric === "btc_held");
  expect(tagged).toMatchObject({
    ...{ company: "riot", written: "19287", confidence: "low", state: "proposed" },
    reasons: ["The 10-Q of 2025-10-30 says 19287 at 2025-09-30, the record has none."],
    source: { kind: "filing", publishedOn: "2025-10-30", address: expect.stringMatching(/0001104659-25-105000-index\.htm$/) as string },
  });
  const text = (await documentOf(store, tagged?.document.id ?? 0))?.text ?? "";
  expect(text.slice(tagged?.start, tagged?.end)).toBe("19287");
  await refuse(store, [tagged?.id ?? 0], "restricted units are in it", { by: "ann", at: "2025-11-20T00:00:00.000Z" });

  // The same again: only lists are asked, and the price of a day that came to light since is taken; what was refused stays so.
  const all = await candidates(store);
  pricesAre(FIRST_PRICE, SECOND_PRICE);
  const second = await fetchRun({}, "--prices");
  expect(second.status).toBe(0);
  expect(second.out).toContain("0 documents fetched, 4 were here already.");
  expect(second.out).toContain("0 documents read; 0 candidates are new in the queue.");
  expect(second.out).toContain("1 holdings figure tagged for the SEC that the record states otherwise or lacks; 0 new in the queue.");
  for (const path of fetched) expect([path, server.asked.filter((one) => one.path === path).length]).toEqual([path, 1]);
  expect(await candidates(store)).toEqual(all);
  expect(await octoberPrice()).toMatchObject({ average: 10_955_617, days: 2 });
}, 300_000);

test("a company for which there is nowhere to look is named, with what to do", async () => {
  const { status, out } = await fetchRun({}, "--company", "hut8");
  expect(status).toBe(0);
  expect(out).toContain("Not looked for: 1 company with neither an SEC number nor a feed (hut8).");
}, 120_000);
