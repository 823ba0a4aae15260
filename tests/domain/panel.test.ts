import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainAmount } from "@/domain/values/amount";
import { isKnown } from "@/domain/facts/cell";
import { companyId } from "@/domain/facts/company";
import { expectedProduction } from "@/domain/measures/expected";
import { isPooled, isThin, panelCompanies, pool, type PanelFilter, type Pool, type PoolQuestion } from "@/domain/measures/panel";
import { periodRange } from "@/domain/values/period";
import { hasRatio, sellThrough } from "@/domain/measures/sellThrough";
import { TODAY, p, seed, seedRecord, type Stated, figuresOn } from "./seed";

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
    const stated = Array.from({ length: 17 }, (_, i): Stated => [`c${i}`, "2025-01", "btc_produced", `${i + 1}`]);
    const figures = figuresOn(TODAY, ...stated, ["none", "2025-01", "btc_sold", "5"]);
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

  it("six Nasdaq companies whose sales are stated, derived from their own month or by policy sold 1,807 of 2,225: 81%", () => {
    // Bitfarms 403/268, BitFuFu 0/36, Cipher 350/174, IREN 579/579, MARA 0/705, Riot 475/463.
    const six = april.members.filter(({ company }) => company.id !== companyId("cleanspark"));
    expect(six.map(({ company }) => company.id)).toEqual(["bitfarms", "bitfufu", "cipher", "iren", "mara", "riot"]);
    const sum = (of: "sold" | "produced") => six.reduce((total, { sellThrough: value }) => total + value[of], 0);
    expect([btc(sum("sold")), btc(sum("produced"))]).toEqual(["1807", "2225"]);
    expect(Math.round((sum("sold") / sum("produced")) * 100)).toBe(81);
  });

  it("with CleanSpark, whose April follows from its holdings at the ends of March and May and its sales of May, it is 77%", () => {
    // 11,869 + 633 + 694 − 12,502 = 694 sold in two months, 293.5 of them in May: 400.5 in April.
    const cleanspark = april.members.find(({ company }) => company.id === companyId("cleanspark"));
    expect(cleanspark && btc(cleanspark.sellThrough.sold)).toBe("400.5");
    expect([btc(april.sold), btc(april.produced)]).toEqual(["2207.5", "2858"]);
    expect(april.ratio).toBeCloseTo(2207.5 / 2858, 12);
  });

  it("they stand for more than half of what Nasdaq's miners may be expected to have produced, which is not thin", () => {
    const { companies, produced, expectedCompanies, expectedProduced, carriedCompanies } = april.coverage;
    expect([companies, btc(produced)]).toEqual([7, "2858"]);
    expect(expectedCompanies).toBeGreaterThan(companies);
    expect(carriedCompanies).toBeGreaterThan(0);
    expect(produced / expectedProduced).toBeGreaterThan(0.5);
    expect(april.thin).toBe(false);
  });

  it("what they sold splits by evidence: 825 reported, 803.5 derived, 579 by policy", () => {
    expect([april.soldBy.reported, april.soldBy.derived, april.soldBy.policy].map(btc)).toEqual(["825", "803.5", "579"]);
  });

  it("reported only leaves four of them, which is thin, for what is expected of the others stays in the whole", () => {
    const strict = pool(seed, ask("2025-04", NASDAQ, { mode: "reported" }));
    expect(ids(strict)).toEqual(["bitfufu", "cipher", "mara", "riot"]);
    expect([btc(strict.sold), btc(strict.produced), strict.thin]).toEqual(["825", "1378", true]);
    expect(strict.coverage.expectedProduced).toBe(april.coverage.expectedProduced);
  });

  it("without second-hand facts BitFuFu is out, and the coverage says what that costs", () => {
    const firsthand = pool(seed, ask("2025-04", NASDAQ, { mode: "firsthand" }));
    expect(ids(firsthand)).not.toContain("bitfufu");
    expect(firsthand.coverage.produced).toBeLessThan(april.coverage.produced);
    expect(firsthand.coverage.expectedProduced).toBe(april.coverage.expectedProduced);
  });

  it("who produced and is not in it is named with the reason", () => {
    const hive = april.absentProducers.find((entry) => entry.company.id === companyId("hive"));
    expect(hive).toMatchObject({ cell: { reason: "quarterOnly" }, produced: { value: 10_200_000_000 } });
    const producers = panelCompanies(seed, april.question).filter(({ id }) => isKnown(seed.cell(id, "btc_produced", p("2025-04"))));
    const named = [...april.members, ...april.absentProducers].map(({ company }) => company.id);
    expect(named.toSorted()).toEqual(producers.map(({ id }) => id).toSorted());
    expect(april.passing).toBe(panelCompanies(seed, april.question).length);
  });
});

