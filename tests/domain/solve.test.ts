import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainAmount } from "@/domain/values/amount";
import { type Cell, isKnown } from "@/domain/facts/cell";
import { companyId } from "@/domain/facts/company";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import type { MetricId } from "@/domain/values/metric";
import { type Period } from "@/domain/values/period";
import { bitcoinTolerance } from "@/domain/facts/precision";
import type { OpenRecord } from "@/domain/facts/record";
import { TODAY, p, seed, a, figuresFor, recordOf, seedRecord, type Stated } from "./seed";

const cellOf = (company: string, metric: MetricId, month: string): Cell => seed.cell(companyId(company), metric, p(month));
const btc = (cell: Cell): string => (isKnown(cell) ? plainAmount(cell.value, "BTC") : cell.reason);
const inputs = (cell: Cell): string[] => (isKnown(cell) ? cell.facts.map((fact) => `${fact.metric} ${fact.period} ${fact.written}`) : []);

const soldIn = (figures: Figures, month: string): string => btc(figures.cell(a, "btc_sold", p(month)));

describe("a month from its quarter", () => {
  it("Bitfarms March 2025 produced is the quarter less two months, without its second-hand figure: 693 − 201 − 213 = 279", () => {
    const cell = seed.cell(companyId("bitfarms"), "btc_produced", p("2025-03"), "firsthand");
    expect(cell).toMatchObject({ evidence: "derived", derivation: "difference", value: 27_900_000_000 });
    expect(inputs(cell)).toEqual(["btc_produced 2025-Q1 693", "btc_produced 2025-01 201", "btc_produced 2025-02 213"]);
  });

  it("Bitfarms April 2024 sold: 515 − 136 − 134 = 245", () => {
    expect(btc(cellOf("bitfarms", "btc_sold", "2024-04"))).toBe("245");
  });

  it("Riot May 2025 sold: 1,376 − 475 − 397 = 504", () => {
    expect(btc(cellOf("riot", "btc_sold", "2025-05"))).toBe("504");
  });

  it("a quarter is never spread over months: with one month known the two others stay unknown", () => {
    const figures = figuresFor(["2025-Q2", "btc_produced", "406"], ["2025-04", "btc_produced", "102"]);
    expect(figures.cell(a, "btc_produced", p("2025-05"))).toEqual({ evidence: "missing", reason: "quarterOnly" });
    expect(figures.cell(a, "btc_produced", p("2025-06"))).toEqual({ evidence: "missing", reason: "quarterOnly" });
    // What the two months make together is known all the same.
    expect(btc(figures.cell(a, "btc_produced", p("2025-05/2025-06")))).toBe("304");
  });

  it("a derived month is an input of a further derivation: production from the quarter, then the sale from the holdings", () => {
    const figures = figuresFor(
      ["2025-Q1", "btc_produced", "300"],
      ["2025-01", "btc_produced", "100"],
      ["2025-02", "btc_produced", "100"],
      ["2025-02", "btc_held", "50"],
      ["2025-03", "btc_held", "30"],
    );
    expect(btc(figures.cell(a, "btc_produced", p("2025-03")))).toBe("100");
    expect(soldIn(figures, "2025-03")).toBe("120");
    expect(inputs(figures.cell(a, "btc_sold", p("2025-03")))).toEqual([
      "btc_held 2025-02 50",
      "btc_produced 2025-Q1 300",
      "btc_produced 2025-01 100",
      "btc_produced 2025-02 100",
      "btc_held 2025-03 30",
    ]);
  });

  it("two months that exceed their quarter do not reconcile, and yield no negative flow", () => {
    const figures = figuresFor(["2025-Q1", "btc_sold", "10"], ["2025-01", "btc_sold", "8"], ["2025-02", "btc_sold", "5"]);
    expect(soldIn(figures, "2025-03")).toBe("doesNotReconcile");
  });

  it("the holdings answer where the quarter does not reconcile", () => {
    const figures = figuresFor(
      ["2025-Q1", "btc_sold", "10"],
      ["2025-01", "btc_sold", "8"],
      ["2025-02", "btc_sold", "5"],
      ["2025-02", "btc_held", "100"],
      ["2025-03", "btc_held", "90"],
      ["2025-03", "btc_produced", "20"],
    );
    expect(soldIn(figures, "2025-03")).toBe("30");
  });

  it("the quarter goes before the holdings", () => {
    const figures = figuresFor(
      ["2025-Q1", "btc_sold", "40"],
      ["2025-01", "btc_sold", "8"],
      ["2025-02", "btc_sold", "5"],
      ["2025-02", "btc_held", "100"],
      ["2025-03", "btc_held", "90"],
      ["2025-03", "btc_produced", "20"],
    );
    expect(figures.cell(a, "btc_sold", p("2025-03"))).toMatchObject({ derivation: "difference", value: 2_700_000_000 });
  });
});

