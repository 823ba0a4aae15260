/**
 * A cell is what the product shows for one company, metric and period, together with how it is known. The evidence travels with
 * the value to every chart, table, tooltip and export; a missing value says why it is missing and is never a 0.
 */
import type { Fact } from "./fact";
import type { Policy } from "./record";

/** Best first (method.md, "From facts to a cell"). */
export const EVIDENCE_LEVELS = ["reported", "derived", "policy", "missing"] as const;
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

/** The arithmetic that a derived value came from. */
export type Derivation =
  /** Sum of the months of a quarter or the quarters of a year. */
  | "sumOfParts"
  /** The quarter's total minus its two other months. */
  | "quarterMinusMonths"
  /** Held before + produced + purchased − held after. */
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
  readonly derivation: Derivation;
  /** The reported facts it was computed from, in the order of the formula. */
  readonly facts: readonly Fact[];
}

export interface PolicyCell {
  readonly evidence: "policy";
  readonly value: number;
  readonly policy: Policy;
  /** The facts behind the production that the policy was applied to; empty for "holds all". */
  readonly facts: readonly Fact[];
}

export interface MissingCell {
  readonly evidence: "missing";
  readonly reason: MissingReason;
}

export type KnownCell = ReportedCell | DerivedCell | PolicyCell;
export type Cell = KnownCell | MissingCell;

export const missing = (reason: MissingReason): MissingCell => ({ evidence: "missing", reason });

export const isKnown = (cell: Cell): cell is KnownCell => cell.evidence !== "missing";

/** The less certain of two levels. */
export function weaker(a: Evidence, b: Evidence): Evidence {
  return EVIDENCE_LEVELS.indexOf(a) >= EVIDENCE_LEVELS.indexOf(b) ? a : b;
}
