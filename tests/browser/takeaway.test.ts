/** What a visitor takes away from the pages of March 2025, by clicking what is offered there, says what the pages say. */
import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { unguardedText } from "@/domain/shared/spreadsheetText";
import type { TableJson } from "@/files/tables/jsonSchema";
import { openBrowser, visit } from "./browser";
import { cellsOf, decoded, type Line, linesOf, look, requested, save, type SeenCell, seenRows, shownNumber, wordsOf } from "./taken";

const site = inject("site");
const MONTH = "/months/2025-03";
const PRESS = `${MONTH}/press`;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let version = "";

beforeAll(async () => {
  browser = await openBrowser();
  context = await visit(browser);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(site + MONTH);
  version = (await page.locator("footer code").first().innerText()).trim();
  expect(version).toMatch(/^[0-9a-f]{12}$/);
});
afterAll(async () => {
  await browser.close();
});

const link = (card: Locator, label: string) => card.getByRole("link", { name: new RegExp(`^${label}: `) });

const EVIDENCE = /^(reported|derived|policy)( second-hand)?$/;

/** Each figure that is read on the page is the file's, to the last digit that the page shows; each gap has its reason. */
function expectSame(seen: readonly SeenCell[][], { columns, rows }: TableJson, lines: readonly Line[]): number {
  expect(lines).toHaveLength(seen.length);
  let figures = 0;
  for (const [at, row] of seen.entries()) {
    const line = lines[at] ?? {};
    expect(row).toHaveLength(columns.length);
    for (const [column, { text, isNumber, isMissing }] of row.entries()) {
      const { key, unit } = columns[column] ?? { key: "", unit: "" };
      const where = `${line["id"]} ${key}: “${text}” on the page`;
      const field = unguardedText(line[key] ?? "");
      if (isMissing) {
        expect(field, where).toBe("");
        expect(line[`${key}_missing`], where).not.toBe("");
      } else if (isNumber && /\d/.test(text)) {
        const { value, within } = shownNumber(text);
        expect(field, where).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Math.abs(Number(field) - value), where).toBeLessThanOrEqual(within);
        // Only a count, as of companies, may go without: it is no figure of anybody, and has no unit.
        if (unit !== "" || line[`${key}_evidence`] !== "") expect(line[`${key}_evidence`], where).toMatch(EVIDENCE);
        figures++;
      } else {
        const cell = rows[at]?.cells[key];
        expect(field, where).toBe((cell && "plain" in cell ? cell.plain : undefined) ?? text);
      }
    }
  }
  return figures;
}

