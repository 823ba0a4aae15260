import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientKey, forwardedFor, rateLimiter } from "@/files/rateLimit";

const POLICY = { burst: 10, perMinute: 60, maxClients: 100 };

describe("rate limit", () => {
  it("lets a burst through, then one request a second, and says when to come back", () => {
    const limiter = rateLimiter(POLICY);
    const burst = Array.from({ length: 11 }, () => limiter.admit("a", 0));
    expect(burst.map(({ allowed }) => allowed)).toEqual([...Array<boolean>(10).fill(true), false]);
    expect(burst[0]?.headers).toEqual({ "RateLimit-Policy": '"requests";q=10;w=10', RateLimit: '"requests";r=9;t=1' });
    expect(burst[10]?.headers).toEqual({
      "RateLimit-Policy": '"requests";q=10;w=10',
      RateLimit: '"requests";r=0;t=10',
      "Retry-After": "1",
    });
    expect(limiter.admit("a", 500).allowed).toBe(false);
    expect(limiter.admit("a", 1000).allowed).toBe(true);
    expect(limiter.admit("a", 1001).allowed).toBe(false);
  });

  it("one client's requests do not use up another's", () => {
    const limiter = rateLimiter(POLICY);
    for (let i = 0; i < 20; i++) limiter.admit("a", 0);
    expect(limiter.admit("b", 0).allowed).toBe(true);
  });

  it("never lets more through than the burst and what came since, and whoever waits as told is let in", () => {
    const calls = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 80 });
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 600 }), (pauses, burst, perMinute) => {
        const limiter = rateLimiter({ burst, perMinute, maxClients: 5 });
        let now = 0;
        let through = 0;
        for (const pause of pauses) {
          now += pause;
          const { allowed, headers } = limiter.admit("a", now);
          if (allowed) through++;
          else {
            now += Number(headers["Retry-After"]) * 1000;
            expect(limiter.admit("a", now).allowed).toBe(true);
            through++;
          }
          expect(through).toBeLessThanOrEqual(burst + (now * perMinute) / 60_000 + 1e-6);
        }
      }),
    );
  });

  it("keeps no more clients than it may, and forgets the one that was away longest", () => {
    const limiter = rateLimiter({ ...POLICY, maxClients: 3 });
    for (let i = 0; i < 10; i++) limiter.admit("busy", i);
    for (let i = 0; i < 5000; i++) {
      limiter.admit(`flood-${i}`, 10);
      limiter.admit("busy", 10);
    }
    expect(limiter.clients).toBe(3);
    expect(limiter.admit("busy", 10).allowed).toBe(false);
  });

  it("a clock that goes back gives nothing away", () => {
    const limiter = rateLimiter(POLICY);
    for (let i = 0; i < 10; i++) limiter.admit("a", 100_000);
    expect(limiter.admit("a", 0).allowed).toBe(false);
  });

  it("refuses a policy that lets nobody through", () => {
    expect(() => rateLimiter({ ...POLICY, perMinute: 0 })).toThrow("above 0");
  });
});

describe("who a client is", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["203.0.113.7:51000", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:0001:2::9", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "unknown"],
  ])("%s → %s", (address, key) => {
    expect(clientKey(address)).toBe(key);
  });

  it.each([
    ["203.0.113.7", 1, "203.0.113.7"],
    ["6.6.6.6, 203.0.113.7", 1, "203.0.113.7"],
    ["6.6.6.6, 203.0.113.7, 10.0.0.1", 2, "203.0.113.7"],
    ["203.0.113.7", 2, "203.0.113.7"],
    [null, 1, ""],
  ])("X-Forwarded-For %s behind %i proxies → %s: what the client wrote itself is not believed", (header, proxies, address) => {
    expect(forwardedFor(header, proxies)).toBe(address);
  });
});
