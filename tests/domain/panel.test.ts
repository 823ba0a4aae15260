import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainAmount } from "@/domain/amount";
import { companyId } from "@/domain/company";
import { figuresOf } from "@/domain/figures";
import type { MetricId } from "@/domain/metric";
import { isPooled, isThin, panelCompanies, pool, type PanelFilter, type Pool, type PoolQuestion } from "@/domain/panel";
import { period, periodRange } from "@/domain/period";
import { hasRatio, sellThrough } from "@/domain/sellThrough";
import { recordOf, seedRecord } from "./seed";

const TODAY = "2026-09-01";
const p = period;
const seed = figuresOf(seedRecord(), TODAY);

const NASDAQ: PanelFilter = { kind: "nasdaq" };
const ALL: PanelFilter = { kind: "all" };
const ask = (month: string, filter: PanelFilter, more: Partial<PoolQuestion> = {}): PoolQuestion => ({
  period: p(month),
  filter,
  basis: "gross",
  mode: "best",
  ...more,
});
const ids = (found: Pool): string[] => found.members.map((member) => member.company.id);
const btc = (sats: number): string => plainAmount(sats, "BTC");

describe("who is in the panel", () => {
  const listed = (month: string): string[] => panelCompanies(seed, ask(month, NASDAQ)).map((company) => company.id);

  it("Nasdaq is Nasdaq of that month: Bitdeer is out before April 2023", () => {
    expect(listed("2023-03")).not.toContain("bitdeer");
    expect(listed("2023-04")).toContain("bitdeer");
  });

  it("Core Scientific is out during Chapter 11, although its figures are known", () => {
    expect(listed("2022-12")).toContain("core-scientific");
    const [nasdaq, all] = [pool(seed, ask("2023-11", NASDAQ)), pool(seed, ask("2023-11", ALL))];
    expect(ids(nasdaq)).not.toContain("core-scientific");
    expect(ids(all)).toContain("core-scientific");
    expect(listed("2024-01")).toContain("core-scientific");
  });

  it("Cango on NYSE is never in the Nasdaq panel, and is in the one of all tracked", () => {
    const months = periodRange(p("2024-11"), p("2026-03"));
    expect(months.some((month) => listed(month).includes("cango"))).toBe(false);
    expect(ids(pool(seed, ask("2025-04", ALL)))).toContain("cango");
  });

  it("a longer period takes the listings of its last month", () => {
    expect(panelCompanies(seed, ask("2023-Q1", NASDAQ)).map((c) => c.id)).not.toContain("bitdeer");
    expect(panelCompanies(seed, ask("2023-Q2", NASDAQ)).map((c) => c.id)).toContain("bitdeer");
  });

  it("the 15 largest are by production in that period, whether or not their sales are known", () => {
    const stated = Array.from({ length: 17 }, (_, i): [string, string, MetricId, string] => [
      `c${i}`,
      "2025-01",
      "btc_produced",
      `${i + 1}`,
    ]);
    const figures = figuresOf(recordOf(...stated, ["none", "2025-01", "btc_sold", "5"]), TODAY);
    const largest = panelCompanies(figures, ask("2025-01", { kind: "largest15" })).map((company) => company.id);
    expect(largest).toHaveLength(15);
    for (const out of ["c0", "c1", "none"]) expect(largest).not.toContain(out);
  });

  it("a hand-picked set is exactly that", () => {
    const picked: PanelFilter = { kind: "picked", companies: [companyId("cango"), companyId("riot"), companyId("nobody")] };
    expect(ids(pool(seed, ask("2025-04", picked)))).toEqual(["cango", "riot"]);
  });
});

describe("April 2025, by hand", () => {
  const april = pool(seed, ask("2025-04", NASDAQ));

  it("five Nasdaq companies sold 1,807 of 2,189: 83%", () => {
    // Bitfarms 403/268, Cipher 350/174, IREN 579/579, MARA 0/705, Riot 475/463.
    expect(ids(april)).toEqual(["bitfarms", "cipher", "iren", "mara", "riot"]);
    expect([btc(april.sold), btc(april.produced)]).toEqual(["1807", "2189"]);
    expect(april.ratio).toBeCloseTo(1807 / 2189, 12);
  });

  it("they stand for 2,189 of 3,454 BTC of known production by ten companies, which is not thin", () => {
    // Also known: CleanSpark 633, Cango 470, HIVE 102, DMG 30, Digi Power X 30.
    expect(april.coverage).toEqual({
      companies: 5,
      produced: 218_900_000_000,
      knownCompanies: 10,
      knownProduced: 345_400_000_000,
    });
    expect(april.thin).toBe(false);
  });

  it("what they sold splits by evidence: 825 reported, 403 derived, 579 by policy", () => {
    expect([april.soldBy.reported, april.soldBy.derived, april.soldBy.policy].map(btc)).toEqual(["825", "403", "579"]);
  });

  it("reported only leaves three of them, which is thin", () => {
    const strict = pool(seed, ask("2025-04", NASDAQ, { mode: "reported" }));
    expect(ids(strict)).toEqual(["cipher", "mara", "riot"]);
    expect([btc(strict.sold), btc(strict.produced), strict.thin]).toEqual(["825", "1342", true]);
  });

  it("who is not in it is named with the reason", () => {
    const cleanspark = april.absent.find((entry) => entry.company.id === companyId("cleanspark"));
    expect(cleanspark).toMatchObject({ cell: { reason: "notDisclosed" }, produced: { value: 63_300_000_000 } });
    expect(april.members.length + april.absent.length).toBe(panelCompanies(seed, april.question).length);
  });
});

