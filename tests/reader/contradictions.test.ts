/** High must be right: what the record or the page's own other figures speak against is for a person, whatever its words say. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Period } from "@/domain/values/period";
import type { CompanyId } from "@/domain/facts/company";
import { type Candidate, readRelease } from "@/reader/readRelease";
import type { KnownFigures } from "@/reader/corroborate/recordView";
import { COMPANIES, RECORD, samplesIn } from "./samples";

const MONTHS = ["2023-10", "2023-11", "2023-12", "2024-01", "2024-02", "2024-03"] as const;
const COINS = 100_000_000;

/** A record of one company: its production and holdings month by month. */
const recordOf = (company: string, made: readonly number[], held: readonly number[]): KnownFigures => ({
  prices: [],
  facts: MONTHS.flatMap((month, i) =>
    [["btc_produced", made[i]] as const, ["btc_held", held[i]] as const].flatMap(([metric, value]) =>
      value === undefined
        ? []
        : [
            {
              company: company as CompanyId,
              metric,
              period: month as Period,
              value: value * COINS,
              source: { address: `https://${company}.example/${month}` },
            },
          ],
    ),
  ),
});

const read = (text: string, record: KnownFigures): readonly Candidate[] => readRelease(text, { companies: COMPANIES, record }).candidates;
const highs = (candidates: readonly Candidate[]): string[] =>
  candidates.filter(({ confidence }) => confidence === "high").map(({ metric, period, plain }) => `${metric} ${period} ${plain}`);

const table = (columns: readonly string[], made: readonly number[], held: readonly number[]): string =>
  [
    "Bitdeer Technologies Group (NASDAQ: BTDR) April 2024 update",
    "",
    ["Metric", ...columns].join(" | "),
    ["Bitcoin produced", ...made].join(" | "),
    ["Bitcoin held", ...held].join(" | "),
  ].join("\n");

const figures = fc.record({ made: fc.integer({ min: 200, max: 900 }), held: fc.integer({ min: 2000, max: 9000 }) });
const near = (value: number, by: number): number[] => MONTHS.map((_, i) => value + i * by);

