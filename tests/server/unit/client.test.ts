import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { addressReader, clientKey, setClientAddress } from "@/server/requests/clientAddress";
import { fairUse } from "@/server/requests/fairUse";
import { loggable } from "@/server/process/log";

const request = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: { ...(forwarded !== undefined && { "x-forwarded-for": forwarded }), "x-forwarded-proto": "https" },
  }) as unknown as IncomingMessage;

describe("who asks", () => {
  test("is whom the connection comes from, whatever a client writes", () => {
    for (const trusted of [undefined, "", "0"]) expect(addressReader(trusted)(request("192.0.2.1", "198.51.100.7"))).toBe("192.0.2.1");
  });

  test("behind proxies of our own is whom the outermost saw, by their number or their addresses", () => {
    const through = request("10.0.0.1", "203.0.113.9, 198.51.100.7, 10.0.0.2");
    expect(addressReader("1")(request("10.0.0.1", "203.0.113.9, 198.51.100.7"))).toBe("198.51.100.7");
    expect(addressReader("2")(through)).toBe("198.51.100.7");
    expect(addressReader("10.0.0.0/8")(through)).toBe("198.51.100.7");
    expect(addressReader("10.0.0.0/8")(request("192.0.2.1", "198.51.100.7"))).toBe("192.0.2.1");
  });

  test("TRUSTED_PROXIES that says nothing that can be read is refused", () => {
    expect(() => addressReader("two")).toThrow("TRUSTED_PROXIES");
  });

  test("the pages get that one address; a client's own words about itself are gone", () => {
    const asked = request("192.0.2.1", "198.51.100.7");
    setClientAddress(asked, "192.0.2.1", false);
    expect(asked.headers).toEqual({ "x-forwarded-for": "192.0.2.1" });
  });

  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::ffff:cb00:7109", "203.0.113.9"],
    ["203.0.113.9:4711", "203.0.113.9"],
    ["[2001:DB8:1:2::3]:443", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["", "unknown"],
  ])("%s is counted under %s", (address, key) => {
    expect(clientKey(address)).toBe(key);
  });
});

describe("fair use", () => {
  test("each client has a share of its own, and is told when it is used up", async () => {
    const share = fairUse({ requests: 3, seconds: 60 });
    const first = await share("192.0.2.7");
    expect(first.headers).toMatchObject({ "RateLimit-Policy": '"requests";q=3;w=60' });
    expect(first.headers["RateLimit"]).toMatch(/^"requests";r=2;t=\d+$/);
    await share("192.0.2.7");
    await share("192.0.2.7");
    const refused = await share("192.0.2.7");
    expect([refused.allowed, Number(refused.headers["Retry-After"]) > 0]).toEqual([false, true]);
    expect((await share("192.0.2.8")).allowed).toBe(true);
  });
});

test("the log has no value of the desk's addresses", () => {
  expect(loggable("/desk/rows?flash=secret&hmac=abc")).toBe("/desk/rows?flash=…&hmac=…");
  expect(loggable("/months/2025-03?per=quarter")).toBe("/months/2025-03?per=quarter");
});
