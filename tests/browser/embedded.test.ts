/** The snippets that the pages offer, pasted into a page of another site: the frame shows the chart whole, at a desk and on a phone. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { THEMES, WIDTHS } from "./browser";
import { pagesOf } from "./withPage";

const site = inject("site");
const withPage = pagesOf();
let other: Server;
let pasted = "";

beforeAll(async () => {
  other = createServer((_, response) => {
    const head = '<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width"><title>Other</title>';
    response.setHeader("Content-Type", "text/html; charset=utf-8").end(`${head}<body>${pasted}</body></html>`);
  });
  await new Promise<void>((ready) => other.listen(0, "localhost", ready));
});
afterAll(() => {
  other.close();
});

const otherSite = () => `http://localhost:${(other.address() as AddressInfo).port}/`;

/** The frame once it is there: as it is loaded lazily, the page may be before it. */
async function embedIn(iframe: Locator): Promise<Frame> {
  const frame = await (await iframe.elementHandle()).contentFrame();
  if (!frame) throw new Error("the page has no frame");
  await frame.waitForURL(/\/embed\//);
  return frame;
}

/** The two snippets of a card, as a visitor would copy them. */
async function snippets(path: string, id: string): Promise<{ current: string; frozen: string; script: string }> {
  let texts: string[] = [];
  await withPage({}, path, async (page) => {
    const card = page.locator(`section#${id}`);
    await card.locator("summary", { hasText: "Embed" }).click();
    await card.locator(".cite-text pre").first().waitFor();
    texts = await card.locator(".cite-text pre").allInnerTexts();
  });
  const [current = "", frozen = ""] = texts.filter((text) => text.includes("<iframe"));
  const script = texts.find((text) => text.startsWith("<script")) ?? "";
  return { current, frozen, script };
}

describe.each([
  ["/months/2025-03", "sold-2025-03"],
  ["/", "pooled-sell-through"],
  ["/companies/riot", "history-riot"],
  ["/map", "map"],
])("from %s the chart %s", (path, id) => {
  it("fits its frame without scrolling, in any light, without a script; current and frozen show the same today", async () => {
    const { current, frozen } = await snippets(path, id);
    expect([current.includes("version="), frozen.includes("version=")]).toEqual([false, true]);
    pasted = current + frozen;
    for (const width of Object.values(WIDTHS)) {
      await withPage({ width, script: false }, otherSite(), async (page) => {
        const seen: string[] = [];
        let today = "";
        for (const [at, snippet] of [current, frozen].entries()) {
          const iframe = page.locator("iframe").nth(at);
          await iframe.scrollIntoViewIfNeeded();
          const frame = await embedIn(iframe);
          const box = await iframe.boundingBox();
          expect(box?.width, `${width}`).toBeLessThanOrEqual(width);
          // What follows the record says no figure in its name; the frozen one says what its chart shows, and which state it is.
          const [name, title] = [(await iframe.getAttribute("title")) ?? "", await frame.locator("h1").innerText()];
          if (snippet === current) {
            expect(name).toBe(title);
            today = title;
          } else {
            expect(title.startsWith(today)).toBe(true);
            expect(title).toMatch(/version [0-9a-f]{12}/);
            expect([name.startsWith(title), name.length > title.length], name).toEqual([true, true]);
          }
          for (const colorScheme of THEMES) {
            await page.emulateMedia({ colorScheme });
            const [needed, place] = await frame.locator("html").evaluate(
              (html) =>
                [
                  [html.scrollWidth, html.scrollHeight],
                  [html.clientWidth, html.clientHeight],
                ] as const,
            );
            expect(needed, `${width} ${colorScheme}: the frame is ${place.join(" × ")}`).toEqual(place);
          }
          expect(await frame.locator("figcaption").innerText()).toMatch(/Sources: .+ version [0-9a-f]{12}/);
          expect(await frame.locator("figcaption a").getAttribute("href")).toContain(`#${id}`);
          seen.push((await frame.locator("svg").allInnerTexts()).join("\n"));
        }
        expect(seen[0]).toBe(seen[1]);
      });
    }
  });
});

const COLUMNS = [320, 380, 500, 640, 720, 1000];

it.each(["no script", "its script"])(
  `in columns of ${COLUMNS.join(", ")} px on a wide page the whole chart shows, with %s`,
  async (which) => {
    const { current, script } = await snippets("/", "pooled-sell-through");
    const isLive = which === "its script";
    pasted = COLUMNS.map((column) => `<div style="width:${column}px">${current}</div>`).join("") + (isLive ? script : "");
    await withPage({ script: isLive }, otherSite(), async (page) => {
      for (const [at, column] of COLUMNS.entries()) {
        const iframe = page.locator("iframe").nth(at);
        await iframe.scrollIntoViewIfNeeded();
        const frame = await embedIn(iframe);
        const room = () =>
          frame.locator("html").evaluate((html) => [html.clientWidth - html.scrollWidth, html.clientHeight - html.scrollHeight]);
        expect(await room(), `${column} px`).toEqual([0, 0]);
        expect((await iframe.boundingBox())?.width).toBe(Math.min(column, 720));
        const unused = () =>
          frame.locator("main").evaluate((main) => document.documentElement.clientHeight - main.getBoundingClientRect().height);
        if (isLive) await expect.poll(unused).toBeLessThanOrEqual(25);
      }
    });
  },
);

it("no page and no picture may be framed", async () => {
  for (const path of ["/", "/months/2025-03", "/months/2025-03/press", "/data", "/charts/sold-2025-03.svg"]) {
    expect([path, (await fetch(site + path)).status]).toEqual([path, 200]);
    pasted = `<iframe src="${site}${path}"></iframe>`;
    await withPage({}, otherSite(), async (page) => {
      const framed = () =>
        page
          .frames()
          .find((one) => one !== page.mainFrame())
          ?.url();
      await expect.poll(framed, { message: path }).toBe("chrome-error://chromewebdata/");
    });
  }
});

it("the API counts clients by their connection: a header of their own makes no other client of them", async () => {
  // Only what has to be made is counted.
  const left = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      const { headers } = await fetch(`${site}/api/v1/aggregates?from=20${10 + n}-01`, {
        headers: { "X-Forwarded-For": `203.0.113.${n}` },
      });
      return Number(/;r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
    }),
  );
  expect(new Set(left).size).toBe(left.length);
});
