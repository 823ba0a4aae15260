import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainAmount } from "@/domain/values/amount";
import { isKnown } from "@/domain/facts/cell";
import { type Company, companyId } from "@/domain/facts/company";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { lengthOf, type Period, periodRange, shift } from "@/domain/values/period";
import type { OpenRecord, StatedPolicy } from "@/domain/facts/record";
import { holdingDifference, policyDisagreements, stancesIn, transitions } from "@/domain/measures/strategies";
import { TODAY, p, seed, recordOf, seedRecord, type Stated } from "./seed";

const everyone = seedRecord().companies;
const MONTHS = periodRange(p("2021-10"), p("2026-03"));
const find = (id: string, figures: Figures = seed): Company => {
  const found = figures.record.companies.find((company) => company.id === companyId(id));
  if (!found) throw new Error(`no company ${id}`);
  return found;
};
const btc = (sats: number): string => plainAmount(sats, "BTC");

/** One company "a" that produced 100 a month from January 2024 and sold what is listed; null is an unknown month. */
function recordFor(sold: readonly (number | null)[]): OpenRecord {
  return recordOf(
    ...sold.flatMap((amount, i): Stated[] => {
      const month = shift(p("2024-01"), i);
      return [["a", month, "btc_produced", "100"], ...(amount === null ? [] : [["a", month, "btc_sold", `${amount}`] as Stated])];
    }),
  );
}
const figuresFor = (...sold: (number | null)[]): Figures => figuresOf(recordFor(sold), TODAY);
const monthsFor = (count: number): Period[] => periodRange(p("2024-01"), shift(p("2024-01"), count - 1));

describe("stances over time", () => {
  it("April 2025: those that hold mined 1,175 BTC, sell some 1,132, sell all 579, sell more 574, and 30 have no stance", () => {
    const april = stancesIn(seed, everyone, p("2025-04"), "best");
    const ids = (list: readonly Company[] | undefined) => list?.map((company) => company.id);
    expect(ids(april.companies.holds)).toEqual(["american-bitcoin", "cango", "ionic-digital", "mara"]);
    for (const id of ["bitfufu", "cleanspark", "riot"]) expect(ids(april.companies.sellsSome)).toContain(id);
    // American Bitcoin by its quarter, which tells no production of the month. Cango 470, MARA 705; BitFuFu 36, CleanSpark 633, Riot 463; IREN 579; Bitfarms 268, Cipher 174, DMG 30, HIVE 102; Digi Power X 30.
    expect(Object.values(april.produced).map(btc)).toEqual(["1175", "1132", "579", "574"]);
    expect(btc(april.withoutProduced)).toBe("30");
  });

  it("every company is in one group or none, and the groups' production is all that is known of them", () => {
    for (const month of MONTHS) {
      const entry = stancesIn(seed, everyone, month, "best");
      const grouped = [...Object.values(entry.companies).flat(), ...entry.without];
      expect(new Set(grouped).size).toBe(grouped.length);
      const total = Object.values(entry.produced).reduce((sum, amount) => sum + amount, entry.withoutProduced);
      const cells = everyone.map((company) => seed.cell(company.id, "btc_produced", month)).filter(isKnown);
      expect(total).toBe(cells.reduce((sum, cell) => sum + cell.value, 0));
    }
  });

  it("after its last figure a company is in no group", () => {
    const [last, after] = [p("2024-02"), p("2024-03")].map((month) =>
      stancesIn(figuresFor(0, 0), [find("a", figuresFor(0, 0))], month, "best"),
    );
    expect(last?.companies.holds).toHaveLength(1);
    expect([...(after?.companies.holds ?? []), ...(after?.without ?? [])]).toEqual([]);
  });
});

describe("changes of stance", () => {
  const changes = (...sold: (number | null)[]): string[] => {
    const figures = figuresFor(...sold);
    return transitions(figures, figures.record.companies, monthsFor(sold.length), "best").map(
      ({ month, from, to }) => `${month} ${from} ${to}`,
    );
  };
  const of = (id: string) => transitions(seed, [find(id)], MONTHS, "best").map(({ month, from, to }) => `${month} ${from} ${to}`);

  it("Riot goes over from holding to selling some in April 2025", () => {
    expect(of("riot")).toContain("2025-04 holds sellsSome");
  });

  it("CleanSpark in April 2025, the month in which it changed its policy", () => {
    expect(of("cleanspark")).toContain("2025-04 holds sellsSome");
  });

  it("a change counts when it shows in two months with data in a row, dated by the first", () => {
    expect(changes(0, 0, 0, 100)).toEqual([]);
    expect(changes(0, 0, 0, 100, 100)).toEqual(["2024-04 holds sellsSome"]);
  });

  it("one month on the other side of a bound is no change", () => {
    // Trailing three months: 90%, 90%, then 96.7%, then 90% again.
    expect(changes(90, 90, 90, 110, 70, 90)).toEqual([]);
  });

  it("a month without data neither confirms nor breaks a change", () => {
    expect(changes(0, 0, 0, 100, null, 100)).toEqual(["2024-04 holds sellsSome"]);
    expect(changes(0, 0, 0, 100, null, null)).toEqual([]);
  });

  it("a company that never changes has no change", () => {
    expect(changes(0, 0, 0, 0, 0, 0)).toEqual([]);
    expect(changes(null, null)).toEqual([]);
  });

  it("each change starts from the stance that the one before it led to, in order of time", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(0, 4, 50, 94, 100, 300)), { minLength: 1, maxLength: 24 }), (sold) => {
        const figures = figuresFor(...sold);
        const found = transitions(figures, figures.record.companies, monthsFor(sold.length), "best");
        for (const [i, change] of found.entries()) {
          expect(change.from).not.toBe(change.to);
          const before = found[i - 1];
          if (!before) continue;
          expect(change.from).toBe(before.to);
          expect(change.month > before.month).toBe(true);
        }
      }),
    );
  });
});

