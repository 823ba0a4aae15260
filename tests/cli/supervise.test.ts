import { describe, expect, test } from "vitest";
import { type ServerRun, supervise } from "@/cli/supervise";

const died: ServerRun = { status: 134, signal: "SIGABRT", wasReady: true, lastedMs: 1_000 };

/** Lets the runs pass one after another; after the last one the program is told to stop. */
async function watch(runs: readonly ServerRun[]) {
  const [pauses, said]: [number[], string[]] = [[], []];
  let ran = 0;
  const status = await supervise({
    run: () => Promise.resolve(runs[ran++] ?? died),
    stopping: () => ran > runs.length,
    pause: (ms) => Promise.resolve(void pauses.push(ms)),
    say: (line) => said.push(line),
  });
  return { status, pauses, said, ran };
}

describe("a server that died", () => {
  test("is started again, with growing pauses up to a minute", async () => {
    const { pauses, status } = await watch(Array.from({ length: 9 }, () => died));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(status).toBe(0);
  });

  test("after a long run is started again at once", async () => {
    expect((await watch([died, died, { ...died, lastedMs: 10 * 60_000 }, died])).pauses).toEqual([1_000, 2_000, 1_000, 2_000]);
  });

  test("is said to have died, and of what", async () => {
    const { said } = await watch([died, { ...died, status: 137, signal: "SIGKILL" }, { ...died, status: 3, signal: null }]);
    expect(said[0]).toContain("memory ran out");
    expect(said[1]).toContain("killed");
    expect(said[2]).toContain("status 3");
  });

  test("before it ever came up is not started again: its reason has to be read", async () => {
    const { status, pauses, ran } = await watch([{ ...died, status: 1, signal: null, wasReady: false }]);
    expect({ status, pauses, ran }).toEqual({ status: 1, pauses: [], ran: 1 });
  });
});
