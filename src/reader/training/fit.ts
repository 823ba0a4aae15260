/** Learns the weights: one logistic regression per metric with a penalty on large weights. Nothing is random. */
import { METRIC_IDS, type MetricId } from "@/domain/values/metric";
import { type Weights } from "../score";
import type { Row } from "./samples";
import { UNITS_OF } from "../candidates/metricUnits";

/** Strength of the penalty. */
const PENALTY = 1;
/** Minimum number of documents in which a feature must occur. */
const LEAST_DOCUMENTS = 2;
const SMALLEST = 0.04;

/** Learns weights from the rows of each document. */
export function fit(documents: readonly (readonly Row[])[]): Weights {
  const names = featureNames(documents);
  const numbers = new Map(names.map((name, i) => [name, i]));
  const rows = documents.flat().map((row) => ({
    unit: row.unit,
    metrics: row.metrics,
    features: [...new Set(row.features)].flatMap((name) => numbers.get(name) ?? []),
  }));
  const fitted = METRIC_IDS.map((metric) => {
    const own = rows.filter(({ unit }) => UNITS_OF[metric].includes(unit));
    const positive = own.map(({ metrics }) => metrics.includes(metric));
    return positive.includes(true)
      ? regression(
          own.map(({ features }) => features),
          positive,
          names.length,
        )
      : undefined;
  });
  const rounded = (value: number | undefined): number => Math.round((value ?? 0) * 100) / 100;
  const bias: Partial<Record<MetricId, number>> = {};
  METRIC_IDS.forEach((metric, i) => {
    const of = fitted[i];
    if (of !== undefined) bias[metric] = rounded(of[names.length]);
  });
  const features: Record<string, number[]> = {};
  names.forEach((name, at) => {
    const weights = fitted.map((of) => of?.[at] ?? 0);
    if (weights.some((weight) => Math.abs(weight) >= SMALLEST)) features[name] = weights.map(rounded);
  });
  return { bias, features };
}

function featureNames(documents: readonly (readonly Row[])[]): string[] {
  const count = new Map<string, number>();
  for (const rows of documents)
    for (const name of new Set(rows.flatMap(({ features }) => features))) count.set(name, (count.get(name) ?? 0) + 1);
  return [...count].flatMap(([name, documentsWith]) => (documentsWith >= LEAST_DOCUMENTS ? [name] : [])).sort();
}

type Vector = Float64Array;

/** The weight of each feature and, last, the intercept. */
function regression(rows: readonly (readonly number[])[], positive: readonly boolean[], size: number): Vector {
  return minimum(
    (weights) => {
      const gradient = weights.map((weight, i) => (i === size ? 0 : PENALTY * weight));
      rows.forEach((features, r) => {
        let sum = weights[size] ?? 0;
        for (const at of features) sum += weights[at] ?? 0;
        const error = 1 / (1 + Math.exp(-sum)) - (positive[r] === true ? 1 : 0);
        for (const at of features) gradient[at] = (gradient[at] ?? 0) + error;
        gradient[size] = (gradient[size] ?? 0) + error;
      });
      return gradient;
    },
    new Float64Array(size + 1),
  );
}

const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const plus = (a: Vector, b: Vector, times: number): Vector => a.map((value, i) => value + times * (b[i] ?? 0));

const MOST_STEPS = 300;
/** Norm of the gradient below which no weight changes any more in the digits that are stored. */
const FLAT = 0.02;

/** Gradient descent with Barzilai-Borwein steps: their length follows from the curvature that the last change of the gradient shows. */
function minimum(gradientAt: (at: Vector) => Vector, start: Vector): Vector {
  let at = start;
  let gradient = gradientAt(at);
  let length = 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
  for (let steps = 0; steps < MOST_STEPS && Math.sqrt(dot(gradient, gradient)) > FLAT; steps++) {
    const next = plus(at, gradient, -length);
    const [step, after] = [plus(next, at, -1), gradientAt(next)];
    const change = plus(after, gradient, -1);
    length = dot(step, step) / dot(step, change);
    [at, gradient] = [next, after];
  }
  return at;
}
