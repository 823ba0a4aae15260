/** What holds for every page: it answers, it fits, it is light, and nobody is locked out. */
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { looks, overflow, WIDTHS } from "./browser";
import { complaints } from "../words/grammar";
import { linesOf } from "../words/pageText";
import { PAGES } from "./pages";
import { pagesOf } from "./withPage";

const site = inject("site");
const MOST_BYTES = 60_000;
const withPage = pagesOf();

describe.each(PAGES)("%s", (path) => {
  it("is readable within 60 kB compressed, before any script, with a title, a description and one headline", async () => {
    const response = await fetch(site + path);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(gzipSync(html).byteLength).toBeLessThan(MOST_BYTES);
    expect(html).toMatch(/<title>[^<]{8,}<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  });

  it("says what it says in order: articles, agreement, one name for one thing", async () => {
    const lines = linesOf(await (await fetch(site + path)).text());
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.flatMap(complaints)).toEqual([]);
  });

  it("fits a phone and a desk, has no errors, and axe finds nothing in light and dark", async () => {
    await withPage({}, "about:blank", async (page) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(site + path);
      for (const width of Object.values(WIDTHS)) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await overflow(page)]).toEqual([width, 0]);
        expect([width, await looks(page, width)]).toEqual([width, []]);
      }
      expect(errors).toEqual([]);
    });
  });
});
