import { describe, expect, it } from "vitest";
import { METRIC_IDS } from "@/domain/metric";
import { casesOf, faults, matches, tally } from "./score";

const published = casesOf("fixtures");
const made = casesOf("made");
const all = [...published, ...made];

describe("the reader against what a careful reader finds", () => {
  it("gives no wrong figure at high confidence", () => {
    expect(all.flatMap((one) => faults(one).wrong)).toEqual([]);
  });

  it("finds at least 95 of 100 figures of the published releases at high confidence, 98 at any", () => {
    const { expected, foundHigh, found } = tally(published);
    expect(expected).toBeGreaterThan(110);
    expect(foundHigh / expected).toBeGreaterThanOrEqual(0.95);
    expect(found / expected).toBeGreaterThanOrEqual(0.98);
  });

  it("finds every metric that the published releases hold", () => {
    for (const metric of METRIC_IDS) {
      const { expected, foundHigh } = tally(published, metric);
      if (expected > 0) expect(foundHigh / expected, metric).toBeGreaterThanOrEqual(0.9);
    }
  });

  it.each(all.filter((one) => (one.expected.ambiguous ?? []).length > 0).map((one) => [one.name, one] as const))(
    "leaves to a person what is ambiguous in %s",
    (_, { expected, reading }) => {
      for (const figure of expected.ambiguous ?? []) {
        const high = reading.candidates.filter((candidate) => candidate.confidence === "high" && matches(candidate, figure));
        expect(high).toEqual([]);
      }
    },
  );

  it.each(all.filter((one) => one.name.startsWith("neg-")).map((one) => [one.name, one] as const))(
    "finds no figure in %s",
    (_, { reading }) => {
      expect(reading.candidates).toEqual([]);
      expect(reading.warnings.length).toBeGreaterThan(0);
    },
  );

  it.each(all.filter((one) => !one.name.startsWith("neg-")).map((one) => [one.name, one] as const))(
    "knows company and period of %s",
    (_, { expected, reading }) => {
      expect(reading.company).toBe(expected.company);
      if (expected.period !== null) expect(reading.period).toBe(expected.period);
    },
  );
});
