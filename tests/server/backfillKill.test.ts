/** A program that fills records is killed again and again: after each kill it goes on where it was, and in the end nothing is lost or doubled. Seeded. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { documentsIn } from "@/finder/archive/archive";
import { verifyAudit } from "@/record/store/copies/auditCheck";
import { type Filling, fillingOn } from "../finder/filling";
import { type LocalServer, startServer } from "../finder/localServer";
import { bundled } from "../bundled";
import { randomFrom, rounds } from "../rounds";

const KILLS = rounds(32);
/** Backfills side by side, each with a record, an archive and a server of its own. */
const LANES = 4;
/** So many months of each company: what was fetched is read again after each kill. */
const MONTHS = 4;
/** A run is killed in one of its first steps: what comes later is the next run's. */
const MOST_STEPS = 4;
const SEED = 20_240_101;
const root = mkdtempSync(join(tmpdir(), "sellthrough-kills-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Kills the program while it takes the step of this number; true when it had ended before. */
function runAndKill({ store, folder }: Filling, server: LocalServer, step: number): Promise<boolean> {
  const args = [bundled("tests/finder/filled.ts", { whole: true }), store.url, folder, server.origin];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.length;
    if (said >= step) child.kill("SIGKILL");
  });
  return new Promise((resolve, reject) => {
    child.on("close", (status, signal) => {
      if (signal === "SIGKILL") resolve(false);
      else if (status === 0) resolve(true);
      else reject(new Error(`it ended with status ${status}`));
    });
  });
}

/** What the queue holds, whichever server it came from. */
const queueOf = async (filling: Filling, { origin }: LocalServer): Promise<string[]> =>
  JSON.stringify(await filling.snapshot(), null, 1)
    .replaceAll(origin, "")
    .split("\n");

/** Fills a record, killed `kills` times on the way at most; how often it was, when it has ended. */
async function fillUnderKills(lane: string, seed: number, kills: number, expected: unknown): Promise<number> {
  const server = await startServer();
  const filling = await fillingOn(server, join(root, lane), SEED, MONTHS);
  const random = randomFrom(seed);
  try {
    let killed = 0;
    // When there were kills enough, it may end.
    while (!(await runAndKill(filling, server, killed < kills ? 1 + random(MOST_STEPS) : Number.POSITIVE_INFINITY))) killed++;
    expect(await queueOf(filling, server)).toEqual(expected);
    expect(documentsIn(filling.folder)).toHaveLength(filling.year.documents.length);
    expect((await verifyAudit(filling.store)).ok).toBe(true);
    // A kill between a request and the answer's place on the shelf lets one document be asked for once more; what is on the shelf never is.
    const asked = filling.year.documents.map((path) => server.asked.filter((one) => one.path === path).length);
    expect(Math.min(...asked)).toBe(1);
    expect(asked.reduce((sum, times) => sum + times - 1, 0)).toBeLessThanOrEqual(killed);
    return killed;
  } finally {
    await filling.store.close();
    await server.close();
  }
}

test(`after ${KILLS} kills during backfills the queue is that of a backfill that nobody killed, and a document was asked for again only after a kill in the middle of its fetch`, async () => {
  const server = await startServer();
  const whole = await fillingOn(server, join(root, "whole"), SEED, MONTHS);
  await whole.run();
  const expected = await queueOf(whole, server);
  await whole.store.close();
  await server.close();
  let left = KILLS;
  let kills = 0;
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    for (let world = 1; left > 0; world++) {
      const wanted = Math.min(left, Math.ceil(KILLS / LANES));
      left -= wanted;
      const killed = await fillUnderKills(`${lane}-${world}`, SEED + 100 * lane + world, wanted, expected);
      kills += killed;
      left += wanted - killed;
    }
  });
  await Promise.all(lanes);
  expect(kills).toBe(KILLS);
}, 900_000);
