/** What cannot be is told with its reason, and nothing that the record holds is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAmount, SATS_PER_BTC } from "@/domain/values/amount";
import { companyId } from "@/domain/facts/company";
import { issuanceIn } from "@/domain/facts/issuance";
import { limitsOf } from "@/domain/review/limits";
import { type MetricId, METRICS } from "@/domain/values/metric";
import { period } from "@/domain/values/period";
import type { Decision, OpenRecord } from "@/domain/facts/record";
import { recordOf, seedRecord } from "./seed";

const stated = (company: string, of: string, metric: MetricId, written: string) => {
  const value = parseAmount(written, METRICS[metric].unit) ?? NaN;
  return { company: companyId(company), period: period(of), metric, written, value };
};
const why = (record: OpenRecord, ...figure: Parameters<typeof stated>) => {
  const fact = stated(...figure);
  const said = limitsOf({ ...record, facts: [...record.facts, fact] })(fact);
  return / is (.*); correct it/.exec(said ?? "")?.[1];
};

describe("what the network pays out", () => {
  it("144 blocks a day: 6.25 BTC each in March 2024, 3.125 in May 2024, both in the month of the halving", () => {
    const btc = (of: string) => issuanceIn(period(of)) / SATS_PER_BTC;
    expect(btc("2024-03")).toBe(31 * 144 * 6.25);
    expect(btc("2024-05")).toBe(31 * 144 * 3.125);
    expect(btc("2024-04")).toBe(19 * 144 * 6.25 + 11 * 144 * 3.125);
    expect(btc("2024")).toBe([1, 2, 3, 4].reduce((sum, quarter) => sum + btc(`2024-Q${quarter}`), 0));
    expect(btc("2008")).toBe(0);
  });
});

describe("hard limits", () => {
  const seed = seedRecord();

  it("Riot February 2025 held 3,800,000: two hundred times what it held around", () => {
    expect(why(seed, "riot", "2025-02", "btc_held", "3800000")).toMatch(
      /^more than tenfold of the 1\d,\d{3} BTC held in the months around$/,
    );
    expect(why(seed, "riot", "2025-02", "btc_held", "18692")).toBeUndefined();
  });

  it.each<[Parameters<typeof stated>, RegExp]>([
    [["riot", "2025-02", "btc_produced", "12601"], /^more than the 12,600 BTC that all miners/],
    [["riot", "2025-02", "btc_held", "21000001"], /^more than the 21,000,000 BTC that there will ever be/],
    [["riot", "2025-02", "btc_sold", "21000001"], /that there will ever be$/],
    [["riot", "2025-02", "btc_restricted", "21000001"], /that there will ever be$/],
    [["riot", "2025-02", "deployed_ehs", "206889826"], /^more than 10,000 EH\/s/],
    [["riot", "2025-04", "btc_sold", "19900"], /^more than there was: 19,223 BTC held before, 463 BTC produced$/],
    [["riot", "2025-04", "avg_sale_price_usd", "8177"], /^outside what bitcoin cost in 2025-04, \$6\d,\d{3} to \$1\d\d,\d{3}/],
  ])("%j cannot be", (figure, reason) => {
    expect(why(seed, ...figure)).toMatch(reason);
  });

  it("what is at a limit may be: all that there was is sold, within rounding", () => {
    const record = recordOf(
      ["a", "2025-01", "btc_held", "1000"],
      ["a", "2025-02", "btc_produced", "50"],
      ["a", "2025-02", "btc_purchased", "10"],
    );
    expect(why(record, "a", "2025-02", "btc_sold", "1065")).toBeUndefined();
    expect(why(record, "a", "2025-02", "btc_sold", "1065.1")).toMatch(
      /^more than there was: 1,000 BTC held before, 50 BTC produced, 10 BTC purchased/,
    );
  });

  it("what is not known refuses nothing: sold without known holdings, a price in a month without one, the first holding of a company", () => {
    expect(why(recordOf(["a", "2025-02", "btc_produced", "50"]), "a", "2025-02", "btc_sold", "5000")).toBeUndefined();
    expect(why(recordOf(), "a", "2025-02", "avg_sale_price_usd", "1")).toBeUndefined();
    expect(why(recordOf(), "a", "2025-02", "btc_held", "5000")).toBeUndefined();
  });

  it("a treasury may grow tenfold by a purchase that is stated, and a small one by itself", () => {
    const record = recordOf(["a", "2025-01", "btc_held", "200"], ["b", "2025-01", "btc_held", "2"]);
    expect(why(record, "a", "2025-02", "btc_held", "5000")).toBeDefined();
    const bought = recordOf(["a", "2025-01", "btc_held", "200"], ["a", "2025-02", "btc_purchased", "4800"]);
    expect(why(bought, "a", "2025-02", "btc_held", "5000")).toBeUndefined();
    expect(why(record, "b", "2025-02", "btc_held", "60")).toBeUndefined();
  });

  it("a second wrong figure beside the first does not speak for it", () => {
    const record = recordOf(
      ["a", "2025-01", "btc_held", "18000"],
      ["a", "2025-02", "btc_held", "18100"],
      ["a", "2025-03", "btc_held", "3800000"],
      ["a", "2025-05", "btc_held", "18200"],
    );
    expect(why(record, "a", "2025-04", "btc_held", "3800000")).toBeDefined();
  });

  it("a decision of kind accept, for this very figure, lets it in", () => {
    const figure = stated("riot", "2025-02", "btc_held", "3800000");
    const accept: Decision = { ...figure, kind: "accept", basis: "", note: "bought all of it" };
    const facts = [...seed.facts, figure];
    expect(limitsOf({ ...seed, facts, decisions: [accept] })(figure)).toBeUndefined();
    expect(limitsOf({ ...seed, facts, decisions: [{ ...accept, written: "3800001" }] })(figure)).toBeDefined();
    expect(limitsOf({ ...seed, facts, decisions: [{ ...accept, kind: "prefer" }] })(figure)).toBeDefined();
    expect(limitsOf({ ...seed, facts, decisions: [] })(figure)).toMatch(
      /^riot 2025-02 btc_held 3800000 is more than .*: accept,riot,btc_held,2025-02,3800000,,why$/,
    );
  });

  it("of one key, what is above a refused figure is refused as well", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (held, more) => {
        const refused = why(seed, "riot", "2025-02", "btc_held", String(held)) !== undefined;
        return !refused || why(seed, "riot", "2025-02", "btc_held", String(held + more)) !== undefined;
      }),
      { numRuns: 25 },
    );
  });
});
