/** One amount: value, how far it may be off, how many facts it stands on, and its cell. Signed terms add up here, with their roundings. */
import type { DerivedCell, Derivation, ReportedCell, Term } from "../cell";
import type { Fact } from "../fact";
import { halfUnit } from "../precision";

export interface Known {
  readonly value: number;
  /** By how much the value may be off, in the smallest part of its unit. */
  readonly error: number;
  /** By how much it may miss what is true without anybody being wrong: its error, and where holdings were compared, their tolerance. */
  readonly tolerance: number;
  /** The facts that it was computed from, counted once for each use: what "fewest facts first" counts. */
  readonly cost: number;
  readonly cell: ReportedCell | DerivedCell;
}

/** An equation whose result cannot be an amount: it is no figure. */
export interface Failed {
  readonly evidence: "failed";
  /** holdings: more came in than is accounted for. parts: known parts exceed their total. basis: the two holdings count different things. */
  readonly why: "holdings" | "parts" | "basis";
  /** What the equation gives, below 0; undefined where there is no equation. */
  readonly attempt: DerivedCell | undefined;
}

export const isFailed = (of: Known | Failed | undefined): of is Failed => of !== undefined && "evidence" in of;

/** A fact: one fact, known to half a unit of its last digit. */
export function knownFact(cell: ReportedCell): Known {
  const [fact] = cell.facts;
  const error = fact ? halfUnit(fact) : 0;
  return { value: cell.value, error, tolerance: error, cost: 1, cell };
}

/** One signed term of a sum, with the amount that is known. */
export interface Part {
  readonly sign: 1 | -1;
  readonly metric: Term["metric"];
  readonly period: Term["period"];
  readonly known: Known;
}

/** The sum of parts. Below 0 by more than `tolerance` (or the parts' rounding, if more) it is no amount; by less it is 0. */
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

/** Whether a figure was computed from holdings somewhere along the way: then it proves nothing about them. */
export function standsOnHoldings(cell: ReportedCell | DerivedCell): boolean {
  if (cell.evidence === "reported") return false;
  return cell.derivation === "holdings" || cell.terms.some((term) => standsOnHoldings(term.cell));
}
