import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalAddress } from "@/server/address/canonical";

const query = (target: string): string => {
  const address = canonicalAddress(target);
  return typeof address === "string" ? address : address.query;
};

describe("one view has one address", () => {
  test.each([
    ["/?utm_source=paper&fbclid=1", ""],
    ["/?panel=nasdaq&per=month&basis=gross&evidence=best&from=&c=", ""],
    ["/?to=2025-03&from=2024-04&c=riot,MARA&c=riot", "?c=mara,riot&from=2024-04&to=2025-03"],
    ["/?per=quarter&per=year", "?per=quarter"],
    ["/?price=log&metric=btc_held", "?price=log"],
    ["/compare?metric=btc_held&as=absolute", "?metric=btc_held"],
    ["/charts/sold-2025-03.png?theme=light&size=card", "?size=card"],
    ["/data/facts.csv?panel=all&asof=2025-05-31", "?asof=2025-05-31"],
    ["/feeds/all.atom?utm_source=reader", ""],
    ["/_next/static/chunks/a.js?v=1", ""],
    ["/?panel=everyone", "?panel=everyone"],
    ["/api/v1/facts?limit=5&colour=red&c=riot", "?c=riot&colour=red&limit=5"],
    ["/api/v1/sell-through?per=month&per=year", "?per=month&per=year"],
  ])("%s", (target, expected) => {
    expect(query(target)).toBe(expected);
  });

  test("is its own canonical address, whatever was sent", () => {
    const names = fc.constantFrom("c", "panel", "per", "from", "to", "basis", "asof", "version", "price", "size", "x");
    const pairs = fc.array(fc.tuple(names, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 12 });
    const paths = fc.constantFrom("/", "/months/2025-03", "/charts/map.png", "/api/v1/facts", "/data/facts.csv");
    fc.assert(
      fc.property(paths, pairs, (path, sent) => {
        const once = canonicalAddress(`${path}?${new URLSearchParams(sent).toString()}`);
        if (typeof once === "string") return;
        expect(canonicalAddress(once.path + once.query)).toEqual(once);
      }),
      { seed: 12, numRuns: 500 },
    );
  });
});

describe("what is no address", () => {
  test.each([
    ["/tables/%zz.csv", "malformed"],
    ["/%E0%A4%A.csv", "malformed"],
    ["/months/%00", "malformed"],
    ["/a%5Cb", "malformed"],
    ["/embed/..", "malformed"],
    ["/desk/%2e%2E/", "malformed"],
    ["/./months", "malformed"],
    ["*", "malformed"],
    ["http://other.example/", "malformed"],
    [`/?c=${"a".repeat(2_100)}`, "too-long"],
    [`/?${"a=1&".repeat(101)}`, "too-many"],
  ])("%s", (target, why) => {
    expect(canonicalAddress(target)).toBe(why);
  });
});

test("an accepted path has the segments that a browser would ask for: none leads up to another path", () => {
  const segments = fc.array(fc.constantFrom(".", "..", "%2e", "%2E.", "...", "a.b", "months", "embed", "desk", ""), { maxLength: 6 });
  fc.assert(
    fc.property(segments, (names) => {
      const address = canonicalAddress(`/${names.join("/")}`);
      if (typeof address === "string") return;
      expect(new URL(`http://localhost${address.path}`).pathname).toBe(address.path);
    }),
  );
});
