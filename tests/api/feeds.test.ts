/** The feeds as they are served: rules of Atom, ids that stay, dates of knowledge, and news that follow from the facts. */
import { XMLParser } from "fast-xml-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "@/app/feeds/[file]/route";
import { figuresOf } from "@/domain/figures/figures";
import type { OpenRecord } from "@/domain/facts/record";
import { newsOf } from "@/cards/news";
import { loadRecord } from "@/record/store/states/loadRecord";
import { fileAsker, openWorld, SITE, type World } from "./world";

const get = fileAsker(GET);

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly published: string;
  readonly summary: string;
  readonly category: readonly { readonly term: string }[];
  readonly link: readonly { readonly href: string; readonly rel: string }[];
}
interface Feed {
  readonly id: string;
  readonly updated: string;
  readonly link: readonly { readonly href: string; readonly rel: string }[];
  readonly entry: readonly Entry[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  isArray: (name) => ["entry", "category", "link"].includes(name),
});
const read = async (path: string) => (parser.parse(await (await get(path)).text()) as { feed: Feed }).feed;

let world: World;
let record: OpenRecord;
const TODAY = "2026-11-22";
beforeAll(async () => {
  world = await openWorld();
  const loaded = await loadRecord(world.store);
  record = { ...loaded, version: { ...loaded.version, changedOn: TODAY } };
}, 120_000);
afterAll(() => world.close());

test("all news: at most a hundred entries, the newest first, each with an id of its own, and none of tomorrow", async () => {
  const response = await get("/feeds/all.atom");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);
  const feed = await read("/feeds/all.atom");
  expect(feed.link.find(({ rel }) => rel === "self")?.href).toBe(`${SITE}/feeds/all.atom`);
  expect(feed.entry).toHaveLength(100);
  expect(new Set(feed.entry.map(({ id }) => id)).size).toBe(100);
  expect(feed.entry.every(({ id }) => id.startsWith("tag:example.org,2026-01-01:"))).toBe(true);
  const days = feed.entry.map(({ updated }) => updated);
  expect(days).toEqual([...days].sort().reverse());
  expect(feed.updated).toBe(days[0]);
  expect((days[0] ?? "") <= new Date().toISOString()).toBe(true);
  expect(feed.entry.every(({ published, updated }) => published <= updated)).toBe(true);
  expect(feed.entry.every(({ link }) => link[0]?.href.startsWith(`${SITE}/`) === true)).toBe(true);
});

test("a company's feed holds that company's news alone", async () => {
  const feed = await read("/feeds/riot.atom");
  expect(feed.entry.length).toBeGreaterThan(20);
  expect(feed.entry.every(({ category }) => category.some(({ term }) => term === "riot"))).toBe(true);
  const missing = await get("/feeds/rio.atom");
  expect(missing.status).toBe(404);
  expect(((await missing.json()) as { detail: string }).detail).toContain("riot.atom");
});

test("a feed is the same whatever a reader appends to its address", async () => {
  expect(await (await get("/feeds/all.atom?utm_source=reader")).text()).toBe(await (await get("/feeds/all.atom")).text());
});

test("Riot's April 2025 is news of 5 May 2025, whenever it was imported", () => {
  const items = newsOf(figuresOf(record, TODAY)).filter(
    ({ kind, day, companies }) => kind === "figures" && day === "2025-05-05" && companies[0] === "riot",
  );
  expect(items.some(({ sentences: [first = ""] }) => /for April 2025 [^;]*sales of 475 BTC/.test(first))).toBe(true);
});

