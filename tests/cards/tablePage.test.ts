/** Where a table's embed, picture and citation lead back to: a page that exists. */
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { figuresOf } from "@/domain/figures";
import { QUESTION_NAMES } from "@/cards/questions";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { tablePage } from "@/cards/selection/tablePage";
import { seedRecord } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-09-01");
const page = (id: string) => tablePage(id, figures, { ...DEFAULT_SELECTION, panel: "all" });

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
])("%s stands at %s", (id, address) => {
  expect(page(id)).toBe(address);
});

it("every question's page is a page of the site", () => {
  const routes = [...QUESTION_NAMES, ...QUESTION_NAMES.flatMap((name) => [`${name}-2025-03`, `${name}-riot`])].map((id) =>
    (page(id).split("?")[0] ?? "").replace("/riot", "/[company]").replace("/2025-03", "/[period]"),
  );
  expect([...new Set(routes)].filter((route) => !existsSync(`src/app${route === "/" ? "" : route}/page.tsx`))).toEqual([]);
});
