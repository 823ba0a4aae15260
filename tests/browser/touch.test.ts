/** A finger on a chart: the first tap shows the values, where they can be seen, later ones move them, a tap outside ends them. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { pagesOf } from "./withPage";

const withPage = pagesOf({ width: 390, height: 844, touch: true, strict: true });

const CARD = "section#pooled-sell-through";

/** Whether the box with the values is wholly on the screen, and what it says; undefined where none is shown. */
const shown = async (page: Page): Promise<{ readonly says: string; readonly seen: boolean } | undefined> =>
  page.evaluate(() => {
    const tip = document.querySelector<HTMLElement>("[data-tooltip]");
    if (!tip) return undefined;
    const { top, bottom } = tip.getBoundingClientRect();
    return { says: tip.innerText, seen: top >= 0 && bottom <= window.innerHeight };
  });

it.each(["start", "end"] as const)("a tap shows the values on the screen when the chart stands at its %s", async (block) => {
  await withPage({}, "/", async (page) => {
    const chart = page.locator(`${CARD} .chart-live`);
    await chart.evaluate((element, place) => {
      element.scrollIntoView({ block: place, behavior: "instant" });
    }, block);
    const box = await chart.boundingBox();
    if (!box) throw new Error("there is no chart");
    const tap = (part: number) => page.touchscreen.tap(box.x + box.width * part, box.y + box.height / 2);
    await tap(0.5);
    await expect.poll(() => shown(page)).toMatchObject({ seen: true });
    const first = await shown(page);
    expect(new URL(page.url()).pathname).toBe("/");
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe("none");
    await tap(0.8);
    await expect.poll(async () => (await shown(page))?.says).not.toBe(first?.says);
    // The margin of the page is outside of everything.
    await page.touchscreen.tap(4, box.y + box.height / 2);
    await expect.poll(() => shown(page)).toBeUndefined();
  });
});
