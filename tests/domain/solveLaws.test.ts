/**
 * Laws of the solver, over made-up companies whose true figures are known: whatever subset of them is stated, what follows is true, does
 * not depend on the order of the rows, grows with each fact more, and is the end of what follows.
 */
import { byFirst } from "@/domain/shared/group";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, DerivedCell } from "@/domain/facts/cell";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import type { MetricId } from "@/domain/values/metric";
import { lastMonth, monthsOf, type Period, period, periodOver, periodRange } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { disagreements } from "@/domain/solve/disagreements";
import { a, recordOf, type Stated, figuresOn } from "./seed";

const MONTHS = periodRange(period("2024-01"), period("2025-03"));
const FLOWS = ["btc_produced", "btc_sold", "btc_purchased"] as const;

/** Every run of months, as one period each. */
const RUNS: readonly Period[] = MONTHS.flatMap((from, i) => MONTHS.slice(i).map((to) => periodOver(from, to)));
const ASKED: readonly Period[] = [
  ...MONTHS,
  ...periodRange(period("2024-Q1"), period("2025-Q1")),
  period("2024"),
  period("2024-01/2024-09"),
];

interface World {
  readonly opening: number;
  readonly months: readonly { readonly btc_produced: number; readonly btc_sold: number; readonly btc_purchased: number }[];
}

/** Months of a company that never sells more than it has; purchases are rare. */
const worlds: fc.Arbitrary<World> = fc.record({
  opening: fc.integer({ min: 0, max: 5000 }),
  months: fc.array(
    fc.record({
      btc_produced: fc.integer({ min: 0, max: 900 }),
      btc_sold: fc.integer({ min: 0, max: 900 }),
      btc_purchased: fc.oneof({ arbitrary: fc.constant(0), weight: 6 }, { arbitrary: fc.integer({ min: 1, max: 500 }), weight: 1 }),
    }),
    { minLength: MONTHS.length, maxLength: MONTHS.length },
  ),
});

function trueValue({ opening, months }: World, metric: MetricId, of: Period): number {
  if (metric !== "btc_held") {
    const within = monthsOf(of).map((month) => months[MONTHS.indexOf(month)]);
    return within.reduce((sum, month) => sum + (month?.[metric as (typeof FLOWS)[number]] ?? NaN), 0);
  }
  const upTo = months.slice(0, MONTHS.indexOf(lastMonth(of)) + 1);
  return upTo.reduce((held, month) => held + month.btc_produced + month.btc_purchased - month.btc_sold, opening);
}

type Key = readonly [metric: MetricId, of: Period];
const keyText = ([metric, of]: Key) => `${metric} ${of}`;

/** What is stated: any flows over any runs of months, any holdings; every purchase, since silence means that there was none. */
const stated: fc.Arbitrary<Key[]> = fc.uniqueArray(
  fc.oneof(
    fc.tuple(
      fc.constantFrom<MetricId>("btc_produced", "btc_sold"),
      fc.oneof({ arbitrary: fc.constantFrom(...MONTHS), weight: 3 }, { arbitrary: fc.constantFrom(...RUNS), weight: 1 }),
    ),
    fc.tuple(fc.constant<MetricId>("btc_held"), fc.constantFrom(...MONTHS)),
  ),
  { minLength: 10, maxLength: 45, selector: keyText },
);

function recordFor(world: World, keys: readonly Key[]): OpenRecord {
  const purchases = MONTHS.filter((month) => trueValue(world, "btc_purchased", month) > 0).map((month): Key => ["btc_purchased", month]);
  const facts = [...keys, ...purchases].map(([metric, of]): Stated => ["a", of, metric, String(trueValue(world, metric, of))]);
  return recordOf(...facts);
}

/** A world in which holdings never fall below nothing. */
const isPossible = (world: World) => MONTHS.every((month) => trueValue(world, "btc_held", month) >= 0);
const possible = worlds.filter(isPossible);

const cellsOf = (figures: Figures): Map<string, Cell> =>
  new Map(
    [...FLOWS, "btc_held" as const].flatMap((metric) => ASKED.map((of) => [`${metric} ${of}`, figures.cell(a, metric, of)] as const)),
  );
const knownOf = (figures: Figures) => new Map([...cellsOf(figures)].filter(([, cell]) => cell.evidence !== "missing"));

/** A derived cell is the sum of its terms to the satoshi, all the way down to facts. */
function expectExact(cell: DerivedCell): void {
  const sum = cell.terms.reduce((total, term) => total + term.sign * term.cell.value, 0);
  expect(cell.result ?? cell.value).toBe(sum);
  if (cell.result !== undefined) expect([cell.value, cell.result < 0]).toEqual([0, true]);
  for (const { cell: term } of cell.terms) if (term.evidence === "derived") expectExact(term);
  expect(cell.facts.length).toBeGreaterThan(0);
}

