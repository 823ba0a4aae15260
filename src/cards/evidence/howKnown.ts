/** How a figure is known, or why it is not, in a sentence or two. */
import { UNIT_SCALE } from "@/domain/values/amount";
import { type Cell, type Derivation, type MissingCell, type MissingReason, type PolicyCell, type ReportedCell } from "@/domain/facts/cell";
import { disagreeing } from "@/domain/figures/choose";
import { whyChosen } from "@/domain/measures/conflicts";
import type { Figures } from "@/domain/figures/figures";
import { formatAmount } from "@/domain/values/metric";
import { standsOnHoldings } from "@/domain/solve/known";
import { POLICY_LABEL } from "@/domain/measures/stance";
import { sourceText } from "../words/factWords";

export const MISSING_EXPLANATION: Record<MissingReason, string> = {
  notDisclosed: "No source in the record states it, and it does not follow from figures that are stated.",
  notYetPublished: "The period is over, but companies have up to 45 days to publish; nothing has been published yet.",
  notReporting: "The company’s figures begin later or ended earlier: it does not report this period.",
  quarterOnly: "Only a total for the quarter was published. A quarter is never spread over its months.",
  nothingProduced: "Nothing was produced, so there is nothing to divide by.",
  doesNotReconcile:
    "Holdings, production and sales do not fit together: a loan, a pledge, a merger, an unreported purchase or another way of counting is at work. So nothing is derived from them.",
};

const PARTS_EXCEED_TOTAL =
  "The parts that are known come to more than their total, so one of the figures counts something else. Nothing is derived from them.";

const OTHER_BASIS = "The holdings at the beginning and at the end count different things. So nothing is derived from them.";

const DERIVATION_EXPLANATION: Record<Derivation, string> = {
  sum: "Derived: the sum of the shorter periods that it consists of.",
  difference: "Derived: what is left of a longer period when its other parts are taken off.",
  holdings:
    "Derived: holdings at the beginning, plus production and purchases, less sales, make the holdings at the end. Of these figures this one alone was not stated.",
};

export function howKnown(figures: Figures, cell: Cell): string {
  switch (cell.evidence) {
    case "missing":
      return whyMissing(cell);
    case "derived":
      return cell.result === undefined
        ? DERIVATION_EXPLANATION[cell.derivation]
        : `${DERIVATION_EXPLANATION[cell.derivation]} It gives ${formatAmount(cell.result, "BTC", UNIT_SCALE.BTC)}, which is nothing within the rounding of its figures.`;
    case "policy":
      return byPolicy(cell);
    case "reported":
      return asReported(figures, cell);
  }
}

export function whyMissing({ reason, attempt }: MissingCell): string {
  if (reason !== "doesNotReconcile") return MISSING_EXPLANATION[reason];
  if (attempt === undefined) return OTHER_BASIS;
  return standsOnHoldings(attempt) ? MISSING_EXPLANATION[reason] : PARTS_EXCEED_TOTAL;
}

function byPolicy({ policy, unexplained }: PolicyCell): string {
  const stated = `By policy: the company had stated that it ${POLICY_LABEL[policy.policy]}, and no source states a sale.`;
  const surplus = unexplained?.result;
  return surplus === undefined
    ? stated
    : `${stated} Its holdings rose by ${formatAmount(-surplus, "BTC", UNIT_SCALE.BTC)} BTC more than is accounted for, so coins came in that nobody announced; none are missing.`;
}

function asReported(figures: Figures, { facts, others }: ReportedCell): string {
  const [chosen] = facts;
  if (!chosen) return "Reported.";
  const choice = { chosen, others };
  if (disagreeing(choice).length > 0)
    return `Reported, and sources differ. The figure is taken from ${sourceText(chosen)}, because ${whyChosen(figures, choice)}.`;
  return others.length === 0
    ? `Reported by one source: ${sourceText(chosen)}.`
    : `Reported by ${others.length + 1} sources that agree. The figure is taken from ${sourceText(chosen)}.`;
}