describe("holding against selling", () => {
  const july = figuresOf({ ...seedRecord(), prices: seedRecord().prices.filter((price) => price.month <= p("2026-07")) }, TODAY);

  it("Riot, April to June 2025: 1,376 BTC, 504 of them in May, and what they brought, by the quarter less two months", () => {
    const found = holdingDifference(july, find("riot"), p("2025-04"), p("2025-06"), "best");
    // 475 + 504 + 397; 1,376 × 64,750.
    expect(found).toMatchObject({ sold: 137_600_000_000, worth: 8_909_600_000, evidence: "derived", unknown: [] });
    expect(found?.sales.map((entry) => btc(entry.sold))).toEqual(["475", "504", "397"]);
    expect(found?.estimated).toBe(0);
  });

  it("Bitfarms, April 2025: 403 from holdings at an estimated $34,692,778.90", () => {
    expect(holdingDifference(july, find("bitfarms"), p("2025-04"), p("2025-04"), "best")).toMatchObject({
      sold: 40_300_000_000,
      brought: 3_469_277_890,
      estimated: 3_469_277_890,
      evidence: "derived",
      unknown: [],
    });
  });

  it("a quarter counts where not all of its months are known: MARA, January to March 2026, 20,880 BTC for $1.5 billion", () => {
    const found = holdingDifference(july, find("mara"), p("2026-01"), p("2026-03"), "best");
    expect(found?.sales.map(({ period: of }) => of)).toEqual(["2026-Q1"]);
    expect(found).toMatchObject({ sold: 2_088_000_000_000, brought: 150_000_000_000, estimated: 0, unknown: [] });
    // A part of the range has no whole quarter.
    expect(holdingDifference(july, find("mara"), p("2026-01"), p("2026-02"), "best")).toBeUndefined();
  });

  it("a company that sold nothing has no difference", () => {
    expect(holdingDifference(july, find("riot"), p("2025-01"), p("2025-03"), "best")).toMatchObject({
      sold: 0,
      brought: 0,
      worth: 0,
      difference: 0,
    });
  });

  it("nothing is said where no month or no price is known", () => {
    expect(holdingDifference(july, find("mawson"), p("2025-01"), p("2025-03"), "best")).toBeUndefined();
    expect(holdingDifference(figuresFor(5), find("a", figuresFor(5)), p("2024-01"), p("2024-01"), "best")).toBeUndefined();
  });

  it("a sale in a month without a price is in no sum, so that like is compared with like", () => {
    const figures = figuresOf(
      { ...recordFor([10, 20]), prices: seedRecord().prices.filter((price) => price.month !== p("2024-02")) },
      TODAY,
    );
    const found = holdingDifference(figures, find("a", figures), p("2024-01"), p("2024-02"), "best");
    expect(found).toMatchObject({ sold: 1_000_000_000, unknown: [{ month: "2024-02", reason: "noPrice" }] });
  });

  it("known and unknown months are all the months, and the sums are those of the known ones", () => {
    for (const company of everyone) {
      const found = holdingDifference(july, company, p("2024-01"), p("2025-12"), "best");
      if (!found) continue;
      expect(found.sales.reduce((sum, { period }) => sum + lengthOf(period), 0) + found.unknown.length).toBe(24);
      expect(found.sales.reduce((sum, entry) => sum + entry.sold, 0)).toBe(found.sold);
      expect(found.estimated).toBeLessThanOrEqual(found.brought);
      expect(found.difference).toBe(found.worth - found.brought);
    }
  });
});

describe("stances against stated policies", () => {
  const withPolicy = (sold: (number | null)[], policy: StatedPolicy, from: string | null) => {
    const figures = figuresOf(
      {
        ...recordFor(sold),
        policies: [{ company: companyId("a"), policy, from: from === null ? null : p(from), to: null, sourceUrl: "" }],
      },
      TODAY,
    );
    return policyDisagreements(figures, figures.record.companies, monthsFor(sold.length), "best").map(
      (entry) => `${entry.month} ${entry.stance.stance}`,
    );
  };

  it("Cango in March 2026 states a part and sells far more than it mines, which its words do not rule out", () => {
    expect(policyDisagreements(seed, [find("cango")], MONTHS, "best").map(({ month }) => month)).not.toContain("2026-03");
  });

  it("IREN, known by its policy alone, cannot differ from it", () => {
    expect(policyDisagreements(seed, [find("iren")], MONTHS, "best")).toEqual([]);
  });

  it("a company that says it holds and sells half differs", () => {
    expect(withPolicy([50, 50], "holds_all", null)).toEqual(["2024-01 sellsSome", "2024-02 sellsSome"]);
    expect(withPolicy([50, 50], "mixed", null)).toEqual([]);
  });

  it("a new policy is not held against older sales", () => {
    expect(withPolicy([50, 50, 50, 0, 0, 0], "holds_all", "2024-04")).toEqual([]);
    expect(withPolicy([50, 50, 50, 50, 50, 50], "holds_all", "2024-04")).toEqual([
      "2024-04 sellsSome",
      "2024-05 sellsSome",
      "2024-06 sellsSome",
    ]);
  });

  it("a month without data of its own is not told again", () => {
    expect(withPolicy([50, 50, null], "sells_all", null)).toEqual(["2024-01 sellsSome", "2024-02 sellsSome"]);
  });
});
