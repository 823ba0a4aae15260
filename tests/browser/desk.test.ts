/**
 * The operator's hour at the desk, in a browser and by keyboard: from the queue to the public pages, and the door from outside.
 * One site with a desk, on a store of its own; its tests follow one another as the work does.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { looks, openBrowser, overflow, type Visitor, violations, visit, WIDTHS } from "./browser";
import { bundled } from "../bundled";
import { type Running, serve } from "../running";
import { filledStore } from "../stores";

const SECRET = "a secret of many letters";
const folder = mkdtempSync(join(tmpdir(), "sellthrough-desk-documents-"));
let browser: Browser;
const database = `file:${join(folder, "store.db")}`;
let site: Running;
/** Another process on the same store, without a desk. */
let neighbour: Running;

/** A month's update of Riot, of a month that the record lacks: two plain figures, and one that nobody would believe. */
const release = (month: string, produced: string, sold: string, held: string) =>
  `https://www.riotplatforms.com/${month.toLowerCase().replace(" ", "-")}-update\n\nRiot Announces ${month} Production and Operations Updates\nCASTLE ROCK, Colo. -- Riot Platforms, Inc. (NASDAQ: RIOT) announces updates for ${month}.\n\nMetric | ${month}\nBitcoin Produced | ${produced}\nBitcoin Sold | ${sold}\nBitcoin Held | ${held}\n`;

function record(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [bundled("src/cli/record.ts"), ...args], { env: { ...process.env, DATABASE_URL: database } });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  return new Promise((resolve, reject) => {
    child.on("close", (status) => {
      if (status === 0) resolve(said);
      else reject(new Error(said));
    });
  });
}

async function queue(month: string, figures: [string, string, string], published = "2026-03-04"): Promise<void> {
  const file = join(folder, `${month}.txt`);
  writeFileSync(file, release(month, ...figures));
  expect(await record("read", file, "--queue", "--published", published)).toContain("3 figures were read in document");
}

async function opened(visitor: Visitor = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await visit(browser, visitor);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { context, page };
}

/** With nothing but keys. */
async function logIn(page: Page, secret = SECRET): Promise<void> {
  await page.goto(`${site.base}/desk/login`);
  await page.getByLabel("Your name, for the log").focus();
  await page.keyboard.type("ann");
  await page.keyboard.press("Tab");
  await page.keyboard.type(secret);
  await page.keyboard.press("Enter");
  await page.waitForURL(secret === SECRET ? /\/desk$/ : /flash=/);
}

const press = (page: Page, key: string) => page.keyboard.press(key);

const said = (page: Page) => page.getByRole("status").innerText();

/** Waits for the answer to a form, which always has something to say. */
async function sent(page: Page, send: () => Promise<unknown>): Promise<string> {
  // Not its response: what is said then is still the page that the form was on.
  await Promise.all([page.waitForEvent("load"), send()]);
  return said(page);
}

const publicPage = async (path: string, address = site.base) => (await fetch(address + path, { cache: "no-store" })).text();

/** What the public sees of Riot's January, from each process. */
const publicViews = () =>
  Promise.all(
    [site.base, neighbour.base].map(async (address) => ({
      company: await publicPage("/companies/riot?tables=history-riot", address),
      figure: await publicPage("/figures/riot/2026-01/btc_produced", address),
      csv: await publicPage("/data/facts.csv", address),
      feed: await publicPage("/feeds/riot.atom", address),
    })),
  );

/** The candidates of a metric on the queue's page, by their addresses. */
async function candidatePaths(page: Page, month: string): Promise<Record<string, string>> {
  await page.goto(`${site.base}/desk`);
  const rows = await page.locator("tbody tr", { hasText: `riot ${month}` }).all();
  const found: Record<string, string> = {};
  for (const row of rows) {
    const link = row.locator("a[href^='/desk/candidates/']");
    if ((await link.count()) > 0) found[(await link.innerText()).replace(/ \(\d+\)$/, "")] = (await link.getAttribute("href")) ?? "";
  }
  return found;
}

