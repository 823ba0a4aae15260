import { describe, expect, it } from "vitest";
import { atPrice, holdingsValue, priceOf, proceedsOf } from "@/domain/measures/dollars";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { TODAY, p, seed, recordOf, seedRecord, figuresOn } from "./seed";

const proceeds = (company: string, of: string) => proceedsOf(seed, companyId(company), p(of), "best");

describe("what sales brought", () => {
  it("Riot April 2025: $38.8 million as reported, not 475 × the average price", () => {
    expect(proceeds("riot", "2025-04")).toMatchObject({ value: 3_880_000_000, estimated: false, cell: { evidence: "reported" } });
  });

  it("Bitfarms April 2025: 403 at the month's average of $86,086.30 is $34,692,778.90, marked estimated", () => {
    expect(proceeds("bitfarms", "2025-04")).toMatchObject({ value: 3_469_277_890, estimated: true, cell: { evidence: "derived" } });
  });

  it("a company that sold nothing received nothing: MARA April 2025", () => {
    expect(proceeds("mara", "2025-04")).toMatchObject({ value: 0 });
  });

  it("a quarter's proceeds are reported or unknown: there is no month whose price would do", () => {
    expect(proceeds("bitfarms", "2025-Q2")).toMatchObject({ value: 10_000_000_000, estimated: false });
    expect(proceeds("hive", "2025-Q2")).toBeUndefined();
  });

  it("unknown sales bring unknown dollars", () => {
    expect(proceeds("iren", "2025-06")).toBeUndefined();
    expect(proceedsOf(figuresOn(TODAY, ["a", "2025-04", "btc_sold", "5"]), companyId("a"), p("2025-04"), "best")).toBeUndefined();
  });

  it("reported only estimates from reported sales alone", () => {
    expect(proceedsOf(seed, companyId("bitfarms"), p("2025-04"), "reported")).toBeUndefined();
    // 350 × 86,086.30
    expect(proceedsOf(seed, companyId("cipher"), p("2025-04"), "reported")).toMatchObject({ value: 3_013_020_500, estimated: true });
  });
});

describe("what holdings were worth", () => {
  it("Riot's 19,211 at the close of April 2025, $94,261, are $1,810,848,071", () => {
    expect(holdingsValue(seed, companyId("riot"), p("2025-04"), "best")).toMatchObject({ value: 181_084_807_100, estimated: true });
  });

  it("a quarter's end is its last month's close", () => {
    const figures = figuresOf({ ...recordOf(["a", "2025-06", "btc_held", "2"]), prices: seedRecord().prices }, TODAY);
    expect(holdingsValue(figures, companyId("a"), p("2025-Q2"), "best")?.value).toBe(2 * 10_835_900);
  });

  it("no price, no value", () => {
    expect(priceOf(seed, p("2010-01"))).toBeUndefined();
    expect(holdingsValue(figuresOn(TODAY, ["a", "2025-06", "btc_held", "2"]), companyId("a"), p("2025-06"), "best")).toBeUndefined();
  });

  it("satoshis are priced to the cent, halves rounded up", () => {
    expect(atPrice(100_000_000, 9_426_100)).toBe(9_426_100);
    expect(atPrice(1, 50_000_000)).toBe(1);
    expect(atPrice(1, 49_999_999)).toBe(0);
  });
});
