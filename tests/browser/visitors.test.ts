/** What an analyst, a journalist and an investor come for, done as they would do it. */
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { type Visitor, WIDTHS } from "./browser";
import { pagesOf } from "./withPage";

const site = inject("site");
const withPage = pagesOf();

const VISITORS: readonly [string, Visitor][] = [
  ["on a phone", { width: WIDTHS.phone }],
  ["at a desk", { width: WIDTHS.desk }],
  ["on a phone without JavaScript", { width: WIDTHS.phone, script: false }],
  ["at a desk without JavaScript", { width: WIDTHS.desk, script: false }],
];

describe.each(VISITORS)("a visitor %s", (_, visitor) => {
  it("reads the headline, the chart and the table of the overview", async () => {
    await withPage(visitor, "/", async (page) => {
      expect(await page.locator("h1").innerText()).toMatch(
        /^In the first quarter of 2026, 5 Nasdaq-listed miners together sold more bitcoin than they produced: 359% of their production\.$/,
      );
      const drawing = page.locator("#pooled-sell-through .chart:visible .chart-plot");
      expect(await drawing.count()).toBe(1);
      const row = page
        .locator("table", { has: page.locator("caption", { hasText: "first quarter of 2026" }) })
        .locator("tr", { hasText: "Riot" });
      expect(await row.innerText()).toMatch(/1,473[\s\S]*3,778[\s\S]*256%[\s\S]*15,679/);
    });
  });

  it("finds March 2025 and who is in it", async () => {
    await withPage(visitor, "/months", async (page) => {
      await page
        .locator("a:visible", { hasText: /^Mar 2025$/ })
        .first()
        .click();
      await page.waitForURL(/\/months\/2025-03/);
      expect(await page.locator("#report").innerText()).toContain(
        "The figure counts Bitfarms, BitFuFu, Cipher Digital, CleanSpark, IREN, MARA and Riot.",
      );
      expect(await page.locator("#published-2025-03").innerText()).toContain("TheMinerMag");
    });
  });

  it("gets from the first page to a sentence, a picture, the numbers and a citation of April 2025 in five clicks", async () => {
    await withPage(visitor, "/", async (page) => {
      await page.locator("header nav").getByRole("link", { name: "Months" }).click();
      await page
        .locator("a:visible", { hasText: /^Apr 2025$/ })
        .first()
        .click();
      await page.waitForURL(/\/months\/2025-04/);
      expect(await page.locator("h1").innerText()).toBe("In April 2025, 7 Nasdaq-listed miners sold 77% of the bitcoin they produced.");
      const card = page.locator("section#holders-and-sellers-2025-04");
      for (const [name, kind] of [
        [/^PNG: /, "image/png"],
        [/^CSV: /, "text/csv"],
      ] as const) {
        const href = await card.getByRole("link", { name }).getAttribute("href");
        expect((await fetch(site + (href ?? ""))).headers.get("content-type")).toContain(kind);
      }
      await card.getByText("Cite", { exact: true }).first().click();
      // Without a script the fold holds a link to the page that has the citation: one click more.
      const there = card.getByRole("link", { name: "How to cite this" });
      if (visitor.script === false) await there.click();
      const cited = page.locator(".cite-text p:visible").first();
      await expect
        .poll(() => cited.innerText())
        .toMatch(/“.*April 2025”.*\/months\/2025-04\?version=[0-9a-f]{12}#holders-and-sellers-2025-04/);
    });
  });

  it("learns which companies are in the number of April 2025, which are not, and why", async () => {
    await withPage(visitor, "/months/2025-04", async (page) => {
      const said = await page.locator("main").innerText();
      expect(said).toContain("The figure counts Bitfarms, BitFuFu, Cipher Digital, CleanSpark, IREN, MARA and Riot.");
      expect(said).toContain(
        "Digi Power X (its sales are not disclosed) and HIVE Digital (its sales are known for the whole quarter only) are not counted",
      );
      const table = page.locator("section#miners-2025-04");
      const [, count = "", names = ""] =
        /The record has no figure of April 2025 for (\d+) more companies that pass the filter: (.*)\./.exec(await table.innerText()) ?? [];
      expect(names.split(/, | and /).length).toBeGreaterThanOrEqual(Number(count));
      const rows = await table.locator("tbody tr").count();
      const [, expected = ""] = /of what all (\d+) Nasdaq-listed miners/.exec(said) ?? [];
      expect(rows + Number(count)).toBeGreaterThanOrEqual(Number(expected));
    });
  });

  it("gets from a pooled number to the fact and its source in three clicks", async () => {
    await withPage(visitor, "/", async (page) => {
      await page.locator("main a", { hasText: "94%" }).first().click();
      await page.waitForURL(/\/months\/2025-Q4/);
      await page.locator("#miners-2025-Q4 tr", { hasText: "Riot" }).locator("a", { hasText: "1,325" }).click();
      await page.waitForURL(/\/figures\/riot\/2025-Q4\/btc_produced/);
      const source = page.locator("main a[href^='http']").first();
      expect(await source.getAttribute("href")).toMatch(/^https?:\/\//);
    });
  });

  it("filters to companies by hand and can share the address", async () => {
    await withPage(visitor, "/", async (page) => {
      const bar = page.locator("main summary", { hasText: "change" });
      if (await bar.isVisible()) await bar.click();
      await page.locator("summary", { hasText: "Companies" }).click();
      await page.getByRole("checkbox", { name: /^Riot/ }).check();
      // With scripts the change applies at once; without, the button does it.
      const show = page.getByRole("button", { name: "Show", exact: true });
      if (await show.isVisible()) await show.click();
      await page.waitForURL(/c=riot/);
      expect(await page.locator("h1").innerText()).toMatch(/Riot sold \d/);
    });
  });

  it("is told what an address may have meant", async () => {
    await withPage(visitor, "/companies/riott", async (page) => {
      expect(await page.locator("h1").innerText()).toBe("There is no page at this address");
      expect(await page.getByRole("link", { name: "Riot", exact: true }).getAttribute("href")).toBe("/companies/riot");
    });
    expect((await fetch(`${site}/companies/riott`)).status).toBe(404);
    expect((await fetch(`${site}/?c=nobody`)).status).toBe(404);
    expect((await fetch(`${site}/?basis=other`)).status).toBe(404);
    await withPage(visitor, "/?asof=2999-01-01", async (page) => {
      expect(await page.locator("main").innerText()).toContain("asof takes a day such as 2025-05-31, today at the latest");
    });
  });
});

/** Place in the document and size of the chart's card, and the height of the whole page. */
async function extent(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const card = document.querySelector<HTMLElement>("section#pooled-sell-through");
    return [card?.offsetTop, card?.offsetHeight, card?.offsetWidth, document.documentElement.scrollHeight].map((n) => n ?? -1);
  });
}

