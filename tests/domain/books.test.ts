import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainAmount } from "@/domain/values/amount";
import { booksOf, type ClosedBooks, type OpenBooks } from "@/domain/measures/books";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import type { MetricId } from "@/domain/values/metric";
import { TODAY, p, seed, recordOf, seedRecord, type Stated, figuresOn } from "./seed";

function closed(books: ClosedBooks | OpenBooks): ClosedBooks {
  if (books.state !== "closed") throw new Error(`open: ${books.unknown.join(", ")}`);
  return books;
}
const of = (company: string, month: string) => booksOf(seed, companyId(company), p(month));

describe("the books of real company-months", () => {
  it.each([
    ["riot", "2025-04", "0", "19,223 + 463 − 475 − 19,211"],
    ["cleanspark", "2022-06", "0", "550 + 339 − 328 − 561"],
    ["lm-funding", "2025-08", "0", "150.4 + 5.8 + 164 − 9 − 311.2"],
    ["lm-funding", "2025-09", "0.1", "311.2 + 5.9 + 0 − 12.5 − 304.5"],
    ["cipher", "2025-04", "3", "1,034 + 174 − 350 − 855: within 0.5% of held"],
    ["mara", "2025-06", "-59", "49,179 + 713 − 0 − 49,951: within 0.5% of held"],
  ])("%s %s leaves %s unexplained, which is not flagged (%s)", (company, month, unexplained) => {
    const books = closed(of(company, month));
    expect(plainAmount(books.unexplained, "BTC")).toBe(unexplained);
    expect(books.flagged).toBe(false);
  });

  it.each([
    ["cango", "2026-03", "602.53", "3,313.4 + 314.82 − 2,000 − 1,026, March produced from the quarter: 1,266 − 496.35 − 454.83"],
    ["cango", "2026-02", "165.1", "7,474.67 + 454.83 − 4,451 − 3,313.4"],
    ["argo", "2022-07", "-10", "within no tolerance of 0.5% of 1,295"],
  ])("%s %s leaves %s unexplained and is flagged (%s)", (company, month, unexplained) => {
    const books = closed(of(company, month));
    expect(plainAmount(books.unexplained, "BTC")).toBe(unexplained);
    expect(books.flagged).toBe(true);
  });

  it("a sale that was itself computed from the holdings proves nothing: Bitfarms April 2025 stays open", () => {
    expect(of("bitfarms", "2025-04")).toEqual({ state: "open", unknown: ["sold"], otherBasis: false });
  });

  it("a sale by policy proves nothing either: IREN April 2025", () => {
    expect(of("iren", "2025-04")).toMatchObject({ state: "open", unknown: ["heldBefore", "sold", "heldAfter"] });
  });

  it("figures on two bases are not compared: MARA March 2023, where the month before leaves pledged coins out", () => {
    expect(of("mara", "2023-03")).toMatchObject({ state: "open" });
    const record = seedRecord().facts.filter((fact) => !(fact.company === companyId("mara") && fact.period === p("2023-03")));
    const sold = recordOf(
      ["mara", "2023-03", "btc_sold", "100"],
      ["mara", "2023-03", "btc_produced", "825"],
      ["mara", "2023-03", "btc_held", "11466"],
    );
    const figures = figuresOf({ ...seedRecord(), facts: [...record, ...sold.facts] }, TODAY);
    expect(booksOf(figures, companyId("mara"), p("2023-03"))).toEqual({ state: "open", unknown: [], otherBasis: true });
  });

  it("an unsplit purchase of the year leaves the month open: MARA May 2024", () => {
    expect(of("mara", "2024-05")).toMatchObject({ state: "open", unknown: ["purchased"] });
  });
});

describe("laws of the books", () => {
  const a = companyId("a");
  const amount = fc.integer({ min: 0, max: 5_000_000 });
  const written = (n: number): string => plainAmount(n * 1000, "BTC");
  const figuresFor = (before: number, produced: number, purchased: number, sold: number, after: number) =>
    figuresOn(
      TODAY,
      ...(
        [
          ["2025-03", "btc_held", before],
          ["2025-04", "btc_produced", produced],
          ["2025-04", "btc_purchased", purchased],
          ["2025-04", "btc_sold", sold],
          ["2025-04", "btc_held", after],
        ] as [string, MetricId, number][]
      ).map(([of, metric, value]): Stated => ["a", of, metric, written(value)]),
    );

  it("nothing is unexplained when what was sold is what the holdings imply", () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.double({ min: 0, max: 1, noNaN: true }), (before, produced, purchased, share) => {
        const had = before + produced + purchased;
        const sold = Math.floor(had * share);
        const books = closed(booksOf(figuresFor(before, produced, purchased, sold, had - sold), a, p("2025-04")));
        expect(books).toMatchObject({ unexplained: 0, flagged: false });
      }),
    );
  });

  it("what is missing at the month's end is unexplained to the satoshi, and flagged above max(1 BTC, 0.5% of held)", () => {
    fc.assert(
      fc.property(amount, amount, (held, lost) => {
        const books = closed(booksOf(figuresFor(held + lost, 0, 0, 0, held), a, p("2025-04")));
        expect(books.unexplained).toBe(lost * 1000);
        expect(books.flagged).toBe(lost * 1000 > Math.max(100_000_000, (held * 1000) / 200));
      }),
    );
  });
});
