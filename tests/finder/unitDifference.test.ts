/** Tagged holdings against the record: what is a difference and what is none. */
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import { parseAmount } from "@/domain/values/amount";
import { type UnitProposal, unitDifferences } from "@/finder/edgar/edgarUnits";
import { seedRecord } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-07-01");

/** As a 10-Q would tag it. */
function tagged(written: string, month: string): UnitProposal {
  const value = parseAmount(written, "BTC");
  if (value === undefined) throw new Error(`${written} is no amount`);
  const source = { address: "https://data.sec.gov/x.json", filing: "https://www.sec.gov/x", accession: "x", form: "10-Q", unit: "Bitcoin" };
  return {
    ...{ company: companyId("riot"), metric: "btc_held", period: period(month), value, written, reasons: [] },
    source: { ...source, filedOn: "2025-05-01" },
  };
}

const held = figures.choice(companyId("riot"), "btc_held", period("2025-03"))?.chosen;

describe("holdings of Riot at the end of March 2025, tagged", () => {
  it("as the record has them are no difference", () => {
    expect(held?.written).toBe("19223");
    expect(unitDifferences([tagged("19223", "2025-03")], figures)).toEqual([]);
  });

  it.each(["19223.4", "19222.61"])("as %s, which the release gives in whole bitcoins, are none either", (written) => {
    expect(unitDifferences([tagged(written, "2025-03")], figures)).toEqual([]);
  });

  it.each(["19222", "19225.1", "18000"])("as %s are one, and both figures are said", (written) => {
    expect(unitDifferences([tagged(written, "2025-03")], figures).map(({ sentence }) => sentence)).toEqual([
      `The 10-Q of 2025-05-01 says ${written} at 2025-03-31, the record says 19223 (company release, ${held?.source.publishedOn ?? "undated"}).`,
    ]);
  });
});

it("holdings of a month that the record lacks are a difference", () => {
  expect(unitDifferences([tagged("10000", "2030-01")], figures).map(({ sentence }) => sentence)).toEqual([
    "The 10-Q of 2025-05-01 says 10000 at 2030-01-31, the record has none.",
  ]);
});