describe("thin", () => {
  it("March 2025 on Nasdaq, by hand: seven companies sold 1,162 of 3,149, which is 37%", () => {
    const march = pool(seed, ask("2025-03", NASDAQ));
    expect(
      march.members.map(({ company, sellThrough: { sold, produced, cells } }) => [
        company.id,
        btc(sold),
        btc(produced),
        cells.sold.evidence,
      ]),
    ).toEqual([
      ["bitfarms", "400", "280", "derived"],
      ["bitfufu", "23", "58", "derived"],
      ["cipher", "206", "210", "reported"],
      ["cleanspark", "0", "706", "policy"],
      ["iren", "533", "533", "policy"],
      ["mara", "0", "829", "policy"],
      ["riot", "0", "533", "reported"],
    ]);
    expect([btc(march.sold), btc(march.produced)]).toEqual(["1162", "3149"]);
    expect(march.thin).toBe(false);
  });

  it.each([
    ["2026-Q1", "riot", "3778", "1473"],
    ["2026-Q1", "bitdeer", "4019", "2033"],
  ])("in %s %s sold %s of %s", (quarter, company, sold, produced) => {
    const value = sellThrough(seed, companyId(company), p(quarter), "gross", "best");
    expect(hasRatio(value) && [btc(value.sold), btc(value.produced)]).toEqual([sold, produced]);
  });

  it("is below 3 companies or below half of expected production, and nothing else", () => {
    const coverage = (companies: number, produced: number) => ({
      companies,
      produced,
      expectedCompanies: 20,
      expectedProduced: 100,
      carriedCompanies: 0,
    });
    expect([coverage(3, 50), coverage(2, 100), coverage(3, 49), coverage(20, 100)].map(isThin)).toEqual([false, true, true, false]);
  });

  it("nobody in the panel is thin and has no ratio", () => {
    const empty = pool(seed, ask("2025-04", { kind: "picked", companies: [] }));
    expect(empty).toMatchObject({ sold: 0, produced: 0, thin: true, ratio: { evidence: "missing" } });
  });
});

describe("quarters, by hand", () => {
  const members = (period: string) =>
    pool(seed, ask(period, NASDAQ)).members.map(
      ({ company, sellThrough: { sold, produced } }) => `${company.id} ${btc(sold)}/${btc(produced)}`,
    );

  it("the third quarter of 2023: eleven companies sold 9,986.2 of 11,962.8, which is 83%", () => {
    expect(members("2023-Q3")).toEqual([
      ...["bit-digital 195.5/403.1", "bitdeer 1085/1085", "bitfarms 1018/1172", "cipher 1055/1191", "hive 801/801", "hut8 100/330"],
      ...["iren 1223/1223", "mara 2302/3490", "riot 1040/1105", "sphere3d 185.7/181.7", "terawulf 981/981"],
    ]);
    const { sold, produced } = pool(seed, ask("2023-Q3", NASDAQ));
    expect([btc(sold), btc(produced), Math.round((sold / produced) * 100)]).toEqual(["9986.2", "11962.8", 83]);
  });

  it("the first quarter of 2025: nine companies sold 3,742.6 of 9,223.3, which is 41%", () => {
    expect(members("2025-Q1")).toEqual([
      ...["bit-digital 392.6/83.3", "bitfarms 428/693", "bitfufu 84/186", "cipher 912/602", "cleanspark 40/1957"],
      ...["iren 1514/1514", "mara 0/2286", "riot 0/1530", "terawulf 372/372"],
    ]);
    const { sold, produced } = pool(seed, ask("2025-Q1", NASDAQ));
    expect([btc(sold), btc(produced), Math.round((sold / produced) * 100)]).toEqual(["3742.6", "9223.3", 41]);
  });
});

