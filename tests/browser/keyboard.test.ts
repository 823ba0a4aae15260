/** With the Tab key alone: every stop is seen, shows that it has the focus, and has a name; nobody is trapped, and long tables can be skipped. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { PAGES } from "./pages";
import { pagesOf } from "./withPage";

/** Whoever does not want things to move sees at once what a smooth scroll would bring into sight. */
const open = pagesOf({ calm: true });

/** More stops than any page has once its long tables are skipped. */
const MOST_STOPS = 400;

interface FocusStop {
  /** What is wrong with it; "" for nothing. */
  readonly fault: string;
  readonly isSkip: boolean;
  readonly inFoot: boolean;
}

/** What has the focus now; undefined where the page has been left. */
async function focusStop(page: Page): Promise<FocusStop | undefined> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return undefined;
    const last = (window as { lastStop?: Element }).lastStop;
    (window as { lastStop?: Element }).lastStop = at;
    const label = at.closest("label");
    const isOutlined = [at, label].some((one) => {
      const { outlineStyle, outlineWidth } = one ? getComputedStyle(one) : { outlineStyle: "none", outlineWidth: "0" };
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
    });
    const places = [...at.getClientRects()].flatMap((box) =>
      [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => [box.left + box.width * part, box.top + box.height / 2] as const),
    );
    const isSeen = places.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (at.contains(top) || (label?.contains(top) ?? false));
    });
    const named = at.getAttribute("aria-labelledby");
    const name = [
      at.getAttribute("aria-label"),
      named === null ? "" : document.getElementById(named)?.textContent,
      at.innerText,
      label?.innerText,
      at.title,
    ].find((text) => text !== null && text !== undefined && text.trim() !== "");
    const isAfter = last === undefined || last === at || (last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const faults = [
      isOutlined ? "" : "does not show the focus",
      isSeen ? "" : "is not seen",
      name === undefined ? "has no name" : "",
      isAfter ? "" : "stands before the one before it",
    ].filter((fault) => fault !== "");
    return {
      fault: faults.length === 0 ? "" : `${at.outerHTML.slice(0, 120)} ${faults.join(", ")}`,
      isSkip: at.matches("main .skip"),
      inFoot: at.closest("footer") !== null,
    };
  });
}

it.each(PAGES)("%s is walked from its head to its foot, over its long tables, and each stop is seen, outlined and named", async (path) => {
  await open({ width: 1280, theme: PAGES.indexOf(path) % 2 === 0 ? "light" : "dark" }, path, async (page) => {
    const faults: string[] = [];
    let [count, inFoot] = [0, false];
    for (; count < MOST_STOPS; count++) {
      await page.keyboard.press("Tab");
      const stop = await focusStop(page);
      if (stop === undefined) break;
      if (stop.fault !== "") faults.push(stop.fault);
      inFoot = stop.inFoot;
      if (stop.isSkip) await page.keyboard.press("Enter");
    }
    expect(faults).toEqual([]);
    expect(inFoot).toBe(true);
    expect(count).toBeLessThan(MOST_STOPS);
  });
});

it("the first stop of a page leads past its head", async () => {
  await open({}, "/months/2025-03", async (page) => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
  });
});
