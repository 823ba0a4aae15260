/** A browser for one file of tests, and pages of the running site in it. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { openBrowser, type Visitor, visit, WIDTHS } from "./browser";

export type WithPage = (visitor: Visitor, address: string, act: (page: Page) => Promise<void>) => Promise<void>;

/** Opens the browser before the file's tests and closes it after them. `usual` is what its visitors have in common. */
export function pagesOf(usual: Visitor = {}): WithPage {
  const site = inject("site");
  let browser: Browser;
  // Half of the time of a short test is a process for its page, so visitors of one kind follow one another in one page.
  const free = new Map<string, Page>();
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  return async (visitor, address, act) => {
    const as = { ...usual, ...visitor };
    const kind = JSON.stringify(as);
    const page = free.get(kind) ?? (await (await visit(browser, as)).newPage());
    free.delete(kind);
    try {
      page.setDefaultTimeout(20_000);
      await page.goto(address.startsWith("/") ? site + address : address);
      await act(page);
      await forget(page, as);
      free.set(kind, page);
    } finally {
      if (!free.has(kind)) await page.context().close();
    }
  };
}

/** Leaves the page as one that nobody has used. */
async function forget(page: Page, { width = WIDTHS.desk, height = 900, theme = "light" }: Visitor): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.unrouteAll();
  await page.context().clearCookies();
  await page.context().clearPermissions();
  await page.goto("about:blank");
  await page.mouse.move(0, 0);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, media: null });
}
