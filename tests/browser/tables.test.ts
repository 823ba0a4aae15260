/** Tables keep to their frame: at a desk they fit it, on a phone they scroll in it and their rows stay low. */
import { expect, inject, it } from "vitest";
import { overflow } from "./browser";
import { pagesOf } from "./withPage";

const site = inject("site");
const withPage = pagesOf();

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
  await withPage({ width, touch: width < 640 }, "/", async (page) => {
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
  });
});
