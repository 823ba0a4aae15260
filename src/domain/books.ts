/**
 * The books: held before + produced + purchased − sold − held after = unexplained (method.md, "The books").
 * One company-month in → what its own disclosures leave unexplained, or the reason why that cannot be said. A difference is a finding
 * about the disclosures, not an error to hide. A sale that was itself computed from holdings, or taken from a policy, proves nothing
 * and is left out.
 */
import { type Cell, isKnown, type KnownCell } from "./cell";
import type { CompanyId } from "./company";
import { holdingsTolerance, purchasesIn } from "./derive";
import type { Figures } from "./figures";
import { type Period, shift } from "./period";

export type BooksTerm = "heldBefore" | "produced" | "purchased" | "sold" | "heldAfter";

export interface ClosedBooks {
  readonly state: "closed";
  readonly heldBefore: KnownCell;
  readonly produced: KnownCell;
  /** undefined: no purchase was announced. */
  readonly purchased: KnownCell | undefined;
  readonly sold: KnownCell;
  readonly heldAfter: KnownCell;
  /** In satoshis; positive: bitcoin that should be there is not held. */
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

export function booksOf(figures: Figures, company: CompanyId, month: Period): ClosedBooks | OpenBooks {
  const heldBefore = figures.cell(company, "btc_held", shift(month, -1));
  const produced = figures.cell(company, "btc_produced", month);
  const purchased = purchasesIn(figures, company, month);
  const sold = figures.cell(company, "btc_sold", month);
  const heldAfter = figures.cell(company, "btc_held", month);

  const unknown: BooksTerm[] = [];
  if (!isKnown(heldBefore)) unknown.push("heldBefore");
  if (!isKnown(produced)) unknown.push("produced");
  if (purchased === "unknown") unknown.push("purchased");
  if (!isIndependent(sold)) unknown.push("sold");
  if (!isKnown(heldAfter)) unknown.push("heldAfter");
  if (!isKnown(heldBefore) || !isKnown(produced) || purchased === "unknown" || !isIndependent(sold) || !isKnown(heldAfter)) {
    return { state: "open", unknown, otherBasis: false };
  }
  if (basis(figures, heldBefore) !== basis(figures, heldAfter)) return { state: "open", unknown: [], otherBasis: true };

  const unexplained = heldBefore.value + produced.value + (purchased?.value ?? 0) - sold.value - heldAfter.value;
  const tolerance = holdingsTolerance(heldAfter.value);
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

function isIndependent(sold: Cell): sold is KnownCell {
  return sold.evidence === "reported" || (sold.evidence === "derived" && sold.derivation !== "holdings");
}

function basis(figures: Figures, held: KnownCell): string {
  return held.facts[0] ? figures.basisOf(held.facts[0]) : "";
}
