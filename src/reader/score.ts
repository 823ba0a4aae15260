/** Classifies candidates by metric: a logistic regression per metric with learned weights (`npm run record -- train`). */
import { METRIC_IDS, type MetricId } from "@/domain/values/metric";
import type { Raw } from "./candidates/candidate";
import { isCountable, UNITS_OF } from "./candidates/metricUnits";
import learned from "./weights.json";

export interface Weights {
  /** Per metric: the intercept, the weight without any feature. */
  readonly bias: Readonly<Partial<Record<MetricId, number>>>;
  /** Feature → its weight per metric, in the order of METRIC_IDS. */
  readonly features: Readonly<Record<string, readonly number[]>>;
}

/** Chance (0 to 1) per metric. */
export type Probabilities = Readonly<Partial<Record<MetricId, number>>>;

export const LEARNED = learned as unknown as Weights;

const NOTHING: Probabilities = {};

/** The chance that a candidate is a figure of each metric. */
export function probabilities(candidate: Pick<Raw, "features" | "unit">, weights: Weights): Probabilities {
  if (!isCountable(candidate.unit)) return NOTHING;
  const sums = METRIC_IDS.map((metric) => weights.bias[metric] ?? Number.NaN);
  for (const feature of new Set(candidate.features)) {
    const own = weights.features[feature];
    if (own !== undefined) for (let i = 0; i < own.length; i++) sums[i] = (sums[i] ?? Number.NaN) + (own[i] ?? Number.NaN);
  }
  const chances: Partial<Record<MetricId, number>> = {};
  METRIC_IDS.forEach((metric, i) => {
    const sum = sums[i] ?? Number.NaN;
    if (UNITS_OF[metric].includes(candidate.unit) && !Number.isNaN(sum)) chances[metric] = 1 / (1 + Math.exp(-sum));
  });
  return chances;
}