describe.each([
  [MONTH, "miners-2025-03", "2025-03"],
  [`${MONTH}?tables=holders-and-sellers-2025-03`, "holders-and-sellers-2025-03", "2025-03"],
  [`${MONTH}?tables=sold-2025-03`, "sold-2025-03", "2025-03"],
  [MONTH, "published-2025-03", "2025-03"],
  ["/?from=2024-04&to=2025-03&tables=pooled-sell-through", "pooled-sell-through", "2024-04-to-2025-03"],
  ["/?from=2024-04&to=2025-03&tables=held-together", "held-together", "2024-04-to-2025-03"],
])("from %s the card %s", (path, id, range) => {
  it("as CSV, JSON and XLSX holds every figure of its table, under a name that says what it is", async () => {
    await page.goto(site + path);
    const card = page.locator(`section#${id}`);
    const seen = await seenRows(card);
    expect(seen.length).toBeGreaterThan(0);
    const csv = await save(page, link(card, "CSV"));
    await card.locator("summary", { hasText: "More formats" }).click();
    const json = await save(page, link(card, "JSON"));
    const xlsx = await save(page, link(card, "XLSX"));
    for (const [file, ending] of [[csv, "csv"] as const, [json, "json"] as const, [xlsx, "xlsx"] as const]) {
      expect(file.name).toMatch(new RegExp(`^sellthrough_${id}.*_nasdaq_v${version}\\.${ending}$`));
      expect(file.name).toContain(range);
    }

    const table = JSON.parse(json.bytes.toString()) as TableJson;
    const { head, lines } = linesOf(csv.bytes);
    const keys = table.columns.map(({ key }) => key);
    expect(expectSame(seen, table, lines)).toBeGreaterThan(0);

    expect(table.version.id).toBe(version);
    expect(table.title).toBe((await card.locator("h2").innerText()).trim());
    expect(table.rows.map(({ cells }) => keys.map((key) => cells[key]?.text))).toEqual(seen.map((row) => row.map(({ text }) => text)));
    for (const [at, { cells }] of table.rows.entries()) {
      for (const [key, cell] of Object.entries(cells)) {
        if (!("exact" in cell)) continue;
        const sources = "sources" in cell ? [...new Set(cell.sources.map(({ address }) => address))].join(" ") : "";
        const evidence = "evidence" in cell ? `${cell.evidence}${cell.second_hand ? " second-hand" : ""}` : "";
        expect([cell.exact, cell.value, evidence, sources]).toEqual([
          lines[at]?.[key],
          Number(lines[at]?.[key]),
          lines[at]?.[`${key}_evidence`],
          lines[at]?.[`${key}_source`],
        ]);
      }
    }

    const sheet = await cellsOf(xlsx.bytes);
    expect(sheet.head).toEqual(head);
    expect(sheet.lines).toHaveLength(lines.length);
    for (const [at, line] of lines.entries()) {
      for (const [key, field] of Object.entries(line)) {
        const isNumber = "exact" in (table.rows[at]?.cells[key] ?? {});
        expect([key, sheet.lines[at]?.[key]]).toEqual([key, isNumber ? Number(field) : unguardedText(field)]);
      }
    }
  });

  it("is offered in full and to be cited, beside what is shown", async () => {
    await page.goto(site + path);
    const card = page.locator(`section#${id}`);
    await card.locator("summary", { hasText: "More formats" }).click();
    const full = linesOf((await save(page, link(card, "CSV, full data"))).bytes);
    const shown = linesOf((await save(page, link(card, "CSV"))).bytes);
    expect(full.head).toEqual(shown.head);
    const ids = full.lines.map((line) => line["id"]);
    expect(shown.lines.filter((line) => !ids.includes(line["id"] ?? ""))).toEqual([]);
    if (id === "miners-2025-03" || id === "pooled-sell-through") expect(full.lines.length).toBeGreaterThan(shown.lines.length);
    await card.locator("summary", { hasText: "Cite" }).click();
    expect(await card.locator(".cite-text p").first().innerText()).toContain(`version=${version}`);
    expect(await card.locator(".cite-text pre").first().innerText()).toMatch(/^@misc\{/);
  });
});

describe.each([
  [MONTH, "holders-and-sellers-2025-03"],
  [MONTH, "sold-2025-03"],
  ["/?from=2024-04&to=2025-03&tables=pooled-sell-through", "pooled-sell-through"],
])("from %s the chart %s", (path, id) => {
  it("is a picture with its title, source, version and alternative text in it, in the sizes that are promised", async () => {
    await page.goto(site + path);
    const card = page.locator(`section#${id}`);
    const title = (await card.locator("h2").innerText()).trim();
    const png = await look(page, link(card, "PNG"));
    const svg = await look(page, link(card, "SVG"));
    expect([png.type, svg.type.split(";")[0]]).toEqual(["image/png", "image/svg+xml"]);
    for (const [{ name }, ending] of [[png, "png"] as const, [svg, "svg"] as const])
      expect(name).toMatch(new RegExp(`^sellthrough_${id}_.*nasdaq_wide-light_v${version}\\.${ending}$`));
    const { width, height, colours, drawn } = await decoded(page, png.bytes);
    expect([width, height]).toEqual([1200, 675]);
    expect(colours).toBeGreaterThan(20);
    expect(drawn).toBeGreaterThan(0.02);
    const words = await wordsOf(page, svg.bytes);
    expect(words.title).toBe(title);
    expect(words.text).toContain(title);
    expect(words.text).toMatch(/Sources: .+ compiled by Sellthrough\./);
    expect(words.text).toContain(`version ${version}`);
    expect(words.desc).toContain(title);
  });
});

describe("from the press page", () => {
  /** Every picture that the page offers: the link and what its row and column promise. */
  async function offered() {
    return page.locator(".press-picture").evaluateAll((figures) =>
      figures.flatMap((figure) =>
        [...figure.querySelectorAll<HTMLAnchorElement>(".press-sizes td a")].map((anchor) => {
          const [, width = "", height = ""] = /(\d+) × (\d+)/.exec(anchor.closest("tr")?.querySelector("th")?.textContent ?? "") ?? [];
          return {
            label: anchor.getAttribute("aria-label") ?? "",
            href: anchor.getAttribute("href") ?? "",
            id: /charts\/(.+)\.(?:svg|png)/.exec(anchor.pathname)?.[1] ?? "",
            size: `${width}x${height}`,
            theme: anchor.getAttribute("aria-label")?.includes(", dark:") === true ? "dark" : "light",
            form: anchor.innerText.toLowerCase(),
            alt: figure.querySelector(".press-alt p")?.textContent.replace(/^Alternative text\. /, "") ?? "",
          };
        }),
      ),
    );
  }

  it("each picture has the size that stands beside it, and says in words what the page says of it", { timeout: 300_000 }, async () => {
    await page.goto(site + PRESS);
    const pictures = await offered();
    expect(pictures).toHaveLength(36);
    // One of each form is clicked, as are those of the charts above; the others are what the links lead to.
    const clicked = new Set<string>();
    for (const { label, href, size, form, theme, alt } of pictures) {
      const taken = clicked.has(form)
        ? await requested(site + href)
        : await look(page, page.getByRole("link", { name: label, exact: true }));
      clicked.add(form);
      expect(taken.name, label).toMatch(new RegExp(`2025-03.*${theme}_v${version}\\.${form}$`));
      if (form === "svg") expect((await wordsOf(page, taken.bytes)).desc, label).toBe(alt);
      else {
        const { width, height, drawn } = await decoded(page, taken.bytes);
        expect(`${width}x${height}`, label).toBe(size);
        expect(drawn, label).toBeGreaterThan(0.02);
      }
    }
  });

  it("the ZIP holds exactly what is promised: the text, each picture, the numbers and the citation, all as on the page", async () => {
    await page.goto(site + PRESS);
    const pictures = await offered();
    const zip = await save(page, page.getByRole("link", { name: "Everything as one ZIP" }).first());
    expect(zip.name).toBe(`sellthrough_press_2025-03_nasdaq_v${version}.zip`);
    const files = unzipSync(new Uint8Array(zip.bytes));
    const names = pictures.map(({ id, size, theme, form }) => `pictures/${id}_${size}_${theme}.${form}`);
    const others = ["README.md", "text.txt", "sources.txt", "citation.bib", "data/miners-2025-03.csv", "data/miners-2025-03.xlsx"];
    expect(Object.keys(files).sort()).toEqual([...others, ...names].sort());

    const inZip = (name: string) => Buffer.from(files[name] ?? []);
    const csv = await save(page, page.locator("#numbers").getByRole("link", { name: "CSV", exact: true }));
    expect(inZip("data/miners-2025-03.csv").equals(csv.bytes)).toBe(true);
    const sheet = await save(page, page.locator("#numbers").getByRole("link", { name: "XLSX", exact: true }));
    expect((await cellsOf(inZip("data/miners-2025-03.xlsx"))).lines).toEqual((await cellsOf(sheet.bytes)).lines);
    for (const [at, { href }] of pictures.entries()) {
      const alone = Buffer.from(await (await fetch(site + href)).arrayBuffer());
      expect(inZip(names[at] ?? "").equals(alone), href).toBe(true);
    }
    const written = inZip("text.txt").toString();
    const sentences = await page.locator("#text .press-points li div > p:first-child").allInnerTexts();
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences) if (sentence.trim() !== "") expect(written).toContain(sentence.trim());
    expect(inZip("README.md").toString()).toContain((await page.locator("#cite-short p").innerText()).trim());
    expect(inZip("citation.bib").toString()).toContain(version);
  });

  it("one click copies a sentence with its basis and its source at this version", async () => {
    await page.goto(site + PRESS);
    const statements = page.locator("#text > * > .press-points > li, #text > .press-points > li");
    expect(await statements.count()).toBeGreaterThan(4);
    for (const statement of await statements.all()) {
      if (!(await statement.isVisible())) continue;
      await statement.getByRole("button").click();
      await expect.poll(() => statement.getByRole("status").innerText()).toBe("Copied");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain((await statement.locator("p").first().innerText()).trim());
      expect(copied).toContain((await statement.locator(".press-basis").innerText()).trim());
      expect(copied).toContain("March 2025");
      expect(copied).toContain(`version=${version}`);
    }
  });
});

