/** The value shown for one company, metric and period, with its evidence; a missing value carries a reason and is never 0. */
import { type Fact, isSecondHand } from "./fact";
import type { MetricId } from "../values/metric";
import type { Period } from "../values/period";
import type { Policy } from "./record";

/** Best first (/method#figures). */
export const KNOWN_LEVELS = ["reported", "derived", "policy"] as const;
export const EVIDENCE_LEVELS = [...KNOWN_LEVELS, "missing"] as const;
export type KnownLevel = (typeof KNOWN_LEVELS)[number];
export type Evidence = (typeof EVIDENCE_LEVELS)[number];

export const MISSING_REASONS = [
  "notDisclosed",
  "notYetPublished",
  "notReporting",
  "quarterOnly",
  "nothingProduced",
  "doesNotReconcile",
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** The reasons as they read in a table. */
export const MISSING_LABEL: Record<MissingReason, string> = {
  notDisclosed: "not disclosed",
  notYetPublished: "not yet published",
  notReporting: "not reporting",
  quarterOnly: "quarter only",
  nothingProduced: "nothing produced",
  doesNotReconcile: "does not reconcile",
};

export const EVIDENCE_LABEL: Record<Evidence, string> = {
  reported: "reported",
  derived: "derived",
  policy: "by policy",
  missing: "missing",
};

/** The evidence in words: "derived, second-hand" where one of its facts is a summary of what others published. */
export const evidenceWord = (evidence: Evidence, secondHand = false): string =>
  secondHand ? `${EVIDENCE_LABEL[evidence]}, second-hand` : EVIDENCE_LABEL[evidence];

/** The arithmetic that a derived value came from. */
export type Derivation =
  /** Periods added up: a quarter from its months, a year from its quarters. */
  | "sum"
  /** A longer period minus the rest of it: a month from its quarter, a quarter from a half-year. */
  | "difference"
  /** Held at the beginning + produced + purchased − sold = held at the end, solved for the one unknown term. */
  | "holdings";

export interface ReportedCell {
  readonly evidence: "reported";
  readonly value: number;
  /** The chosen fact alone. */
  readonly facts: readonly Fact[];
  /** Facts for the same key that were not chosen, best first. */
  readonly others: readonly Fact[];
}

export interface DerivedCell {
  readonly evidence: "derived";
  readonly value: number;
  /** Maximum error from the rounding of the figures behind it, in the smallest part of its unit. */
  readonly plusMinus: number;
  readonly derivation: Derivation;
  /** The formula, in the order in which it is read; a term may be derived itself. */
  readonly terms: readonly Term[];
  /** The reported facts it was computed from, each once, in the order of the formula. */
  readonly facts: readonly Fact[];
  /** The formula's result if it is below 0 within its tolerance, so that the value is 0. */
  readonly result?: number;
}

export interface Term {
  readonly sign: 1 | -1;
  readonly metric: MetricId;
  readonly period: Period;
  readonly cell: ReportedCell | DerivedCell;
}

export interface PolicyCell {
  readonly evidence: "policy";
  readonly value: number;
  readonly policy: Policy;
  /** The facts of the production that the policy was applied to; empty for "holds all". */
  readonly facts: readonly Fact[];
  /** Set when the books under a holding policy show more bitcoin than is accounted for: `result` is the surplus, below 0. */
  readonly unexplained?: DerivedCell;
}

export interface MissingCell {
  readonly evidence: "missing";
  readonly reason: MissingReason;
  /** For figures that do not reconcile: the arithmetic with the impossible `result`; absent if the holdings count different things. */
  readonly attempt?: DerivedCell;
}

export type KnownCell = ReportedCell | DerivedCell | PolicyCell;
export type Cell = KnownCell | MissingCell;

export const missing = (reason: MissingReason, attempt?: DerivedCell): MissingCell => ({
  evidence: "missing",
  reason,
  ...(attempt && { attempt }),
});

export const isKnown = (cell: Cell): cell is KnownCell => cell.evidence !== "missing";

/** Known from figures, not filled in from the company's stated policy. */
export type FactBasedCell = ReportedCell | DerivedCell;

export const isFactBased = (cell: Cell): cell is FactBasedCell => cell.evidence === "reported" || cell.evidence === "derived";

/** Whether one of its facts is somebody's summary of what others published. */
export const standsOnSecondHand = ({ facts }: KnownCell): boolean => facts.some(({ source }) => isSecondHand(source));

/** The least certain level of the known cells; the most certain level for an empty list. */
export const weakest = (known: readonly { readonly evidence: KnownLevel }[]): KnownLevel =>
  known.reduce<KnownLevel>((level, { evidence }) => weaker(level, evidence), "reported");

/** The less certain of two levels. */
export const weaker = <E extends Evidence>(a: E, b: E): E => (a === b || EVIDENCE_LEVELS.indexOf(a) >= EVIDENCE_LEVELS.indexOf(b) ? a : b);
