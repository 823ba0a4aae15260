/** Tables keep to their frame: at a desk they fit it, on a phone they scroll in it and their rows stay low. */
import { expect, it } from "vitest";
import { overflow } from "./browser";
import { pagesOf } from "./withPage";

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

it.each(PATHS)("%s at 1440, 1280 and 390 px", async (path) => {
  await withPage({}, path, async (page) => {
    for (const width of [1440, 1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await overflow(page)]).toEqual([width, 0]);
      const tables = await page.locator(".table-region:not(.wide)").evaluateAll((regions) =>
        regions.map((region) => ({
          id: region.querySelector("table")?.id ?? "",
          over: region.scrollWidth - region.clientWidth,
          highest: Math.max(0, ...[...region.querySelectorAll("tbody tr")].map((row) => row.getBoundingClientRect().height)),
        })),
      );
      if (width >= 1280) expect([width, tables.filter(({ over }) => over > 0)]).toEqual([width, []]);
      else expect(tables.filter(({ highest }) => highest > HIGHEST_ROW)).toEqual([]);
    }
  });
});
