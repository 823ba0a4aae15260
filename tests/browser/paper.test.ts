/** The press page on paper: one sheet of A4, with everything on it that is meant for it. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser } from "./browser";

const site = inject("site");
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
});
afterAll(async () => {
  await browser.close();
});

/** What the margins of print.css leave of an A4 sheet, in CSS pixels: 182 by 267 mm. */
const SHEET = { width: 688, height: 1009 };

/** Pages of a PDF as Chromium writes it: each page is an object of its own, uncompressed, and the root of their tree counts them. */
function pagesOf(pdf: Buffer): { objects: number; counted: number; pictures: number } {
  const text = pdf.toString("latin1");
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g)];
  return {
    objects: [...text.matchAll(/\/Type\s*\/Page\b/g)].length,
    counted: Math.max(0, ...counts.map(([, after, before]) => Number(after ?? before))),
    pictures: [...text.matchAll(/\/Subtype\s*\/Image\b/g)].length,
  };
}

const print = async () => pagesOf(await page.pdf({ format: "A4", preferCSSPageSize: true }));

it("counts the sheets of a page that is known to need several", async () => {
  await page.goto(`${site}/months/2025-03`);
  const { objects, counted } = await print();
  expect(objects).toBeGreaterThan(1);
  expect(counted).toBe(objects);
});

describe("the press page of a month, a quarter and a year, the longest among them, is one sheet", () => {
  it.each([
    "2025-03",
    "2025-03?panel=all",
    "2025-04",
    "2024-11",
    "2023-01",
    "2022-06",
    "2025-Q1",
    "2023-Q1",
    "2024-Q4",
    "2024",
    "2023?panel=all",
  ])("%s", async (of) => {
    const [period = "", query = ""] = of.split("?");
    await page.goto(`${site}/months/${period}/press${query === "" ? "" : `?${query}`}`);
    // Rejects when the picture does not come.
    await page
      .locator(".press-picture img")
      .first()
      .evaluate((img) => (img as HTMLImageElement).decode());
    const { objects, counted, pictures } = await print();
    expect([objects, counted]).toEqual([1, 1]);
    expect(pictures).toBeGreaterThan(0);

    await page.setViewportSize(SHEET);
    await page.emulateMedia({ media: "print" });
    const laid = await page.evaluate(() => {
      const shown = [...document.querySelectorAll(".press *")].filter((element) => element.getClientRects().length > 0);
      const boxes = shown.map((element) => element.getBoundingClientRect());
      return {
        right: Math.max(...boxes.map((box) => box.right)),
        bottom: Math.max(...boxes.map((box) => box.bottom)),
        points: document.querySelectorAll(".press-points li").length,
        shownPoints: shown.filter((element) => element.matches(".press-points li")).length,
        hiddenPoints: document.querySelectorAll("details .press-points li").length,
        picture: Math.max(
          0,
          ...[...document.querySelectorAll<HTMLImageElement>(".press-picture img")].map((img) => img.naturalWidth * img.clientHeight),
        ),
        citation: document.querySelector("#cite-long")?.getBoundingClientRect().bottom ?? Infinity,
      };
    });
    await page.emulateMedia({ media: null });
    expect(Math.floor(laid.right)).toBeLessThanOrEqual(SHEET.width);
    expect(laid.bottom).toBeLessThanOrEqual(SHEET.height);
    expect(laid.citation).toBeLessThanOrEqual(SHEET.height);
    // More than a third of the sheet is used, every point is on it, and the picture has come.
    expect(laid.bottom).toBeGreaterThan(SHEET.height / 3);
    expect(laid.shownPoints).toBe(laid.points - laid.hiddenPoints);
    expect(laid.picture).toBeGreaterThan(0);
  });
});

describe("a printed page", () => {
  /** On its side where a table has many columns: 269 by 180 mm. */
  const ON_ITS_SIDE = 1017;

  /** At the foot of every card with figures. A figure's own page lists its sources, and the method has no figures of its own. */
  const SOURCES_LINE = /^Sources: \S.* Each figure with its source: http\S+\.csv\?\S*version=[0-9a-f]{12}/;

  it.each([
    "/",
    "/months",
    "/months/2025-04",
    "/companies",
    "/companies/riot",
    "/companies/riot/ledger",
    "/strategies",
    "/compare?c=mara,riot",
    "/map",
    "/coverage",
    "/conflicts",
    "/changes",
    "/method",
    "/figures/riot/2025-04/sell_through",
  ])("%s is light, not cut off at the right, without controls, and says how to cite it", async (path) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site + path);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const wide = (await page.locator(".table-region.wide").count()) > 0;
    const width = wide ? ON_ITS_SIDE : SHEET.width;
    await page.setViewportSize({ width, height: SHEET.height });
    const laid = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>("body *")].filter(
        (element) => element.getClientRects().length > 0 && getComputedStyle(element).clipPath === "none",
      );
      const root = getComputedStyle(document.documentElement);
      const drawn = document.body.appendChild(document.createElement("i"));
      drawn.style.color = "var(--chart-ink)";
      return {
        beyond: shown
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
          .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`),
        controls: shown
          .filter((element) => element.matches("button, input, select, form, nav"))
          .map((element) => element.outerHTML.slice(0, 80)),
        paper: root.getPropertyValue("--color-paper"),
        chartInk: getComputedStyle(drawn).color,
        sourced: [...document.querySelectorAll<HTMLElement>(".fig-foot .print-only")].map(({ innerText }) => innerText),
        citation: document.querySelector<HTMLElement>(".foot .print-only")?.innerText,
      };
    });
    await page.emulateMedia({ media: null, colorScheme: null });
    expect(laid.beyond.slice(0, 3)).toEqual([]);
    expect(laid.controls).toEqual([]);
    expect(laid.sourced.filter((text) => !SOURCES_LINE.test(text))).toEqual([]);
    expect(laid.sourced.length > 0).toBe(!/^\/(?:method|figures)/.test(path));
    expect([laid.paper, laid.chartInk]).toEqual(["#fff", "rgb(28, 29, 31)"]);
    const [, address = ""] =
      /^To cite this page: Sellthrough \(2026\)\. .* (http\S+version=[0-9a-f]{12})\. Licence: CC-BY-4\.0\.$/.exec(laid.citation ?? "") ??
      [];
    expect(new URL(address).pathname + new URL(address).search.replace(/[?&]version=.*/, "")).toBe(path);
    expect((await fetch(address)).status).toBe(200);
    expect(await page.locator(".foot .print-only").isVisible()).toBe(false);
  });
});
