/**
 * Each number on a page is the domain's: every figure that links to its explanation is read off the served pages and compared with what
 * the pure functions make of the committed record.
 */
import { load } from "cheerio";
import { describe, expect, inject, it } from "vitest";
import { isKnown } from "@/domain/facts/cell";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { formatMetric, parseMetric } from "@/domain/values/metric";
import { pool, isPooled, type PanelFilter } from "@/domain/measures/panel";
import { period } from "@/domain/values/period";
import { formatRatio, hasRatio, sellThrough } from "@/domain/measures/sellThrough";
import { seedRecord } from "../domain/seed";

const site = inject("site");
const figures = figuresOf(seedRecord(), new Date().toISOString().slice(0, 10));

const PAGES = [
  "/?tables=pooled-sell-through,held-together",
  "/months/2025-04?tables=holders-and-sellers-2025-04,sold-2025-04",
  "/months/2025-03?panel=all&tables=sold-2025-03",
  "/months/2022-06",
  "/months/2024-Q1",
  "/months/2023",
  "/companies/riot?tables=history-riot,holdings-riot",
  "/companies/hive?tables=history-hive,holdings-hive",
  "/map?per=quarter",
];

/** What the domain says a figure's page and every link to it must show; undefined where the figure is missing. */
function expected(company: string, of: string, what: string): string | undefined {
  const id = companyId(company);
  const metric = parseMetric(what);
  if (metric === undefined) {
    const value = sellThrough(figures, id, period(of), "gross", "best");
    return hasRatio(value) ? formatRatio(value.ratio) : undefined;
  }
  const cell = figures.cell(id, metric, period(of));
  return isKnown(cell) ? formatMetric(metric, cell.value) : undefined;
}

async function linkedFigures(path: string): Promise<{ text: string; company: string; of: string; what: string }[]> {
  const $ = load(await (await fetch(site + path)).text());
  // Tables of conflicts also show what was not chosen, and the map shows some shares as colour alone.
  return $("table:not([id^='conflicts'], [id^='restatements'], [id^='corrections']) td a[href^='/figures/']")
    .toArray()
    .filter((element) => $(element).text().trim() !== "")
    .flatMap((element) => {
      const [, , company, of, what] = ($(element).attr("href") ?? "").split("?")[0]?.split("/") ?? [];
      return company === undefined || of === undefined || what === undefined ? [] : [{ text: $(element).text().trim(), company, of, what }];
    });
}

describe("every figure in a table is the domain function's value", () => {
  it.each(PAGES)("%s", async (path) => {
    const found = await linkedFigures(path);
    expect(found.length).toBeGreaterThan(5);
    const wrong = found.filter(({ text, company, of, what }) => {
      const value = expected(company, of, what);
      return value === undefined ? /^[\d−]/.test(text) : !text.includes(value) && `${text}%` !== value;
    });
    expect(wrong).toEqual([]);
  });
});

describe("every pooled share in the months' tables is the sum of sold over the sum of produced", () => {
  it.each([
    ["", { kind: "nasdaq" }],
    ["?panel=all", { kind: "all" }],
    ["?panel=largest15", { kind: "largest15" }],
    ["?c=riot,mara", { kind: "picked", companies: [companyId("riot"), companyId("mara")] }],
  ] as [string, PanelFilter][])("/months%s", async (query, filter) => {
    const $ = load(await (await fetch(`${site}/months${query}`)).text());
    const rows = $("#periods-table tbody tr").toArray();
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      const cells = $(row).find("th, td");
      const of = /\/months\/([^?]+)/.exec($(cells[0]).find("a").attr("href") ?? "")?.[1] ?? "";
      const { ratio } = pool(figures, { period: period(of), filter, basis: "gross", mode: "best" });
      const text = $(cells[1]).text();
      if (isPooled(ratio)) expect(text, of).toContain(formatRatio(ratio));
      else expect(text, of).not.toMatch(/\d/);
    }
  });
});
