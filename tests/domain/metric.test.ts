import { describe, expect, it } from "vitest";
import { UNIT_SCALE } from "@/domain/values/amount";
import { formatAmount, formatMetric, METRIC_IDS, METRICS, parseMetric } from "@/domain/values/metric";

describe("the register of metrics", () => {
  it("every metric has a heading, a definition that is a sentence, and no more decimals than its unit holds", () => {
    for (const id of METRIC_IDS) {
      const metric = METRICS[id];
      expect(metric.label).not.toBe("");
      expect(metric.decimals).toBeLessThanOrEqual(UNIT_SCALE[metric.unit]);
      expect(metric.definition).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("what is produced, sold and purchased is a flow, what is held is a stock", () => {
    expect(["btc_produced", "btc_sold", "btc_purchased"].map((id) => METRICS[id as "btc_sold"].kind)).toEqual(["flow", "flow", "flow"]);
    expect([METRICS.btc_held.kind, METRICS.btc_restricted.kind]).toEqual(["stock", "stock"]);
  });

  it("a name that is no metric is none", () => {
    expect(parseMetric("btc_sold")).toBe("btc_sold");
    expect(parseMetric("treasury_policy")).toBeUndefined();
    expect(parseMetric("toString")).toBeUndefined();
  });
});

describe("values as people read them", () => {
  it("thousands are separated, and only decimals that say something are written", () => {
    expect(formatMetric("btc_held", 114_000_000_000)).toBe("1,140");
    expect(formatMetric("btc_produced", 85_370_000_000)).toBe("853.7");
    expect(formatMetric("sale_proceeds_usd", 3_880_000_000)).toBe("38,800,000");
    expect(formatMetric("deployed_ehs", 33_700_000)).toBe("33.7");
  });

  it("a negative amount carries a true minus, and nothing reads as minus zero", () => {
    expect(formatAmount(-1_200_000_000, "BTC", 2)).toBe("−12");
    expect(formatAmount(-100_000, "BTC", 2)).toBe("0");
    expect(formatAmount(-0, "BTC", 2)).toBe("0");
  });
});