describe("a table whose columns were swapped", () => {
  it("gives no high figure: its other column contradicts the record", () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 30, max: 120 }), ({ made, held }, change) => {
        const record = recordOf("bitdeer", near(made, 3), near(held, 11));
        const [oldMade, oldHeld] = [made + 15, held + 55];
        const swapped = table(["April 2024", "March 2024"], [oldMade, oldMade + change], [oldHeld, oldHeld + 5 * change]);
        expect(highs(read(swapped, record))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("and is high throughout where they stand in their places", () => {
    const record = recordOf("bitdeer", near(400, 3), near(3000, 11));
    expect(highs(read(table(["April 2024", "March 2024"], [450, 415], [3100, 3055]), record)).sort()).toEqual([
      "btc_held 2024-03 3055",
      "btc_held 2024-04 3100",
      "btc_produced 2024-03 415",
      "btc_produced 2024-04 450",
    ]);
  });
});

describe("a month without its year", () => {
  it("is of the year in which the record has its figures, whatever year else the page names", () => {
    const record = recordOf("bitdeer", near(400, 7), near(3000, 11));
    const text =
      "Shares of Bitdeer rose. In February Bitdeer mined 428 bitcoin and held 3,044 bitcoin at month-end. Its machines are of 2021.";
    expect(read(text, record).map(({ metric, period, plain }) => `${metric} ${period} ${plain}`)).toEqual(
      expect.arrayContaining(["btc_produced 2024-02 428", "btc_held 2024-02 3044"]),
    );
  });
});

describe("a figure orders of magnitude off its company's history", () => {
  it.each([
    ["production of a year taken for that of a month", "Bitcoin produced: 4219", "btc_produced"],
    ["a footnote's digit taken for the holdings", "Bitcoin held: 2", "btc_held"],
    ["holdings with a digit too many", "Bitcoin held: 100190", "btc_held"],
  ])("is not high: %s", (_, line, metric) => {
    const record = recordOf("bitdeer", near(486, 1), near(10_000, 3));
    const text = `Bitdeer Technologies Group (NASDAQ: BTDR) April 2024 update\n\nApril 2024\n${line}\n\n${line.replace(":", " in April 2024 was")}.`;
    const found = read(text, record).filter((one) => one.metric === metric);
    expect(found.map(({ confidence }) => confidence)).not.toContain("high");
  });

  it("even where the record's last month is a year back", () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(12, 15, 40, 1 / 12, 1 / 15, 1 / 40), ({ made, held }, times) => {
        const record = recordOf("bitdeer", near(made, 1), near(held, 3));
        const [wrong, off] = [Math.round(made * times), Math.round(held * times)];
        const text = table(["March 2025"], [wrong], [off]).replace("April 2024", "March 2025");
        expect(
          highs(read(`${text}\n\nBitcoin produced in March 2025 was ${wrong}, and ${off} bitcoin were held on March 31, 2025.`, record)),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what is no fact yet, or no amount", () => {
  const record = recordOf("bitdeer", [400, 410, 405, 415, 420, 430], [100, 100, 100, 100, 100, 100]);
  const page = (text: string): string =>
    `Bitdeer Technologies Group (NASDAQ: BTDR)\nSINGAPORE, February 9, 2024 -- Bitdeer gives figures for January 2024.\n${text}`;

  it("a figure of a month that had not ended is never certain, though the record has it", () => {
    expect(highs(read(page("It produced 415 BTC in January 2024."), record))).toEqual(["btc_produced 2024-01 415"]);
    expect(highs(read(page("It produced 430 BTC in March 2024."), record))).toEqual([]);
  });

  it("an end of a range is never certain, an end of a change is", () => {
    expect(highs(read(page("It produced 415 to 425 BTC in January 2024."), record))).toEqual([]);
    expect(highs(read(page("It produced between 405 and 415 BTC in January 2024."), record))).toEqual([]);
    expect(highs(read(page("Its production rose from 405 BTC in December 2023 to 415 BTC in January 2024."), record))).toContain(
      "btc_produced 2024-01 415",
    );
  });
});

describe("a month written without its year", () => {
  const record = recordOf("bitdeer", [400, 410, 405, 415, 420, 430], [1310, 1320, 1325, 1331, 1340, 1350]);
  const page = (held: string): string =>
    `Bitdeer update for January\nBitdeer produced 415 BTC in January and held ${held} BTC at the end of the month. It sold none.`;

  it("is sure once two figures of it are in the record, not with one", () => {
    const monthsOf = (text: string): number =>
      read(text, record).filter(({ reasons }) => reasons.includes("its month follows only from the document's")).length;
    expect(highs(read(page("1,331"), record))).toEqual(expect.arrayContaining(["btc_produced 2024-01 415", "btc_held 2024-01 1331"]));
    expect(monthsOf(page("1,331"))).toBeLessThan(monthsOf(page("1,339")));
  });
});

describe("what a headline and its text both say", () => {
  const record = recordOf("bitdeer", [400, 410, 405], [1310, 1320, 1325]);
  const page = (month: string): string =>
    `Bitdeer sells 4,451 BTC\nSINGAPORE, February 9, 2024 -- Bitdeer Technologies Group (NASDAQ: BTDR) gives figures for January 2024.\nBitdeer sold 4,451 BTC${month}.`;

  it("is certain where its month stands with it, as one statement made twice does not tell of when", () => {
    expect(highs(read(page(" in January 2024"), record))).toEqual(["btc_sold 2024-01 4451"]);
    expect(highs(read(page(""), record))).toEqual([]);
  });
});

describe("a number that is certain to be one figure", () => {
  // The words of a balance under a heading of mining may mean both.
  const page = [
    "Bitdeer Technologies Group (NASDAQ: BTDR)",
    "The table presents our bitcoin mining activities for the two months ended March 31, 2024:",
    "Item | Number of bitcoins | Amount",
    "Balance at January 31, 2024 | 743.5 | 171,319,731",
    "Receipt of bitcoin from mining services | 652.5 | 34,408,801",
    "Balance at March 31, 2024 | 855.5 | 230,051,600",
  ].join("\n");
  const record = recordOf("bitdeer", [115, 120, 118, 122, 325, 327.5], [701, 715, 730, 743.5, 800, 855.5]);

  it("is not offered as another one against which the record speaks", () => {
    const held = read(page, record).filter(({ period }) => period === "2024-01" || period === "2024-03");
    expect(held.map(({ metric, period, plain, confidence }) => `${metric} ${period} ${plain} ${confidence}`)).toEqual([
      "btc_held 2024-03 855.5 high",
      "btc_held 2024-01 743.5 high",
    ]);
  });
});

describe("the reasons of a doubtful figure", () => {
  it("say that nothing confirms it only where nothing does", () => {
    const found = samplesIn("published").flatMap(({ text }) => readRelease(text, { companies: COMPANIES, record: RECORD }).candidates);
    const said = (reason: string) => found.filter(({ reasons }) => reasons.includes(reason));
    expect(said("nothing else confirms it").filter(({ corroboratedBy }) => corroboratedBy.length > 0)).toEqual([]);
    expect(said("what confirms it is not enough by itself").filter(({ corroboratedBy }) => corroboratedBy.length === 0)).toEqual([]);
    expect(said("nothing else confirms it").length).toBeGreaterThan(0);
    expect(said("what confirms it is not enough by itself").length).toBeGreaterThan(0);
  });
});
