/**
 * The whole path: a document is read into the queue, a person approves in another process, and the pages' tables, their CSV, the record's
 * file of facts and the feed show it here, where nothing was restarted. Undone, all of it is as it was, byte for byte.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { newsFeed } from "@/app/feeds/newsFeed";
import { toCsv } from "@/files/tables/csv";
import { packageFileLines } from "@/files/package/dataPackage";
import { period } from "@/domain/values/period";
import { appStore } from "@/record/store/database/client";
import { dataVersion } from "@/record/store/states/loadRecord";
import { tableById } from "@/cards/registry";
import { figuresAt } from "@/cards/stateAt";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { command } from "../cli/command";
import { smallStore } from "../stores";

const folder = mkdtempSync(join(tmpdir(), "sellthrough-path-"));
const url = `file:${join(folder, "record.db")}`;
vi.stubEnv("DATABASE_URL", url);
afterAll(async () => {
  await appStore().close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const RELEASE = `https://www.riotplatforms.com/may-2025

Riot Announces May 2025 Production and Operations Updates
CASTLE ROCK, Colo., June 4, 2025 -- Riot Platforms, Inc. (NASDAQ: RIOT) announces updates for May 2025.

Metric | May 2025
Bitcoin Produced | 514
Bitcoin Sold | 500
`;

const TODAY = "2025-06-10";
const TABLES = ["miners-2025-05", "periods", "history-riot", "ledger-riot", "companies", "coverage", "conflicts"];

/** All that a reader of this process can see of the record, through its own handle on the store. */
async function seen() {
  const figures = await figuresAt({ asOf: null, version: null }, TODAY);
  if (figures === undefined) throw new Error("the record is not there");
  const riot = figures.record.companies.find(({ id }) => id === "riot");
  const csvOf = (id: string): string => {
    const table = tableById({ figures, selection: DEFAULT_SELECTION }, id);
    return table === undefined ? "no such table" : toCsv(table);
  };
  return {
    version: (await dataVersion(appStore())).id,
    produced: riot && figures.choice(riot.id, "btc_produced", period("2025-05"))?.chosen.value,
    tables: Object.fromEntries(TABLES.map((id): [string, string] => [id, csvOf(id)])),
    /** Lists what was withdrawn, too. */
    history: csvOf("facts-riot"),
    facts: [...(packageFileLines(figures.record, "facts.csv") ?? [])].join(""),
    feed: newsFeed(figures, "https://record.example", riot),
  };
}

test("what is approved in one process is in the tables, files and feeds of another, and gone from them when it is undone", async () => {
  await (await smallStore(url)).close();
  const before = await seen();
  expect(Object.values(before.tables)).not.toContain("no such table");

  const release = join(folder, "release.txt");
  writeFileSync(release, RELEASE);
  const queued = await command({ DATABASE_URL: url }, "read", release, "--queue", "--by", "ann");
  expect(queued.out).toContain("2 figures were read in document 1.");
  // Read is not approved: nothing that the public sees has moved.
  expect(await seen()).toEqual(before);

  const accepted = await command({ DATABASE_URL: url }, "accept", "1", "2", "--note", "read by ann", "--by", "ann");
  expect([accepted.status, accepted.err]).toEqual([0, ""]);
  const after = await seen();
  expect(after.version).not.toBe(before.version);
  expect([before.produced, after.produced]).toEqual([undefined, 514e8]);
  expect(after.tables["miners-2025-05"]).toMatch(/^(?=.*riot)(?=.*\b514\b)(?=.*\b500\b).*$/im);
  for (const id of ["periods", "history-riot", "ledger-riot"]) expect([id, after.tables[id]]).not.toEqual([id, before.tables[id]]);
  expect(after.facts).toContain("riot,2025-05,btc_produced,514,");
  expect(before.facts).not.toContain("riot,2025-05");
  expect(after.feed).toContain("Riot in May 2025: produced 514 BTC, sold 500 BTC");
  expect(before.feed).not.toContain("Riot in May 2025");

  for (const id of ["2", "1"]) {
    const undone = await command({ DATABASE_URL: url }, "undo", id, "--note", "for the test", "--by", "ann");
    expect([id, undone.status, undone.err]).toEqual([id, 0, ""]);
  }
  const { history, ...again } = await seen();
  const { history: earlier, ...rest } = before;
  expect(again).toEqual(rest);
  expect(history).toContain(earlier.split("\r\n")[1] ?? "no first line");
  // Undone is not forgotten.
  expect(history.match(/^.*,withdrawn,.*$/gm)).toHaveLength(2);
}, 300_000);
