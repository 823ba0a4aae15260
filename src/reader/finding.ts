/**
 * What a quantity in a sentence was found to be: the metric, how that was found, and what speaks against it.
 * In: made by bitcoinWords, otherWords, labelled and zeroWords. Out: read by prose, which adds the period.
 * Rule guarded: whatever found a figure says how, so that a person can follow it.
 */
import type { MetricId } from "@/domain/metric";

/** What a quantity was found to be. */
export interface Finding {
  readonly metric: MetricId;
  readonly doubts: readonly string[];
  readonly questions: readonly string[];
  readonly notes: readonly string[];
  readonly how: string;
  /** The words say that the production is the company's own. */
  readonly own: boolean;
  readonly labelled: boolean;
  /** It stands as a comparison and takes its metric from the figure before it. */
  readonly compared: boolean;
  /** A name right before the word that was found: who did it. */
  readonly actor?: string;
}

export const finding = (metric: MetricId, how: string, more: Partial<Finding> = {}): Finding => ({
  metric,
  how,
  doubts: [],
  questions: [],
  notes: [],
  own: false,
  labelled: false,
  compared: false,
  ...more,
});
