/** A hundred kills of a program that fills a record: after each it goes on where it was, and in the end nothing is lost or doubled. Seeded. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { documentsIn } from "@/finder/archive";
import { verifyAudit } from "@/record/store/auditCheck";
import { type Filling, fillingOn } from "../finder/filling";
import { type LocalServer, startServer } from "../finder/localServer";
import { bundled } from "../bundled";

const KILLS = 100;
const SEED = 20_240_101;
const root = mkdtempSync(join(tmpdir(), "sellthrough-kills-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Kills the program while it takes the step of this number; true when it had ended before. */
function runAndKill({ store, folder }: Filling, server: LocalServer, step: number): Promise<boolean> {
  const args = [bundled("tests/finder/filled.ts"), store.url, folder, server.origin];
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

test(`after ${KILLS} kills during backfills the queue is that of a backfill that nobody killed, and a document was asked for again only after a kill in the middle of its fetch`, async () => {
  const server = await startServer();
  const whole = await fillingOn(server, join(root, "whole"), SEED);
  try {
    await whole.run();
    const expected = await whole.snapshot();
    let random = SEED;
    let kills = 0;
    for (let world = 1; kills < KILLS; world++) {
      const filling = await fillingOn(server, join(root, String(world)), SEED);
      const from = server.asked.length;
      let killed = 0;
      for (let ended = false; !ended;) {
        random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
        // When there were kills enough, it may end.
        ended = await runAndKill(filling, server, kills < KILLS ? 1 + (Math.floor(random / 65_536) % 4) : Number.POSITIVE_INFINITY);
        if (!ended) {
          kills++;
          killed++;
        }
      }
      expect(await filling.snapshot()).toEqual(expected);
      expect(documentsIn(filling.folder)).toHaveLength(filling.year.documents.length);
      expect((await verifyAudit(filling.store)).ok).toBe(true);
      // A kill between a request and the answer's place on the shelf lets one document be asked for once more; what is on the shelf never is.
      const asked = filling.year.documents.map((path) => server.asked.slice(from).filter((one) => one.path === path).length);
      expect(Math.min(...asked)).toBe(1);
      expect(asked.reduce((sum, times) => sum + times - 1, 0)).toBeLessThanOrEqual(killed);
      await filling.store.close();
    }
    expect(kills).toBe(KILLS);
  } finally {
    await whole.store.close();
    await server.close();
  }
}, 900_000);