beforeAll(async () => {
  await (await filledStore(database)).close();
  [site, neighbour] = await Promise.all([serve(database, { DESK_SECRET: SECRET }), serve(database)]);
  browser = await openBrowser();
  await queue("January 2026", ["455", "498", "99,000"]);
  await queue("February 2026", ["450", "440", "99,010"]);
});
afterAll(async () => {
  await browser.close();
  await neighbour.stop();
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("by keyboard", () => {
  let context: BrowserContext;
  let page: Page;
  let january: Record<string, string>;
  const path = (metric: RegExp) => Object.entries(january).find(([label]) => metric.test(label))?.[1] ?? "";
  beforeAll(async () => {
    ({ context, page } = await opened());
    await logIn(page);
    january = await candidatePaths(page, "2026-01");
  });
  afterAll(async () => {
    await context.close();
  });

  it("j goes on and k goes back through what waits", async () => {
    await page.goto(`${site.base}/desk`);
    await press(page, "j");
    await page.waitForURL(/\/desk\/candidates\/\d+$/);
    const first = page.url();
    await press(page, "j");
    await page.waitForURL((url) => url.href !== first);
    await press(page, "k");
    await page.waitForURL(first);
    expect(await page.locator("#span").innerText()).toMatch(/\d/);
  });

  it("a key is not lost that is pressed as soon as the page is there, also where its scripts never come", async () => {
    const other = await opened();
    await logIn(other.page);
    await other.page.route(/\/_next\/static\/.*\.js/, (route) => route.abort());
    await other.page.goto(`${site.base}/desk`, { waitUntil: "domcontentloaded" });
    await press(other.page, "j");
    await other.page.waitForURL(/\/desk\/candidates\/\d+$/);
    await press(other.page, "r");
    expect(await other.page.evaluate(() => document.activeElement?.id)).toBe("refuse-reason");
    await other.context.close();
  });

  it("what nothing speaks against is accepted with one key, and is public with the next request, on every process", async () => {
    for (const { company, csv, feed } of await publicViews()) {
      expect(company).not.toContain(`/figures/riot/2026-01/btc_produced">455<`);
      expect(csv).not.toMatch(/riot,2026-01,btc_produced,/);
      expect(feed).not.toContain("produced 455 BTC");
    }
    await page.goto(site.base + path(/produced/i));
    expect(await page.getByRole("list", { name: "What speaks against it" }).count()).toBe(0);
    await press(page, "a");
    await page.waitForURL(/flash=/, { waitUntil: "commit" });
    // Whoever asks first sees it: nothing is tried again here.
    for (const { company, figure, csv, feed } of await publicViews()) {
      expect(company).toContain(`/figures/riot/2026-01/btc_produced">455<`);
      expect(figure).toContain("455");
      expect(csv).toMatch(/riot,2026-01,btc_produced,455,/);
      expect(feed).toContain("Riot in January 2026: produced 455 BTC");
    }
    expect(await said(page)).toContain("is in the record");
  });

  it("a figure that nobody would believe is flagged, waits for a note, and takes it", async () => {
    await page.goto(site.base + path(/held|holdings/i));
    expect(await page.getByRole("list", { name: "What speaks against it" }).innerText()).not.toBe("");
    const before = page.url();
    await press(page, "a");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("note");
    await page.keyboard.press("Enter");
    expect(page.url()).toBe(before);
    await page.keyboard.type("Bought in January, says the filing.");
    expect(await sent(page, () => page.keyboard.press("Enter"))).toContain("is in the record");
    expect(await publicPage("/figures/riot/2026-01/btc_held")).toContain("99,000");
  });

  it("one key leads back to what was just decided; it is undone, and the public page forgets it", async () => {
    await press(page, "z");
    await page.waitForURL(site.base + path(/held|holdings/i));
    await press(page, "u");
    await page.keyboard.type("It was a misprint.");
    expect(await sent(page, () => page.keyboard.press("Enter"))).toContain("it waits again");
    expect(await publicPage("/data/facts.csv")).not.toMatch(/riot,2026-01,btc_held,/);
  });

  it("it is refused with a reason, which stays", async () => {
    await page.goto(site.base + path(/held|holdings/i));
    await press(page, "r");
    await page.keyboard.type("A misprint of the wire.");
    expect(await sent(page, () => page.keyboard.press("Enter"))).toContain("is refused");
    await page.goto(site.base + path(/held|holdings/i));
    expect(await page.locator("main").innerText()).toContain("A misprint of the wire.");
  });

  it("a correction that is no number comes back as it was typed", async () => {
    await page.goto(site.base + path(/sold/i));
    await press(page, "e");
    await page.keyboard.type("four hundred");
    await page.keyboard.press("Tab");
    await page.keyboard.type("As printed.");
    expect(await sent(page, () => page.keyboard.press("Enter"))).toContain("Nothing was changed.");
    expect(await page.locator("input[name=value]").inputValue()).toBe("four hundred");
  });

  it("a figure by hand that is none comes back as typed, each fault at its field and the first one in focus", async () => {
    await page.goto(`${site.base}/desk/add`);
    const field = (name: string) => page.locator(`#add-${name}`);
    await field("company").selectOption("riot");
    await field("period").fill("March");
    await field("value").fill("533");
    await field("source_url").fill("riotplatforms.com");
    expect(await sent(page, () => page.keyboard.press("Enter"))).toContain("Nothing was changed.");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("add-period");
    for (const name of ["period", "source_url"]) {
      expect([name, await field(name).getAttribute("aria-invalid")]).toEqual([name, "true"]);
      expect(await page.locator(`#${(await field(name).getAttribute("aria-describedby")) ?? ""}`).innerText()).not.toBe("");
    }
    expect(await field("value").getAttribute("aria-invalid")).toBeNull();
    expect(await violations(page)).toEqual([]);
  });

  it("a listing with a wrong month comes back as typed, with the fault at its field; put right, it is on record", async () => {
    await page.goto(`${site.base}/desk/rows`);
    const field = (name: string) => page.locator(`#listing-${name}`);
    await field("company").selectOption("riot");
    await field("exchange").fill("NYSE Texas");
    await field("ticker").fill("RIOT");
    await field("from").fill("May 2026");
    expect(await sent(page, () => page.keyboard.press("Enter"))).toContain("Nothing was changed.");
    expect([await field("exchange").inputValue(), await field("from").inputValue()]).toEqual(["NYSE Texas", "May 2026"]);
    expect(await field("from").getAttribute("aria-invalid")).toBe("true");
    expect(await violations(page)).toEqual([]);
    await field("from").fill("2026-05");
    expect(await sent(page, () => page.keyboard.press("Enter"))).toContain("NYSE Texas");
    expect(await publicPage("/companies/riot")).toContain("NYSE Texas");
  });

  it("a figure after a gap is accepted with one key by whoever looked it up, and its note says so", async () => {
    await queue("June 2026", ["470", "480", "99,500"], "2026-07-04");
    const june = await candidatePaths(page, "2026-06");
    const produced = Object.entries(june).find(([label]) => /produced/i.test(label))?.[1] ?? "";
    await page.goto(site.base + produced);
    expect(await page.locator("body").innerText()).toContain("would be left out");
    expect(await sent(page, () => press(page, "p"))).toContain("is in the record");
    expect(await publicPage("/data/facts.csv")).toMatch(/riot,2026-06,btc_produced,470,.*looked up: the document prints “470”/);
  });

  it("the log says who did what and when", async () => {
    await page.goto(`${site.base}/desk/log`);
    const rows = await page.locator("tbody tr").allInnerTexts();
    for (const what of ["login", "accept", "undo", "refuse", "add"])
      expect(rows.some((row) => new RegExp(`\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\s+ann\\s+${what}\\b`).test(row))).toBe(true);
    const decided = page.getByRole("row").filter({ hasText: "refuse" }).getByRole("link").first();
    await Promise.all([page.waitForURL(/\/desk\/candidates\/\d+$/), decided.click()]);
    expect(await page.locator("main").innerText()).toContain("A misprint of the wire.");
  });
});

it("without JavaScript the same is done with plain forms", async () => {
  const { context, page } = await opened({ script: false });
  await logIn(page);
  const february = await candidatePaths(page, "2026-02");
  const produced = Object.entries(february).find(([label]) => /produced/i.test(label))?.[1] ?? "";
  await page.goto(site.base + produced);
  await page.locator("form[action$='/accept'] input[name=note]").fill("Printed so.");
  expect(await sent(page, () => page.getByRole("button", { name: "Accept", exact: false }).first().click())).toContain("is in the record");
  expect(await publicPage("/data/facts.csv")).toMatch(/riot,2026-02,btc_produced,450,/);
  await page.goto(`${site.base}/desk/rows`);
  await page.locator("#event-date").fill("2026-08-01");
  await page.locator("#event-label").fill("A thing happened");
  await page.locator("#event-kind").fill("market");
  expect(await sent(page, () => page.keyboard.press("Enter"))).toContain("A thing happened");
  const csv = join(folder, "upload.csv");
  const head = "company,period,metric,value,source_kind,published_on,source_url,note\n";
  writeFileSync(csv, `${head}riot,2026-06,btc_produced,lots,company_release,,https://www.riotplatforms.com/june,\n`);
  await page.goto(`${site.base}/desk/add`);
  await page.locator("input[type=file]").setInputFiles(csv);
  await page.getByRole("button", { name: "Show what it changes" }).click();
  expect(await page.locator(".desk-flags").innerText()).toMatch(/facts\.csv:2:value/);
  await context.close();
});

describe("a release found by hand", () => {
  const june = release("July 2026", "481", "470", "99,600");

  it("is pasted with nothing but keys, and its figures wait on a page of their own", async () => {
    const { context, page } = await opened();
    await logIn(page);
    await press(page, "n");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("read-text");
    // Its first line names the address that it is from.
    await page.keyboard.insertText(june);
    for (let i = 0; i < 3; i++) await press(page, "Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("read-published");
    await page.keyboard.type("2026-08-04");
    expect(await sent(page, () => press(page, "Enter"))).toMatch(/^3 figures were read in document \d+\.$/);
    expect(page.url()).toMatch(/\/desk\/documents\/\d+\?/);
    expect(await page.locator("h1").innerText()).toBe("3 figures of this document wait for a decision");
    expect(await page.locator("tbody tr").count()).toBe(3);
    await press(page, "j");
    await page.waitForURL(/\/desk\/candidates\/\d+$/);
    expect(await page.locator("#document").innerText()).toContain("July 2026");
    await context.close();
  });

  it("without JavaScript, on a phone, the same as a file had been read before", async () => {
    const { context, page } = await opened({ script: false, width: WIDTHS.phone });
    await logIn(page);
    await page.locator("#read > summary").click();
    const file = join(folder, "july.txt");
    writeFileSync(file, june.trim());
    await page.locator("#read-file").setInputFiles(file);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await sent(page, () => page.getByRole("button", { name: "Read it" }).click())).toMatch(
      /^3 figures were read in document \d+, which had been read before: nothing in it is new\.$/,
    );
    await context.close();
  });

  it("is refused at its field, with the form open, filled in and in focus there", async () => {
    const { context, page } = await opened();
    await logIn(page);
    await press(page, "n");
    await page.locator("#read-text").fill("A recipe for bread.");
    await page.locator("#read-source").fill("https://example.org/bread");
    expect(await sent(page, () => page.getByRole("button", { name: "Read it" }).click())).toContain("no company was recognised");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("read-text");
    expect(await page.locator("#read-text").inputValue()).toBe("A recipe for bread.");
    expect(await page.locator("#read-source").inputValue()).toBe("https://example.org/bread");
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it("that is too large is not sent by the browser, and where it is sent, the page says so", async () => {
    const large = join(folder, "large.txt");
    writeFileSync(large, "a".repeat(5_000_001));
    const { context, page } = await opened();
    await logIn(page);
    await press(page, "n");
    await page.locator("#read-file").setInputFiles(large);
    await page.getByRole("button", { name: "Read it" }).click();
    expect(await page.locator("#read-file").evaluate((input: HTMLInputElement) => input.validationMessage)).toBe(
      "The file is larger than 5 MB.",
    );
    expect(page.url()).toMatch(/\/desk$/);
    await context.close();
    const plain = await opened({ script: false });
    await logIn(plain.page);
    await plain.page.locator("#read > summary").click();
    await plain.page.locator("#read-file").setInputFiles(large);
    expect(await sent(plain.page, () => plain.page.getByRole("button", { name: "Read it" }).click())).toContain(
      "The file is larger than 5 MB.",
    );
    // Larger than any form may be, it is not even read.
    writeFileSync(large, "a".repeat(9_000_000));
    await plain.page.goto(`${site.base}/desk`);
    await plain.page.locator("#read > summary").click();
    await plain.page.locator("#read-file").setInputFiles(large);
    await plain.page.getByRole("button", { name: "Read it" }).click();
    await plain.page.getByText(/larger than 5 MB|At most [\d,]+ bytes/).waitFor();
    await plain.context.close();
  });
});

describe("every page of the desk", () => {
  const PAGES = ["/desk/login", "/desk", "candidate", "/desk/documents/1", "/desk/add", "/desk/rows", "/desk/log"];
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await opened());
    await logIn(page);
  });
  afterAll(() => context.close());

  it.each(PAGES)("%s fits a phone and a desk, and axe finds nothing in light and dark", async (path) => {
    await page.goto(`${site.base}/desk`);
    const waiting = path === "candidate" ? ((await page.locator("[data-key=j]").getAttribute("href")) ?? "") : path;
    for (const width of Object.values(WIDTHS)) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.base + waiting);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await looks(page, width)).toEqual([]);
    }
  });
});

