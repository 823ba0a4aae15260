import { describe, expect, test } from "vitest";
import { type CandidateFigure, stateAfter, effectOf } from "@/domain/review/candidate";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { type FlagKind, flagsOf } from "@/domain/review/flags";
import type { MetricId } from "@/domain/values/metric";
import { isPooled } from "@/domain/measures/panel";
import { kindOf, period } from "@/domain/values/period";
import { hasRatio } from "@/domain/measures/sellThrough";
import { seedRecord, figuresOn } from "./seed";

const TODAY = "2026-07-01";
const record = seedRecord();
const figures = figuresOf(record, TODAY);

function candidate(
  company: string,
  metric: MetricId,
  month: string,
  btc: number,
  more: Partial<CandidateFigure["source"]> = {},
): CandidateFigure {
  const source = {
    address: "https://example.org/new",
    kind: "company_release",
    publisher: "example.org",
    publishedOn: "2026-06-30",
    retrievedOn: null,
  } as const;
  return {
    company: companyId(company),
    metric,
    period: period(month),
    value: Math.round(btc * 1e8),
    written: String(btc),
    source: { ...source, ...more },
  };
}

/** The record without the facts of a key, as it was before they were known. */
function without(company: string, metric: MetricId, month: string) {
  const facts = record.facts.filter((fact) => !(fact.company === company && fact.metric === metric && fact.period === month));
  return figuresOf({ ...record, facts }, TODAY);
}

const kinds = (flags: readonly { readonly kind: FlagKind }[]) => flags.map(({ kind }) => kind);

/** Riot's months of April 2025: 463 produced, 475 sold, 19,211 held. */
const before = without("riot", "btc_produced", "2025-04");

describe("flags", () => {
  test("Riot's 463 of April 2025 raises nothing when it is not on record yet", () => {
    expect(flagsOf(before, candidate("riot", "btc_produced", "2025-04", 463))).toEqual([]);
  });

  test("the same figure again is a duplicate, another one contradicts", () => {
    expect(kinds(flagsOf(figures, candidate("riot", "btc_produced", "2025-04", 463)))).toEqual(["duplicate"]);
    expect(kinds(flagsOf(figures, candidate("riot", "btc_produced", "2025-04", 464)))).toContain("contradicts");
  });

  test("a footnote's digit stuck to the holding breaks the books and jumps", () => {
    const found = flagsOf(without("riot", "btc_held", "2025-04"), candidate("riot", "btc_held", "2025-04", 192_113));
    expect(kinds(found)).toEqual(expect.arrayContaining(["breaksBooks", "jumps"]));
    expect(found.find(({ kind }) => kind === "breaksBooks")?.sentence).toMatch(
      /The books of 2025-04 would not close: .* less than the 192,113 held after\./,
    );
  });

  test("a tenth or ten times of the production jumps", () => {
    expect(kinds(flagsOf(before, candidate("riot", "btc_produced", "2025-04", 4_630)))).toContain("jumps");
    expect(kinds(flagsOf(before, candidate("riot", "btc_produced", "2025-04", 500)))).not.toContain("jumps");
  });

  test("what is unusual and what contradicts is said in plain words, with units and groups of digits", () => {
    const said = (of: typeof figures, btc: number) =>
      flagsOf(of, candidate("riot", "btc_produced", "2025-04", btc)).map(({ sentence }) => sentence);
    expect(said(before, 4_630).join("\n")).toMatch(
      /^4,630 BTC is unusual: it lies [\d.]+ times as far from [\d.]+ BTC, the median of 24 other months of the company, as those usually do; more than 6 times is a jump\.$/m,
    );
    expect(said(figures, 1_464.5).join("\n")).toMatch(/^The record has 463 BTC by a .* for 2025-04; this one says 1,464\.5 BTC\.$/m);
  });

  test("a figure published before its month ended may be an expectation", () => {
    const early = candidate("riot", "btc_produced", "2025-04", 463, { publishedOn: "2025-04-20" });
    expect(flagsOf(before, early).map(({ sentence }) => sentence)).toEqual([
      "It was published on 2025-04-20, before 2025-04 ended: it may be an expectation or count a part of the period.",
    ]);
  });

  test("a month after a gap and a month before the first one leave months out", () => {
    const span = figures.reportingSpan(companyId("cipher"));
    expect(span).toBeDefined();
    expect(kinds(flagsOf(figures, candidate("cipher", "btc_produced", "2026-06", 200)))).toContain("leavesGap");
    expect(kinds(flagsOf(figures, candidate("cipher", "btc_produced", "2015-01", 200)))).toContain("leavesGap");
  });

  test("of the record's own monthly figures, each taken out and put back, fewer than one in twelve is called a jump", () => {
    const own = record.facts
      .filter((fact) => kindOf(fact.period) === "month" && fact.metric === "btc_produced")
      .filter((_, i) => i % 7 === 0);
    const jumps = own.filter((fact) => kinds(flagsOf(without(fact.company, fact.metric, fact.period), fact)).includes("jumps"));
    expect(own.length).toBeGreaterThan(50);
    expect(jumps.length / own.length).toBeLessThan(1 / 12);
  });
});