describe("sold from holdings", () => {
  it("Bitfarms April 2025: 1,140 + 268 − 1,005 = 403", () => {
    const cell = cellOf("bitfarms", "btc_sold", "2025-04");
    expect(cell).toMatchObject({ evidence: "derived", derivation: "holdings", value: 40_300_000_000 });
    expect(inputs(cell)).toEqual(["btc_held 2025-03 1140", "btc_produced 2025-04 268", "btc_held 2025-04 1005"]);
  });

  it.each([
    ["dmg", "2025-04", "137.07", "458.07 + 30 − 351"],
    ["hive", "2024-04", "122", "2,287 + 212 − 2,377"],
    ["cleanspark", "2024-08", "2", "7,082 + 478 − 7,558"],
    ["lm-funding", "2025-10", "17.2", "304.5 + 7.6 − 294.9"],
    ["core-scientific", "2022-04", "0", "8,497 + 1,121 − 9,618"],
  ])("%s %s sold %s: %s", (company, month, sold) => {
    expect(btc(cellOf(company, "btc_sold", month))).toBe(sold);
  });

  it("a result below 0 within the tolerance is 0: Cango September 2025, 5,193.4 + 616 − 5,810 = −0.6", () => {
    expect(cellOf("cango", "btc_sold", "2025-09")).toMatchObject({ evidence: "derived", value: 0 });
  });

  it("a change of basis yields no sale: MARA, 8,260 unrestricted in February 2023, 11,466 in all in March", () => {
    const months: [string, MetricId, string][] = [
      ["2023-02", "btc_held", "8260"],
      ["2023-03", "btc_held", "11466"],
      ["2023-03", "btc_produced", "825"],
    ];
    const basis = {
      kind: "basis",
      company: a,
      metric: "btc_held",
      period: p("2023-02"),
      written: "8260",
      basis: "unrestricted part",
      note: "",
    } as const;
    const record = recordOf(...months.map(([of, metric, value]): Stated => ["a", of, metric, value]));
    expect(soldIn(figuresOf({ ...record, decisions: [basis] }, TODAY), "2023-03")).toBe("doesNotReconcile");
  });

  const held = (before: string, produced: string, after: string) =>
    soldIn(figuresFor(["2025-03", "btc_held", before], ["2025-04", "btc_produced", produced], ["2025-04", "btc_held", after]), "2025-04");

  it("the tolerance is 1 BTC for small holdings, and 0.5% of held for large ones", () => {
    expect(held("100", "10", "111")).toBe("0");
    expect(held("100", "10", "111.00000001")).toBe("doesNotReconcile");
    // 0.5% of 1,005 is 5.025.
    expect(held("990", "10", "1005")).toBe("0");
    expect(held("990", "10", "1006")).toBe("doesNotReconcile");
  });

  it("everything held, produced and purchased may be sold, but no more", () => {
    expect(held("100", "10", "0")).toBe("110");
    const bought = figuresFor(
      ["2025-03", "btc_held", "100"],
      ["2025-04", "btc_produced", "10"],
      ["2025-04", "btc_purchased", "50"],
      ["2025-04", "btc_held", "20"],
    );
    expect(soldIn(bought, "2025-04")).toBe("140");
  });

  it("a reported purchase is a term of the sum", () => {
    const figures = figuresFor(
      ["2025-07", "btc_held", "150.4"],
      ["2025-08", "btc_produced", "5.8"],
      ["2025-08", "btc_purchased", "164"],
      ["2025-08", "btc_held", "311.2"],
    );
    expect(soldIn(figures, "2025-08")).toBe("9");
  });

  it("a purchase known for the quarter or the year alone makes the month's sale unknown", () => {
    const month: [string, MetricId, string][] = [
      ["2025-07", "btc_held", "100"],
      ["2025-08", "btc_produced", "10"],
      ["2025-08", "btc_held", "90"],
    ];
    expect(soldIn(figuresFor(...month), "2025-08")).toBe("20");
    expect(soldIn(figuresFor(...month, ["2025-Q3", "btc_purchased", "5"]), "2025-08")).toBe("notDisclosed");
    expect(soldIn(figuresFor(...month, ["2025", "btc_purchased", "5"]), "2025-08")).toBe("notDisclosed");
    expect(soldIn(figuresFor(...month, ["2025-Q3", "btc_purchased", "0"]), "2025-08")).toBe("20");
  });

  it("figures that count different things are not compared", () => {
    const record: OpenRecord = {
      ...recordOf(["a", "2025-03", "btc_held", "100"], ["a", "2025-04", "btc_produced", "10"], ["a", "2025-04", "btc_held", "90"]),
      decisions: [
        {
          kind: "basis",
          company: a,
          metric: "btc_held",
          period: p("2025-03"),
          written: "100",
          basis: "without collateral",
          note: "",
        },
      ],
    };
    expect(soldIn(figuresOf(record, TODAY), "2025-04")).toBe("doesNotReconcile");
  });

  it("without one of the three terms there is nothing to say", () => {
    expect(soldIn(figuresFor(["2025-04", "btc_produced", "10"], ["2025-04", "btc_held", "90"]), "2025-04")).toBe("notDisclosed");
    expect(soldIn(figuresFor(["2025-03", "btc_held", "100"], ["2025-04", "btc_held", "90"]), "2025-04")).toBe("notDisclosed");
    expect(soldIn(figuresFor(["2025-03", "btc_held", "100"], ["2025-04", "btc_produced", "10"]), "2025-04")).toBe("notDisclosed");
  });

  it("what was produced follows as well, where it is the one unknown", () => {
    const figures = figuresFor(["2025-03", "btc_held", "100"], ["2025-04", "btc_sold", "10"], ["2025-04", "btc_held", "120"]);
    expect(btc(figures.cell(a, "btc_produced", p("2025-04")))).toBe("30");
  });
});

