/**
 * What MDN's HTTP Observatory says of the site behind https. Its analysis is given our answers; certificate and redirect from http are of
 * the proxy that stands before the site, so they are taken as done.
 */
import fs from "node:fs";
import { isHstsPreloaded } from "@mdn/mdn-http-observatory/src/analyzer/hsts.js";
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { Requests } from "@mdn/mdn-http-observatory/src/types.js";
import { beforeAll, expect, test, vi } from "vitest";
import { SHARED_SITE, sharedSite } from "./shared";

const site = sharedSite();

beforeAll(() => {
  // The package fetches browsers' list of preloaded sites when it is installed; ours would be on none.
  const list = vi.spyOn(fs, "readFileSync").mockReturnValueOnce("{}");
  expect(isHstsPreloaded("sellthrough.example")).toBeNull();
  list.mockRestore();
});

/** Verdict of each test that adds or takes points, by its name. */
async function verdicts(path: string): Promise<Map<string, number>> {
  const answer = await fetch(site.base + path, { redirect: "manual" });
  const text = await answer.text();
  const response = { headers: Object.fromEntries(answer.headers), status: answer.status, verified: true, data: text, httpEquiv: new Map() };
  const asked = new Requests("sellthrough.example");
  const url = new URL(path, SHARED_SITE);
  Object.assign(asked.responses, {
    auto: response,
    cors: response,
    http: response,
    https: response,
    httpRedirects: [
      { url: new URL(path, "http://sellthrough.example"), status: 301 },
      { url, status: 200 },
    ],
  });
  Object.assign(asked, { session: { url, jar: undefined } });
  asked.resources.path = (answer.headers.get("content-type") ?? "").startsWith("text/html") ? text : "";
  return new Map(
    ALL_TESTS.map((each) => each(asked)).flatMap(({ result }) => {
      const points = result === null ? 0 : getScoreModifier(result);
      return points === 0 ? [] : [[result ?? "", points]];
    }),
  );
}

const total = (points: Map<string, number>): number => [...points.values()].reduce((sum, each) => sum + each, 100);

test.each(["/", "/months/2025-03", "/companies/hive", "/nowhere"])("the page %s has at least 130 points", async (path) => {
  const found = await verdicts(path);
  expect(total(found), JSON.stringify([...found])).toBeGreaterThanOrEqual(130);
});

// Ten points are for answers that other sites may not load; these are published to be loaded there.
test.each(["/tables/pooled-sell-through.csv", "/charts/pooled-sell-through.svg", "/api/v1/companies", "/embed/pooled-sell-through"])(
  "%s, which is for other sites too, has all points but those for keeping it from them",
  async (path) => {
    const found = await verdicts(path);
    expect(total(found), JSON.stringify([...found])).toBeGreaterThanOrEqual(120);
  },
);
