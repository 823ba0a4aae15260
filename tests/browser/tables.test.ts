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

it("a figure that is second-hand has a mark of its own shape, which the key explains, with and without colours, on a phone too", async () => {
  for (const width of [1440, 390])
    await withPage({ width }, "/months/2025-10", async (page) => {
      const card = page.locator("#miners-2025-10");
      const shapeOf = (company: string) =>
        card
          .locator("tbody tr", { hasText: company })
          .locator("td i.ev")
          .first()
          .evaluate(
            (mark) => `${mark.textContent}: ${getComputedStyle(mark).borderTopLeftRadius} ${getComputedStyle(mark).transform !== "none"}`,
          );
      expect(await shapeOf("CleanSpark")).toBe("reported: 50% false");
      expect(await shapeOf("HIVE Digital")).toBe("reported, second-hand: 0px true");
      const key = card.locator(".key li", { hasText: "second-hand" });
      expect(await key.innerText()).toContain("summary that somebody made");
      expect(await key.locator("i.ev.sh").isVisible()).toBe(true);
      // Not squeezed by words that wrap beside it.
      expect(await key.locator("i.ev.sh").evaluate((mark) => getComputedStyle(mark).width)).toBe("8px");
    });
});

it("a table with more columns than a phone shows fades at its edge until its end is reached; one that fits does not", async () => {
  const fades = (selector: string) => `getComputedStyle(document.querySelector("${selector}")).maskImage !== "none"`;
  const region = "#miners-2025-10 .table-region";
  await withPage({ width: 390 }, "/months/2025-10", async (page) => {
    expect(await page.evaluate(fades(region))).toBe(true);
    await page.locator(region).evaluate((element) => {
      element.scrollLeft = element.scrollWidth;
    });
    await expect.poll(() => page.evaluate(fades(region))).toBe(false);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => page.evaluate(fades(region))).toBe(false);
  });
});
