/** What holds for every page: it answers, it fits, it is light, and nobody is locked out. */
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { looks, overflow, WIDTHS } from "./browser";
import { complaints } from "../words/grammar";
import { linesOf } from "../words/pageText";
import { PAGES } from "./pages";
import { pagesOf } from "./withPage";

const site = inject("site");
const MOST_BYTES = 60_000;
const withPage = pagesOf();

/** Widths in CSS px between and below those of a phone and a desk. */
const COLUMNS = [320, 640, 768, 1024];
/** In CSS px. */
const SMALLEST_TEXT = 11;
const EMBEDS = ["pooled-sell-through", "sold-2025-03", "map", "history-riot", "held-change", "stance-lanes"].map((id) => `/embed/${id}`);

/** Size in CSS px of the smallest text that stands in a drawing. */
async function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes = [...document.querySelectorAll<SVGTextElement>("svg text")].flatMap((text) => {
      const scale = text.getBoundingClientRect().width === 0 ? null : text.getScreenCTM();
      return scale === null ? [] : [parseFloat(getComputedStyle(text).fontSize) * Math.min(scale.a, scale.d)];
    });
    return Math.min(99, ...sizes);
  });
}

/** Expects that nothing of the page is wider than the window, and that the text of its drawings can be read. */
async function fits(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const text = await smallestText(page);
  expect({ width, overflow: await overflow(page), isLegible: text >= SMALLEST_TEXT, text }).toEqual({
    width,
    overflow: 0,
    isLegible: true,
    text,
  });
}

describe.each(PAGES)("%s", (path) => {
  it("is readable within 60 kB compressed, before any script, with a title, a description, one headline and no style of its own", async () => {
    const response = await fetch(site + path);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(gzipSync(html).byteLength).toBeLessThan(MOST_BYTES);
    expect(html).toMatch(/<title>[^<]{8,}<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/\sstyle="/);
  });

  it("says what it says in order: articles, agreement, one name for one thing", async () => {
    const lines = linesOf(await (await fetch(site + path)).text());
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.flatMap(complaints)).toEqual([]);
  });

  it("fits every width, its charts stay legible, has no errors, and axe finds nothing in light and dark on a phone and a desk", async () => {
    await withPage({}, "about:blank", async (page) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(site + path);
      for (const width of [...COLUMNS, ...Object.values(WIDTHS)]) await fits(page, width);
      for (const width of Object.values(WIDTHS)) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await looks(page, width)]).toEqual([width, []]);
      }
      expect(errors).toEqual([]);
    });
  });
});

it.each([...EMBEDS, "/changes/since?asof=2025-05-01", "/compare", "/companies/riot/dollars"])(
  "%s fits every width, and its charts stay legible",
  async (path) => {
    await withPage({ script: false }, path, async (page) => {
      expect(await page.locator("[style]").count()).toBe(0);
      for (const width of COLUMNS) await fits(page, width);
    });
  },
);
