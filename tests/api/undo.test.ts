/** After an undo the record says what it said before, but not everything about it: whoever has a copy from before is told so. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getFeed } from "@/app/feeds/[file]/route";
import { GET as getApi } from "@/app/api/v1/[[...path]]/route";
import { GET as getRecord } from "@/app/data/[file]/route";
import { GET as getTable } from "@/app/tables/[file]/route";
import { queueDocument } from "@/record/store/review/documents";
import { accept, undo } from "@/record/store/review/review";
import { finish } from "@/server/responses/finished";
import { smallRecord } from "../record/store/files";
import { ask, fileAsker, openWorld, type World } from "./world";
import { emptyStore } from "../stores";

/** Ann works after this process began: what is served is never dated before the program that makes it. */
const START = Date.now();
const ann = (minute: number) => ({ by: "ann", at: new Date(START + minute * 60_000).toISOString() });

type Get = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
const table = fileAsker(getTable);
const record = fileAsker(getRecord);
const feed = fileAsker(getFeed);
const api: Get = (path, headers = {}) =>
  getApi(ask(path, headers), { params: Promise.resolve({ path: path.replace("/api/v1/", "").split(/[?/]/).slice(0, 1) }) });

/** Whatever may speak of what was withdrawn, or of a day before it was. */
const ASKED: readonly (readonly [string, Get])[] = [
  ["/tables/facts-riot.csv", table],
  ["/tables/corrections.json", table],
  ["/tables/contents.xlsx", table],
  ["/data/facts.csv", record],
  ["/data/facts.csv?asof=2025-06-05", record],
  ["/data/datapackage.json?asof=2025-06-05", record],
  ["/feeds/riot.atom", feed],
  ["/api/v1/facts?c=riot", api],
];

let world: World;
let version = "";
beforeAll(async () => {
  world = await openWorld(emptyStore);
  version = await world.save(smallRecord());
}, 60_000);
afterAll(() => world.close());

interface Seen {
  readonly etag: string;
  readonly body: string;
}

async function seen(path: string, get: Get): Promise<Seen> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  const body = Buffer.from(await response.arrayBuffer());
  // As the server finishes it.
  const captured = { status: 200, headers: Object.fromEntries(response.headers), body };
  const { etag } = await finish(captured, { path, cacheControl: "public, no-cache", lastModified: "", vary: [] }, []);
  return { etag, body: body.toString("utf8") };
}

const all = async () => new Map(await Promise.all(ASKED.map(async ([path, get]) => [path, await seen(path, get)] as const)));

describe("an approval and its undoing", () => {
  let before: ReadonlyMap<string, Seen>;
  beforeAll(async () => {
    before = await all();
    const document = { sha256: "a".repeat(64), address: "https://www.riotplatforms.com/may-2025", kind: "company_release" } as const;
    const read = { company: "riot", metric: "btc_produced", period: "2025-05", plain: "514", written: "514" } as const;
    const certain = { amount: 514e8, start: 0, end: 4, confidence: "high" as const, reasons: [] };
    await queueDocument(
      world.store,
      {
        ...document,
        ...{ title: "May 2025", company: "riot", publishedOn: "2025-06-04", retrievedOn: "2025-06-05" },
        ...{ text: "Bitcoin produced 514", warnings: [], candidates: [{ ...read, ...certain }] },
      },
      ann(1),
    );
    await accept(world.store, { ids: [1] }, ann(2), { note: "read by ann" });
    expect((await seen("/tables/facts-riot.csv", table)).body).not.toBe(before.get("/tables/facts-riot.csv")?.body);
    await undo(world.store, 1, "for the test", ann(3));
  }, 60_000);

  test("the version is the earlier one, the table of the facts is not", async () => {
    const now = await seen("/tables/facts-riot.csv", table);
    expect(now.body).toMatch(/,2025-05,.*,514,.*withdrawn/);
    const page = (await (await table("/tables/facts-riot.json")).json()) as { version: { id: string } };
    expect(page.version.id).toBe(version);
  });

  test.each(ASKED)("%s: a copy from before bears another tag exactly when the bytes are others", async (path, get) => {
    const [then, now] = [before.get(path), await seen(path, get)];
    expect(now.etag === then?.etag).toBe(now.body === then?.body);
  });
});
