/** On a phone nothing is left unsaid or too small: events and companies keep their names, controls are large enough for a finger. */
import { expect, inject, it } from "vitest";
import { PAGES } from "./pages";
import { pagesOf } from "./withPage";

const site = inject("site");
const withPage = pagesOf({ width: 390, height: 844, touch: true });

it("names the events below the chart, before and after it is alive, at the same height", async () => {
  await withPage({}, "/", async (page) => {
    const card = page.locator("section#pooled-sell-through");
    const names = card.locator(".chart-events:visible li");
    const said = await names.allInnerTexts();
    expect(said.length).toBeGreaterThan(1);
    expect(said.some((name) => name.includes("halving"))).toBe(true);
    for (const number of said.keys())
      expect(await card.locator(".chart-plot text:visible", { hasText: new RegExp(`^${number + 1}$`) }).count()).toBe(1);
    const height = (await card.boundingBox())?.height;
    await card.locator(".chart-live[tabindex='0']").focus();
    await page.waitForFunction(() => document.querySelector("#pooled-sell-through [data-live=ready] .recharts-wrapper") !== null);
    expect(await names.allInnerTexts()).toEqual(said);
    expect((await card.boundingBox())?.height).toBe(height);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => card.locator(".chart-events:visible").count()).toBe(0);
  });
});

it("no chart cuts a name or a title short", async () => {
  await withPage({ script: false }, "/", async (page) => {
    for (const path of [
      "/strategies",
      "/months/2025-04",
      "/months/2025-10",
      "/months/2024-Q1",
      "/compare?c=mara,riot",
      "/signal",
      "/embed/stance-lanes",
    ]) {
      await page.goto(site + path);
      const cut = await page.locator(".chart-plot text:visible", { hasText: "…" }).allTextContents();
      expect([path, cut]).toEqual([path, []]);
    }
  });
});

it("controls are 44 px high for a finger", async () => {
  await withPage({ script: false }, "/", async (page) => {
    for (const path of PAGES) {
      await page.goto(site + path);
      const small = await page.evaluate(() => {
        const controls = document.querySelectorAll<HTMLElement>(
          "main :is(button, select, summary, input:not([type=hidden])), nav a, .switch a, .takeaway a, .tabs a, .presets a",
        );
        return [...controls].flatMap((control) => {
          const target = /radio|checkbox/.test(control.getAttribute("type") ?? "") ? (control.closest("label") ?? control) : control;
          const { width, height } = target.getBoundingClientRect();
          return !control.checkVisibility() || width === 0 || (height > 43.5 && width > 23.5)
            ? []
            : [`${control.textContent.trim()}: ${width} × ${height}`];
        });
      });
      expect([path, small]).toEqual([path, []]);
    }
  });
});

it.each(["/figures/riot/2025-04/sell_through", "/data", "/method"])("%s has links to copy, each to a place that it has", async (path) => {
  await withPage({}, path, async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const buttons = page.getByRole("button", { name: /^Copy link to / });
    const count = await buttons.count();
    expect(count).toBeGreaterThan(0);
    for (let i = 0; i < count; i++) {
      await buttons.nth(i).click();
      await expect.poll(() => buttons.nth(i).innerText()).toBe("Copied");
      const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
      expect(copied.pathname).toBe(path);
      expect(await page.locator(`[id="${copied.hash.slice(1)}"]`).count()).toBe(1);
    }
  });
});
