/** The operator's way from a document to the record without a browser. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRecord } from "@/record/store/states/loadRecord";
import { command } from "./command";
import { smallStore } from "../stores";
import { testFolder } from "../testFolder";

const folder = testFolder();
const url = `file:${join(folder, "record.db")}`;

const record = (...args: string[]) => command({ DATABASE_URL: url }, ...args);

const release = join(folder, "release.txt");
writeFileSync(
  release,
  "https://www.riotplatforms.com/may-2025\n\nRiot Announces May 2025 Production and Operations Updates\nCASTLE ROCK, Colo., June 4, 2025 -- Riot Platforms, Inc. (NASDAQ: RIOT) announces updates for May 2025.\n\nMetric | May 2025\nBitcoin Produced | 514\n",
);

test("from the document to the record: read, queue, accept, audit", async () => {
  const store = await smallStore(url);
  expect((await record("read", release, "--queue")).out).toContain("1 figure was read in document 1.");
  expect((await record("queue")).out).toMatch(/1 {2}riot 2025-05 btc_produced 514 BTC/);
  // Whoever watches is told what takes time, and no program that reads the output.
  const terminal = process.stderr.isTTY;
  for (const [watched, told] of [
    [true, "Weighing 1 figure that waits …\n"],
    [false, ""],
  ] as const) {
    process.stderr.isTTY = watched;
    const { err, out } = await record("queue");
    expect([err, out.includes("Weighing")]).toEqual([told, false]);
  }
  process.stderr.isTTY = terminal;
  expect(await record("accept", "x")).toMatchObject({
    status: 1,
    err: expect.stringContaining('"x" is no number of a candidate') as string,
  });
  expect((await record("accept", "1", "--by", "ann")).out).toContain("+ riot 2025-05 btc_produced 514");
  expect((await loadRecord(store)).facts.at(-1)?.source.publishedOn).toBe("2025-06-04");
  expect(await record("audit")).toMatchObject({ status: 0, out: expect.stringContaining("The log holds: 3 entries") as string });
  await store.prisma.$executeRawUnsafe('DROP TRIGGER "AuditEntry_no_update"');
  await store.prisma.$executeRawUnsafe(`UPDATE "AuditEntry" SET "by" = 'eve' WHERE "seq" = 2`);
  expect(await record("audit")).toMatchObject({ status: 1, err: expect.stringContaining("broken at entry 2") as string });
  await store.close();
}, 240_000);

test("a dry run of a single figure is refused, and the figure is not entered", async () => {
  const ours = `file:${join(folder, "typed.db")}`;
  const store = await smallStore(ours);
  const figure = ["--company", "riot", "--metric", "btc_sold", "--period", "2025-05", "--value", "500", "--kind", "news_report"];
  const { status, err } = await command({ DATABASE_URL: ours }, "add", ...figure, "--source", "https://news.example.org/x", "--dry-run");
  expect([status, err]).toEqual([1, expect.stringContaining("--dry-run is for files")]);
  expect((await loadRecord(store)).facts.filter(({ period }) => period === "2025-05")).toEqual([]);
  await store.close();
}, 60_000);
