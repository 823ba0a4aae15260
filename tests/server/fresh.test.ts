/**
 * No stale byte: whoever asks after an import was acknowledged gets the new state, from every process, whatever is kept; on a file and on a
 * libSQL server.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { serve } from "../running";
import { rounds } from "../rounds";
import { committed, filledStore, save } from "../stores";
import { libsqlServers } from "./libsql";

const folder = mkdtempSync(join(tmpdir(), "sellthrough-fresh-"));
const servers = libsqlServers();
const READERS = rounds(24);
const IMPORTS = 3;

afterAll(() => {
  servers.stopAll();
  rmSync(folder, { recursive: true, force: true });
});

/** The committed record with another note on its first decision-free fact: another version each time. */
function changed(times: number): Map<string, Uint8Array> {
  const files = committed();
  const facts = Buffer.from(files.get("facts.csv") ?? [])
    .toString("utf8")
    .trimEnd();
  const lines = Array.from(
    { length: times },
    (_, n) => `riot,2025-0${n + 1},avg_ehs,${20 + n}.125,company_release,2025-0${n + 2}-05,https://www.riotplatforms.com/fresh-${n},`,
  );
  files.set("facts.csv", Buffer.from(`${[facts, ...lines].join("\n")}\n`));
  return files;
}

const PATHS = ["/api/v1/companies.json", "/tables/miners-2025-03.json", "/data/datapackage.json", "/"];
const versionIn = (body: string): string[] => [...body.matchAll(/\b[0-9a-f]{12}\b/g)].map(([id]) => id);

/** An import keeps this process busy, for longer on a slow machine than a server waits for a request: such a reader asks again. */
function unlessCut(error: unknown): undefined {
  if (!(error instanceof Error && (error.cause as NodeJS.ErrnoException | undefined)?.code === "ECONNRESET")) throw error;
}

describe.each([
  ["a file", () => Promise.resolve(`file:${join(folder, "store.db")}`)],
  ["a libSQL server", async () => (await servers.start()).url],
])("on %s", (_, open) => {
  test("readers of two processes see each import with their next request", { timeout: 600_000 }, async () => {
    const url = await open();
    const store = await filledStore(url);
    const sites = await Promise.all([serve(url, { PREPARE: "1" }), serve(url, { PREPARE: "1" })]);
    const first = ((await (await fetch(`${sites[0].base}/healthz`)).json()) as { version: string }).version;
    const versions = [first];
    const stale: string[] = [];
    let [reading, asked] = [true, 0];
    // A connection each time: one that is kept would idle while an import keeps this process busy, until the server closes it.
    const reader = async (n: number) => {
      // However slow the machine: each reads each address once more after the last import.
      for (let [turn, left] = [n, PATHS.length]; reading || left > 0; turn++) {
        const known = versions.length;
        const path = PATHS[turn % PATHS.length] ?? "/";
        const answer = await fetch((sites[turn % 2]?.base ?? "") + path, { headers: { connection: "close" } }).catch(unlessCut);
        if (answer === undefined) continue;
        const body = await answer.text();
        asked++;
        if (!reading) left--;
        if (answer.status === 429 || answer.status === 503) continue;
        const seen = versionIn(body).filter((id) => versions.includes(id));
        // Before the request was sent `known` versions were acknowledged: an earlier one alone would be stale.
        if (seen.length > 0 && !seen.some((id) => versions.indexOf(id) >= known - 1))
          stale.push(`${path} ${seen.join()} of ${versions.join()}`);
      }
    };
    const readers = Array.from({ length: READERS }, (_reader, n) => reader(n));
    for (let n = 1; n <= IMPORTS; n++) {
      versions.push((await save(store, changed(n), `2026-07-02T12:00:0${n}.000Z`)).version.id);
      // An import keeps this process busy: the readers read on before the next one.
      for (const enough = asked + READERS; asked < enough;) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    reading = false;
    await Promise.all(readers);
    await Promise.all(sites.map(({ stop }) => stop()));
    await store.close();
    expect(new Set(versions).size).toBe(IMPORTS + 1);
    expect(asked).toBeGreaterThanOrEqual(READERS * PATHS.length);
    expect(stale).toEqual([]);
  });
});