describe("thin", () => {
  it("March 2025 on Nasdaq is thin: three companies, 1,772 of 3,735.1 BTC", () => {
    const march = pool(seed, ask("2025-03", NASDAQ));
    expect(ids(march)).toEqual(["cleanspark", "iren", "riot"]);
    expect([btc(march.produced), btc(march.coverage.knownProduced)]).toEqual(["1772", "3735.1"]);
    expect(march.thin).toBe(true);
  });

  it("is below 5 companies or below half of known production, and nothing else", () => {
    const coverage = (companies: number, produced: number) => ({ companies, produced, knownCompanies: 20, knownProduced: 100 });
    expect([coverage(5, 50), coverage(4, 100), coverage(5, 49), coverage(20, 100)].map(isThin)).toEqual([false, true, true, false]);
  });

  it("nobody in the panel is thin and has no ratio", () => {
    const empty = pool(seed, ask("2025-04", { kind: "picked", companies: [] }));
    expect(empty).toMatchObject({ sold: 0, produced: 0, thin: true, ratio: { evidence: "missing" } });
  });
});

describe("net", () => {
  it("a company whose purchases are unknown leaves the net panel: MARA August 2025", () => {
    expect(ids(pool(seed, ask("2025-08", NASDAQ)))).toContain("mara");
    const net = pool(seed, ask("2025-08", NASDAQ, { basis: "net" }));
    expect(ids(net)).not.toContain("mara");
    expect(net.absent.find((entry) => entry.company.id === companyId("mara"))?.cell.reason).toBe("notDisclosed");
  });

  it("purchases are taken off the pooled sales: LM Funding's 164 in August 2025", () => {
    const picked: PanelFilter = { kind: "picked", companies: [companyId("lm-funding"), companyId("iren")] };
    const [gross, net] = [pool(seed, ask("2025-08", picked)), pool(seed, ask("2025-08", picked, { basis: "net" }))];
    expect(btc(gross.sold - net.sold)).toBe("164");
    expect(net.produced).toBe(gross.produced);
  });
});

describe("laws of pooling", () => {
  const btcAmount = fc.integer({ min: 0, max: 100_000 });
  const rows = fc.array(fc.record({ produced: fc.option(btcAmount), sold: fc.option(btcAmount) }), { minLength: 1, maxLength: 12 });
  const figuresFor = (list: readonly { produced: number | null; sold: number | null }[]) =>
    figuresOf(
      recordOf(
        ...list.flatMap(({ produced, sold }, i): [string, string, MetricId, string][] => [
          [`c${i}`, "2025-01", "btc_held", "1"],
          ...(produced === null ? [] : [[`c${i}`, "2025-01", "btc_produced", `${produced}`] as [string, string, MetricId, string]]),
          ...(sold === null ? [] : [[`c${i}`, "2025-01", "btc_sold", `${sold}`] as [string, string, MetricId, string]]),
        ]),
      ),
      TODAY,
    );

  it("the pool is the sum of sold over the sum of produced of those with both, never a wider set and never a mean of ratios", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const both = list.filter((row) => row.sold !== null && row.produced !== null && row.produced > 0);
        const sold = both.reduce((sum, row) => sum + (row.sold ?? 0), 0);
        const produced = both.reduce((sum, row) => sum + (row.produced ?? 0), 0);
        const found = pool(figuresFor(list), ask("2025-01", ALL));
        expect(found.members).toHaveLength(both.length);
        expect([btc(found.sold), btc(found.produced)]).toEqual([`${sold}`, `${produced}`]);
        if (isPooled(found.ratio)) expect(found.ratio).toBeCloseTo(sold / produced, 9);
        else expect(both).toHaveLength(0);
      }),
    );
  });

  it("known production counts companies whose sales are unknown too, and is what coverage is measured against", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const known = list.filter((row) => row.produced !== null);
        const found = pool(figuresFor(list), ask("2025-01", ALL));
        expect(found.coverage.knownCompanies).toBe(known.length);
        expect(btc(found.coverage.knownProduced)).toBe(`${known.reduce((sum, row) => sum + (row.produced ?? 0), 0)}`);
        expect(found.thin).toBe(found.coverage.companies < 5 || found.coverage.produced < found.coverage.knownProduced / 2);
      }),
    );
  });

  it("one company's pool is that company, for every company-month of the record", () => {
    let count = 0;
    for (const company of seedRecord().companies) {
      for (const { month } of seedRecord().prices) {
        const own = sellThrough(seed, company.id, month);
        const alone = pool(seed, ask(month, { kind: "picked", companies: [company.id] }));
        if (hasRatio(own)) {
          count++;
          expect(alone).toMatchObject({ ratio: own.ratio, sold: own.sold, produced: own.produced });
          expect(alone.soldBy[own.cells.sold.evidence as "reported"]).toBe(own.sold);
        } else expect(isPooled(alone.ratio)).toBe(false);
      }
    }
    expect(count).toBeGreaterThan(200);
  });

  it("in every month of the record the pool lies between its members' ratios, and its split adds up to what was sold", () => {
    for (const { month } of seedRecord().prices) {
      for (const filter of [NASDAQ, ALL, { kind: "largest15" } as const]) {
        const found = pool(seed, ask(month, filter));
        expect(found.soldBy.reported + found.soldBy.derived + found.soldBy.policy).toBe(found.sold);
        if (!isPooled(found.ratio)) continue;
        const ratios = found.members.map((member) => member.sellThrough.ratio);
        expect(found.ratio).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-12);
        expect(found.ratio).toBeLessThanOrEqual(Math.max(...ratios) + 1e-12);
      }
    }
  });
});
