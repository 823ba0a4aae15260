/**
 * The books: held before + produced + purchased − sold − held after = unexplained (/method#books).
 * One company and period in → what its own disclosures leave unexplained, or the reason why that is unknown. A difference is a finding
 * about the disclosures, not an error to hide. A sale that was itself computed from holdings, or taken from a policy, proves nothing and is
 * left out.
 */
import { type Cell, type FactBasedCell, isFactBased, type KnownCell } from "../facts/cell";
import type { CompanyId } from "../facts/company";
import type { Fact } from "../facts/fact";
import type { Figures } from "../figures/figures";
import { heldBasis } from "./treasury";
import { METRICS } from "../values/metric";
import { firstMonth, kindOf, lastMonth, type Period, shift } from "../values/period";
import { bitcoinTolerance } from "../facts/precision";
import { standsOnHoldings } from "../solve/known";

const BOOKS_TERMS = ["heldBefore", "produced", "purchased", "sold", "heldAfter"] as const;
export type BooksTerm = (typeof BOOKS_TERMS)[number];

export interface ClosedBooks {
  readonly state: "closed";
  readonly heldBefore: KnownCell;
  readonly produced: KnownCell;
  /** undefined: no purchase was announced. */
  readonly purchased: KnownCell | undefined;
  readonly sold: KnownCell;
  readonly heldAfter: KnownCell;
  /** In satoshis; positive: bitcoin is missing from the holdings. */
  readonly unexplained: number;
  /** What may be unexplained without a flag: max(1 BTC, 0.5% of held). */
  readonly tolerance: number;
  readonly flagged: boolean;
}

export interface OpenBooks {
  readonly state: "open";
  /** The terms that are not known. */
  readonly unknown: readonly BooksTerm[];
  /** Both holdings are known, but count different things. */
  readonly otherBasis: boolean;
}

/** The books of a company's period: closed with the unexplained satoshis, or open with the unknown terms. */
export function booksOf(figures: Figures, company: CompanyId, period: Period): ClosedBooks | OpenBooks {
  const announced = figures.purchased(company, period);
  const heldBefore = independent(figures.cell(company, "btc_held", shift(firstMonth(period), -1)));
  const produced = independent(figures.cell(company, "btc_produced", period));
  const purchased = announced === "unknown" ? undefined : announced && independent(announced);
  const sold = independent(figures.cell(company, "btc_sold", period));
  const heldAfter = independent(figures.cell(company, "btc_held", lastMonth(period)));
  if (!heldBefore || !produced || !sold || !heldAfter || (announced !== undefined && !purchased)) {
    const terms = { heldBefore, produced, purchased: announced === undefined ? "none" : purchased, sold, heldAfter };
    return { state: "open", unknown: BOOKS_TERMS.filter((term) => terms[term] === undefined), otherBasis: false };
  }
  if (heldBasis(figures, heldBefore) !== heldBasis(figures, heldAfter)) return { state: "open", unknown: [], otherBasis: true };

  const unexplained = heldBefore.value + produced.value + (purchased?.value ?? 0) - sold.value - heldAfter.value;
  const tolerance = bitcoinTolerance(heldAfter.value);
  return {
    state: "closed",
    heldBefore,
    produced,
    purchased,
    sold,
    heldAfter,
    unexplained,
    tolerance,
    flagged: Math.abs(unexplained) > tolerance,
  };
}

/** Whether the books of a period can be closed and leave nothing unexplained beyond rounding. */
export function booksClose(figures: Figures, company: CompanyId, period: Period): boolean {
  const books = booksOf(figures, company, period);
  return books.state === "closed" && !books.flagged;
}

/** The months whose books use a figure: two for a holding; none for a figure not in bitcoin, a part of holdings, or one not monthly. */
export function bookMonths({ metric, period }: Pick<Fact, "metric" | "period">): Period[] {
  if (kindOf(period) !== "month" || METRICS[metric].unit !== "BTC" || metric === "btc_restricted") return [];
  return metric === "btc_held" ? [period, shift(period, 1)] : [period];
}

/** The cell if it is known from facts, without using the holdings under test. */
const independent = (cell: Cell): FactBasedCell | undefined => (isFactBased(cell) && !standsOnHoldings(cell) ? cell : undefined);
