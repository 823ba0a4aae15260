/** What a page weighs: at most 100 kB as it is and 20 kB compressed, but for those whose very content is the whole record in one table. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PAGES } from "../browser/pages";
import { filledStore, serve, type Served } from "./served";

const [MOST_RAW, MOST_BROTLI] = [100_000, 20_000];

/** Pages that may be larger, with what makes them so. */
const LARGER: Readonly<Record<string, { readonly raw: number; readonly why: string }>> = {
  "/months": { raw: 115_000, why: "a row for each month of the record, with all that is counted in it" },
  "/coverage": { raw: 140_000, why: "a link to each known figure of each month, and three tables of counts" },
  "/embed/map": { raw: 155_000, why: "the value of each cell, told on tap without a request" },
};

const EMBEDS = ["pooled-sell-through", "sold-2025-03", "history-riot", "stance-lanes", "map"].map((id) => `/embed/${id}`);
const MORE = [
  "/companies/mara",
  "/companies/riot",
  "/companies/riot/dollars",
  "/compare",
  "/compare?c=riot,cleanspark,mara,hive,bitfarms,hut8&layout=multiples",
  "/takeaway/pooled-sell-through",
  "/search?q=riot",
];

const folder = mkdtempSync(join(tmpdir(), "sellthrough-weight-"));
let site: Served;

beforeAll(async () => {
  const database = `file:${join(folder, "store.db")}`;
  await (await filledStore(database)).close();
  site = await serve(database);
}, 900_000);

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([...PAGES, ...MORE, ...EMBEDS])("%s is light", { timeout: 60_000 }, async (path) => {
  const answer = await fetch(site.base + path, { headers: { "Accept-Encoding": "identity" } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
  expect(answer.status).toBe(200);
  expect(bytes.length, "bytes as they are").toBeLessThanOrEqual(LARGER[path]?.raw ?? MOST_RAW);
  expect(packed.length, "bytes compressed").toBeLessThanOrEqual(MOST_BROTLI);
});
