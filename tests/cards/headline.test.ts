/** What stands beside the headline: the other kind of period, said to be the latest only where later ones were looked at. */
import { describe, expect, it } from "vitest";
import {
  besideSentence,
  changeSentence,
  coverageSentence,
  headlineSentence,
  headlineWords,
  panelSentence,
  thinWords,
} from "@/cards/months/headline";
import { headlines, poolAt } from "@/cards/months/pooled";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { companyId } from "@/domain/facts/company";
import { period } from "@/domain/values/period";
import { seed } from "../domain/seed";
const beside = (over: Partial<Selection>): string => {
  const selection = { ...DEFAULT_SELECTION, ...over };
  return plain(besideSentence(headlines({ figures: seed, selection })[0]?.beside, selection) ?? []);
};

it("the other kind of period is the latest one where the range is open: August 2025 beside the first quarter of 2026", () => {
  expect(beside({})).toMatch(/^August 2025 is the latest month with enough companies\. In August 2025, 6 Nasdaq-listed miners sold 62%/);
});

it("of a range that was ended by hand nobody says that it is the latest", () => {
  expect(beside({ to: period("2025-03") })).toMatch(/^In the first quarter of 2025, \d+ Nasdaq-listed miners sold /);
});

it("of another kind than was asked for only a period that lies in the range wholly is told: April 2026 alone is no quarter", () => {
  const told = (over: Partial<Selection>) => {
    const [found] = headlines({ figures: seed, selection: { ...DEFAULT_SELECTION, ...over } });
    return [found?.main.question.period, found?.beside?.question.period];
  };
  expect(told({ from: period("2026-04"), to: period("2026-04") })).toEqual([undefined, undefined]);
  expect(told({ from: period("2026-04"), to: period("2026-06") })[0]).toBe("2026-Q2");
  expect(told({ to: period("2025-04") })).toEqual(["2025-04", "2025-Q1"]);
  expect(told({ from: period("2025-02"), to: period("2025-04") })).toEqual(["2025-04", undefined]);
});

const at = (month: string, over: Partial<Selection> = {}) => {
  const asked = { figures: seed, selection: { ...DEFAULT_SELECTION, ...over } };
  return { pool: poolAt(asked, period(month)), selection: asked.selection };
};
const coverage = (month: string): string => {
  const { pool, selection } = at(month);
  return plain(coverageSentence(pool, selection) ?? []);
};

it("expected production is said of the companies that have any, and how many have none: two of eighteen in October 2021", () => {
  expect(coverage("2021-10")).toMatch(
    /of what 2 Nasdaq-listed miners may be .* \(343 BTC of 806 BTC; of 16 more companies no rate is known\)\./,
  );
  expect(coverage("2026-Q1")).toMatch(/for 13 companies the latest known rate is taken, and of 3 more companies no rate is known\)\./);
});

it("companies are named by name, whatever their order in the record: Vulcan, once Greenidge, stands last", () => {
  const { pool } = at("2022-10");
  expect(plain(panelSentence(pool))).toMatch(/^The figure counts Argo Blockchain, Bitfarms, .* and Vulcan Infrastructure and Power\.$/);
});

it("what sources state is not said to be reported by the companies: MARA's first quarter of 2026 is told by a news page", () => {
  expect(coverage("2026-Q1")).toMatch(/Of what they sold, \d+% was reported and \d+% was derived from other figures\.$/);
});

it("companies that bought more than they sold did not sell a negative share", () => {
  const { pool, selection } = at("2024-07", { basis: "net" });
  expect(pool.ratio).toBeLessThan(0);
  expect(plain(headlineSentence(pool, selection) ?? [])).toMatch(
    / together bought more bitcoin than they sold: sales less purchases were −\d+% of their production\.$/,
  );
});

describe("a thin figure", () => {
  const picked = (...names: string[]) => ({ companies: names.map(companyId) });

  it("says which bound it is below: too few companies, too little of the production, or both", () => {
    const why = (month: string, over: Partial<Selection> = {}) => {
      const { pool, selection } = at(month, over);
      expect(pool.thin).toBe(true);
      return plain(headlineWords(pool, selection) ?? []).replace(/^.* (?=it stands)/, "");
    };
    expect(why("2025-03", picked("riot"))).toBe("it stands on one company alone.");
    expect(why("2025-03", picked("riot", "mara"))).toBe("it stands on fewer than 3 companies.");
    expect(why("2026-08")).toMatch(
      /^it stands on (?:one company alone|fewer than 3 companies) and less than half of the production to be expected\.$/,
    );
    expect(why("2025-11")).toBe("it stands on less than half of the production to be expected.");
  });

  it("of all that a reader picked does not say that it is 100% of itself", () => {
    expect(thinWords(at("2025-03", picked("riot")).pool)).toBe("one company alone");
    expect(thinWords(at("2025-03", picked("riot", "mara")).pool)).toBe("2 companies");
    expect(thinWords(at("2025-11").pool)).toMatch(/^\d+ companies with \d+% of the production to be expected$/);
    const { pool, selection } = at("2025-04", picked("riot"));
    expect(plain(coverageSentence(pool, selection) ?? [])).toBe(
      "All that Riot sold was reported. The figure is thin: it stands on one company alone.",
    );
  });

  it("of several that were picked does not either, and where all is known and nothing sold there is nothing to say", () => {
    const { pool, selection } = at("2025-04", picked("riot", "cleanspark", "bitfarms"));
    expect(plain(coverageSentence(pool, selection) ?? [])).toMatch(/^(?:Of what|All that) the 3 companies sold[ ,]/);
    const idle = at("2025-03", picked("riot", "mara"));
    expect(plain(coverageSentence(idle.pool, idle.selection) ?? [])).toBe("The figure is thin: it stands on fewer than 3 companies.");
  });

  it("is not said again of the period before, where the same companies stand for as much", () => {
    const change = (month: string, before: string, over: Partial<Selection> = {}) => {
      const { pool, selection } = at(month, over);
      return plain(changeSentence(pool, at(before, over).pool, selection) ?? []);
    };
    expect(change("2025-04", "2025-03", picked("riot"))).toMatch(/ than in March 2025 \(\d+%\)\.$/);
    expect(change("2026-09", "2026-08")).toMatch(/ \(\d+%, a thin figure: 2 companies with \d+% of the production to be expected\)\.$/);
  });
});
