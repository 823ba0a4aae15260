import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainAmount } from "@/domain/values/amount";
import { companyId } from "@/domain/facts/company";
import { type EvidenceMode, type Figures } from "@/domain/figures/figures";
import type { MetricId } from "@/domain/values/metric";
import { type Basis, formatRatio, hasRatio, plainPercent, sellThrough } from "@/domain/measures/sellThrough";
import { p, seed, seedRecord, figuresFor } from "./seed";

const of = (company: string, when: string, basis: Basis = "gross", mode: EvidenceMode = "best", figures: Figures = seed) =>
  sellThrough(figures, companyId(company), p(when), basis, mode);
const percent = (...question: Parameters<typeof of>): string => {
  const value = of(...question);
  return hasRatio(value) ? formatRatio(value.ratio) : value.reason;
};

describe("sell-through of real company-months", () => {
  it.each([
    ["riot", "2025-04", "103%", "475 of 463, reported", "reported"],
    ["bitfarms", "2025-04", "150%", "403 of 268, from holdings", "derived"],
    ["core-scientific", "2022-06", "651%", "7,202 of 1,106: older coins were sold", "reported"],
    ["iren", "2025-04", "100%", "579 of 579, by policy", "policy"],
    ["hive", "2025-Q2", "171%", "693 of 406", "reported"],
    ["cipher", "2025-04", "201%", "350 of 174", "reported"],
    ["lm-funding", "2025-09", "212%", "12.5 of 5.9", "reported"],
    ["riot", "2025-Q1", "0%", "0 of 1,530", "derived"],
  ])("%s %s: %s (%s)", (company, when, shown, _how, evidence) => {
    expect(percent(company, when)).toBe(shown);
    expect(of(company, when).evidence).toBe(evidence);
  });

  it("explicit zero sales is a ratio of 0, not a gap: MARA April 2025", () => {
    expect(of("mara", "2025-04")).toMatchObject({ ratio: 0, sold: 0, produced: 70_500_000_000 });
  });

  it("MARA March 2023 follows from the six months to March, less the five before: 2,961 − 650 − 1,500 of 825", () => {
    expect(of("mara", "2023-03")).toMatchObject({ evidence: "derived", sold: 81_100_000_000 });
  });

  it("BitFuFu April 2025 sold 0 of 36", () => {
    expect(of("bitfufu", "2025-04")).toMatchObject({ evidence: "reported", sold: 0, produced: 3_600_000_000 });
  });

  it("no production, no ratio: IREN June 2025 neither states it nor a quarter that would give it", () => {
    expect(of("iren", "2025-06")).toMatchObject({ evidence: "missing" });
  });
});

describe("sell-through", () => {
  it("zero produced has no ratio", () => {
    expect(of("a", "2025-01", "gross", "best", figuresFor(["2025-01", "btc_produced", "0"], ["2025-01", "btc_sold", "5"]))).toEqual({
      evidence: "missing",
      reason: "nothingProduced",
    });
  });

  it("carries the weaker level of its two cells", () => {
    // Produced 25 is derived from the quarter; sold is reported.
    const figures = figuresFor(
      ["2025-Q1", "btc_produced", "45"],
      ["2025-01", "btc_produced", "10"],
      ["2025-02", "btc_produced", "10"],
      ["2025-03", "btc_sold", "5"],
    );
    expect(of("a", "2025-03", "gross", "best", figures)).toMatchObject({ evidence: "derived", ratio: 0.2 });
    expect(of("a", "2025-03", "gross", "reported", figures)).toEqual({ evidence: "missing", reason: "quarterOnly" });
  });

  it("is what it is whatever the size of the numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (sold, produced) => {
        const figures = figuresFor(
          ["2025-01", "btc_produced", plainAmount(produced * 1000, "BTC")],
          ["2025-01", "btc_sold", plainAmount(sold * 1000, "BTC")],
        );
        expect(of("a", "2025-01", "gross", "best", figures)).toMatchObject({ ratio: sold / produced });
      }),
    );
  });
});