describe("from /data", () => {
  it("the whole record is a package whose files are what its description says, and says what the month's page says", async () => {
    await page.goto(`${site}/data`);
    const zip = await save(page, page.getByRole("link", { name: "sellthrough.zip" }).first());
    expect(zip.name).toBe(`sellthrough_record_v${version}.zip`);
    const files = unzipSync(new Uint8Array(zip.bytes));
    const described = JSON.parse(Buffer.from(files["datapackage.json"] ?? []).toString()) as {
      version: string;
      resources: { path: string; hash: string; bytes: number }[];
    };
    expect(described.version).toBe(version);
    expect(described.resources.map(({ path }) => path).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== "datapackage.json")
        .sort(),
    );
    for (const { path, hash, bytes } of described.resources) {
      const content = Buffer.from(files[path] ?? []);
      expect([path, content.length, `sha256:${createHash("sha256").update(content).digest("hex")}`]).toEqual([path, bytes, hash]);
    }

    await page.goto(site + MONTH);
    const rows = await seenRows(page.locator("section#miners-2025-03"));
    const { lines } = linesOf(Buffer.from(files["cells.csv"] ?? []));
    const miners = linesOf((await save(page, link(page.locator("section#miners-2025-03"), "CSV"))).bytes).lines;
    for (const [at, row] of rows.entries()) {
      for (const [column, metric] of [[1, "btc_produced"] as const, [2, "btc_sold"] as const, [4, "btc_held"] as const]) {
        const cell = lines.find((one) => one["company"] === miners[at]?.["id"] && one["period"] === "2025-03" && one["metric"] === metric);
        const seen = row[column];
        if (seen === undefined || cell === undefined) throw new Error(`no ${metric} in row ${at}`);
        if (seen.isMissing) expect(cell["value"]).toBe("");
        else expect(Math.abs(Number(cell["value"]) - shownNumber(seen.text).value)).toBeLessThanOrEqual(shownNumber(seen.text).within);
      }
    }
  });
});
