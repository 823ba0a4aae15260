import { describe, expect, it } from "vitest";
import { isBlank } from "@/charts/layout";
import type { ChartModel } from "@/charts/model";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { isPooled } from "@/domain/measures/panel";
import { period } from "@/domain/values/period";
import { plain } from "@/cards/tables/sentence";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { signalCorrelation, signalMonths, signalOptions } from "@/cards/signal/signal";
import { correlate, MIN_MONTHS, verdictOf } from "@/cards/signal/signalStatistics";
import { answerSentence, correlationCard, issuanceCard, scatterCard, SIGNAL_CARDS, verdictWords } from "@/cards/signal/signalTables";
import { seedRecord, seed as figures } from "../domain/seed";
const ALL: Selection = { ...DEFAULT_SELECTION, panel: "all" };
const COUNTED = { thin: false } as const;
const line = (n: number, y: (x: number) => number) => Array.from({ length: n }, (_, x): [number, number] => [x, y(x)]);

describe("correlation with its interval", () => {
  it("agrees with R's cor.test on Anscombe's first quartet: 0.8164, 0.4244 to 0.9507", () => {
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const found = correlate(xs.map((x, i) => [x, ys[i] ?? NaN]));
    expect(found.n).toBe(11);
    expect(found.r).toBeCloseTo(0.81642, 5);
    expect(found.interval?.[0]).toBeCloseTo(0.4244, 4);
    expect(found.interval?.[1]).toBeCloseTo(0.9507, 4);
    expect(found.rank).toBeCloseTo(0.81818, 5);
  });

  it("one month far from all others makes a correlation, but not that of the ranks, and nothing is claimed", () => {
    const found = correlate([...line(30, (x) => x / 100), [400, -100]]);
    expect(found.interval?.[1]).toBeLessThan(0);
    expect(found.rank).toBeGreaterThan(0.5);
    expect(verdictOf(found)).toBe("noneShown");
  });

  it("needs three pairs for a correlation, four for an interval, and two sides that change", () => {
    expect(correlate(line(2, (x) => x)).r).toBeUndefined();
    expect(correlate(line(3, (x) => x * x))).toMatchObject({ n: 3, interval: undefined });
    expect(correlate(line(30, () => 1)).r).toBeUndefined();
  });

  it("a perfect line has a correlation of 1 or −1 and no width", () => {
    expect(correlate(line(30, (x) => -2 * x)).interval?.map(Math.round)).toEqual([-1, -1]);
  });

  it("claims nothing below two years of months, nor where the interval includes 0", () => {
    const noisy = (x: number) => -x + (x % 5);
    expect(verdictOf(correlate(line(MIN_MONTHS - 1, noisy)))).toBe("tooFew");
    expect(verdictOf(correlate(line(MIN_MONTHS, noisy)))).toBe("down");
    expect(verdictOf(correlate(line(MIN_MONTHS, (x) => -noisy(x))))).toBe("up");
    expect(verdictOf(correlate(line(40, (x) => (x * 7) % 5)))).toBe("noneShown");
  });
});

describe("where no month can be counted", () => {
  const asked = { figures, selection: { ...ALL, companies: [companyId("gryphon")] } };

  it("the answer says so in words, and what was not computed is not called undisclosed", () => {
    expect(plain(answerSentence(asked, { measure: "sold", thin: false }))).toContain(
      "no month of the chosen miner that is not thin can be set",
    );
    const table = correlationCard(COUNTED).table(asked);
    expect(table.rows[0]?.cells["correlation"]).toMatchObject({ kind: "missing", text: "cannot be computed" });
    expect(verdictWords(correlate([]), "sold", "same")).toContain("no month counts.");
  });

  it("its charts are blank, and no frame is drawn for them", () => {
    const chartIn = (companies: Selection["companies"]) => {
      const table = issuanceCard.table({ figures, selection: { ...ALL, companies } });
      return issuanceCard.chart?.(table, {}) as ChartModel;
    };
    expect(isBlank(chartIn([companyId("gryphon")]))).toBe(true);
    expect(isBlank(chartIn([]))).toBe(false);
  });
});

describe("bitcoin issued", () => {
  it("what was sold is set against it as a share, and a month without sales known has none", () => {
    for (const row of issuanceCard.table({ figures, selection: ALL }).rows) {
      const { sold_btc: sold, issued_btc: issued, share_pct: share } = row.cells;
      if (sold?.kind !== "value" || issued?.kind !== "value" || share?.kind !== "value") {
        expect([sold?.kind, share?.kind]).toEqual(["missing", "missing"]);
        continue;
      }
      expect(Number(share.plain)).toBeCloseTo((Number(sold.plain) / Number(issued.plain)) * 100, 1);
    }
  });
});

