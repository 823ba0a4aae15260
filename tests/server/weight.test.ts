/** What a page weighs, those of tables among them: at most 100 kB as it is and 20 kB compressed, whatever is selected hardly more. */
import { brotliCompressSync, constants } from "node:zlib";
import { expect, test } from "vitest";
import { fillPattern } from "@/cards/card";
import { CARDS } from "@/cards/registry";
import { METRIC_IDS } from "@/domain/values/metric";
import { PAGES } from "../browser/pages";
import { seedRecord } from "../domain/seed";
import { sharedSite } from "./shared";

const [MOST_RAW, MOST_BROTLI] = [100_000, 20_000];

const EMBEDS = ["pooled-sell-through", "sold-2025-03", "history-riot", "stance-lanes", "map"].map((id) => `/embed/${id}`);
const MORE = [
  ...METRIC_IDS.map((metric) => `/coverage?metric=${metric}`),
  "/companies/mara",
  "/companies/riot",
  "/companies/riot/dollars",
  "/compare",
  "/compare?c=riot,cleanspark,mara,hive,bitfarms,hut8&layout=multiples",
  "/takeaway/pooled-sell-through",
  "/search?q=riot",
];
/** All companies and all years: the selections that make each page heaviest. */
const PLAIN = ["panel=all", "panel=all&per=quarter", "panel=all&basis=net", "panel=all&from=2022-01"];
const HEAVY = [
  "/",
  "/months",
  "/months/2024",
  "/companies",
  "/companies/mara",
  "/strategies",
  "/map",
  "/signal",
  "/coverage",
  "/conflicts",
];
const HEAVIEST = [
  ...HEAVY.flatMap((path) => PLAIN.map((query) => `${path}?${query}`)),
  ...METRIC_IDS.map((metric) => `/coverage?metric=${metric}&panel=all&per=quarter`),
  ...["pooled-sell-through", "held-together", "pooled-sell-through,held-together,held-change"].map((ids) => `/?panel=all&tables=${ids}`),
  "/companies/mara?panel=all&tables=history-mara,holdings-mara,held-change-mara",
  "/?panel=all&evidence=firsthand&basis=net&price=log",
  "/?panel=all&asof=2026-06-01",
  "/?c=riot,mara,cleanspark,hive,bitfarms,hut8,iren,cipher&per=month&from=2022-01",
];

/** Nearly all companies picked, and as many as are named in an address: of more, those left out are named. */
const IDS = seedRecord().companies.map(({ id }) => id);
const NEARLY_ALL = `c=${IDS.slice(1).join(",")}`;
const HALF = `c=${IDS.slice(0, Math.floor(IDS.length / 2)).join(",")}`;
const MORE_THAN_HALF = `c=${IDS.slice(0, Math.floor(IDS.length / 2) + 1).join(",")}`;
const DATES = "from=2022-01&to=2025-12&basis=net&evidence=reported&asof=2026-05-31";
/** A thousand links repeat such a selection. */
const MOST_RAW_REPEATED = 115_000;

const site = sharedSite();

async function expectLight(path: string, mostRaw = MOST_RAW): Promise<string> {
  const answer = await fetch(site.base + path, { headers: { "Accept-Encoding": "identity" } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const packed = (quality: number) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
  // Most are small enough with little effort, and the best that can be done takes twenty times as long.
  const quick = packed(5);
  expect([path, answer.status]).toEqual([path, 200]);
  expect(bytes.length, `bytes of ${path} as they are`).toBeLessThanOrEqual(mostRaw);
  expect(quick <= MOST_BROTLI ? quick : packed(constants.BROTLI_MAX_QUALITY), `bytes of ${path} compressed`).toBeLessThanOrEqual(
    MOST_BROTLI,
  );
  return bytes.toString("utf8");
}

test.each([...PAGES, ...MORE, ...EMBEDS, ...HEAVIEST, ...HEAVY.map((path) => `${path}?${NEARLY_ALL}`)])(
  "%s is light",
  { timeout: 60_000 },
  async (path) => {
    await expectLight(path);
  },
);

test.each([HALF, MORE_THAN_HALF].flatMap((picked) => HEAVY.map((path) => `${path}?${picked}&${DATES}`)))(
  "%s, the longest selection that there is, is hardly heavier",
  { timeout: 60_000 },
  async (path) => {
    await expectLight(path, MOST_RAW_REPEATED);
  },
);

/** Those of which the record knows most. */
const FILLS = { company: "riot", period: "2025-03" };

test.each(CARDS.map(({ id }) => `/tables/${fillPattern(id, FILLS)}`))("%s is light, each page of it", { timeout: 60_000 }, async (path) => {
  const first = await expectLight(path);
  const others = new Set([...first.matchAll(/href="(\?page=\d+)/g)].map(([, query = ""]) => query));
  for (const query of others) await expectLight(path + query);
});