describe("sums", () => {
  it("Riot's first quarter of 2025 sold nothing, by the sum of three reported zeros", () => {
    const cell = cellOf("riot", "btc_sold", "2025-Q1");
    expect(cell).toMatchObject({ evidence: "derived", derivation: "sum", value: 0 });
    expect(inputs(cell)).toHaveLength(3);
  });

  it("a quarter with an unknown month has no sum, even where a policy fills its known months", () => {
    // IREN 2025-Q2: April 579 and May 627 are known, June is not; its sales are known by policy alone.
    expect(cellOf("iren", "btc_produced", "2025-Q2")).toEqual({ evidence: "missing", reason: "notDisclosed" });
    expect(cellOf("iren", "btc_sold", "2025-Q2").evidence).toBe("missing");
  });

  it("a year is summed from its quarters, each reported or the sum of three reported months", () => {
    const quarters: [string, MetricId, string][] = [
      ["2024-Q1", "btc_sold", "10"],
      ["2024-Q2", "btc_sold", "20"],
      ["2024-Q3", "btc_sold", "30"],
    ];
    const months: [string, MetricId, string][] = [
      ["2024-10", "btc_sold", "1"],
      ["2024-11", "btc_sold", "2"],
      ["2024-12", "btc_sold", "4"],
    ];
    expect(soldIn(figuresFor(...quarters, ["2024-Q4", "btc_sold", "40"]), "2024")).toBe("100");
    expect(soldIn(figuresFor(...quarters, ...months), "2024")).toBe("67");
    expect(soldIn(figuresFor(...quarters, ...months.slice(1)), "2024")).toBe("notDisclosed");
  });

  it("a stock is never summed: what is held at a quarter's end is what is held at the end of its last month", () => {
    const figures = figuresFor(["2025-01", "btc_held", "10"], ["2025-02", "btc_held", "20"], ["2025-03", "btc_held", "30"]);
    expect(figures.cell(a, "btc_held", p("2025-Q1"))).toMatchObject({ evidence: "reported", value: 3_000_000_000 });
    expect(figures.cell(a, "btc_held", p("2025-Q2")).evidence).toBe("missing");
  });

  it("an average is never summed", () => {
    const figures = figuresFor(["2025-01", "avg_ehs", "10"], ["2025-02", "avg_ehs", "20"], ["2025-03", "avg_ehs", "30"]);
    expect(figures.cell(a, "avg_ehs", p("2025-Q1"))).toEqual({ evidence: "missing", reason: "notDisclosed" });
  });
});

