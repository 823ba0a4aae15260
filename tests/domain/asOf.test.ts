import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asOf } from "@/domain/facts/asOf";
import { companyId } from "@/domain/facts/company";
import { knownSince } from "@/domain/facts/fact";
import { figuresOf } from "@/domain/figures/figures";
import { addDays, type Day } from "@/domain/values/period";
import type { OpenRecord, Policy } from "@/domain/facts/record";
import { p, recordOf, seedRecord, EMPTY } from "./seed";

const on = (day: Day) => figuresOf(asOf(seedRecord(), day), day);
const riot = companyId("riot");

describe("when a figure counts as known", () => {
  it("a dated source is known from its date", () => {
    const [fact] = recordOf(["riot", "2025-04", "btc_sold", "475", { published_on: "2025-05-05" }]).facts;
    expect(fact && knownSince(fact)).toEqual({ day: "2025-05-05", assumed: false });
  });

  it("an undated one 45 days after its period's end, and this is marked as assumed", () => {
    const [month, quarter] = recordOf(["riot", "2025-04", "btc_sold", "475"], ["riot", "2025-Q2", "btc_produced", "1426"]).facts;
    expect(month && knownSince(month)).toEqual({ day: "2025-06-14", assumed: true });
    expect(quarter && knownSince(quarter)).toEqual({ day: "2025-08-14", assumed: true });
  });
});

describe("the record as of a day", () => {
  it("Riot's April 2025 is not yet published on 4 May and known on 5 May 2025", () => {
    expect(on("2025-05-04").cell(riot, "btc_sold", p("2025-04"))).toEqual({ evidence: "missing", reason: "notYetPublished" });
    expect(on("2025-05-05").cell(riot, "btc_sold", p("2025-04"))).toMatchObject({ evidence: "reported", value: 47_500_000_000 });
  });

  it("Riot's June 2025 is 450 while only the dated report is known, and 449 once the undated ones count as published", () => {
    const produced = (day: Day) => on(day).choice(riot, "btc_produced", p("2025-06"))?.chosen.written;
    expect(produced("2025-07-03")).toBeUndefined();
    expect(produced("2025-07-04")).toBe("450");
    expect(produced("2025-08-13")).toBe("450");
    expect(produced("2025-08-14")).toBe("449");
  });

  it("a price is known when its month is over", () => {
    const months = (day: Day) => asOf(seedRecord(), day).prices.map((price) => price.month);
    expect(months("2025-04-29").at(-1)).toBe("2025-03");
    expect(months("2025-04-30").at(-1)).toBe("2025-04");
  });

  it("a policy is unknown before it begins and has no end before it ends", () => {
    const policies = (day: Day) => asOf(seedRecord(), day).policies.filter((policy) => policy.company === riot);
    expect(policies("2024-01-31")).toEqual([]);
    expect(policies("2024-02-01").map((policy) => [policy.policy, policy.to])).toEqual([["holds_all", null]]);
    expect(policies("2025-04-01").map((policy) => [policy.policy, policy.to])).toEqual([
      ["holds_all", "2025-03"],
      ["mixed", null],
    ]);
  });

  it("statements, events and figures of others are shown from their day", () => {
    const source = recordOf(["riot", "2025-04", "btc_sold", "475", { published_on: "2025-05-05" }]).facts[0]?.source;
    if (!source) throw new Error("no source");
    const record: OpenRecord = {
      ...EMPTY,
      statements: [{ id: 1, company: riot, period: p("2025-04"), source, note: "" }],
      events: [{ date: "2024-04-20", label: "halving", kind: "network", source: "" }],
      aggregates: [{ period: p("2025-03"), metric: "sell_through_pct", written: "40", panel: "", publisher: "", sourceUrl: "", note: "" }],
    };
    expect(asOf(record, "2024-04-19")).toMatchObject({ events: [], statements: [], aggregates: [] });
    expect(asOf(record, "2025-05-04")).toMatchObject({ events: [{}], statements: [], aggregates: [] });
    expect(asOf(record, "2025-05-05")).toMatchObject({ statements: [{}], aggregates: [] });
    expect(asOf(record, "2025-05-15").aggregates).toHaveLength(1);
  });
});

describe("superseded facts", () => {
  const [first, second, third] = recordOf(
    ["riot", "2025-04", "btc_sold", "470", { published_on: "2025-05-05" }],
    ["riot", "2025-04", "btc_sold", "475", { published_on: "2025-06-01" }],
    ["riot", "2025-04", "btc_sold", "476", { published_on: "2025-07-01" }],
  ).facts;
  if (!first || !second || !third) throw new Error("three facts");
  const base = recordOf(["riot", "2025-03", "btc_sold", "0", { published_on: "2025-04-04" }]);
  const record: OpenRecord = {
    ...base,
    facts: [...base.facts, third],
    supersessions: [
      { fact: first, by: second, reason: "", recordedOn: "2026-01-01" },
      { fact: second, by: third, reason: "", recordedOn: "2026-01-02" },
    ],
  };
  const sold = (day: Day) => figuresOf(asOf(record, day), day).choice(riot, "btc_sold", p("2025-04"));

  it("a figure that was replaced later is still the figure of its day", () => {
    expect(sold("2025-05-04")).toBeUndefined();
    expect(sold("2025-05-05")?.chosen.written).toBe("470");
    expect(sold("2025-06-01")?.chosen.written).toBe("475");
    expect(sold("2025-07-01")?.chosen.written).toBe("476");
  });

  it("exactly one of the chain counts on each day, and what it replaced is history", () => {
    expect(sold("2025-06-15")?.others).toEqual([]);
    expect(asOf(record, "2025-06-15").supersessions.map((s) => s.fact.written)).toEqual(["470"]);
    expect(asOf(record, "2025-05-05").supersessions).toEqual([]);
  });

  it("a figure that was withdrawn without a replacement never counts again", () => {
    const withdrawn: OpenRecord = { ...base, supersessions: [{ fact: first, by: null, reason: "typing error", recordedOn: "2026-01-01" }] };
    expect(asOf(withdrawn, "2025-12-31").facts.map((fact) => fact.written)).toEqual(["0"]);
    expect(asOf(withdrawn, "2025-12-31").supersessions).toHaveLength(1);
  });
});

describe("laws of knowledge dates", () => {
  const days = fc.integer({ min: 0, max: 2000 }).map((n) => addDays("2021-06-01", n));

  it("a later day knows every fact that an earlier day knew", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (day, more) => {
        const later = new Set(asOf(seedRecord(), addDays(day, more)).facts);
        expect(asOf(seedRecord(), day).facts.every((fact) => later.has(fact))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("no fact is known that was published later, and every one that was published by then is", () => {
    fc.assert(
      fc.property(days, (day) => {
        const known = new Set(asOf(seedRecord(), day).facts);
        expect(seedRecord().facts.every((fact) => known.has(fact) === knownSince(fact).day <= day)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("looking back twice is looking back to the earlier day", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const facts = asOf(asOf(seedRecord(), a), b).facts;
        expect(facts).toEqual(asOf(seedRecord(), a < b ? a : b).facts);
      }),
      { numRuns: 20 },
    );
  });

  it("far in the future the whole record is known", () => {
    const whole = asOf(seedRecord(), "2099-12-31");
    expect(whole.facts).toEqual(seedRecord().facts);
    expect(whole.policies.map((policy: Policy) => policy.to)).toEqual(seedRecord().policies.map((policy) => policy.to));
  });
});
