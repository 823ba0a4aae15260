/** The search finds what people type: companies by any name or ticker they had, periods, figures, pages. */
import { expect, test } from "vitest";
import { search } from "@/cards/search/search";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import { seedRecord } from "../domain/seed";

const FORMER: Readonly<Record<string, string>> = { mara: "Marathon Digital Holdings, Inc.", iren: "Iris Energy Limited" };
const record = seedRecord();
const companies = record.companies.map((company) => {
  const name = FORMER[company.id];
  return name === undefined ? company : { ...company, formerNames: [{ name, from: null, to: period("2024-07") }] };
});
const figures = figuresOf({ ...record, companies }, "2026-11-20");
const first = (text: string) => search({ figures, selection: DEFAULT_SELECTION }, text)[0]?.href;

test.each([
  ["marathon", "/companies/mara"],
  ["RIOT", "/companies/riot"],
  ["iris energy", "/companies/iren"],
  ["march 2025", "/months/2025-03"],
  ["2025-Q1", "/months/2025-Q1"],
  ["q1 2025", "/months/2025-Q1"],
  ["licence", "/data"],
])("%s leads to %s", (text, href) => {
  expect(first(text)).toBe(href);
});

test.each([
  ["mara march 2025", ["btc_produced", "btc_sold", "sell_through", "btc_held"].map((what) => `/figures/mara/2025-03/${what}`)],
  ["March 2025 Marathon production", ["/figures/mara/2025-03/btc_produced"]],
  ["how much bitcoin did Riot sell in 2025-04?", ["/figures/riot/2025-04/btc_sold"]],
  ["riot average hashrate apr 2025", ["/figures/riot/2025-04/avg_ehs"]],
  ["mara holdings q1 2025", ["btc_held", "btc_restricted"].map((what) => `/figures/mara/2025-Q1/${what}`)],
])("%s leads to the figures that it names", (text, hrefs) => {
  expect(search({ figures, selection: DEFAULT_SELECTION }, text).map(({ href }) => href)).toEqual(hrefs);
});

test("a figure that is found says its value and how it is known, or why it is missing", () => {
  const note = (text: string) => search({ figures, selection: DEFAULT_SELECTION }, text)[0]?.note;
  expect(note("mara produced march 2025")).toBe("829 BTC, reported");
  expect(note("bit digital produced march 2025")).toBe("quarter only");
});

test("a company is found by the name that it took later, and says under which names it is known", () => {
  const found = search({ figures, selection: DEFAULT_SELECTION }, "Keel Infrastructure");
  expect(found.map(({ label, note, href }) => [label, note, href])).toEqual([
    ["Bitfarms", "Bitfarms Ltd., Keel Infrastructure, BITF, KEEL", "/companies/bitfarms"],
  ]);
});

test("a company is found by what is noted of it, where nothing is called that", () => {
  const found = (text: string) => search({ figures, selection: DEFAULT_SELECTION }, text).map(({ href, note }) => [href, note]);
  expect(found("chapter 11")).toEqual([["/companies/core-scientific", "Chapter 11 from December 2022 to January 2024."]]);
  expect(found("merged")).toContainEqual(["/companies/stronghold", "Merged into Bitfarms on 2025-03-14."]);
  expect(found("pter 11")).toEqual([]);
});

test("who printed a pooled figure leads to ours beside it", () => {
  expect(search({ figures, selection: DEFAULT_SELECTION }, "theminermag")).toEqual([
    {
      label: "TheMinerMag: March 2025",
      note: "A figure that others published, beside ours",
      href: "/months/2025-03#published-2025-03",
    },
  ]);
});

test("nothing is found for nothing, nor for what names nothing", () => {
  expect(search({ figures, selection: DEFAULT_SELECTION }, "  ")).toEqual([]);
  expect(search({ figures, selection: DEFAULT_SELECTION }, "zzzzqq")).toEqual([]);
});

test("what is found keeps the selection", () => {
  expect(search({ figures, selection: { ...DEFAULT_SELECTION, panel: "all" } }, "riot")[0]?.href).toBe("/companies/riot?panel=all");
});