describe("with JavaScript", () => {
  it("a chart fetches its library only when it is used, and comes to life without moving anything", async () => {
    await withPage({}, "/", async (page) => {
      const loaded: string[] = [];
      page.on("response", (response) => loaded.push(response.url()));
      const figure = page.locator("section#pooled-sell-through .chart-live[tabindex='0']");
      await page.waitForLoadState("networkidle");
      const before = await extent(page);
      const scripts = loaded.filter((url) => url.endsWith(".js")).length;
      await figure.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(
        () => document.querySelector("#pooled-sell-through .recharts-wrapper, #pooled-sell-through .recharts-surface") !== null,
      );
      expect(loaded.filter((url) => url.endsWith(".js")).length).toBeGreaterThan(scripts);
      const after = await extent(page);
      expect(after).toEqual(before);
    });
  });

  it("arrow keys step through the months and say the value, its unit and how it is known", async () => {
    await withPage({}, "/", async (page) => {
      const figure = page.locator("section#pooled-sell-through .chart-live[tabindex='0']");
      await figure.focus();
      const spoken = page.locator("#pooled-sell-through [aria-live]");
      const next = async () => {
        await page.keyboard.press("ArrowRight");
        return spoken.innerText();
      };
      // The first months of the record have no figures.
      await expect.poll(next).toMatch(/20\d\d: .*(BTC|%)/);
    });
  });

  it("a line and a ring mark the month where the drawing has it", async () => {
    await withPage({}, "/", async (page) => {
      const card = page.locator("section#pooled-sell-through");
      await card.locator(".chart-live[tabindex='0']").focus();
      await page.keyboard.press("End");
      await card.locator(".recharts-reference-dot").waitFor();
      const [, months = ""] = / of (\d+)\.$/.exec(await card.locator("[aria-live]").innerText()) ?? [];
      const [plot, line, ring] = await card.evaluate((element) =>
        [".chart-plot", ".recharts-reference-line line", ".recharts-reference-dot"].map((selector) => {
          const { left, width } = element.querySelector(selector)?.getBoundingClientRect() ?? { left: NaN, width: NaN };
          return { left, width, middle: left + width / 2 };
        }),
      );
      if (!plot || !line || !ring) throw new Error("a part of the chart is not there");
      const last = plot.left + plot.width * (1 - 0.5 / Number(months));
      expect(Math.abs(line.middle - last)).toBeLessThan(1);
      expect(Math.abs(ring.middle - last)).toBeLessThan(1);
    });
  });

  it("keys pressed before the chart is alive count, and those after them too", async () => {
    await withPage({}, "/", async (page) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      let arrived = (): void => undefined;
      const pressed = new Promise<void>((resolve) => (arrived = resolve));
      await page.route(/startChart/, async (route) => {
        await pressed;
        await route.continue();
      });
      await page.locator("section#pooled-sell-through .chart-live[tabindex='0']").focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      arrived();
      const spoken = page.locator("#pooled-sell-through [aria-live]");
      await expect.poll(() => spoken.innerText()).toMatch(/\b2 of \d+\.$/);
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => spoken.innerText()).toMatch(/\b3 of \d+\.$/);
      expect(faults).toEqual([]);
    });
  });

  it("the chosen theme is remembered", async () => {
    await withPage({}, "/", async (page) => {
      const button = page.locator("header button").first();
      await button.click();
      const chosen = await page.evaluate(() => document.documentElement.dataset["theme"] ?? "system");
      await page.reload();
      expect(await page.evaluate(() => document.documentElement.dataset["theme"] ?? "system")).toBe(chosen);
    });
  });
});
