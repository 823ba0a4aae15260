/** What a visitor does in passing: searches, draws a range, sorts, copies a table or a link, takes a file for a spreadsheet, rests the mouse. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { overflow } from "./browser";
import { pagesOf } from "./withPage";

const site = inject("site");
const withPage = pagesOf({ width: 1280 });

const pasted = async (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

const place = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not there`);
  return box;
};

describe("the search", () => {
  it("is one key away on every page, keeps what is chosen, and finds a company by a name that it had", async () => {
    await withPage({}, "/months?panel=all", async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("iris");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\?/);
      expect(new URL(page.url()).searchParams.get("panel")).toBe("all");
      await page.locator("ol.found a").first().click();
      await page.waitForURL((url) => url.pathname === "/companies/iren");
    });
  });

  it("works as a form without a script, and says on a phone what it looks for where nothing is found", async () => {
    await withPage({ width: 390, script: false }, "/", async (page) => {
      await page.locator("header input[type=search]").fill("a company that nobody has heard of");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\?/);
      expect(await page.locator("main").innerText()).toContain("Nothing of that name was found.");
      expect(await page.locator("ol.found li").count()).toBe(0);
      expect(await overflow(page)).toBe(0);
    });
  });
});

describe("a time chart", () => {
  it("takes a range that the mouse draws: the address, the controls and the chart follow, and the place is kept", async () => {
    await withPage({ calm: true }, "/companies/riot", async (page) => {
      const chart = page.locator(".chart-live").first();
      await chart.hover();
      await page.locator('.chart-live[data-live="ready"]').first().waitFor();
      const { x, y, width, height } = await place(page, ".chart-live");
      const before = await page.evaluate(() => window.scrollY);
      await page.mouse.move(x + width * 0.4, y + height * 0.6);
      await page.mouse.down();
      await page.mouse.move(x + width * 0.5, y + height * 0.6);
      await page.mouse.move(x + width * 0.7, y + height * 0.6);
      await Promise.all([page.waitForURL(/from=/), page.mouse.up()]);
      const { searchParams } = new URL(page.url());
      const [from, to] = [searchParams.get("from") ?? "", searchParams.get("to") ?? ""];
      expect(from < to).toBe(true);
      await page.waitForLoadState("load");
      expect(await page.locator("select[name=from]").inputValue()).toBe(from);
      expect(await page.locator("select[name=to]").inputValue()).toBe(to);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before);
    });
  });

  it("answers a mouse that rests where it came to lie, without another move", async () => {
    await withPage({ strict: true }, "/", async (page) => {
      const { x, y, width, height } = await place(page, ".chart-live");
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.locator("[data-tooltip]").waitFor();
      expect(await page.locator("[data-tooltip] strong").innerText()).toMatch(/20\d\d/);
    });
  });
});

describe("a table", () => {
  it.each([true, false])("is sorted by its heads, both ways, at the same place (script: %s)", async (script) => {
    await withPage({ script, calm: true }, "/months/2025-03", async (page) => {
      const table = "#miners-2025-03-table";
      const head = () => page.locator(`${table} thead a`).filter({ hasText: /^Produced/ });
      await head().scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => window.scrollY);
      const sorts: (string | null)[] = [];
      for (let click = 0; click < 2; click++) {
        const from = page.url();
        await head().click();
        await page.waitForURL((url) => url.toString() !== from);
        await page.waitForLoadState("load");
        sorts.push(await page.locator(`${table} [aria-sort]`).getAttribute("aria-sort"));
      }
      expect(new Set(sorts)).toEqual(new Set(["ascending", "descending"]));
      if (script) await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before);
      else expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    });
  });

  it("is copied with tabs and exact values, and a card's link with its place", async () => {
    await withPage({}, "/months/2025-03?panel=all", async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const card = page.locator("section#miners-2025-03");
      await card.locator("summary", { hasText: "More formats" }).click();
      const button = card.locator("button[data-copy-table]");
      await button.click();
      await expect.poll(() => button.innerText()).toBe("Copied");
      const [head = "", ...rows] = (await pasted(page)).trimEnd().split(/\r?\n/);
      expect(head.split("\t").slice(0, 2)).toEqual(["Company", "Produced, BTC"]);
      expect(rows).toHaveLength(await card.locator("table.data tbody tr").count());
      const figures = rows.map((row) => row.split("\t")[1] ?? "").filter((text) => text !== "");
      expect(figures.filter((text) => !/^\d+(?:\.\d+)?$/.test(text))).toEqual([]);
      await card.getByRole("button", { name: /^Copy link/ }).click();
      await expect.poll(() => pasted(page)).toBe(`${site}/months/2025-03?panel=all#miners-2025-03`);
    });
  });

  it("comes as a CSV for spreadsheets that take a semicolon and a decimal comma, with the same figures", async () => {
    await withPage({ script: false }, "/months/2025-03", async (page) => {
      const card = page.locator("section#miners-2025-03");
      const text = async (link: Locator) => (await fetch(`${site}${await link.getAttribute("href")}`)).text();
      const plain = await text(card.getByRole("link", { name: /^CSV: / }));
      await card.locator("summary", { hasText: "More formats" }).click();
      await card.getByRole("link", { name: "Other formats, and the full data" }).click();
      const other = await text(page.getByRole("link", { name: /^CSV with semicolons: / }));
      const numbers = (csv: string, sign: "[.]" | ",") => csv.match(new RegExp(String.raw`(?<=[;,])\d+${sign}\d+(?=[;,\r])`, "g")) ?? [];
      expect(other.split("\r\n")).toHaveLength(plain.split("\r\n").length);
      expect(other.split("\r\n")[0]).toBe(plain.split("\r\n")[0]?.replaceAll(",", ";"));
      expect(numbers(plain, "[.]").length).toBeGreaterThan(3);
      expect(numbers(other, ",").map((number) => number.replace(",", "."))).toEqual(numbers(plain, "[.]"));
    });
  });
});

/** What stands where nothing passes the filter, or where nothing is: each says what was asked for and has a way on. */
const EMPTY: readonly (readonly [path: string, says: RegExp])[] = [
  ["/?c=hive&from=2021-10&to=2021-11", /The chosen miner does not have both production and sales known/],
  ["/?c=hive,gryphon&from=2021-10&to=2021-11", /None of the chosen miners has both production and sales known/],
  ["/companies/hive?from=2021-10&to=2021-11", /The record has no figure of HIVE Digital in the chosen range/],
  ["/companies/gryphon", /The record has no figure of Gryphon by the month in this range, but some by the quarter/],
  ["/months/2021-11?c=hive", /HIVE|November 2021/],
  ["/map?c=american-bitcoin&to=2022-01", /The chosen miner does not report in the chosen range/],
  ["/changes?c=canaan", /The chosen company did not restate a figure/],
  ["/changes?c=canaan,gryphon", /None of the chosen companies restated a figure/],
  ["/compare?c=canaan,gryphon", /None of these companies has this figure/],
  ["/nowhere", /There is no page at this address/],
  ["/months/2025-13", /There is no page at this address/],
  ["/?panel=zz", /panel=zz, which names nothing/],
];

