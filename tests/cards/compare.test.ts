import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import { compareChart } from "@/cards/charts/lineChart";
import { compare, latestSentences } from "@/cards/compare/compare";
import { COMPARE_CARDS, compareCard } from "@/cards/compare/compareCard";
import { compareAddress, compareRemarks } from "@/cards/compare/compareForm";
import { suggestions } from "@/cards/compare/compareSuggestions";
import { compareOptions, type CompareOptions, DEFAULT_OPTIONS } from "@/cards/compare/compareOptions";
import { DEFAULT_SELECTION, parseSelection, type Selection } from "@/cards/selection/selection";
import { cellsOf } from "@/cards/tables/table";
import { plain } from "@/cards/tables/sentence";
import { figuresOn, seed as figures, seedRecord, type Stated } from "../domain/seed";

const compareTable = (of: Figures, selection: Selection, options: CompareOptions) => compareCard(options).table({ figures: of, selection });
const chosen = (...ids: string[]): Selection => ({ ...DEFAULT_SELECTION, companies: ids.map(companyId) });
const ask = (more: Partial<CompareOptions>): CompareOptions => ({ ...DEFAULT_OPTIONS, ...more });
const cells = (of: Figures, selection: Selection, options: CompareOptions, company: string) =>
  compareTable(of, selection, options).rows.map((row) => {
    const cell = row.cells[company];
    return `${row.key} ${cell?.kind === "value" ? cell.plain : (cell?.text ?? "no cell")}`;
  });

