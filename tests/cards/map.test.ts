/** Rules of the map of the record. */
import { describe, expect, it, test } from "vitest";
import { chartOf } from "@/cards/registry";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import { hasRatio, plainPercent, sellThrough } from "@/domain/measures/sellThrough";
import { heatMapOf, MAP_SORTS, mapCard, mapCounts, mapExtreme } from "@/cards/companies/map";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { minersCard } from "@/cards/months/periodTable";
import { present, seedRecord, figuresOn, type Stated } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-11-22");
const all: Selection = { ...DEFAULT_SELECTION, panel: "all" };

describe("the map", () => {
  it("shows in each cell what the domain computes for it, and links there", () => {
    const { periods, rows } = heatMapOf({ figures, selection: all });
    for (const { company, cells } of rows) {
      cells.forEach((cell, at) => {
        const value = sellThrough(figures, company.id, present(periods[at]), "gross", "best");
        expect(cell.kind).toBe(hasRatio(value) ? "value" : "missing");
        if (cell.kind === "value" && hasRatio(value))
          expect([cell.plain, cell.evidence]).toEqual([plainPercent(value.ratio), value.evidence]);
        if (cell.kind === "missing" && !hasRatio(value)) expect(cell.reason).toBe(value.reason);
        expect(cell.href).toMatch(new RegExp(`^/figures/${company.id}/${periods[at]}/sell_through`));
      });
    }
  });

  it("says Riot sold 475 of 463 BTC in April 2025 as 102.59%", () => {
    const { periods, rows } = heatMapOf({ figures, selection: all });
    const riot = present(rows.find((row) => row.company.id === "riot"));
    expect(riot.cells[periods.indexOf(period("2025-04"))]).toMatchObject({ plain: "102.59", text: "103%", evidence: "reported" });
  });

  it("says in words where none, and where one of the cells is known", () => {
    const counts = (...companies: string[]) => {
      const selection = { ...all, companies: companies.map((id) => companyId(id)) };
      const counted = mapCounts(heatMapOf({ figures, selection }), selection);
      return counted && plain(counted);
    };
    expect(counts("gryphon")).toMatch(/^None of the \d+ company-months in which this company reports has a known sell-through\.$/);
    expect(counts("ionic-digital")).toMatch(/^1 of the \d+ company-months .* has a known sell-through, which is below 5%\.$/);
    expect(counts("argo")).toMatch(/it is below 5% in none of them and above 105% in \d+\.$/);
    expect(counts("riot", "mara")).toMatch(/have a known sell-through: it is below 5% in \d+ of them and above 105% in \d+\.$/);
  });

  it("keeps every company in every order, and puts what is not known last", () => {
    const names = heatMapOf({ figures, selection: all }).rows.map((row) => row.company.id);
    for (const sort of MAP_SORTS) {
      const { rows } = heatMapOf({ figures, selection: all }, sort);
      expect(rows.map((row) => row.company.id).sort()).toEqual([...names].sort());
      const known = rows.map((row) => row.aside !== "not known");
      expect(known.lastIndexOf(true)).toBeLessThan(known.includes(false) ? known.indexOf(false) : rows.length);
    }
  });

  it("sorts by the latest known share, largest first", () => {
    const small = figuresOn(
      "2026-01-01",
      ["a", "2025-01", "btc_produced", "100"],
      ["a", "2025-01", "btc_sold", "10"],
      ["b", "2025-01", "btc_produced", "100"],
      ["b", "2025-01", "btc_sold", "90"],
      ["a", "2025-02", "btc_produced", "100"],
      ["a", "2025-02", "btc_sold", "120"],
      ["c", "2025-02", "btc_produced", "100"],
    );
    const rows = heatMapOf({ figures: small, selection: DEFAULT_SELECTION }, "latest").rows;
    expect(rows.map((row) => [row.company.id, row.aside])).toEqual([
      ["a", "120%"],
      ["b", "90%"],
      ["c", "not known"],
    ]);
  });

  it("counts what is known in its sentence, and the words change with the facts", () => {
    const facts = [
      ["a", "2025-01", "btc_produced", "100"],
      ["a", "2025-01", "btc_sold", "2"],
      ["a", "2025-02", "btc_produced", "100"],
      ["a", "2025-02", "btc_sold", "106"],
      ["a", "2025-03", "btc_produced", "100"],
    ] as const;
    const words = (list: readonly (readonly [string, string, "btc_produced" | "btc_sold", string])[]) => {
      const map = heatMapOf({
        figures: figuresOn("2026-01-01", ...list.map((f): [string, string, "btc_produced" | "btc_sold", string] => [...f])),
        selection: all,
      });
      return [mapCounts(map, all), mapExtreme(map)].map((s) => s && plain(s));
    };
    const [counts, extreme] = words(facts);
    expect(counts).toBe(
      "2 of the 3 company-months in which this company reports have a known sell-through: it is below 5% in 1 of them and above 105% in 1.",
    );
    expect(extreme).toBe("The highest is that of a in February 2025: 106%.");
    expect(words(facts.slice(0, 3))[1]).toBeUndefined();
  });

  it("has one line per company and period in its table, and its picture shows the same companies", () => {
    const { periods, rows } = heatMapOf({ figures, selection: all });
    const table = mapCard.table({ figures, selection: all });
    expect(table.rows).toHaveLength(periods.length * rows.length);
    expect(new Set(table.rows.map((row) => row.key)).size).toBe(table.rows.length);
    const chart = chartOf(table);
    expect(chart?.panels[0]?.y).toMatchObject({ kind: "rows" });
    expect(chart?.stops).toHaveLength(table.rows.length);
  });

  it("leaves out companies that never pass the filter", () => {
    const picked = heatMapOf({ figures, selection: { ...DEFAULT_SELECTION, companies: [companyId("riot")] } });
    expect(picked.rows.map((row) => row.company.id)).toEqual(["riot"]);
    const nasdaq = heatMapOf({ figures, selection: DEFAULT_SELECTION }).rows;
    expect(nasdaq.length).toBeLessThan(figures.record.companies.length);
    expect(nasdaq.every(({ company }) => company.listings.some((listing) => listing.exchange === "Nasdaq"))).toBe(true);
  });
});

test("what a company does follows the evidence asked for, in the map’s order and in the table of a month", () => {
  const months = ["2024-01", "2024-02", "2024-03"];
  const secondHand = months.flatMap((month): Stated[] => [
    ["a", month, "btc_produced", "100"],
    ["a", month, "btc_sold", "0", { source_kind: "aggregator" }],
  ]);
  const told = (evidence: Selection["evidence"]) => {
    const asked = { figures: figuresOn("2024-05-01", ...secondHand), selection: { ...DEFAULT_SELECTION, evidence } };
    const miner = minersCard.table({ ...asked, period: period("2024-03") }).rows[0];
    return [heatMapOf(asked, "stance").rows[0]?.aside, miner?.cells["stance"]?.text];
  };
  expect(told("best")).toEqual(["holds", "holds"]);
  expect(told("firsthand")).toEqual(["not known", "not known"]);
});
