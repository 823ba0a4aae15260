/** What stands beside the headline: the other kind of period, said to be the latest only where later ones were looked at. */
import { expect, it } from "vitest";
import { besideSentence } from "@/cards/months/headline";
import { headlines } from "@/cards/months/pooled";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { plain } from "@/cards/words/sentence";
import { figuresOf } from "@/domain/figures";
import { period } from "@/domain/period";
import { seedRecord } from "../domain/seed";

const seed = figuresOf(seedRecord(), "2026-09-01");
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
