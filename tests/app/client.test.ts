import { afterEach, describe, expect, test, vi } from "vitest";
import { clientAddress } from "@/app/client";
import { whereFrom } from "@/app/desk/guard";

const from = (list: string) => new Request("https://example.org/", { headers: { "x-forwarded-for": list } });

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("who asks", () => {
  test("is the last entry, which the server or its only proxy wrote, whatever the client wrote before", () => {
    expect(clientAddress(from("192.0.2.9, 198.51.100.7"))).toBe("198.51.100.7");
  });

  test("behind two proxies of our own is what the outer one saw; a number that cannot be read counts as none", () => {
    vi.stubEnv("TRUSTED_PROXIES", "2");
    expect(clientAddress(from("192.0.2.9, 198.51.100.7, 10.0.0.2"))).toBe("198.51.100.7");
    vi.stubEnv("TRUSTED_PROXIES", "two");
    expect(clientAddress(from("192.0.2.9, 198.51.100.7"))).toBe("198.51.100.7");
  });

  test("is told apart at the desk's door behind two proxies: one visitor's attempts do not lock out another", () => {
    vi.stubEnv("TRUSTED_PROXIES", "2");
    const seal = (visitor: string) => whereFrom(from(`${visitor}, 10.0.0.2`), "a secret of the operator");
    expect(seal("198.51.100.7")).not.toBe(seal("198.51.100.8"));
    expect(seal("198.51.100.7")).toBe(seal("198.51.100.7"));
  });
});