describe("companies side by side", () => {
  it("Riot in April 2025: 463 produced, 475 sold, 102.59%", () => {
    const riot = (metric: CompareOptions["metric"]) =>
      cells(figures, { ...chosen("riot"), from: period("2025-04"), to: period("2025-04") }, ask({ metric }), "riot");
    expect(riot("btc_produced")).toEqual(["2025-04 463"]);
    expect(riot("btc_sold")).toEqual(["2025-04 475"]);
    expect(riot("sell_through")).toEqual(["2025-04 102.59"]);
  });

  const small = figuresOn(
    "2026-09-01",
    ["a", "2024-01", "btc_held", "50"],
    ["a", "2024-02", "btc_held", "100"],
    ["a", "2024-04", "btc_held", "150"],
    ["b", "2024-02", "btc_held", "20"],
    ["b", "2024-03", "btc_held", "0"],
    ["b", "2024-04", "btc_held", "10"],
    ["a", "2024-02", "deployed_ehs", "4"],
    ["a", "2024-02", "avg_ehs", "2.5"],
    ["a", "2024-04", "deployed_ehs", "4"],
  );
  const both = chosen("a", "b");

  it("holdings are valued on the evidence asked for: a second-hand figure values nothing where it is left out", () => {
    const unpriced = figuresOn(
      "2026-09-01",
      ["a", "2024-01", "btc_held", "50"],
      ["a", "2024-02", "btc_produced", "10"],
      ["a", "2024-02", "btc_sold", "0"],
      ["a", "2024-02", "btc_held", "70", { source_kind: "aggregator" }],
    );
    const priced = figuresOf(
      { ...unpriced.record, prices: [{ month: period("2024-02"), close: 100_00, average: 100_00, days: 29 }] },
      "2026-09-01",
    );
    const worth = (evidence: Selection["evidence"]) =>
      cells(priced, { ...chosen("a"), evidence }, ask({ metric: "treasury_usd" }), "a").at(-1);
    expect(worth("best")).toBe("2024-02 7000");
    expect(worth("firsthand")).toBe("2024-02 6000");
  });

  it("indexed, 100 is the first period in which all have a figure above 0", () => {
    const options = ask({ metric: "btc_held", as: "indexed" });
    expect(compare({ figures: small, selection: both }, options).base).toBe("2024-02");
    expect(cells(small, both, options, "a")).toEqual(["2024-01 50", "2024-02 100", "2024-03 not disclosed", "2024-04 150"]);
    expect(cells(small, both, options, "b").slice(1)).toEqual(["2024-02 100", "2024-03 0", "2024-04 50"]);
    const { sentence } = compareTable(small, both, options);
    expect(sentence).toBe("February 2024 is 100: the first period in which all of these companies have a figure above 0.");
    expect(compareTable(small, chosen("a"), options).sentence).toMatch(/^January 2024 is 100: the first period in which this company has /);
    // It is told once.
    expect(compareRemarks({ figures: small, selection: both }, options, compare({ figures: small, selection: both }, options))).toEqual([]);
  });

  it("holdings that are counted otherwise stand by themselves: CleanSpark’s 10,075 BTC of June 2025 leave out its collateral", () => {
    const options = ask({ metric: "btc_held" });
    const table = compareTable(figures, chosen("cleanspark"), options);
    const cell = table.rows.find(({ key }) => key === "2025-06")?.cells["cleanspark"];
    expect(cell).toMatchObject({ text: "10,075", note: expect.stringContaining("without collateral") as unknown });
    const at = table.rows.findIndex(({ key }) => key === "2025-06");
    const lines = compareChart(table).panels.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === "line" ? mark.runs : [])));
    expect(lines.filter((run) => run.some(([x]) => x === at))).toEqual([[[at, 10_075]]]);
    expect(lines.filter((run) => run.some(([x]) => x === at - 1)).map((run) => run.length > 1)).toEqual([true]);
    expect(compareChart(table).stops[at]?.note).toBe("CleanSpark: counted otherwise than before and after");
    expect(compareChart(table).stops[at - 1]?.note).toBeUndefined();
    expect(table.caveat).toBe(
      "Counted otherwise than the company’s other holdings, so that no line leads there: CleanSpark at the end of September 2024 and 2 more periods (without collateral).",
    );
    expect(compareTable(figures, chosen("riot"), options).caveat).toBeUndefined();
  });

  it("no index begins at holdings that are counted otherwise", () => {
    const range = { ...chosen("cleanspark", "hive"), from: period("2025-06"), to: period("2025-06") };
    expect(compare({ figures, selection: range }, ask({ metric: "btc_held", as: "indexed" })).base).toBeUndefined();
  });

  it("without a common period nothing is indexed, and it is said", () => {
    const apart = figuresOn("2026-09-01", ["a", "2024-01", "btc_held", "50"], ["b", "2024-02", "btc_held", "20"]);
    const options = ask({ metric: "btc_held", as: "indexed" });
    const found = compare({ figures: apart, selection: both }, options);
    expect(found.base).toBeUndefined();
    const cells = cellsOf(compareTable(apart, both, options));
    expect([cells.length > 0, cells.filter((cell) => cell.kind === "value")]).toEqual([true, []]);
    expect(compareRemarks({ figures: apart, selection: both }, options, found).join()).toContain("nothing can be indexed");
  });

  it("per EH/s divides by the average hashrate, else by that at the end, and is derived", () => {
    const options = ask({ metric: "btc_held", as: "per_ehs" });
    // 100 / 2.5 and 150 / 4.
    expect(cells(small, chosen("a"), options, "a")).toEqual(["2024-02 40", "2024-03 not disclosed", "2024-04 37.5"]);
    const cell = compareTable(small, chosen("a"), options).rows[0]?.cells["a"];
    expect(cell).toMatchObject({ evidence: "derived" });
  });

  it("a ratio cannot be put per EH/s: it is shown as it is, and that is said", () => {
    const options = ask({ as: "per_ehs" });
    const found = compare({ figures, selection: chosen("riot") }, options);
    expect(cells(figures, chosen("riot"), options, "riot")).toEqual(cells(figures, chosen("riot"), ask({}), "riot"));
    expect(compareRemarks({ figures, selection: chosen("riot") }, options, found).join()).toContain("cannot be put per EH/s");
  });

  it("a missing figure is a gap in the line, and a 0 is one on a logarithmic scale, which is said", () => {
    const options = ask({ metric: "btc_held", scale: "log" });
    const runs = (model: ReturnType<typeof compareChart>) =>
      model.panels[0]?.marks.flatMap((mark) => (mark.kind === "line" ? [mark.runs.map((run) => run.map(([x]) => x))] : []));
    expect(runs(compareChart(compareTable(small, both, options)))).toEqual([
      [[0, 1], [3]],
      [[1], [3]],
    ]);
    expect(runs(compareChart(compareTable(small, both, ask({ metric: "btc_held" }))))).toEqual([[[0, 1], [3]], [[1, 2, 3]]]);
    expect(
      compareRemarks({ figures: small, selection: both }, options, compare({ figures: small, selection: both }, options)).join(),
    ).toContain("no place for 0");
  });

  it("of more than six companies the first six are shown, and the others are named", () => {
    const ids = figures.record.companies.slice(0, 8).map(({ id }) => id);
    const selection = { ...DEFAULT_SELECTION, companies: ids };
    const options = ask({ metric: "btc_produced" });
    expect(compare({ figures, selection }, options).companies.map(({ id }) => id)).toEqual(ids.slice(0, 6));
    expect(compareRemarks({ figures, selection }, options, compare({ figures, selection }, options))[0]).toMatch(
      /first six .*; Canaan and Cango are left out\.$/,
    );
  });

  it("figures by policy keep their evidence: IREN in March 2025 sold what it mined", () => {
    const march = { ...chosen("iren"), from: period("2025-03"), to: period("2025-03") };
    expect(compareTable(figures, march, ask({ metric: "btc_sold" })).rows[0]?.cells["iren"]).toMatchObject({ evidence: "policy" });
  });
});