describe("a span closes a quarter", () => {
  it("MARA 2026-Q1: 4,669 in the half-year less 2,422 in the second quarter is 2,247, of which it sold 20,880", () => {
    const figures = figuresOn(
      TODAY,
      ["mara", "2026-01/2026-06", "btc_produced", "4669"],
      ["mara", "2026-Q2", "btc_produced", "2422"],
      ["mara", "2026-Q1", "btc_sold", "20880"],
      ["mara", "2025-12", "btc_held", "53822"],
      ["mara", "2026-03", "btc_held", "35303"],
    );
    const value = sellThrough(figures, companyId("mara"), p("2026-Q1"), "gross", "best");
    expect(hasRatio(value) && [btc(value.sold), btc(value.produced), value.cells.produced.evidence]).toEqual(["20880", "2247", "derived"]);
    expect(hasRatio(value) && value.cells.produced.facts.map((fact) => fact.period)).toEqual(["2026-01/2026-06", "2026-Q2"]);
  });
});

describe("what a company may be expected to have produced", () => {
  const figures = figuresOn(
    TODAY,
    ["a", "2024-05", "btc_produced", "31"],
    ["a", "2024-Q4", "btc_produced", "90"],
    ["a", "2025-01", "btc_produced", "20"],
  );
  const expected = (of: string) => {
    const found = expectedProduction(figures, companyId("a"), p(of));
    return found && [btc(found.produced), found.carriedFrom];
  };

  it("is what is known, else its latest known monthly rate times the months", () => {
    expect(expected("2025-01")).toEqual(["20", undefined]);
    expect(expected("2025-02")).toEqual(["20", "2025-01"]);
    expect(expected("2024-11")).toEqual(["31", "2024-05"]);
    expect(expected("2025-Q2")).toEqual(["60", "2025-01"]);
  });

  it("a quarter tells a rate too", () => {
    expect(expected("2024-12")).toEqual(["30", "2024-Q4"]);
  });

  it("is carried on for four quarters and no longer", () => {
    expect(expected("2026-01")).toEqual(["20", "2025-01"]);
    expect(expected("2026-02")).toBeUndefined();
    expect(expected("2026-Q1")).toEqual(["60", "2025-01"]);
    expect(expected("2026-Q2")).toBeUndefined();
  });

  it("nothing is expected of a company before its first figure", () => {
    expect(expected("2024-04")).toBeUndefined();
  });
});

describe("net", () => {
  it("a company whose purchases are unknown leaves the net panel: MARA August 2025", () => {
    expect(ids(pool(seed, ask("2025-08", NASDAQ)))).toContain("mara");
    const net = pool(seed, ask("2025-08", NASDAQ, { basis: "net" }));
    expect(ids(net)).not.toContain("mara");
    expect(net.absentProducers.find((entry) => entry.company.id === companyId("mara"))?.cell.reason).toBe("notDisclosed");
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
    figuresOn(
      TODAY,
      ...list.flatMap(({ produced, sold }, i): Stated[] => [
        [`c${i}`, "2025-01", "btc_held", "1"],
        ...(produced === null ? [] : [[`c${i}`, "2025-01", "btc_produced", `${produced}`] as Stated]),
        ...(sold === null ? [] : [[`c${i}`, "2025-01", "btc_sold", `${sold}`] as Stated]),
      ]),
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

  it("expected production counts companies whose sales are unknown too, and is what coverage is measured against", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const known = list.filter((row) => row.produced !== null);
        const found = pool(figuresFor(list), ask("2025-01", ALL));
        expect(found.coverage.expectedCompanies).toBe(known.length);
        expect(btc(found.coverage.expectedProduced)).toBe(`${known.reduce((sum, row) => sum + (row.produced ?? 0), 0)}`);
        expect(found.thin).toBe(found.coverage.companies < 3 || found.coverage.produced < found.coverage.expectedProduced / 2);
      }),
    );
  });

  it("one company's pool is that company, for every company-month of the record", () => {
    let count = 0;
    for (const company of seedRecord().companies) {
      for (const { month } of seedRecord().prices) {
        const own = sellThrough(seed, company.id, month, "gross", "best");
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
