/** A browser for one file of tests, and pages of the running site in it. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { openBrowser, type Visitor, visit } from "./browser";

export type WithPage = (visitor: Visitor, address: string, act: (page: Page) => Promise<void>) => Promise<void>;

/** Opens the browser before the file's tests and closes it after them. `usual` is what its visitors have in common. */
export function pagesOf(usual: Visitor = {}): WithPage {
  const site = inject("site");
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  return async (visitor, address, act) => {
    const context = await visit(browser, { ...usual, ...visitor });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(address.startsWith("http") ? address : site + address);
    await act(page);
    await context.close();
  };
}