describe("the effect of a candidate", () => {
  test("a sale changes the company's ratio and the pooled number, and the neighbours are those on record", () => {
    const known = without("riot", "btc_sold", "2025-04");
    const effect = effectOf(known, candidate("riot", "btc_sold", "2025-04", 475));
    const { after } = effect.ratio;
    expect(hasRatio(after) && after.ratio).toBeCloseTo(475 / 463);
    expect(effect.cell.after).toMatchObject({ evidence: "reported", value: 475e8 });
    expect(isPooled(effect.pool.after.ratio)).toBe(true);
    expect(effect.books.map(({ month, after }) => [month, after.state])).toEqual([["2025-04", "closed"]]);
    expect(effect.neighbours.map(({ period: at }) => at)).toEqual(["2025-01", "2025-02", "2025-03", "2025-05", "2025-06", "2025-07"]);
  });

  test("a news report that a release outranks changes nothing", () => {
    const effect = effectOf(figures, candidate("riot", "btc_sold", "2025-04", 300, { kind: "news_report" }));
    expect(effect.cell.after).toMatchObject({ value: 475e8 });
    expect(effect.pool.after.ratio).toBe(effect.pool.before.ratio);
  });
});

test.each([
  [[], "proposed"],
  [["accepted"], "accepted"],
  [["accepted", "corrected"], "corrected"],
  [["refused", "undone"], "proposed"],
] as const)("after %j a candidate is %s", (verdicts, state) => {
  expect(stateAfter(verdicts)).toBe(state);
});

test("a holding stands in the books of two months, a price in none", () => {
  const months = (metric: MetricId) => effectOf(figures, candidate("riot", metric, "2025-04", 475)).books.map(({ month }) => month);
  expect(months("btc_held")).toEqual(["2025-04", "2025-05"]);
  expect(months("avg_sale_price_usd")).toEqual([]);
});

describe("a candidate that the record knows little about", () => {
  const empty = figuresOn(TODAY, ["riot", "2025-04", "btc_produced", "463"]);

  test("of a period that is not over nothing but that is said, when its source bears no date", () => {
    const undated = candidate("riot", "btc_produced", "2026-08", 450, { publishedOn: null });
    expect(flagsOf(empty, undated).map(({ sentence }) => sentence)).toContain("2026-08 is not over yet.");
  });

  test("a quarter neither jumps nor is out of order, and a company without figures has nothing to be held against", () => {
    expect(flagsOf(empty, candidate("riot", "btc_produced", "2025-Q1", 1_400))).toEqual([]);
    expect(flagsOf(empty, candidate("hive", "btc_produced", "2025-04", 100))).toEqual([]);
  });

  test("the same figure of an undated source is on record already, and says so", () => {
    const [flag] = flagsOf(empty, candidate("riot", "btc_produced", "2025-04", 463));
    expect(flag?.sentence).toBe("The same figure is on record already, from example.org (undated).");
    const again = candidate("riot", "btc_produced", "2025-04", 463, { address: "https://example.org/0" });
    expect(flagsOf(empty, again)[0]?.sentence).toBe("The same figure is on record from this very document.");
  });

  test("one month left out is named alone, several with the first and the last", () => {
    const gap = (month: string) => flagsOf(empty, candidate("riot", "btc_produced", month, 463)).map(({ sentence }) => sentence);
    expect(gap("2025-06")).toEqual(["The company’s last month with this figure is 2025-04; 2025-05 would be left out."]);
    expect(gap("2025-09")).toEqual(["The company’s last month with this figure is 2025-04; 2025-05 to 2025-08 would be left out."]);
    expect(gap("2025-03")).toEqual([]);
    expect(gap("2025-01")).toEqual(["2025-01 lies before the company’s first month with this figure, 2025-04."]);
  });

  test("beyond a hard limit it cannot be; a misreading of the same document is not held against it", () => {
    expect(kinds(flagsOf(empty, candidate("riot", "btc_produced", "2025-04", 20_000)))).toContain("beyondLimit");
  });

  test("books that would not close name what was bought; books that close are not told", () => {
    const held = (after: string) =>
      figuresOn(
        TODAY,
        ["mara", "2025-03", "btc_held", "1000"],
        ["mara", "2025-04", "btc_held", after],
        ["mara", "2025-04", "btc_purchased", "50"],
        ["mara", "2025-04", "btc_sold", "20"],
      );
    const found = flagsOf(held("1130"), candidate("mara", "btc_produced", "2025-04", 10));
    expect(found.map(({ sentence }) => sentence)).toEqual([
      "The books of 2025-04 would not close: 1,000 held before plus 10 produced plus 50 bought less 20 sold leaves 90 BTC less than the 1,130 held after.",
    ]);
    expect(flagsOf(held("1130"), candidate("mara", "btc_produced", "2025-04", 100))).toEqual([]);
  });
});