describe("laws of the solver", () => {
  it("what follows from true figures is true, and exact to the satoshi in every step", () => {
    let derived = 0;
    fc.assert(
      fc.property(possible, stated, (world, keys) => {
        for (const [key, cell] of cellsOf(figuresOf(recordFor(world, keys), "2026-01-01"))) {
          if (cell.evidence !== "derived") continue;
          derived++;
          const [metric, of] = key.split(" ") as [MetricId, Period];
          expect([key, cell.value]).toEqual([key, trueValue(world, metric, of) * 1e8]);
          expectExact(cell);
        }
      }),
      { seed: 11, numRuns: 100 },
    );
    expect(derived).toBeGreaterThan(500);
  });

  it("a fact more never loses a cell", () => {
    fc.assert(
      fc.property(
        possible,
        stated,
        fc.constantFrom(...FLOWS.slice(0, 2), "btc_held" as const),
        fc.constantFrom(...MONTHS),
        (world, keys, metric, of) => {
          const before = knownOf(figuresOf(recordFor(world, keys), "2026-01-01"));
          const more: Key[] = keys.some((key) => keyText(key) === `${metric} ${of}`) ? keys : [...keys, [metric, of]];
          const after = knownOf(figuresOf(recordFor(world, more), "2026-01-01"));
          for (const [key, cell] of before)
            expect([key, "value" in (after.get(key) ?? {}) && after.get(key)]).toMatchObject([
              key,
              { value: "value" in cell ? cell.value : NaN },
            ]);
        },
      ),
      { seed: 12, numRuns: 100 },
    );
  });

  it("the order of the rows changes nothing, not even the chain of arithmetic, in any world", () => {
    fc.assert(
      fc.property(worlds, stated, fc.integer(), (world, keys, mix) => {
        const record = recordFor(world, keys);
        const shuffled = [...record.facts].sort((x, y) => byFirst(((x.id * 7919 + mix) % 101) - ((y.id * 7919 + mix) % 101), y.id - x.id));
        const [one, other] = [record, { ...record, facts: shuffled }].map((of) => cellsOf(figuresOf(of, "2026-01-01")));
        expect(other).toEqual(one);
      }),
      { seed: 13, numRuns: 40 },
    );
  });

  it("it is closed: when what was derived is stated, nothing more follows", () => {
    fc.assert(
      fc.property(possible, stated, (world, keys) => {
        const once = knownOf(figuresOf(recordFor(world, keys), "2026-01-01"));
        const found = [...once.keys()].map((key) => key.split(" ") as unknown as Key).filter(([metric]) => metric !== "btc_purchased");
        const all = [...new Map([...keys, ...found].map((key) => [keyText(key), key])).values()];
        expect([...knownOf(figuresOf(recordFor(world, all), "2026-01-01")).keys()].sort()).toEqual([...once.keys()].sort());
      }),
      { seed: 14, numRuns: 40 },
    );
  });

  it("true figures never disagree", () => {
    fc.assert(
      fc.property(possible, stated, (world, keys) => {
        expect(disagreements(figuresOf(recordFor(world, keys), "2026-01-01").solution(a))).toEqual([]);
      }),
      { seed: 15, numRuns: 40 },
    );
  });

  it("in any world no derived figure is negative", () => {
    fc.assert(
      fc.property(worlds, stated, (world, keys) => {
        for (const cell of cellsOf(figuresOf(recordFor(world, keys), "2026-01-01")).values()) {
          if (cell.evidence !== "derived") continue;
          expect(cell.value).toBeGreaterThanOrEqual(0);
          expectExact(cell);
        }
      }),
      { seed: 16, numRuns: 40 },
    );
  });
});

describe("rounding travels", () => {
  const figures = (...facts: [string, MetricId, string, string?][]) =>
    figuresOn(
      "2026-01-01",
      ...facts.map(([of, metric, value, note]): ["a", string, MetricId, string, { note: string }] => [
        "a",
        of,
        metric,
        value,
        { note: note ?? "" },
      ]),
    );

  it.each([
    ["616", "", 0.5],
    ["616.6", "", 0.05],
    ["569.0", "", 0.05],
    ["1900", "about 1,900", 50],
    ["1034", "quarter end; approximate", 0.5],
    ["0", "", 0],
  ])("a month from a quarter less %s (%s) is known to ± %d and what the others are", (written, note, error) => {
    const cell = figures(["2025-Q1", "btc_sold", "5000.00"], ["2025-01", "btc_sold", written, note], ["2025-02", "btc_sold", "1.000"]).cell(
      a,
      "btc_sold",
      period("2025-03"),
    );
    expect(cell).toMatchObject({ evidence: "derived", plusMinus: Math.round((error + 0.005 + 0.0005) * 1e8) });
  });

  it("a quarter that its rounded months exceed by no more than their rounding leaves nothing, and says what the sum gave", () => {
    const cell = figures(["2025-Q1", "btc_sold", "20"], ["2025-01", "btc_sold", "10"], ["2025-02", "btc_sold", "11"]).cell(
      a,
      "btc_sold",
      period("2025-03"),
    );
    expect(cell).toMatchObject({ value: 0, result: -1e8, plusMinus: 1.5e8 });
  });

  it("two ways that differ by their rounding are no finding, by more they are, and the stated one is shown", () => {
    const of = (quarter: string) =>
      figures(
        ["2025-Q1", "btc_sold", quarter],
        ["2025-01", "btc_sold", "10"],
        ["2025-02", "btc_sold", "11"],
        ["2025-03", "btc_sold", "12"],
      );
    expect(disagreements(of("35").solution(a))).toEqual([]);
    const [found] = disagreements(of("36").solution(a));
    expect(found).toMatchObject({ metric: "btc_sold", period: "2025-Q1", difference: 3e8, tolerance: 2e8, other: { value: 33e8 } });
    expect(of("36").cell(a, "btc_sold", period("2025-Q1"))).toMatchObject({ evidence: "reported", value: 36e8 });
  });

  it("of two ways the one with fewer facts is taken: the quarter from its half-year, not from its months' holdings", () => {
    const cell = figures(
      ["2025-01/2025-06", "btc_produced", "100"],
      ["2025-Q2", "btc_produced", "60"],
      ["2025-01", "btc_produced", "10"],
      ["2025-02", "btc_produced", "10"],
      ["2025-03", "btc_produced", "19"],
    ).cell(a, "btc_produced", period("2025-Q1"));
    expect(cell).toMatchObject({ evidence: "derived", derivation: "difference", value: 40e8 });
  });
});