it.each(EMPTY)("%s says on a phone what there is not, and leads on", async (path, says) => {
  await withPage({ width: 390, touch: true }, path, async (page) => {
    expect(await page.locator("main").innerText()).toMatch(says);
    expect(await page.locator("main a:visible").count()).toBeGreaterThan(0);
    expect(await overflow(page)).toBe(0);
  });
});

it("with forced colours the line beneath tabs is whole", async () => {
  await withPage({}, "/companies/riot", async (page) => {
    await page.emulateMedia({ forcedColors: "active" });
    const over = await page.evaluate(() =>
      [...document.querySelectorAll(".tabs li")].map((tab) => {
        const line = tab.closest("ul")?.getBoundingClientRect().bottom ?? 0;
        return (tab.querySelector("a")?.getBoundingClientRect().bottom ?? 0) - (line - 1);
      }),
    );
    expect(over.length).toBeGreaterThan(3);
    expect(Math.max(...over)).toBeLessThanOrEqual(0.01);
    await page.emulateMedia({ forcedColors: null });
  });
});

it("with forced colours the map keeps its fills, and the current of several choices and links is told from the others", async () => {
  await withPage({}, "/map", async (page) => {
    await page.emulateMedia({ forcedColors: "active" });
    const styles = await page.evaluate(() => {
      const of = (selector: string, property: string) =>
        [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).getPropertyValue(property));
      return {
        fills: new Set(of(".cells td:not(.g) a", "background-color")).size,
        key: new Set(of(".grid-key i:not(.g, .blank)", "background-color")).size,
        current: of(".sections a[aria-current]", "border-bottom-color"),
        others: of(".sections a:not([aria-current])", "border-bottom-color"),
        chosen: of(".options label:has(:checked)", "background-color"),
        free: of(".options label:not(:has(:checked))", "background-color"),
      };
    });
    expect(styles.fills).toBeGreaterThan(4);
    expect(styles.key).toBeGreaterThan(4);
    expect(styles.others.filter((colour) => styles.current.includes(colour))).toEqual([]);
    expect(styles.free.filter((colour) => styles.chosen.includes(colour))).toEqual([]);
    await page.emulateMedia({ forcedColors: null });
  });
});
