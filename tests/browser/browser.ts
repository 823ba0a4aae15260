/** A visitor's browser: Chromium on a phone or a desk, light or dark, with or without JavaScript, and axe to look over each page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { CHROMIUM } from "../chromium";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const WIDTHS = { phone: 390, desk: 1440 } as const;
export const THEMES = ["light", "dark"] as const;

export interface Visitor {
  readonly width?: number;
  readonly theme?: "light" | "dark";
  readonly script?: boolean;
  /** With fingers instead of a mouse. */
  readonly touch?: boolean;
  /** The page's own policy holds, as it does for every visitor; else tests may bring scripts of their own. */
  readonly strict?: boolean;
  readonly height?: number;
  /** Asks for less motion: nothing scrolls smoothly. */
  readonly calm?: boolean;
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Else each address gets a process of its own, which takes twice the time of the page.
      "--renderer-process-limit=1",
    ],
  });
}

export async function visit(
  browser: Browser,
  { width = WIDTHS.desk, height = 900, theme = "light", script = true, touch = false, strict = false, calm = false }: Visitor = {},
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    javaScriptEnabled: script,
    bypassCSP: !strict,
    hasTouch: touch,
    acceptDownloads: true,
    reducedMotion: calm ? "reduce" : "no-preference",
  });
}

/** Only what changes with the theme, and what changes with the width too. */
const THEME_RULES = ["color-contrast"] as const;
const LOOK_RULES = [...THEME_RULES, "target-size"] as const;

/**
 * Violations of WCAG 2.2 A and AA and of good practice that axe finds, each as "rule: element". Structure, names and roles are the same in
 * every look of a page, so the further looks need only the rules about what is seen.
 */
export async function violations(page: Page, rules: "all" | readonly string[] = "all"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const options = {
    resultTypes: ["violations"],
    ...(rules === "all" ? { rules: { "target-size": { enabled: true } } } : { runOnly: { type: "rule", values: [...rules] } }),
  };
  return page.evaluate(async (chosen) => {
    // axe puts itself on the window; it brings no type for that.
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string; target: string[] }[] }[] }> };
    };
    const found = await axe.run(chosen);
    // axe measures what is in sight, and the edge of a box that scrolls cuts targets: those are measured scrolled into the middle.
    const isWholeOnceScrolled = (selector: string): boolean => {
      const target = document.querySelector(selector);
      target?.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const box = target?.getBoundingClientRect();
      if (!target || !box || box.width < 24 || box.height < 24) return false;
      const corners = [box.left + 1, box.right - 1].flatMap((x) =>
        [box.top + 1, box.bottom - 1].map((y) => document.elementFromPoint(x, y)),
      );
      return corners.every((seen) => seen !== null && target.contains(seen));
    };
    return found.violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => id !== "target-size" || !isWholeOnceScrolled(target.join(" ")))
        .map(({ html }) => `${id}: ${html.slice(0, 200)}`),
    );
  }, options);
}

/** What axe finds in light and in dark: all that it knows once, on a desk in light. */
export async function looks(page: Page, width: number): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    const rules = colorScheme === "dark" ? THEME_RULES : width === WIDTHS.desk ? "all" : LOOK_RULES;
    found.push(...(await violations(page, rules)));
  }
  return found;
}

/** By how many pixels the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
