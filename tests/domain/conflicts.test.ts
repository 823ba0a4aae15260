import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { type Conflict, conflictsOf, whyChosen } from "@/domain/measures/conflicts";
import { figuresOf } from "@/domain/figures/figures";
import { byTime } from "@/domain/values/period";
import { agree } from "@/domain/facts/precision";
import { TODAY, seed, recordOf, type Stated, figuresOn } from "./seed";

const conflicts = conflictsOf(seed);
const find = (company: string, metric: string, of: string): Conflict | undefined =>
  conflicts.find(({ choice: { chosen } }) => chosen.company === companyId(company) && chosen.metric === metric && chosen.period === of);

const quarterAndMonth = recordOf(
  ...(["2025-Q1", "2025-12"] as const).flatMap((of): Stated[] => [
    ["a", of, "btc_sold", "10"],
    ["a", of, "btc_sold", "11"],
  ]),
);

describe("conflicts of the record", () => {
  it("Riot June 2025: 449, 459 and 450 were reported; 449 is chosen, because it alone fits the quarter, as a decision says", () => {
    const conflict = find("riot", "btc_produced", "2025-06");
    expect(conflict?.choice.chosen.written).toBe("449");
    expect(conflict?.against.map((fact) => fact.written)).toEqual(["450", "459", "450"]);
    expect(conflict?.spread).toBeCloseTo(10 / 449, 12);
    expect(conflict?.why).toBe("decided by a person: the quarter of 1426 less 463 in April and 514 in May leaves 449");
  });

  it("a kind of source decides: Core Scientific May 2024, 447 in the company's release against 448 in the news", () => {
    expect(find("core-scientific", "btc_produced", "2024-05")?.why).toBe("a company release goes before a news report");
    expect(find("hut8", "btc_held", "2025-06")?.why).toBe("a regulatory filing goes before a news report");
  });

  it("a later date decides: MARA June 2025, 49,951 of 23 July against 49,940 of 4 July", () => {
    expect(find("mara", "btc_held", "2025-06")?.choice.chosen.written).toBe("49951");
  });

  it("a person decided: Bitfarms July 2024, and the reason is the note of the decision", () => {
    expect(find("bitfarms", "btc_produced", "2024-07")?.why).toMatch(/^decided by a person: .*34%/);
  });

  it("equal numbers are no conflict: Riot April 2025", () => {
    expect(find("riot", "btc_sold", "2025-04")).toBeUndefined();
    expect(find("cango", "btc_produced", "2025-12")).toBeUndefined();
  });

  it("each key is told once, newest period first, and each loser states another number", () => {
    const keys = conflicts.map(({ choice: { chosen } }) => `${chosen.company} ${chosen.metric} ${chosen.period}`);
    expect(new Set(keys).size).toBe(keys.length);
    const periods = conflicts.map(({ choice }) => choice.chosen.period);
    expect(periods).toEqual(periods.toSorted((a, b) => byTime(b, a)));
    // As text, a quarter comes after every month of its year.
    expect(conflictsOf(figuresOf(quarterAndMonth, TODAY)).map(({ choice }) => choice.chosen.period)).toEqual(["2025-12", "2025-Q1"]);
    for (const { choice, against } of conflicts) expect(against.some((fact) => agree(fact, choice.chosen))).toBe(false);
  });
});

describe("why one was chosen", () => {
  const why = (first: Record<string, string>, second: Record<string, string>): string | undefined =>
    conflictsOf(figuresOn(TODAY, ["a", "2025-06", "btc_sold", "10", first], ["a", "2025-06", "btc_sold", "11", second]))[0]?.why;

  it("says which rule decided", () => {
    expect(why({ source_kind: "filing" }, { source_kind: "news_report" })).toBe("a regulatory filing goes before a news report");
    expect(why({ published_on: "2025-07-01" }, { published_on: "2025-08-01" })).toBe("it was published later");
    expect(why({ published_on: "2025-07-01" }, { published_on: "2025-07-01" })).toBe("it was recorded first");
  });

  it("does not claim a date that no source bears", () => {
    expect(why({}, { published_on: "2025-07-01" })).toBe("it is taken to be published later, as its source bears no date");
  });

  it("a figure that nobody disputes has nothing to explain", () => {
    const figures = figuresOn(TODAY, ["a", "2025-06", "btc_sold", "10"]);
    const [fact] = figures.record.facts;
    expect(fact && whyChosen(figures, { chosen: fact, others: [] })).toBe("no source states another number");
  });

  it("a stock stated for a quarter and for its last month is one key", () => {
    const figures = figuresOn(TODAY, ["a", "2025-Q2", "btc_held", "10"], ["a", "2025-06", "btc_held", "11"]);
    expect(conflictsOf(figures)).toHaveLength(1);
  });

  it("the spread is measured in parts of the chosen value, and a chosen 0 has none", () => {
    const spread = (chosen: string, other: string) =>
      conflictsOf(figuresOn(TODAY, ["a", "2025-06", "btc_sold", chosen], ["a", "2025-06", "btc_sold", other]))[0]?.spread;
    expect(spread("100", "90")).toBeCloseTo(0.1, 12);
    expect(spread("0", "90")).toBeUndefined();
  });
});
