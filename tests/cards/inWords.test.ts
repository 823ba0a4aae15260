/** Words for what a view shows: the line above a folded form, and views with little or nothing in them. */
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import type { Fact } from "@/domain/facts/fact";
import { factsSentence } from "@/cards/companies/companyFacts";
import { portraitSentence, undatedSentence } from "@/cards/evidence/dataPortrait";
import { heatMapOf, mapCounts } from "@/cards/companies/map";
import { plain } from "@/cards/tables/sentence";
import { figuresOf } from "@/domain/figures/figures";
import { selectionWords } from "@/cards/choices/selectionWords";
import { noneOf, panelName, wholePanel } from "@/cards/words/phrases";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { seedRecord, figuresOn } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-11-22");
const words = (fields: Parameters<typeof selectionWords>[1], companies: readonly string[] = []) =>
  selectionWords({ figures, selection: { ...DEFAULT_SELECTION, companies: companies.map((id) => companyId(id)) } }, fields);

describe("an empty view", () => {
  const of = (companies: readonly string[], panel: Selection["panel"] = "nasdaq"): Selection => ({
    ...DEFAULT_SELECTION,
    panel,
    companies: companies.map((id) => companyId(id)),
  });

  it("is told of none, of one and of many in right English", () => {
    expect(noneOf(of([]), "have")).toBe("None of the Nasdaq-listed miners has");
    expect(noneOf(of([], "largest15"), "report")).toBe("None of the 15 largest Nasdaq-listed miners reports");
    expect(noneOf(of([], "all"), "have")).toBe("None of all tracked miners has");
    expect(noneOf(of(["riot", "mara"]), "have")).toBe("None of the chosen miners has");
    expect(noneOf(of(["riot"]), "have")).toBe("The chosen miner does not have");
    expect(wholePanel(of([], "all"))).toBe("all tracked miners");
    expect([["riot"], ["riot", "mara"]].map((picked) => panelName(of(picked)))).toEqual(["the chosen miner", "chosen miners"]);
    expect([["riot"], ["riot", "mara"]].map((picked) => wholePanel(of(picked)))).toEqual(["the chosen miner", "the chosen miners"]);
  });
});

describe("a record of one fact, and of none", () => {
  const one = figuresOn("2026-11-22", ["riot", "2025-03", "btc_produced", "533"]);

  it("is told as one", () => {
    expect(plain(portraitSentence(one) ?? [])).toBe("The record follows 1 company and holds 1 fact, of March 2025, with its source.");
    expect(plain(undatedSentence({ ...one.record, facts: one.record.facts.map(undated) }) ?? [])).toMatch(
      /^The one fact comes from a source/,
    );
    const [riot] = one.record.companies;
    if (riot === undefined) throw new Error("no company");
    expect(factsSentence(riot, [])).toMatch(/^The record has no figure for /);
    const counted = mapCounts(heatMapOf({ figures: one, selection: { ...DEFAULT_SELECTION, panel: "all" } }), DEFAULT_SELECTION);
    expect(plain(counted ?? [])).toBe("There is one company-month in which this company reports; its sell-through is not known.");
  });
});

const undated = (fact: Fact): Fact => ({ ...fact, source: { ...fact.source, publishedOn: null } });

describe("the selection in words", () => {
  it("names the panel only on a page that a panel narrows; any other is of all companies", () => {
    expect(words(["panel", "companies", "from"])).toEqual(["Nasdaq-listed", "since Oct 2021"]);
    expect(words(["companies", "from"])).toEqual(["all companies", "since Oct 2021"]);
    expect(words(["evidence", "asOf"])).toEqual([]);
  });

  it("names the companies that were picked, on both", () => {
    for (const fields of [["panel", "companies"], ["companies"]] as const)
      expect(words(fields, ["riot", "mara"])).toEqual(["MARA and Riot"]);
  });
});