describe("net of purchases", () => {
  it("LM Funding August 2025 bought 164 and sold 9: net is far below zero, gross is 155%", () => {
    expect(percent("lm-funding", "2025-08")).toBe("155%");
    const net = of("lm-funding", "2025-08", "net");
    // (9 − 164) / 5.8
    expect(net).toMatchObject({ sold: -15_500_000_000, produced: 580_000_000 });
    expect(percent("lm-funding", "2025-08", "net")).toBe("−2,672%");
  });

  it("an announced zero and no announcement both leave net equal to gross", () => {
    expect(percent("lm-funding", "2025-09", "net")).toBe("212%");
    expect(percent("riot", "2025-04", "net")).toBe("103%");
  });

  it("MARA August 2025 has no net figure: the 2,257 bought in that quarter are not split by month", () => {
    expect(of("mara", "2025-08", "gross")).toMatchObject({ evidence: "policy", ratio: 0 });
    expect(of("mara", "2025-08", "net")).toEqual({ evidence: "missing", reason: "notDisclosed" });
  });

  it("HIVE 2025-Q2 sold 693 and bought 86 of a production of 406: 150% net", () => {
    expect(percent("hive", "2025-Q2", "net")).toBe("150%");
  });

  const quarter: [string, MetricId, string][] = [
    ["2025-Q3", "btc_produced", "40"],
    ["2025-Q3", "btc_sold", "30"],
    ["2025-08", "btc_purchased", "10"],
  ];

  it("the purchases of a quarter's months are taken off the quarter's sales", () => {
    expect(of("a", "2025-Q3", "net", "best", figuresFor(...quarter))).toMatchObject({ ratio: 0.5, evidence: "derived" });
  });

  it("reported only does not sum purchases: the quarter's net is then unknown, not gross under another name", () => {
    expect(of("a", "2025-Q3", "gross", "reported", figuresFor(...quarter))).toMatchObject({ ratio: 0.75 });
    expect(of("a", "2025-Q3", "net", "reported", figuresFor(...quarter))).toEqual({ evidence: "missing", reason: "notDisclosed" });
    const full = figuresFor(...quarter, ["2025-07", "btc_purchased", "0"], ["2025-09", "btc_purchased", "0"]);
    expect(of("a", "2025-Q3", "net", "reported", full)).toEqual({ evidence: "missing", reason: "notDisclosed" });
    expect(of("a", "2025-Q3", "net", "reported", figuresFor(...quarter, ["2025-Q3", "btc_purchased", "10"]))).toMatchObject({ ratio: 0.5 });
  });

  it("reported only never carries another level, over the whole record", () => {
    for (const company of seedRecord().companies) {
      for (const { month } of seedRecord().prices) {
        for (const basis of ["gross", "net"] as const) {
          const value = sellThrough(seed, company.id, month, basis, "reported");
          if (hasRatio(value)) expect(value.evidence).toBe("reported");
        }
      }
    }
  });
});

describe("ratios as text", () => {
  it.each([
    [475 / 463, "103%", "102.59"],
    [0, "0%", "0"],
    [-0, "0%", "0"],
    [1, "100%", "100"],
    [0.0254, "2.5%", "2.54"],
    [0.0994, "9.9%", "9.94"],
    [0.0996, "10%", "9.96"],
    [0.0004, "<0.1%", "0.04"],
    [-0.00001, "0%", "0"],
    [-0.5, "−50%", "-50"],
    [12.34, "1,234%", "1234"],
  ])("%d reads %s and is %s for a machine", (ratio, shown, plain) => {
    expect(formatRatio(ratio)).toBe(shown);
    expect(plainPercent(ratio)).toBe(plain);
  });

  it("only what is nothing reads as 0%, for sales", () => {
    fc.assert(fc.property(fc.double({ min: 1e-9, max: 20, noNaN: true }), (ratio) => formatRatio(ratio) !== "0%"));
  });
});
