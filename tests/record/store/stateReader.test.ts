/** The question that the server asks for each request: what was committed before it is asked shows in its answer, whoever committed it. */
import { execFileSync } from "node:child_process";
import { copyFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Store } from "@/record/store/database/client";
import { stateReader } from "@/record/store/states/stateReader";
import { FACTS, smallRecord } from "./files";
import { emptyStore, save } from "../../stores";
import { testFolder } from "../../testFolder";

const folder = testFolder();

async function importFacts(store: Store, at: string, facts: readonly string[]): Promise<string> {
  return (await save(store, smallRecord(facts), at)).version.id;
}

/** Facts without their last line: another version of the record. */
const FEWER = FACTS.slice(0, -1);

/** The last change once more, at another time. */
const again = (at: string) =>
  `INSERT INTO Import (at, by, kind, versionId, versionDate, files, filesDate, counts, details) SELECT '${at}', by, kind, versionId, versionDate, files, filesDate, counts, details FROM Import ORDER BY id DESC LIMIT 1`;

async function filled(name: string, facts: readonly string[]): Promise<{ path: string; store: Store; version: string }> {
  const path = join(folder, name);
  const store = await emptyStore(`file:${path}`);
  return { path, store, version: await importFacts(store, "2026-07-01T12:00:00.000Z", facts) };
}

test("a change of this process, of another one, and a file in the place of the other show with the next question", async () => {
  const { path, store, version } = await filled("store.db", FEWER);
  // It looks each time whether the file is still the same one.
  const reader = stateReader(`file:${path}`, undefined, 0);
  const before = await reader.read();
  expect(before.version).toBe(version);
  expect((await reader.read()).key).toBe(before.key);

  const next = await importFacts(store, "2026-07-02T12:00:00.000Z", FACTS);
  const after = await reader.read();
  expect(after).toMatchObject({ version: next, at: "2026-07-02T12:00:00.000Z" });
  expect(after.key).not.toBe(before.key);

  const elsewhere = `import Database from "libsql"; new Database(${JSON.stringify(path)}).exec(${JSON.stringify(again("elsewhere"))});`;
  execFileSync(process.execPath, ["--input-type=module", "-e", elsewhere]);
  expect((await reader.read()).at).toBe("elsewhere");
  await store.close();

  const other = await filled("other.db", FACTS);
  await other.store.close();
  copyFileSync(other.path, `${path}.new`);
  renameSync(`${path}.new`, path);
  expect((await reader.read()).version).toBe(other.version);
  reader.close();
});

test("a hundred changes, each asked for between two, are all seen", async () => {
  const { path, store } = await filled("many.db", FACTS);
  const reader = stateReader(`file:${path}`);
  const seen = new Set<string>();
  for (let n = 0; n < 100; n++) {
    await store.prisma.$executeRawUnsafe(again(String(n)));
    const { at } = await reader.read();
    expect(at).toBe(String(n));
    seen.add((await reader.read()).key);
  }
  expect(seen.size).toBe(100);
  reader.close();
  await store.close();
});

test("a store that is not there is refused, and read once it is", async () => {
  const reader = stateReader(`file:${join(folder, "late.db")}`);
  expect(() => reader.read()).toThrow();
  const { store, version } = await filled("late.db", FACTS);
  expect((await reader.read()).version).toBe(version);
  reader.close();
  await store.close();
});
