import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace } from "@/finder/pace";
import { politeFetch } from "@/finder/politeFetch";
import { fakeClock } from "./fakeClock";
import { redirect, startServer, status } from "./localServer";

/** The most moments within any stretch of one second. */
function mostInASecond(moments: readonly number[]): number {
  return Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + 1000).length));
}

describe("the speed limit", () => {
  it("is kept in every stretch of a second, however the requests bunch", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2500 })), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 10 }),
        async (pauses, perSecond) => {
          const clock = fakeClock();
          const pace = new Pace(clock, perSecond);
          const moments: number[] = [];
          for (const pause of pauses) {
            clock.pass(pause);
            await pace.turn();
            moments.push(clock.now());
          }
          expect(mostInASecond(moments)).toBeLessThanOrEqual(perSecond);
        },
      ),
    );
  });

  it("counts redirects and repeats", async () => {
    const server = await startServer();
    try {
      server.pages.set("/a", { body: "a" });
      const clock = fakeClock();
      const moments: number[] = [];
      for (let i = 0; i < 10; i++) server.faults.set("/a", [redirect("/a"), status(503), ...(server.faults.get("/a") ?? [])]);
      const fetcher = politeFetch({
        userAgent: "Example desk@example.org",
        allowHosts: new Set([server.host]),
        clock,
        random: () => 0,
        retry: { tries: 30, base: 1, cap: 1, patience: 10 },
        pace: new (class extends Pace {
          override async turn(): Promise<void> {
            await super.turn();
            moments.push(clock.now());
          }
        })(clock),
      });
      expect(await fetcher({ address: `${server.origin}/a` })).toMatchObject({ answer: "fetched" });
      expect(moments).toHaveLength(server.asked.length);
      expect(server.asked.length).toBe(21);
      expect(mostInASecond(moments)).toBeLessThanOrEqual(10);
    } finally {
      await server.close();
    }
  });

  it("is shared by requests that wait at the same time", async () => {
    const waits: number[] = [];
    const still = {
      now: () => 0,
      sleep: (ms: number) => {
        waits.push(ms);
        return Promise.resolve();
      },
    };
    const pace = new Pace(still);
    await Promise.all(Array.from({ length: 40 }, () => pace.turn()));
    expect(waits).toEqual(Array.from({ length: 39 }, (_, i) => (i + 1) * 125));
  });

  it("is nothing at all while a server has asked everyone to wait, also for one that was waiting for its turn already", async () => {
    const clock = fakeClock();
    const start = clock.now();
    const held: Pace = new Pace({
      now: clock.now,
      sleep: async (ms) => {
        await clock.sleep(ms);
        if (clock.slept.length === 1) held.holdOff(30_000);
      },
    });
    await held.turn();
    await held.turn();
    expect(clock.now() - start).toBeGreaterThanOrEqual(30_125);
    held.holdOff(5000);
    await held.turn();
    expect(clock.now() - start).toBeGreaterThanOrEqual(35_125);
  });

  it("cannot be set above ten", () => {
    expect(() => new Pace(fakeClock(), 11)).toThrow(RangeError);
    expect(() => new Pace(fakeClock(), 0)).toThrow(RangeError);
  });
});
