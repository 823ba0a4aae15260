import { afterEach, expect, test, vi } from "vitest";
import { siteAddress } from "@/app/site";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ["where the site is served", undefined, "3131", "http://localhost:3131"],
  ["where it is served by default", undefined, undefined, "http://localhost:3000"],
  ["the public address, without its last stroke", "https://example.org/", "3131", "https://example.org"],
])("citations, feeds and links to share name %s", (_, site, port, address) => {
  vi.stubEnv("SITE_URL", site);
  vi.stubEnv("PORT", port);
  expect(siteAddress()).toBe(address);
});
