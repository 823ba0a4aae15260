import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { usualPace, usualPerSecond } from "@/finder/http/pace";
import { politeFetch } from "@/finder/http/politeFetch";
import { AT_ONCE } from "./fakeClock";
import { redirect, startServer, status } from "./localServer";

/** The most moments within any stretch of one second. */
function mostInASecond(moments: readonly number[]): number {
  return Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + 1000).length));
}

describe("the speed limit of a host", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is kept in every stretch of a second, however the requests bunch", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2500 })), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 10 }),
        async (pauses, perSecond) => {
          const pace = usualPace(() => perSecond);
          const moments: number[] = [];
          const requests = pauses.map(async (pause, i) => {
            await new Promise((resolve) => setTimeout(resolve, pause * (i % 3)));
            await pace.turn("www.example.org");
            moments.push(Date.now());
          });
          await vi.runAllTimersAsync();
          await Promise.all(requests);
          expect(moments).toHaveLength(pauses.length);
          expect(mostInASecond(moments)).toBeLessThanOrEqual(perSecond);
        },
      ),
      { seed: 20251110, numRuns: 50 },
    );
  });

  it("is below the ten that the SEC allows, and lower at the sites of companies and wires", () => {
    expect(usualPerSecond("www.sec.gov")).toBeLessThan(10);
    expect(usualPerSecond("data.sec.gov")).toBeLessThan(10);
    expect(usualPerSecond("ir.mara.com")).toBeLessThan(usualPerSecond("www.sec.gov"));
    expect(usualPerSecond("www.notsec.gov")).toBe(usualPerSecond("ir.mara.com"));
  });

  it("does not slow down another host", async () => {
    const pace = usualPace(() => 1);
    const start = Date.now();
    const all = Promise.all(["a.org", "b.org", "c.org"].map((host) => pace.turn(host)));
    await vi.runAllTimersAsync();
    await all;
    expect(Date.now()).toBe(start);
  });

  it("is nothing at all while the host has asked everyone to wait, also for one that was waiting for its turn already", async () => {
    const pace = usualPace(() => 8);
    const start = Date.now();
    const moments: Record<string, number> = {};
    const turn = async (name: string, host: string) => {
      await pace.turn(host);
      moments[name] = Date.now() - start;
    };
    const all = [turn("first", "a.org"), turn("waiting", "a.org")];
    pace.holdOff("a.org", 30_000);
    pace.holdOff("a.org", 5_000);
    all.push(turn("other", "b.org"));
    await vi.runAllTimersAsync();
    await Promise.all(all);
    expect(moments["other"]).toBe(0);
    expect(moments["waiting"]).toBeGreaterThanOrEqual(30_000);
  });
});

it("counts redirects and repeats", async () => {
  const server = await startServer();
  try {
    server.pages.set("/a", { body: "a" });
    for (let i = 0; i < 10; i++) server.faults.set("/a", [redirect("/a"), status(503), ...(server.faults.get("/a") ?? [])]);
    const turns: string[] = [];
    const fetcher = politeFetch({
      userAgent: "Example desk@example.org",
      allowHosts: new Set([server.host]),
      retry: { tries: 30, base: 1, cap: 1, patience: 10 },
      pace: {
        ...AT_ONCE.pace,
        turn: (host) => {
          turns.push(host);
          return Promise.resolve();
        },
      },
    });
    expect(await fetcher({ address: `${server.origin}/a` })).toMatchObject({ answer: "fetched" });
    expect(turns).toHaveLength(server.asked.length);
    expect(server.asked.length).toBe(21);
  } finally {
    await server.close();
  }
});