test("news that are out keep their ids when the record grows; a new document is one more item", () => {
  const [fact] = record.facts.filter(({ company, period, metric }) => company === "riot" && period === "2025-04" && metric === "btc_sold");
  if (!fact) throw new Error("the record has no sales of Riot in April 2025");
  const before = new Map(newsOf(figuresOf(record, TODAY)).map((item) => [item.id, item]));
  const source = { ...fact.source, id: 999_999, address: "https://example.org/new-release", publishedOn: "2026-11-20" };
  const added = { ...fact, id: 999_999, value: 48_000_000_000, written: "480", source };
  const after = newsOf(figuresOf({ ...record, facts: [...record.facts, added] }, TODAY));
  const ids = new Set(after.map(({ id }) => id));
  expect([...before.keys()].filter((id) => !ids.has(id))).toEqual([]);
  const fresh = after.filter(({ id }) => !before.has(id)).map(({ kind, day }) => [kind, day]);
  expect(fresh).toContainEqual(["figures", "2026-11-20"]);
  expect(fresh).toContainEqual(["restatement", "2026-11-20"]);
  expect(newsOf(figuresOf({ ...record, facts: [...record.facts, added] }, "2026-11-19")).some(({ day }) => day > "2026-11-19")).toBe(false);
});

test("a month is news once enough companies stand behind it, and no longer when their figures are gone", () => {
  const months = (of: OpenRecord) =>
    newsOf(figuresOf(of, TODAY))
      .filter(({ kind }) => kind === "month")
      .map(({ id }) => id);
  const all = months(record);
  expect(all.length).toBeGreaterThan(5);
  const [latest = ""] = all;
  const month = latest.replace("months/", "");
  const without = record.facts.filter(({ period, metric }) => !(period === month && metric === "btc_produced"));
  expect(months({ ...record, facts: without })).not.toContain(latest);
});

test("no item bears an assumed date or one after the record's last change, and no two have the same title", () => {
  const items = newsOf(figuresOf(record, TODAY));
  const stated = new Set(record.facts.flatMap(({ source }) => source.publishedOn ?? []));
  for (const { kind, day, since } of items)
    if (["figures", "month", "record", "restatement"].includes(kind))
      for (const one of [day, since ?? day]) expect(stated, kind).toContain(one);
  const titles = items.map(({ title }) => title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  const earlier = { ...record, version: { ...record.version, changedOn: "2025-06-30" } };
  const days = newsOf(figuresOf(earlier, TODAY)).map(({ day }) => day);
  expect(days.length).toBeGreaterThan(100);
  expect(days.every((day) => day <= "2025-06-30")).toBe(true);
});

test("copies of one release are one item, the first; a figure corrected twice is told twice", () => {
  const [fact] = record.facts.filter(({ company, period, metric }) => company === "riot" && period === "2025-04" && metric === "btc_sold");
  if (!fact) throw new Error("the record has no sales of Riot in April 2025");
  const of = (id: number, day: string) => ({
    ...fact,
    id,
    source: { ...fact.source, id, address: `https://example.org/${id}`, publishedOn: day },
  });
  const copies = newsOf(figuresOf({ ...record, facts: [of(1, "2025-05-05"), of(2, "2025-05-06")] }, TODAY));
  expect(copies.filter(({ kind }) => kind === "figures").map(({ day }) => day)).toEqual(["2025-05-05"]);
  const supersessions = ["2026-10-01", "2026-10-02"].map((recordedOn, at) => ({ fact: of(at, ""), by: null, reason: "", recordedOn }));
  const corrections = newsOf(figuresOf({ ...record, supersessions }, TODAY)).filter(({ kind }) => kind === "correction");
  expect(corrections.map(({ title }) => title.includes(", on "))).toEqual([true, false]);
});

test("a replaced figure is a correction of the day it was recorded; a changed policy is news from its first month", () => {
  const [fact] = record.facts;
  if (!fact) throw new Error("the record is empty");
  const supersessions = [
    { fact, by: { ...fact, value: fact.value + 100_000_000, written: "x" }, reason: "typing error", recordedOn: "2026-10-01" },
  ];
  const items = newsOf(figuresOf({ ...record, supersessions }, TODAY));
  expect(items.filter(({ kind }) => kind === "correction")).toMatchObject([{ day: "2026-10-01", companies: [fact.company] }]);
  const policies = items.filter(({ kind }) => kind === "policy");
  expect(policies.length).toBeGreaterThan(0);
  expect(policies.every(({ id, day }) => id.endsWith(day.slice(0, 7)))).toBe(true);
});
