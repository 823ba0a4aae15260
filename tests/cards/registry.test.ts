/** The register of cards: one card for each id, on a page that exists. */
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { fillPattern } from "@/cards/card";
import { cardAddress, CARDS, findCard, leadingId } from "@/cards/registry";

const page = (id: string) => cardAddress(id, { ...DEFAULT_SELECTION, panel: "all" });

it.each([
  ["pooled-sell-through", "/?panel=all#pooled-sell-through"],
  ["sold-2025-03", "/months/2025-03?panel=all#sold-2025-03"],
  ["miners-2025-Q1", "/months/2025-Q1?panel=all#miners-2025-Q1"],
  ["miners-2025", "/months/2025?panel=all#miners-2025"],
  ["history-riot", "/companies/riot?panel=all#history-riot"],
  ["holdings-bit-digital", "/companies/bit-digital?panel=all#holdings-bit-digital"],
  ["facts-riot", "/companies/riot/facts?panel=all#facts-riot"],
  ["stance-lanes", "/strategies?panel=all#stance-lanes"],
  ["conflicts", "/conflicts?panel=all#conflicts"],
  ["published", "/months?panel=all#published"],
  ["stance-production", "/strategies?panel=all&show=production#stance-production"],
  ["coverage-of-held", "/coverage?panel=all&metric=btc_held#coverage-of-held"],
])("%s stands at %s", (id, address) => {
  expect(page(id)).toBe(address);
});

const EXAMPLE = { company: "riot", period: "2025-03" };

it("every card stands on a page of the site", () => {
  const routes = CARDS.map(({ page: path }) => path.replace(/:(\w+)/, "[$1]"));
  expect([...new Set(routes)].filter((route) => !existsSync(`src/app${route === "/" ? "" : route}/page.tsx`))).toEqual([]);
});

it("an id and its page have the same parameter", () => {
  const parameter = (pattern: string) => /:\w+/.exec(pattern)?.[0];
  expect(CARDS.filter(({ id, page: path }) => parameter(id) !== parameter(path))).toEqual([]);
});

it("an id means one card", () => {
  const ids = CARDS.map(({ id }) => fillPattern(id, EXAMPLE));
  expect(new Set(ids).size).toBe(CARDS.length);
  for (const [at, id] of ids.entries()) {
    expect(findCard(id)?.card).toBe(CARDS[at]);
  }
});

it.each([
  ["/", "", "pooled-sell-through"],
  ["/months/2025-03/press", "", "holders-and-sellers-2025-03"],
  ["/companies/hive/dollars", "", "dollars-hive"],
  ["/strategies", "", "stance-lanes"],
  ["/strategies", "show=production", "stance-production"],
  ["/signal", "measure=sold&thin=include", "signal-sold-same-with-thin"],
  ["/months/2025-13", "", undefined],
  ["/method", "", undefined],
])("%s?%s is shared with the chart of %s", (path, query, id) => {
  expect(leadingId(path, new URLSearchParams(query))).toBe(id);
});

it("a page is led by one card", () => {
  const led = CARDS.flatMap(({ leads = [], query = {} }) => leads.map((path) => `${path} ${new URLSearchParams(query)}`));
  expect(new Set(led).size).toBe(led.length);
});