describe("the latest value in words", () => {
  const options = ask({ metric: "btc_produced" });
  const words = (of: Figures) =>
    latestSentences({ figures: of, selection: chosen("riot") }, options)
      .map(plain)
      .join();

  it("changes when a later figure comes, and says when nothing is known", () => {
    const record = seedRecord();
    const without = record.facts.filter((fact) => fact.company !== "riot" || fact.period < "2025-05");
    expect(words(figuresOf({ ...record, facts: without }, "2026-09-01"))).toBe(
      "Riot’s latest monthly production was 463 BTC (April 2025, as reported).",
    );
    expect(words(figures)).not.toContain("April 2025");
    const none = record.facts.filter((fact) => fact.company !== "riot");
    expect(words(figuresOf({ ...record, facts: none }, "2026-09-01"))).toBe("Riot’s production is not known in this range.");
  });
});

describe("what a month would hide", () => {
  const told = (of: Figures, selection: Selection, metric: CompareOptions["metric"]) =>
    latestSentences({ figures: of, selection }, ask({ metric })).map(plain);

  it("a later quarter is told beside the last month: MARA’s months end in August 2025, and it sold since", () => {
    const all = figuresOf(seedRecord(), "2026-11-22");
    expect(told(all, chosen("mara"), "sell_through")).toEqual([
      "MARA’s latest monthly sell-through was 0% (August 2025, by its stated policy); in the second quarter of 2026 it was 91% (as derived).",
    ]);
    expect(told(all, { ...chosen("mara"), to: period("2025-08") }, "sell_through")).toEqual([
      "MARA’s latest monthly sell-through was 0% (August 2025, by its stated policy).",
    ]);
  });

  it("a quarter alone is told, and one that ends no later than the last month is not", () => {
    const of = figuresOn(
      "2026-11-22",
      ["a", "2025-Q1", "btc_sold", "90"],
      ["b", "2025-Q1", "btc_sold", "90"],
      ["b", "2025-03", "btc_sold", "20"],
    );
    expect(told(of, chosen("a", "b"), "btc_sold")).toEqual([
      "a’s sales are not known of any month in this range; in the first quarter of 2025 they were 90 BTC (as reported).",
      "b’s latest monthly sales were 20 BTC (March 2025, as reported).",
    ]);
  });

  it("a second-hand figure is not told as one that its company reported: Riot’s holdings of June 2026", () => {
    const all = figuresOf(seedRecord(), "2026-11-22");
    expect(told(all, chosen("riot"), "btc_held")).toEqual([
      "Riot’s holdings were 11,380 BTC at the end of June 2026, as reported second-hand.",
    ]);
    const row = compareTable(all, chosen("riot"), ask({ metric: "btc_held" })).rows.find(({ key }) => key === "2026-06");
    expect(row?.cells["riot"]).toMatchObject({ evidence: "reported", secondHand: true });
  });

  it("a picture of a comparison names who is compared", () => {
    expect(compareTable(figures, chosen("mara", "riot"), ask({ metric: "btc_sold" })).title).toBe("Sold: MARA and Riot");
    expect(compareTable(figures, chosen("riot"), ask({ metric: "btc_held", as: "indexed" })).title).toBe("Held, indexed: Riot");
    // Its axis says what is measured.
    const held = compareTable(figures, chosen("mara", "riot"), ask({ metric: "btc_held" }));
    expect(compareChart(held).panels.map(({ title }) => title)).toEqual(["Held, BTC"]);
  });
});

describe("the address is the comparison", () => {
  it("options come back out of the address they make", () => {
    const options = ask({ metric: "treasury_usd", as: "indexed", scale: "log", layout: "multiples" });
    const params = Object.fromEntries(new URLSearchParams(compareAddress(chosen("mara", "riot"), options).split("?")[1]));
    expect(compareOptions(params)).toEqual(options);
    expect(parseSelection(params, figures.record).selection.companies).toEqual(["mara", "riot"]);
    expect(compareAddress(DEFAULT_SELECTION, DEFAULT_OPTIONS)).toBe("/compare");
  });

  it("each comparison answers by its own id, and every suggestion shows something", () => {
    const selection = chosen("riot", "mara");
    for (const one of COMPARE_CARDS) expect(one.table({ figures, selection }).id).toBe(one.id);
    const found = suggestions({ figures, selection: DEFAULT_SELECTION });
    expect(found.length).toBe(3);
    for (const { href } of found) {
      const params = Object.fromEntries(new URLSearchParams(href.split("?")[1]));
      const options = compareOptions(params);
      expect(compareTable(figures, parseSelection(params, figures.record).selection, options).rows.length).toBeGreaterThan(12);
    }
  });

  it("suggestions follow the record: whoever holds most now is in the first, and without figures there is none", () => {
    const of = (...held: [id: string, value: string][]) => {
      const stated = held.map(([id, value]): Stated => [id, "2026-01", "btc_held", value]);
      return suggestions({ figures: figuresOn("2026-03-01", ...stated), selection: DEFAULT_SELECTION });
    };
    const found = of(["a", "5"], ["b", "80"], ["c", "7"], ["d", "60"]);
    expect(found.map(({ label }) => label)).toEqual(["Bitcoin held by b, d and c, which hold the most"]);
    expect(of()).toEqual([]);
  });
});
