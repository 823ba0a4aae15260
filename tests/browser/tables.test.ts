/** Tables keep to their frame: at a desk they fit it, on a phone they scroll in it and their rows stay low. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser, overflow, visit } from "./browser";

const site = inject("site");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const PATHS = [
  "/",
  "/months",
  "/months/2025-03",
  "/companies",
  "/companies/hive",
  "/conflicts",
  "/changes",
  "/coverage",
  "/data",
  "/method",
];
/** A row of more lines than this is a column too narrow for its sentences. */
const HIGHEST_ROW = 160;

it.each([1440, 1280, 390])("at %i px", async (width) => {
  const context = await visit(browser, { width, touch: width < 640 });
  const page = await context.newPage();
  for (const path of PATHS) {
    await page.goto(site + path);
    expect([path, await overflow(page)]).toEqual([path, 0]);
    const tables = await page.locator(".table-region:not(.wide)").evaluateAll((regions) =>
      regions.map((region) => ({
        id: region.querySelector("table")?.id ?? "",
        over: region.scrollWidth - region.clientWidth,
        highest: Math.max(0, ...[...region.querySelectorAll("tbody tr")].map((row) => row.getBoundingClientRect().height)),
      })),
    );
    if (width >= 1280) expect(tables.filter(({ over }) => over > 0)).toEqual([]);
    else expect(tables.filter(({ highest }) => highest > HIGHEST_ROW)).toEqual([]);
  }
  await context.close();
});