describe("months and returns", () => {
  const months = signalMonths({ figures, selection: ALL });
  const at = (month: string) => months.find((entry) => entry.month === period(month));

  it("April 2025: bitcoin rose 14.4% in the month, 10.5% in the next, 25.0% over the next three", () => {
    // Closes: 82,417 in March, 94,261 in April, 104,153 in May, 117,826 in July.
    const returns = at("2025-04")?.returns;
    expect(returns?.same).toBeCloseTo(94_261 / 82_417 - 1, 10);
    expect(returns?.next).toBeCloseTo(104_153 / 94_261 - 1, 10);
    expect(returns?.next3).toBeCloseTo(117_826 / 94_261 - 1, 10);
    const row = scatterCard("next3", { thin: false, measure: "sold" })
      .table({ figures, selection: ALL })
      .rows.find(({ key }) => key === "2025-04");
    expect(row?.cells["return_pct"]).toMatchObject({ plain: "25" });
  });

  it("a return into months without a price is not yet known, and its month is in no statistic", () => {
    expect(at("2026-05")?.returns.next3).toEqual({ evidence: "missing", reason: "notYetPublished" });
    const known = months.filter(({ pool, returns }) => isPooled(pool.ratio) && typeof returns.next3 === "number").length;
    expect(signalCorrelation(months, "sold", "next3", { thin: true }).n).toBe(known);
  });

  it("a month that is not over has no close", () => {
    const record = seedRecord();
    const cut = { ...record, prices: record.prices.map((price) => (price.month === period("2025-05") ? { ...price, days: 12 } : price)) };
    const april = signalMonths({ figures: figuresOf(cut, "2026-09-01"), selection: ALL }).find(
      (entry) => entry.month === period("2025-04"),
    );
    expect(april?.returns.next).toEqual({ evidence: "missing", reason: "notDisclosed" });
    expect(typeof april?.returns.next3).toBe("number");
  });

  it("thin months are left out unless they are asked for", () => {
    const priced = months.filter(({ returns }) => typeof returns.same === "number");
    const thick = priced.filter(({ pool }) => !pool.thin).length;
    const pooled = priced.filter(({ pool }) => isPooled(pool.ratio)).length;
    expect(thick).toBeLessThan(pooled);
    expect(signalCorrelation(months, "sell_through", "same", COUNTED).n).toBe(thick);
    expect(signalCorrelation(months, "sell_through", "same", { thin: true }).n).toBe(pooled);
    const rows = scatterCard("same", { thin: true, measure: "sold" }).table({ figures, selection: ALL }).rows;
    expect(rows.filter((row) => row.cells["thin"]?.text === "thin")).toHaveLength(pooled - thick);
  });

  it("windows of quarters' ends do not overlap", () => {
    const ends = months.filter(
      ({ month, pool, returns }) => /(03|06|09|12)$/.test(month) && !pool.thin && typeof returns.next3 === "number",
    );
    expect(signalCorrelation(months, "sold", "next3", COUNTED, true).n).toBe(ends.length);
  });
});

describe("what is said", () => {
  it("the claim follows the numbers: as many months as are not thin, and a link is told only where the test finds one", () => {
    for (const selection of [DEFAULT_SELECTION, ALL]) {
      const words = plain(answerSentence({ figures, selection }, { thin: false, measure: "sell_through" }));
      const { n } = signalCorrelation(signalMonths({ figures, selection }), "sell_through", "same", COUNTED);
      expect(words).toContain(`${n} months`);
    }
  });

  it("with few months it is too early to tell", () => {
    const few = { ...DEFAULT_SELECTION, from: period("2025-01"), to: period("2025-08") };
    expect(plain(answerSentence({ figures, selection: few }, { thin: false, measure: "sell_through" }))).toMatch(
      /^Too few months to tell: \d+ months/,
    );
  });

  it("a link in the facts changes the sentence, and it is not called a cause", () => {
    // Prices made to fall in months of high sell-through.
    const record = seedRecord();
    const months = signalMonths({ figures, selection: ALL });
    let close = 5_000_000;
    const prices = record.prices.map((price) => {
      const ratio = months.find((entry) => entry.month === price.month)?.pool.ratio;
      close = Math.round(close * (1.05 - (typeof ratio === "number" ? ratio * 0.05 : 0.02)));
      return { ...price, close };
    });
    const words = plain(
      answerSentence({ figures: figuresOf({ ...record, prices }, "2026-09-01"), selection: ALL }, { thin: false, measure: "sell_through" }),
    );
    expect(words).toContain("went with a lower return of bitcoin in the same month");
    expect(words).toContain("no proof");
  });

  it("the overlap of three-month windows is said wherever their correlation is", () => {
    expect(verdictWords(correlate(line(30, (x) => (x * 7) % 5)), "sold", "next3")).toContain("overlap");
    const rows = correlationCard(COUNTED)
      .table({ figures, selection: ALL })
      .rows.filter((row) => row.key.endsWith("next3"));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.cells["reading"]).toHaveProperty("note", expect.stringContaining("overlap"));
  });

  it("each table answers by its own id", () => {
    for (const one of SIGNAL_CARDS) expect(one.table({ figures, selection: ALL }).id).toBe(one.id);
  });

  it("the first of its choices is meant where an option is left out", () => {
    expect(signalOptions({})).toEqual({ thin: false, measure: "sell_through" });
    expect(signalOptions({ thin: "include", measure: "sold" })).toEqual({ thin: true, measure: "sold" });
  });
});