describe("purchases", () => {
  it("none announced means that the term is absent", () => {
    expect(seed.purchased(companyId("bitfarms"), p("2025-04"))).toBeUndefined();
  });

  it("an announced zero is a value: LM Funding September 2025", () => {
    expect(seed.purchased(companyId("lm-funding"), p("2025-09"))).toMatchObject({ evidence: "reported", value: 0 });
  });

  it("MARA bought 22,065 in 2024 and 2,257 in 2025-Q3; what falls in a month of them is unknown unless it was announced", () => {
    expect(seed.purchased(companyId("mara"), p("2024-06"))).toBe("unknown");
    expect(seed.purchased(companyId("mara"), p("2024-09"))).toMatchObject({ value: 19_200_000_000 });
    expect(seed.purchased(companyId("mara"), p("2025-08"))).toBe("unknown");
    expect(seed.purchased(companyId("mara"), p("2024-Q1"))).toBe("unknown");
  });

  it("a quarter without a total of its own bought what its months announced: LM Funding 2025-Q3, 164 + 0, and 2025 with the 47 of December", () => {
    expect(seed.purchased(companyId("lm-funding"), p("2025-Q3"))).toMatchObject({ evidence: "derived", value: 16_400_000_000 });
    expect(seed.purchased(companyId("lm-funding"), p("2025"))).toMatchObject({ evidence: "derived", value: 21_100_000_000 });
  });
});

describe("laws of derivations", () => {
  const amount = fc.integer({ min: 0, max: 5_000_000 });
  const written = (n: number): string => plainAmount(n * 1000, "BTC");

  it("a quarter equals its months when all are reported, and each month equals the quarter less the two others", () => {
    fc.assert(
      fc.property(amount, amount, amount, (x, y, z) => {
        const months: [string, MetricId, string][] = [
          ["2025-01", "btc_sold", written(x)],
          ["2025-02", "btc_sold", written(y)],
          ["2025-03", "btc_sold", written(z)],
        ];
        expect(soldIn(figuresFor(...months), "2025-Q1")).toBe(written(x + y + z));
        expect(soldIn(figuresFor(["2025-Q1", "btc_sold", written(x + y + z)], ...months.slice(0, 2)), "2025-03")).toBe(written(z));
      }),
    );
  });

  it("a sale that holdings imply is found again exactly", () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.double({ min: 0, max: 1, noNaN: true }), (before, produced, purchased, share) => {
        const sold = Math.floor((before + produced) * share);
        const figures = figuresFor(
          ["2025-03", "btc_held", written(before)],
          ["2025-04", "btc_produced", written(produced)],
          ["2025-04", "btc_purchased", written(purchased)],
          ["2025-04", "btc_held", written(before + produced + purchased - sold)],
        );
        expect(soldIn(figures, "2025-04")).toBe(written(sold));
      }),
    );
  });

  it("no derived sale is negative or more than the company had", () => {
    fc.assert(
      fc.property(amount, amount, amount, (before, produced, after) => {
        const cell = figuresFor(
          ["2025-03", "btc_held", written(before)],
          ["2025-04", "btc_produced", written(produced)],
          ["2025-04", "btc_held", written(after)],
        ).cell(a, "btc_sold", p("2025-04"));
        if (isKnown(cell)) {
          expect(cell.value).toBeGreaterThanOrEqual(0);
          expect(cell.value).toBeLessThanOrEqual((before + produced) * 1000);
        } else {
          expect(cell.reason).toBe("doesNotReconcile");
          expect((before + produced - after) * 1000).toBeLessThan(-bitcoinTolerance(after * 1000));
        }
      }),
    );
  });

  it("every derived cell of the record rests on reported facts of its own company alone", () => {
    const months: Period[] = seedRecord().prices.map((price) => price.month);
    let count = 0;
    for (const company of seedRecord().companies) {
      for (const month of months) {
        const cell = seed.cell(company.id, "btc_sold", month);
        if (cell.evidence !== "derived") continue;
        count++;
        expect(cell.value).toBeGreaterThanOrEqual(0);
        expect(cell.facts.length).toBeGreaterThanOrEqual(3);
        expect(cell.facts.every((fact) => fact.company === company.id)).toBe(true);
      }
    }
    expect(count).toBeGreaterThan(30);
  });
});
