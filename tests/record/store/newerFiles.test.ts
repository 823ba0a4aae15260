/**
 * A newer version of the record's files is an ordinary import: over an older store it gives what it gives in an empty one, the older version
 * stays what it was, and what is exported and imported again is the same record.
 */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CARDS, tableById } from "@/cards/registry";
import { fillPattern } from "@/cards/card";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { figuresOf } from "@/domain/figures/figures";
import type { OpenRecord } from "@/domain/facts/record";
import { toCsv } from "@/files/tables/csv";
import { packageFileLines } from "@/files/package/dataPackage";
import { RECORD_FILES } from "@/files/package/recordFiles";
import type { Store } from "@/record/store/database/client";
import { addFigure, addPrices } from "@/record/store/review/deskEntry";
import { dataVersion, loadRecord, storeState } from "@/record/store/states/loadRecord";
import { period } from "@/domain/values/period";
import { type Files, committed, emptyStore, filledStore, save, smallStore } from "../../stores";
import { testFolder } from "../../testFolder";
import { smallRecord } from "./files";

const folder = testFolder();
const stores: Store[] = [];
afterAll(async () => {
  for (const store of stores) await store.close();
});

/** A new store, made by `make`, that is closed in the end. */
async function opened(make: typeof emptyStore): Promise<Store> {
  const store = await make(`file:${join(folder, `${stores.length}.db`)}`);
  stores.push(store);
  return store;
}

const AT = "2026-07-01T12:00:00.000Z";

/** The committed files as they might have been once: no spans, no second-hand facts, nothing published in 2026, another order, one typing error. */
function older(): Files {
  const files = new Map(committed());
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  const [head = "", ...lines] = text("facts.csv").trimEnd().split("\n");
  const kept = lines.filter((line) => !line.includes(",aggregator,") && !line.includes(",2026-")).toReversed();
  const wrong = kept.map((line) => line.replace("riot,2025-04,btc_sold,475,", "riot,2025-04,btc_sold,457,"));
  files.set("facts.csv", new TextEncoder().encode(`${[head, ...wrong].join("\n")}\n`));
  files.set("decisions.csv", new TextEncoder().encode("kind,company,metric,period,written,basis,note\n"));
  files.delete("spans.csv");
  return files;
}

const SUBJECTS = [
  { company: "riot", period: "2025-03" },
  { company: "bitfarms", period: "2025-Q1" },
];

/**
 * Every card of the site as its CSV, and the record's own files. What was replaced on the way is left out: it tells how the record came to
 * be, and stays visible in a store with a past.
 */
function pagesOf(record: OpenRecord): Map<string, string> {
  const figures = figuresOf({ ...record, supersessions: [] }, "2026-11-28");
  const ids = CARDS.flatMap(({ id }) => SUBJECTS.map((subject) => fillPattern(id, subject)));
  const cards = [...new Set(ids)].map((id): [string, string] => {
    const table = tableById({ figures, selection: DEFAULT_SELECTION }, id);
    return [id, table === undefined ? "" : toCsv(table)];
  });
  return new Map([...cards, ...exported(record)]);
}

const exported = (record: OpenRecord): [string, string][] =>
  RECORD_FILES.map(({ name }) => [`${name}.csv`, [...(packageFileLines(record, `${name}.csv`) ?? [])].join("")]);
const asBytes = (files: Iterable<[string, string]>): Files =>
  new Map([...files].map(([name, content]) => [name, new TextEncoder().encode(content)]));

let grown: Store;
let fresh: Store;
/** Pages of the older state of the one, and of the other. */
let past: Map<string, string>;
let present: Map<string, string>;
let pastVersion: string;
beforeAll(async () => {
  [grown, fresh] = [await opened(emptyStore), await opened(filledStore)];
  await save(grown, older());
  const before = await loadRecord(grown);
  [past, pastVersion] = [pagesOf(before), before.version.id];
  await save(grown, committed());
  present = pagesOf(await loadRecord(fresh));
}, 300_000);

test("over an older store and over an empty one the files give the same version and the same pages, byte for byte", async () => {
  const [one, other] = [await loadRecord(grown), await loadRecord(fresh)];
  expect(one.version).toEqual(other.version);
  const pages = pagesOf(one);
  expect(pages.size).toBeGreaterThan(50);
  for (const [id, content] of pages) expect(content === present.get(id), id).toBe(true);
}, 300_000);

test("the older version still gives its own pages, and they are others", async () => {
  const state = await storeState(grown, pastVersion);
  if (state === undefined) throw new Error("the older version is gone");
  const record = await loadRecord(grown, { atImport: state.seq });
  expect(record.version.id).toBe(pastVersion);
  const again = pagesOf(record);
  for (const [id, content] of past) expect(again.get(id) === content, id).toBe(true);
  expect((await dataVersion(grown)).id).not.toBe(pastVersion);
  expect(past.get("pooled-sell-through")).not.toBe(present.get("pooled-sell-through"));
}, 300_000);

test("exported and imported again it is the same version, also with a figure that was read and entered at the desk", async () => {
  const [riot] = (await loadRecord(fresh)).facts.filter(({ company, metric }) => company === "riot" && metric === "btc_produced");
  if (!riot) throw new Error("Riot has no production");
  const source = { ...riot.source, address: "https://example.org/new", publishedOn: "2026-11-20", retrievedOn: "2026-11-27" };
  await addFigure(fresh, { ...riot, source, line: 1, note: "the same figure elsewhere" }, { by: "ann", at: AT });
  const record = await loadRecord(fresh);
  expect(record.facts.some(({ source: { retrievedOn } }) => retrievedOn !== null)).toBe(true);
  const copy = await opened(emptyStore);
  await save(copy, asBytes(exported(record)));
  expect((await dataVersion(copy)).id).toBe(record.version.id);
  expect((await save(copy, asBytes(exported(await loadRecord(copy))))).seq).toBeNull();
}, 300_000);

test("a price fetched before its month was over gives way to the files' price of more days, and no other does", async () => {
  const store = await opened(smallStore);
  const fetched = (month: string, days: number) => ({ month: period(month), average: 1_000_000, close: 1_000_000, days });
  await addPrices(store, [fetched("2025-05", 12), fetched("2025-06", 30)], { by: "ann", at: AT });
  const lines = ["2025-04,85876.52,94207.31,30", "2025-05,103000.00,104000.00,31", "2025-06,105000.00,107000.00,30"];
  const files = smallRecord(undefined, { "btc-usd-monthly.csv": `month,average_usd,close_usd,days\n${lines.join("\n")}\n` });
  await save(store, files);
  const prices = (await loadRecord(store)).prices.map(({ month, average, days }) => [month, average, days]);
  expect(prices.slice(1)).toEqual([
    ["2025-05", 10_300_000, 31],
    ["2025-06", 1_000_000, 30],
  ]);
  expect((await save(store, files)).seq).toBeNull();
});
