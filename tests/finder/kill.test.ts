import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Archive, documentsIn, readDocument } from "@/finder/archive/archive";
import { type Disk, realDisk } from "@/finder/archive/disk";
import { ArchiveInUse } from "@/finder/archive/lock";
import { type LocalServer, startServer } from "./localServer";
import { buildWorld, DOCUMENTS, type Finder, finderOn } from "./world";
import { bundled } from "../bundled";

let server: LocalServer;
const finders: Finder[] = [];
beforeEach(async () => {
  server = await startServer();
  buildWorld(server);
});
afterEach(async () => {
  for (const finder of finders.splice(0)) finder.clear();
  await server.close();
});

function newFinder(): Finder {
  const finder = finderOn(server);
  finders.push(finder);
  return finder;
}

/** Dies at its nth step, sometimes in the middle of it, and does nothing ever after. */
function mortalDisk(steps: number, halfway: boolean): Disk & { readonly taken: () => number } {
  let taken = 0;
  const killed = (): never => {
    throw Object.assign(new Error("killed"), { code: "KILLED" });
  };
  const step =
    <A extends unknown[]>(act: (...args: A) => void, half?: (...args: A) => void) =>
    (...args: A): void => {
      taken++;
      if (taken > steps) killed();
      if (taken === steps) {
        if (halfway) half?.(...args);
        killed();
      }
      act(...args);
    };
  return {
    taken: () => taken,
    write: step(realDisk.write, (path, content) => {
      realDisk.write(path, content.slice(0, content.length / 2));
    }),
    rename: step(realDisk.rename, realDisk.rename),
    append: step(realDisk.append, (path, line) => {
      appendFileSync(path, line.slice(0, line.length / 2));
    }),
    remove: step(realDisk.remove),
  };
}

const isKill = (error: unknown): boolean => error instanceof Error && error.message === "killed";

/** Everything in the archive is whole. */
function checkWhole(folder: string): string[] {
  return documentsIn(folder).flatMap((document) => {
    expect(readDocument(document)).toHaveLength(document.bytes);
    return document.origins.map(({ address }) => address);
  });
}

describe("a kill at any step on the disk", () => {
  it("leaves only whole documents, and the run that follows fetches none of them again", { timeout: 120_000 }, async () => {
    const whole = mortalDisk(Infinity, false);
    await newFinder().run({}, whole);
    const steps = whole.taken();
    expect(steps).toBeGreaterThan(40);

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: steps }), fc.boolean()), { minLength: 1, maxLength: 3 }),
        async (deaths) => {
          const finder = newFinder();
          let kept: string[] = [];
          for (const [at, halfway] of deaths) {
            const from = server.asked.length;
            await finder.run({}, mortalDisk(at, halfway)).catch((error: unknown) => {
              if (!isKill(error)) throw error;
            });
            expectNoneAskedAgain(kept, from);
            kept = checkWhole(finder.folder);
          }
          const from = server.asked.length;
          const report = await finder.run();
          expectNoneAskedAgain(kept, from);
          expect(report.problems).toEqual([]);
          expect(checkWhole(finder.folder).sort()).toEqual(DOCUMENTS.map((path) => server.origin + path).sort());
          expect(report.proposals).toHaveLength(1);
          expect(report.prices).toHaveLength(2);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("makes the next run the same run: the lists that it had are not asked for again, its finds are in the report", async () => {
    const finder = newFinder();
    const whole = mortalDisk(Infinity, false);
    await newFinder().run({}, whole);
    await finder.run({}, mortalDisk(whole.taken(), true)).catch((error: unknown) => {
      if (!isKill(error)) throw error;
    });
    const from = server.asked.length;
    const report = await finder.run();
    expect(report.run.resumed).toBe(true);
    expect(server.asked.slice(from)).toEqual([]);
    expect(report.documents).toHaveLength(DOCUMENTS.length);
  });

  it("long ago does not: lists have changed since", async () => {
    const finder = newFinder();
    await finder.run({}, mortalDisk(30, false)).catch((error: unknown) => {
      if (!isKill(error)) throw error;
    });
    finder.clock.pass(86_400_000);
    server.pages.set("/prices?from=2025-08-01&to=2025-11-10", { body: '{"data":[]}' });
    const report = await finder.run();
    expect(report.run.resumed).toBe(false);
    expect(report.problems).toEqual([]);
  });
});

function expectNoneAskedAgain(kept: readonly string[], from: number): void {
  const asked = server.asked.slice(from).map(({ path }) => server.origin + path);
  expect(asked.filter((address) => kept.includes(address))).toEqual([]);
}

describe("a program that is killed", () => {
  it("from outside, in the middle of a document, goes on where it was", { timeout: 120_000 }, async () => {
    const work = mkdtempSync(join(tmpdir(), "finder-child-"));
    const folder = join(work, "archive");
    try {
      // The second exhibit never ends until the program is dead.
      const slow = DOCUMENTS[1] ?? "";
      server.faults.set(slow, [
        (_, response) => {
          response.writeHead(200, { "content-type": "text/html", "content-length": "100" }).write("<html>");
          child.kill("SIGKILL");
        },
      ]);
      const start = (): ChildProcess =>
        spawn(process.execPath, [bundled("tests/finder/killed.ts"), folder, server.origin], {
          stdio: ["ignore", "inherit", "inherit"],
        });
      const child = start();
      expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
      expect(existsSync(join(folder, "lock"))).toBe(true);
      const kept = checkWhole(folder);
      expect(kept.length).toBeGreaterThan(0);
      const from = server.asked.length;
      expect(await once(start(), "exit")).toEqual([0, null]);
      expectNoneAskedAgain(kept, from);
      expect(checkWhole(folder)).toHaveLength(4);
      expect(existsSync(join(folder, "lock"))).toBe(false);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});

describe("two finders on one folder", () => {
  it("are one too many", () => {
    const { folder } = newFinder();
    const archive = Archive.open(folder);
    expect(() => Archive.open(folder)).toThrow(ArchiveInUse);
    archive.close();
    // The parent of this test lives.
    writeFileSync(join(folder, "lock"), String(process.ppid));
    expect(() => Archive.open(folder)).toThrow(new RegExp(`Process ${process.ppid} is fetching`));
    // No such process.
    writeFileSync(join(folder, "lock"), "4194305");
    Archive.open(folder).close();
    writeFileSync(join(folder, "lock"), "torn");
    Archive.open(folder).close();
  });
});
