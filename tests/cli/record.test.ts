/** The operator's command: what it says, how it ends, and, as processes of their own, what is left when it is killed or runs twice. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataVersion, loadRecord } from "@/record/store/states/loadRecord";
import { command, spawned } from "./command";
import { committed, emptyStore, filed, filledStore } from "../stores";
import { testFolder } from "../testFolder";

const folder = testFolder();

function changed(): string {
  const dir = join(folder, "changed");
  cpSync("prisma/data", dir, { recursive: true });
  const path = join(dir, "facts.csv");
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, lines.filter((line, i) => i === 0 || !line.includes(",btc_produced,")).join("\n"));
  // Decisions must name a figure that the files state.
  const decisions = join(dir, "decisions.csv");
  writeFileSync(decisions, `${readFileSync(decisions, "utf8").split("\n")[0]}\n`);
  return dir;
}

test("a malformed file is told by line and column, ends with status 1 and leaves the store alone", async () => {
  const dir = join(folder, "bad");
  cpSync("prisma/data", dir, { recursive: true });
  writeFileSync(join(dir, "events.csv"), "date,label,kind,source\n2025-02-30,Halving,network,\n");
  const url = `file:${join(folder, "bad.db")}`;
  const store = await emptyStore(url);
  const { status, err } = await command({ DATABASE_URL: url }, "import", dir);
  expect(status).toBe(1);
  expect(err).toContain('events.csv:2:date "2025-02-30" is no day; write it as 2025-03-31');
  expect((await dataVersion(store)).seq).toBe(0);
  await store.close();
}, 60_000);

test("check lists doubts and ends with status 0", async () => {
  const { status, out } = await command({ DATABASE_URL: "file:unused.db" }, "check");
  expect([status, out.includes("Two sources that differ")]).toEqual([0, true]);
}, 60_000);

test("documents that are kept elsewhere are in a backup, and are put back there", async () => {
  const documents = join(folder, "elsewhere");
  mkdirSync(documents);
  writeFileSync(join(documents, "filing.htm"), "<p>514</p>");
  const url = `file:${join(folder, "whole.db")}`;
  await (await emptyStore(url)).close();
  const backup = join(folder, "backup");
  const made = await command({ DATABASE_URL: url, SELLTHROUGH_DOCUMENTS: documents }, "backup", backup);
  expect([made.status, made.err]).toEqual([0, ""]);
  const home = join(folder, "home");
  const back = { DATABASE_URL: `file:${join(folder, "again.db")}`, SELLTHROUGH_DOCUMENTS: home };
  expect((await command(back, "restore", backup)).status).toBe(0);
  expect(readFileSync(join(home, "filing.htm"), "utf8")).toBe("<p>514</p>");
}, 60_000);

test("an import that is killed half-way leaves the store as it was, and runs again afterwards", async () => {
  const url = `file:${join(folder, "killed.db")}`;
  const store = await filledStore(url);
  const before = await loadRecord(store);
  const dir = changed();
  const rows = async () => Number((await store.prisma.$queryRawUnsafe<{ n: bigint }[]>('SELECT count(*) AS n FROM "Supersession"'))[0]?.n);
  let interrupted = 0;
  for (const wait of [0, 15, 40, 80]) {
    const { child, ended } = spawned({ DATABASE_URL: url }, "import", dir);
    // A row that the import has written and not yet committed makes the write-ahead log grow: that is when it is under way.
    await untilWriting(store.url.slice("file:".length), child);
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill("SIGKILL");
    const { status } = await ended;
    if ((await dataVersion(store)).seq !== 1) break;
    if (status === null) interrupted++;
    expect([await rows(), (await loadRecord(store)).version.id]).toEqual([0, before.version.id]);
  }
  expect(interrupted).toBeGreaterThan(0);
  expect((await command({ DATABASE_URL: url }, "import", dir)).status).toBe(0);
  expect((await loadRecord(store)).supersessions.length).toBeGreaterThan(700);
  await store.close();
}, 240_000);

/** Waits until someone holds the store's write lock, or the importer ended. */
async function untilWriting(path: string, child: { readonly exitCode: number | null }): Promise<void> {
  const { createClient } = await import("@libsql/client");
  const client = createClient({ url: `file:${path}`, timeout: 0 });
  try {
    while (child.exitCode === null) {
      const held = await client.executeMultiple("BEGIN IMMEDIATE; ROLLBACK;").then(
        () => false,
        () => true,
      );
      if (held) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  } finally {
    client.close();
  }
}

test("of two imports at once none is lost or mixed", async () => {
  const url = `file:${join(folder, "two.db")}`;
  const setUp = await emptyStore(url);
  const both = [spawned({ DATABASE_URL: url }, "import", "prisma/data"), spawned({ DATABASE_URL: url }, "import", "prisma/data")];
  const ends = await Promise.all(both.map(({ ended }) => ended));
  expect(ends.some(({ status }) => status === 0)).toBe(true);
  for (const { status, err } of ends) if (status !== 0) expect(err).toContain("Another import");
  const record = await loadRecord(setUp);
  expect([(await dataVersion(setUp)).seq, record.facts.length, record.supersessions.length]).toEqual([
    1,
    filed(committed()).facts.length,
    0,
  ]);
  await setUp.close();
}, 120_000);