describe("from outside", () => {
  it("there is no desk where no secret is set", async () => {
    for (const path of ["/desk", "/desk/login", "/desk/add", "/desk/rows", "/desk/log", "/desk/candidates/1", "/desk/documents/1"])
      expect((await fetch(inject("site") + path, { redirect: "manual" })).status, path).toBe(404);
    for (const path of ["/desk/enter", "/desk/do/accept", "/desk/do/add-row", "/desk/do/read"])
      expect((await fetch(inject("site") + path, { method: "POST", redirect: "manual" })).status, path).toBe(404);
  });

  it("whoever logs out is out: the cookie opens nothing any more", async () => {
    const { context, page } = await opened();
    await logIn(page);
    const [cookie] = await context.cookies(`${site.base}/desk`);
    const kept = { headers: { cookie: `desk=${cookie?.value ?? ""}` }, redirect: "manual" } as const;
    expect((await fetch(`${site.base}/desk/log`, kept)).status).toBe(200);
    await page.getByRole("button", { name: "Log out" }).click();
    await page.waitForURL(/\/desk\/login$/);
    expect((await fetch(`${site.base}/desk/log`, kept)).status).toBe(307);
    await context.close();
  });

  it.each(Object.values(WIDTHS))(
    "a session that is over is said, at %i pixels, and what was typed is there again after the sign-in",
    async (width) => {
      const { context, page } = await opened({ width });
      await logIn(page);
      const [cookie] = await context.cookies(`${site.base}/desk`);
      await page.goto(`${site.base}/desk/add`);
      await page.locator("#add-company").selectOption("riot");
      for (const [name, value] of Object.entries({ period: "2026-03", value: "533", source_url: "https://www.riotplatforms.com/march" }))
        await page.locator(`#add-${name}`).fill(value);
      const second = await context.newPage();
      await second.goto(`${site.base}/desk`);
      await second.getByRole("button", { name: "Log out" }).click();
      await second.waitForURL(/\/desk\/login$/);
      // Another person's log-out would not take this cookie; an old one is sent as long as the browser has it.
      if (cookie !== undefined) await context.addCookies([cookie]);
      await page.locator("#add-value").press("Enter");
      await page.getByText("Your session is over").waitFor();
      expect(await page.locator("main").innerText()).toMatch(/Nothing was changed\.[^]*the form is filled in again as you left it/);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await second.goto(`${site.base}/desk`);
      expect(await said(second)).toBe("Your session is over. Log in again.");
      await page.locator("input[name=name]").fill("Ann");
      await page.locator("input[name=secret]").fill(SECRET);
      await page.locator("input[name=secret]").press("Enter");
      await page.waitForURL(/\/desk\/add\?kept=/);
      expect(await said(page)).toContain("What you typed is filled in below");
      expect(await page.locator("#add-value").inputValue()).toBe("533");
      expect(await page.locator("#add-source_url").inputValue()).toBe("https://www.riotplatforms.com/march");
      await context.close();
    },
  );

  it("without a network nothing is sent, and what was typed stays", async () => {
    const { context, page } = await opened();
    await logIn(page);
    await page.goto(`${site.base}/desk/add`);
    await page.locator("#add-company").selectOption("riot");
    for (const [name, value] of Object.entries({ period: "March", value: "533", source_url: "https://www.riotplatforms.com/march" }))
      await page.locator(`#add-${name}`).fill(value);
    await context.setOffline(true);
    await page.locator("#add-value").press("Enter");
    await page.getByText("There is no network, so nothing was sent.").waitFor();
    expect(await page.locator("#add-value").inputValue()).toBe("533");
    await context.setOffline(false);
    expect(await sent(page, () => page.locator("#add-value").press("Enter"))).toContain("Nothing was changed.");
    expect(await page.locator("#add-period").inputValue()).toBe("March");
    await context.close();
  });

  it("without a session every page leads to the login", async () => {
    for (const path of ["/desk", "/desk/add", "/desk/rows", "/desk/log", "/desk/candidates/1", "/desk/documents/1"]) {
      const response = await fetch(site.base + path);
      expect([response.url, (await response.text()).includes("99,010")], path).toEqual([`${site.base}/desk/login`, false]);
    }
  });

  it("a wrong secret is refused, and after three the right one has to wait too", async () => {
    const { context, page } = await opened();
    // Filled in beforehand: the wait is of seconds, and typing takes as long on a busy machine.
    const second = await context.newPage();
    await second.goto(`${site.base}/desk/login`);
    await second.getByLabel("Your name, for the log").fill("ann");
    await second.getByLabel("Secret").fill(SECRET);
    for (let i = 0; i < 3; i++) {
      await logIn(page, "a wrong secret of letters");
      expect(await said(page)).toBe("That is not the secret.");
    }
    const [response] = await Promise.all([
      second.waitForResponse((answer) => answer.url().endsWith("/desk/enter")),
      second.getByRole("button", { name: "Log in" }).click(),
    ]);
    expect(response.status()).toBe(429);
    await second.getByText(/Too many attempts\. Try again in \d+ seconds?\./).waitFor();
    expect(await violations(second)).toEqual([]);
    expect((await context.cookies()).length).toBe(0);
    await second.getByText("Go back with your browser, and send the form again then.").waitFor();
    await second.goBack();
    await second.waitForURL(/\/desk\/login$/);
    await context.close();
  });
});
