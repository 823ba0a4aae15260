/**
 * Learns the weights: one logistic regression per metric with a penalty on large weights, fitted by L-BFGS. Rows in → weights out. The same
 * rows give the same weights: nothing is random.
 */
import { METRIC_IDS, type MetricId } from "@/domain/metric";
import { UNITS_OF, type Weights } from "../score";
import type { Row } from "./samples";

export interface FitOptions {
  /** Strength of the penalty. */
  readonly penalty: number;
  /** In how many documents a feature must occur. */
  readonly leastDocuments: number;
}

export const USUAL_FIT: FitOptions = { penalty: 1, leastDocuments: 2 };
const SMALLEST = 0.04;

/** Weights from the rows of each document. */
export function fit(documents: readonly (readonly Row[])[], { penalty, leastDocuments }: FitOptions = USUAL_FIT): Weights {
  const names = featureNames(documents, leastDocuments);
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
          penalty,
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

function featureNames(documents: readonly (readonly Row[])[], least: number): string[] {
  const count = new Map<string, number>();
  for (const rows of documents)
    for (const name of new Set(rows.flatMap(({ features }) => features))) count.set(name, (count.get(name) ?? 0) + 1);
  return [...count].flatMap(([name, documentsWith]) => (documentsWith >= least ? [name] : [])).sort();
}

type Vector = Float64Array;

/** Weights of each feature and, last, of none. */
function regression(rows: readonly (readonly number[])[], positive: readonly boolean[], size: number, penalty: number): Vector {
  const evaluate = (weights: Vector): { loss: number; gradient: Vector } => {
    const gradient = new Float64Array(size + 1);
    let loss = 0;
    rows.forEach((features, r) => {
      let sum = weights[size] ?? 0;
      for (const at of features) sum += weights[at] ?? 0;
      const chance = 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, sum))));
      const is = positive[r] === true;
      loss -= Math.log(is ? chance : 1 - chance);
      const error = chance - (is ? 1 : 0);
      for (const at of features) gradient[at] = (gradient[at] ?? 0) + error;
      gradient[size] = (gradient[size] ?? 0) + error;
    });
    for (let i = 0; i < size; i++) {
      const weight = weights[i] ?? 0;
      loss += (penalty * weight * weight) / 2;
      gradient[i] = (gradient[i] ?? 0) + penalty * weight;
    }
    return { loss, gradient };
  };
  return minimum(evaluate, new Float64Array(size + 1));
}

const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const plus = (a: Vector, b: Vector, times: number): Vector => a.map((value, i) => value + times * (b[i] ?? 0));

/** L-BFGS with a memory of eight steps and halving of steps that do not help. */
function minimum(evaluate: (at: Vector) => { loss: number; gradient: Vector }, start: Vector): Vector {
  let at = start;
  let { loss, gradient } = evaluate(at);
  const memory: { step: Vector; change: Vector; scale: number }[] = [];
  for (let round = 0; round < 120; round++) {
    let direction: Vector = gradient.map((value) => -value);
    const factors: number[] = [];
    for (const { step, change, scale } of [...memory].reverse()) {
      const factor = scale * dot(step, direction);
      factors.push(factor);
      direction = plus(direction, change, -factor);
    }
    const last = memory.at(-1);
    if (last !== undefined) {
      const by = 1 / (last.scale * dot(last.change, last.change));
      direction = direction.map((value) => value * by);
    }
    memory.forEach(({ step, change, scale }, i) => {
      direction = plus(direction, step, (factors[memory.length - 1 - i] ?? 0) - scale * dot(change, direction));
    });
    const slope = dot(gradient, direction);
    let length = round === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let next = evaluate(plus(at, direction, length));
    while (next.loss > loss + 1e-4 * length * slope && length > 1e-8) {
      length /= 2;
      next = evaluate(plus(at, direction, length));
    }
    const step = direction.map((value) => value * length);
    const change = plus(next.gradient, gradient, -1);
    const curve = dot(step, change);
    if (curve > 1e-10) memory.push({ step, change, scale: 1 / curve });
    if (memory.length > 8) memory.shift();
    const gained = loss - next.loss;
    at = plus(at, step, 1);
    ({ loss, gradient } = next);
    if (gained < 1e-6 * Math.max(1, Math.abs(loss))) break;
  }
  return at;
}
