import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LOOK_MS, watchGarbage } from "@/server/process/garbage";

const MB = 1024 * 1024;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("garbage is collected when there is enough of it since the heap was smallest, and not before", () => {
  let [used, collected] = [100 * MB, 0];
  watchGarbage({
    used: () => used,
    collect: () => {
      collected++;
      used -= 12 * MB;
    },
  });
  const after = (bytes: number): number => {
    used += bytes;
    vi.advanceTimersByTime(LOOK_MS);
    return collected;
  };
  expect([after(10 * MB), after(-30 * MB), after(12 * MB)]).toEqual([0, 0, 0]);
  expect(after(6 * MB)).toBe(1);
  // What is left is in use.
  expect([after(12 * MB), after(6 * MB)]).toEqual([1, 2]);
});

test("a process that cannot collect, as this one without --expose-gc, watches nothing", () => {
  watchGarbage({ used: () => 0 });
  expect(vi.getTimerCount()).toBe(0);
});

/** Fills its young generation, and tells how large that is by then. */
const FILLING = `
  import { getHeapSpaceStatistics } from "node:v8";
  import { parentPort } from "node:worker_threads";
  const kept = [];
  for (let i = 0; i < 1e6; i++) { const made = { i, of: [i] }; if (i % 10 === 0) kept.push(made); }
  parentPort.postMessage(getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space").space_size);
`;

test("a thread of the server has a smaller young generation than the server, which is started with a flag for its own", async () => {
  const script = `
    import { once } from "node:events";
    import { Worker } from "node:worker_threads";
    import { keepThreadsSmall } from "./src/server/process/garbage.ts";
    const youngOf = async () => (await once(new Worker(${JSON.stringify(FILLING)}, { eval: true }), "message"))[0];
    const before = await youngOf();
    keepThreadsSmall();
    console.log(JSON.stringify([before, await youngOf()]));
  `;
  const command = ["--max-semi-space-size=8", "--import", "tsx", "--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  expect(JSON.parse(stdout)).toEqual([16 * MB, 4 * MB]);
});
