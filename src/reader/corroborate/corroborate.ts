/** Collects evidence: only another figure, another document or arithmetic confirms a figure, never the words it was read from. */
import { exactCoins } from "@/domain/shared/numberText";
import { contradicted, Evidence, type Of } from "./evidence";
import type { Proposal } from "./proposals";
import type { Raw } from "../candidates/candidate";
import type { RecordView } from "./recordView";
import { booksClose, equalsRecord, fitsDays, fitsPercent, fitsPrice, matesOf, saidTwice, type Signal } from "./signals";
import { CHECKS, inRange, type Veto } from "./vetoes";

export interface Figure extends Of {
  readonly chance: number;
  readonly signals: ReadonlySet<Signal>;
  readonly vetoes: ReadonlyMap<Veto, string>;
  /** The record has its neighbours in time but no other amount for its own period, and they are similar to it. */
  readonly inRange: boolean;
}

/** Figures of a document: one per amount, company, metric and period. */
export function figuresOf(proposals: readonly Proposal[], all: readonly Raw[], view: RecordView): Figure[] {
  const evidence = new Evidence(proposals, all, view);
  return evidence.amounts().map((of) => figureOf(of, evidence));
}

function figureOf(of: Of, evidence: Evidence): Figure {
  const { metric, value, proposals } = of;
  const known = evidence.onRecord(of, metric);
  const recorded = equalsRecord(of, known);
  const { confirming, contradiction } = matesOf(of, evidence);
  const against: readonly (readonly [string, string | undefined])[] = [
    ["record", !recorded && contradicted(value, known) ? `the record has ${exactCoins(known[0] ?? 0)}` : undefined],
    ["mates", recorded ? undefined : contradiction],
    ...Object.entries(CHECKS).map(([veto, check]) => [veto, check(of, evidence)] as const),
  ];
  const signals: readonly (readonly [Signal, boolean])[] = [
    ["record", recorded],
    ["said-twice", saidTwice(of)],
    ["books", booksClose(of, evidence)],
    ["percent-change", fitsPercent(of, evidence)],
    ["per-day", fitsDays(of, evidence)],
    ["price", fitsPrice(of, evidence)],
  ];
  return {
    ...of,
    chance: proposals[0].chance,
    vetoes: new Map(against.flatMap(([veto, why]) => (why === undefined ? [] : [[veto as Veto, why] as const]))),
    inRange: inRange(of, evidence) && (recorded || (known.length === 0 && !isOfOther(of, evidence))),
    signals: new Set([...confirming, ...signals.flatMap(([signal, given]) => (given ? [signal] : []))]),
  };
}

/**
 * Whether it is the record's amount for the month or the year before: an old figure under a new date is like its neighbours too. Holdings
 * may stay what they were, unless they changed just before, or the document gives the month before another amount.
 */
function isOfOther(of: Of, evidence: Evidence): boolean {
  const { metric, value } = of;
  const differs = (by: number, from: number): boolean => evidence.onRecord(of, metric, by).some((before) => before !== from);
  const changes = metric === "btc_produced" || evidence.own(of, metric, -1).some((before) => before !== value) || differs(-2, value);
  return value >= LEAST_OLD && (changes ? [-1, -12] : [-12]).some((by) => evidence.onRecord(of, metric, by).includes(value));
}
/** Smaller amounts repeat by chance. */
const LEAST_OLD = 100;
