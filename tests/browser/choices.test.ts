/** What a visitor chooses stands in the address, follows the chart wherever it goes, and is said there. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "csv-parse/sync";
import { describe, expect, inject, it } from "vitest";
import { pagesOf } from "./withPage";

const site = inject("site");
const withPage = pagesOf({ strict: true });

describe("changes of holdings", () => {
  it("stand beside the total on a company's page, as chart, as table and as file", async () => {
    await withPage({}, "/companies/riot?per=quarter", async (page) => {
      const card = page.locator("section#held-change-riot");
      expect(await card.locator("h2").innerText()).toBe("Riot: change of the bitcoin held, per quarter");
      expect(await card.locator(".chart:visible .chart-plot").count()).toBe(1);
      await card.getByRole("link", { name: "Table", exact: true }).click();
      await page.waitForURL(/tables=held-change-riot/);
      const row = page.locator("section#held-change-riot tr", { hasText: "Q1 2026" });
      expect(await row.innerText()).toMatch(/−2,326[\s\S]*−13%[\s\S]*−\$155 million[\s\S]*15,679/);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page
          .locator("section#held-change-riot")
          .getByRole("link", { name: /^CSV: / })
          .click(),
      ]);
      expect(await readFile(await file.path(), "utf8")).toMatch(/2026-Q1,[^\r\n]*,-2326,reported/);
    });
  });

  it("stand on the overview for all companies together", async () => {
    await withPage({ script: false }, "/", async (page) => {
      const card = page.locator("section#held-change");
      expect(await card.innerText()).toMatch(/known at the beginning and at the end (rose|fell) by [\d,.]+ BTC in/);
      expect(await card.locator(".chart:visible .chart-plot").count()).toBe(1);
    });
  });
});

describe("the list of companies", () => {
  it("finds by name, takes a group and gives one back, and applies it at once", async () => {
    await withPage({}, "/", async (page) => {
      const fold = page.locator("details.fold", { hasText: "Companies" }).first();
      await fold.locator("summary").click();
      const boxes = fold.getByRole("checkbox");
      const all = await boxes.count();
      await fold.getByRole("searchbox").fill("hut8");
      expect(await boxes.count()).toBe(1);
      expect(await fold.getByRole("status").innerText()).toBe("1 found");
      await page.keyboard.press("Escape");
      expect(await boxes.count()).toBe(all);
      await fold.getByRole("searchbox").fill("hut8");
      await page.keyboard.press("Enter");
      await page.waitForURL(/[?&]c=hut8$/);
      await fold.getByRole("button", { name: "Remove Hut 8" }).waitFor();
      await fold.getByRole("button", { name: "Sellers" }).click();
      await page.waitForURL((url) => (url.searchParams.get("c")?.split(",").length ?? 0) > 1);
      const chosen = new URL(page.url()).searchParams.get("c")?.split(",") ?? [];
      await page.locator(".chips button").first().click();
      await page.waitForURL((url) => url.searchParams.get("c")?.split(",").length === chosen.length - 1);
    });
  });
});

describe("the table view and the scale", () => {
  it("stay through a reload, another choice, and Back", async () => {
    await withPage({}, "/", async (page) => {
      const table = page.locator("section#pooled-sell-through table.data");
      await page.locator("section#pooled-sell-through .switch").getByRole("link", { name: "Table" }).click();
      await page.waitForURL(/tables=pooled-sell-through/);
      await page.reload();
      expect(await table.isVisible()).toBe(true);
      await page.locator("label", { hasText: /^Quarters$/ }).click();
      await page.waitForURL((url) => url.searchParams.get("per") === "quarter");
      expect(new URL(page.url()).searchParams.get("tables")).toBe("pooled-sell-through");
      expect(await table.isVisible()).toBe(true);
      await page.locator(".presets").getByRole("link", { name: "Since 2022" }).click();
      await page.waitForURL(/from=2022/);
      expect(await table.isVisible()).toBe(true);
      await page.goBack();
      await page.goBack();
      await expect.poll(() => new URL(page.url()).search).toBe("?tables=pooled-sell-through");
      expect(await table.isVisible()).toBe(true);
      await page.goBack();
      await expect.poll(() => table.count()).toBe(0);
    });
  });

  it("of the price are a choice below the chart", async () => {
    await withPage({}, "/?panel=all", async (page) => {
      await page.getByRole("link", { name: "logarithmic" }).click();
      await page.waitForURL((url) => url.searchParams.get("price") === "log" && url.searchParams.get("panel") === "all");
      expect(await page.locator("section#pooled-sell-through .chart:visible .chart-plot").innerHTML()).toContain("log scale");
      await page.getByRole("link", { name: "linear" }).click();
      await page.waitForURL((url) => url.searchParams.get("price") === "linear");
    });
  });
});

describe("an earlier day", () => {
  it("is named by every card, by the picture that is shared, and by the embed", async () => {
    await withPage({}, "/?asof=2025-05-01", async (page) => {
      for (const title of await page.locator("section.fig:has(.takeaway) h2").allInnerTexts())
        expect(title).toMatch(/, as known on 1 May 2025$/);
      const image = await page.locator("meta[property='og:image']").getAttribute("content");
      const card = await (await fetch((image ?? "").replace(".png", ".svg"))).text();
      // Words are broken into lines.
      expect(card.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")).toContain("as known on 1 May 2025");
    });
    await withPage({}, "/embed/pooled-sell-through?asof=2025-05-01", async (page) => {
      expect(await page.locator("h1").innerText()).toMatch(/, as known on 1 May 2025$/);
    });
  });

  it("is compared with today, figure by figure and in its effect, with files of both", async () => {
    await withPage({}, "/changes/since?asof=2025-05-01", async (page) => {
      expect(await page.locator("section#since-effect .chart:visible .chart-plot").count()).toBe(1);
      for (const id of ["since", "since-effect"]) {
        const href = await page
          .locator(`section#${id}`)
          .getByRole("link", { name: /^CSV: / })
          .getAttribute("href");
        const csv = await (await fetch(`${site}${href}`)).text();
        expect(csv.split("\r\n").length).toBeGreaterThan(20);
        expect(csv).toContain("as known on 1 May 2025");
      }
    });
  });
});

describe("an embed", () => {
  it("is light or dark as it is chosen: in the snippets and in the preview", async () => {
    await withPage({}, "/months/2025-03", async (page) => {
      const box = page.locator("section#sold-2025-03 details[data-embed]");
      await box.locator("summary").click();
      const preview = box.frameLocator("iframe");
      expect(await preview.locator("h1").innerText()).toBe("Bitcoin sold, March 2025");
      await box.getByLabel("Dark").check();
      const snippets = (await box.locator("pre").allInnerTexts()).filter((text) => text.includes("<iframe"));
      expect(snippets.map((text) => /theme=dark/.test(text))).toEqual([true, true]);
      await expect.poll(() => preview.locator("html").getAttribute("data-theme")).toBe("dark");
      await expect.poll(async () => (await box.locator("iframe").boundingBox())?.height ?? 384).not.toBe(384);
      await box.getByLabel("As the reader’s").check();
      expect(await box.locator("pre").first().innerText()).not.toContain("theme");
    });
  });

  it.each([320, 1000])("shows a value on tap in a foreign page's column of %i px, and hides it on a tap outside", async (column) => {
    const other = createServer((_, response) => {
      const frame = `<iframe src="${site}/embed/history-riot" width="${column}" height="700"></iframe>`;
      response
        .setHeader("Content-Type", "text/html")
        .end(`<!DOCTYPE html><title>Other</title><div style="width:${column}px">${frame}</div>`);
    });
    await new Promise<void>((ready) => other.listen(0, "localhost", ready));
    await withPage({ touch: true, width: 1100 }, `http://localhost:${(other.address() as AddressInfo).port}/`, async (page) => {
      const frame = page.frameLocator("iframe");
      const tip = frame.locator("#tip");
      expect(await tip.isVisible()).toBe(false);
      await frame.locator(".chart:visible .stops rect").nth(10).tap();
      expect(await tip.innerText()).toMatch(/^\w+ 20\d\d\n+Produced [\d,.]+ BTC \(reported\)/);
      await frame.locator("h1").tap();
      expect(await tip.isVisible()).toBe(false);
    });
    other.close();
  });

  it("of the map tells the cell that lies under the pointer, wherever in the cell it points", async () => {
    await withPage({ width: 1100 }, "/embed/map", async (page) => {
      const cells = page.locator(".chart:visible .stops rect");
      const count = await cells.count();
      const rows = parse(await (await fetch(`${site}/tables/map.csv`)).text(), { columns: true, bom: true });
      expect(rows.length).toBe(count);
      for (let at = 7; at < count; at += Math.floor(count / 12)) {
        const box = await cells.nth(at).boundingBox();
        if (!box) throw new Error(`cell ${at} is not drawn`);
        for (const [right, down] of [
          [0.1, 0.1],
          [0.9, 0.9],
        ] as const) {
          await page.mouse.move(box.x + right * box.width, box.y + down * box.height);
          const { company, period } = rows[at] as { company: string; period: string };
          expect((await page.locator("#tip").innerText()).split("\n")[0], `${at}`).toBe(`${company}, ${period}`);
        }
      }
    });
  });
});

it("/compare suggests three comparisons of the record, and each line ends with its company and its last value", async () => {
  await withPage({ script: false }, "/compare", async (page) => {
    const links = page.locator("main .prose a");
    expect(await links.count()).toBe(3);
    await links.first().click();
    await page.waitForURL(/metric=btc_held/);
    const heading = await page.locator("h1").innerText();
    const ends = await page.locator(".chart:visible svg text").allTextContents();
    const names = (heading.split(": ")[1] ?? "").split(/, | and /);
    expect(names.length).toBe(3);
    for (const name of names)
      expect(
        ends.some((text) => text.startsWith(name) && /[\d,]+ BTC$/.test(text)),
        name,
      ).toBe(true);
  });
});

/** Every page whose subject is a chart, and what of it can be long: names, sentences, an earlier day's banner. */
const CHART_PAGES = [
  "/",
  "/?asof=2025-05-01",
  "/?c=riot,mara&from=2022-01",
  "/months/2025-03",
  "/months/2025-Q1",
  "/months/2024",
  "/companies",
  "/companies/riot",
  "/companies/hive",
  "/companies/bitdeer",
  "/companies/mara?asof=2025-05-01",
  "/companies/hive/dollars",
  "/strategies",
  "/strategies?show=production",
  "/strategies?show=treasury",
  "/signal",
  "/map",
  "/coverage",
  "/compare?c=riot,cleanspark,mara",
  "/changes/since?asof=2025-05-01",
];

it("at 1280 × 800 and 390 × 844 px the first screen has the headline, its context and the beginning of the chart", async () => {
  await withPage({ script: false }, "/", async (page) => {
    for (const path of CHART_PAGES) {
      await page.goto(site + path);
      for (const [width, height] of [
        [1280, 800],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        const top = await page
          .locator("main :is(.chart svg:visible, table.cells)")
          .first()
          .evaluate((chart) => chart.getBoundingClientRect().top);
        const at = `${path} at ${width} × ${height}`;
        expect(top, at).toBeLessThan(height - 120);
        expect((await page.locator("h1").boundingBox())?.y, at).toBeLessThan(top);
      }
    }
  });
});

it("a company's page leads to its feed, with the keys alone and without a script", async () => {
  await withPage({ script: false }, "/companies/riot", async (page) => {
    const feed = page.locator("main").getByRole("link", { name: "Feed for feed readers" });
    expect(await feed.getAttribute("href")).toBe("/feeds/riot.atom");
    await feed.focus();
    expect(await feed.evaluate((link) => link === document.activeElement)).toBe(true);
  });
});
