/** One known amount: value, error, number of facts it is based on, and its cell. Signed terms are summed here, with their roundings. */
import type { DerivedCell, Derivation, ReportedCell, Term } from "../facts/cell";
import type { Fact } from "../facts/fact";
import { halfUnit } from "../facts/precision";

export interface Known {
  readonly value: number;
  /** Maximum error, in the smallest part of its unit. */
  readonly error: number;
  /** How far it may be from the true value without a mistake: its error and, where holdings were compared, their tolerance. */
  readonly tolerance: number;
  /** The number of facts it was computed from, once for each use: the measure for "fewest facts first". */
  readonly cost: number;
  readonly cell: ReportedCell | DerivedCell;
}

/** An equation whose result cannot be an amount, so it gives no figure. */
export interface Failed {
  readonly evidence: "failed";
  /** holdings: more came in than is accounted for. parts: known parts exceed their total. basis: the two holdings count different things. */
  readonly why: "holdings" | "parts" | "basis";
  /** The equation with its result below 0; undefined where there is no equation. */
  readonly attempt: DerivedCell | undefined;
}

export const isFailed = (of: Known | Failed | undefined): of is Failed => of !== undefined && "evidence" in of;

/** A fact: cost 1, known to half a unit of its last digit. */
export function knownFact(cell: ReportedCell): Known {
  const [fact] = cell.facts;
  const error = fact ? halfUnit(fact) : 0;
  return { value: cell.value, error, tolerance: error, cost: 1, cell };
}

/** One signed term of a sum, with its known amount. */
export interface Part {
  readonly sign: 1 | -1;
  readonly metric: Term["metric"];
  readonly period: Term["period"];
  readonly known: Known;
}

/** The sum of parts. Below 0 by more than `tolerance` (or the parts' rounding, if more) it is no amount; within it, 0. */
export function total(derivation: Derivation, parts: readonly Part[], tolerance: number): Known | Failed {
  let [value, error, slack, cost] = [0, 0, 0, 0];
  for (const { sign, known } of parts) {
    value += sign * known.value;
    error += known.error;
    slack = Math.max(slack, known.tolerance);
    cost += known.cost;
  }
  const cell: DerivedCell = {
    evidence: "derived",
    value: Math.max(value, 0),
    plusMinus: error,
    derivation,
    terms: parts.map(({ sign, metric, period, known }) => ({ sign, metric, period, cell: known.cell })),
    facts: factsOf(parts),
    ...(value < 0 && { result: value }),
  };
  const slackened = Math.max(tolerance, slack, error);
  if (value < -slackened) {
    const throughHoldings = derivation === "holdings" || parts.some(({ known }) => standsOnHoldings(known.cell));
    return { evidence: "failed", why: throughHoldings ? "holdings" : "parts", attempt: cell };
  }
  return { value: cell.value, error, tolerance: slackened, cost, cell };
}

function factsOf(parts: readonly Part[]): Fact[] {
  const facts = new Set<Fact>();
  for (const { known } of parts) for (const fact of known.cell.facts) facts.add(fact);
  return [...facts];
}

/** Whether a figure was computed from holdings at any step: then it proves nothing about them. */
export function standsOnHoldings(cell: ReportedCell | DerivedCell): boolean {
  if (cell.evidence === "reported") return false;
  return cell.derivation === "holdings" || cell.terms.some((term) => standsOnHoldings(term.cell));
}
