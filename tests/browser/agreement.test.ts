/** Address, controls and what is drawn agree: after a choice, Back, Forward and a reload, on every page that has controls. */
import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { pagesOf } from "./withPage";

const site = inject("site");
const withPage = pagesOf({ strict: true, width: 1280 });

/** A page, and something that it lets a visitor choose: the words of an option, or the name of a list. */
const CHOICES = [
  ["/", "Quarters"],
  ["/months", "Years"],
  ["/months/2025-04", "All tracked"],
  ["/companies", "listing"],
  ["/companies/riot", "Quarters"],
  ["/companies/riot/dollars", "Quarters"],
  ["/strategies", "All tracked"],
  ["/strategies?show=treasury", "from"],
  ["/compare?c=mara,riot", "metric"],
  ["/map", "Years"],
  ["/signal", "Bitcoin sold"],
  ["/coverage", "from"],
  ["/conflicts", "from"],
  ["/changes", "from"],
] as const;

/** What the page shows, without what differs each time it is opened. */
const shown = async (page: Page): Promise<string> =>
  page.evaluate(() => {
    const titles = [
      ...document.querySelectorAll(
        "main h1, main .standfirst, main .fig-title, main .fig-sentence, main desc, main .switch [aria-current]",
      ),
    ];
    return titles.map((title) => title.textContent).join("\n");
  });

/** Controls that stand otherwise than the server wrote them, or than the address says. */
const disagreeing = async (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("form.selection");
    const asked = new URLSearchParams(location.search);
    return [...(form?.elements ?? [])].flatMap((control) => {
      if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) {
        const says = asked.get(control.name)?.split(",");
        const wrong =
          control.checked !== control.defaultChecked || (says !== undefined && control.checked !== says.includes(control.value));
        return wrong ? [`${control.name}=${control.value}`] : [];
      }
      if (control instanceof HTMLSelectElement) {
        const written = [...control.options].find((option) => option.defaultSelected)?.value ?? control.options[0]?.value;
        return control.value !== written || (asked.get(control.name) ?? control.value) !== control.value
          ? [`${control.name}=${control.value}`]
          : [];
      }
      return [];
    });
  });

async function choose(page: Page, what: string): Promise<void> {
  const list = page.locator(`form.selection select[name="${what}"]`);
  if ((await list.count()) > 0) await list.selectOption({ index: 2 });
  else await page.locator("form.selection label", { hasText: new RegExp(`^${what}$`) }).click();
}

it.each(CHOICES)("%s: %s", async (path, what) => {
  await withPage({}, path, async (page) => {
    const before = { address: page.url(), shown: await shown(page) };
    expect(await disagreeing(page)).toEqual([]);
    await choose(page, what);
    await page.waitForURL((url) => url.href !== before.address);
    await page.waitForLoadState("load");
    const after = { address: page.url(), shown: await shown(page) };
    expect(after.shown).not.toBe(before.shown);
    expect(await disagreeing(page)).toEqual([]);
    for (const [move, state] of [
      ["goBack", before],
      ["goForward", after],
      ["reload", after],
    ] as const) {
      await page[move]();
      await expect.poll(() => page.url()).toBe(state.address);
      await expect.poll(() => shown(page)).toBe(state.shown);
      expect([move, await disagreeing(page)]).toEqual([move, []]);
    }
    // A choice drops no other part of the address.
    for (const [name, value] of new URL(before.address).searchParams) expect(new URL(after.address).searchParams.get(name)).toBe(value);
  });
});

it("the table view is part of the address on every page with a switch, and leaves with one click", async () => {
  await withPage({}, "/", async (page) => {
    for (const path of [
      "/companies/riot",
      "/strategies",
      "/strategies?show=treasury",
      "/compare?c=mara,riot&scale=log",
      "/signal",
      "/months/2025-04",
      "/companies/riot/dollars",
    ]) {
      await page.goto(site + path);
      const card = page.locator("section.fig:has(.switch)").first();
      const id = await card.getAttribute("id");
      await card.locator(".switch").getByRole("link", { name: "Table" }).click();
      await page.waitForURL((url) => url.searchParams.get("tables") === id);
      for (const [name, value] of new URL(path, site).searchParams)
        expect([path, new URL(page.url()).searchParams.get(name)]).toEqual([path, value]);
      expect([path, await page.locator(`section#${id ?? ""} table.data`).count()]).toEqual([path, 1]);
      // Another choice keeps it: the form carries it.
      expect([path, await page.locator("form.selection input[name=tables]").getAttribute("value")]).toEqual([path, id]);
      await page
        .locator(`section#${id ?? ""} .switch`)
        .getByRole("link", { name: "Chart" })
        .click();
      await page.waitForURL((url) => !url.searchParams.has("tables"));
      expect([path, await page.locator(`section#${id ?? ""} .chart-plot`).count()]).toEqual([path, 1]);
    }
  });
});

it("without a script the table is a page of its own, for the same selection", async () => {
  await withPage({ script: false }, "/companies/riot?from=2024-01", async (page) => {
    await page.locator("section.fig .switch").getByRole("link", { name: "Table" }).first().click();
    await page.waitForURL(`${site}/tables/history-riot?from=2024-01`);
    expect(await page.locator("#history-riot-table tbody tr").count()).toBeGreaterThan(5);
  });
});

it("an address with a wrong value names it, says what is allowed, and keeps the rest", async () => {
  await withPage({ script: false }, "/map?per=year&sort=zz", async (page) => {
    expect(await page.locator("h1").innerText()).toBe("There is no page at this address");
    expect(await page.locator("main").innerText()).toContain("sort=zz, which names nothing; sort takes one of: name, stance,");
    await page.getByRole("link", { name: "sort=stance" }).click();
    await page.waitForURL(`${site}/map?per=year&sort=stance`);
    for (const path of ["/strategies?show=zz", "/coverage?metric=zz", "/signal?thin=zz", "/compare?as=zz", "/?price=zz"])
      expect([path, (await fetch(site + path)).status]).toEqual([path, 404]);
  });
});
