/** Correlation of two monthly figures: Pearson with a 95% interval, and Spearman, which must not have the opposite sign. */
import { sampleCorrelation, sampleRankCorrelation } from "simple-statistics";

export interface Correlation {
  /** Pairs of months. */
  readonly n: number;
  /** Pearson's r; undefined below three pairs or where one side is constant. */
  readonly r: number | undefined;
  /** Spearman's rank correlation, in which an outlier month weighs no more than any other. Undefined where r is. */
  readonly rank: number | undefined;
  /** 95% confidence interval of r; undefined below four pairs. */
  readonly interval: readonly [number, number] | undefined;
}

/** Two years: with 24 months a correlation must exceed about 0.40 (2/√n) to differ from zero. */
export const MIN_MONTHS = 24;

/** 97.5% quantile of the normal distribution (NIST/SEMATECH e-Handbook, 1.3.6.7.1); probit(0.975) is off in the third digit. */
const NORMAL_975 = 1.959963984540054;

/**
 * Pearson's sample correlation, and its interval by Fisher's transformation: z = artanh r is nearly normal with standard error 1/√(n − 3)
 * (R. A. Fisher, "On the probable error of a coefficient of correlation", Metron 1, 1921). It takes the pairs to be independent;
 * where windows overlap they are not, and the interval is too narrow.
 */
export function correlate(pairs: readonly (readonly [number, number])[]): Correlation {
  const n = pairs.length;
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  if (n < 3 || new Set(xs).size === 1 || new Set(ys).size === 1) return { n, r: undefined, rank: undefined, interval: undefined };
  const [r, rank] = [clamped(sampleCorrelation(xs, ys)), clamped(sampleRankCorrelation(xs, ys))];
  // A perfect line has no width, and artanh 1 is infinite.
  if (n < 4 || Math.abs(r) === 1) return { n, r, rank, interval: n < 4 ? undefined : [r, r] };
  const half = NORMAL_975 / Math.sqrt(n - 3);
  return { n, r, rank, interval: [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)] };
}

/** Rounding can push a perfect correlation past 1. */
const clamped = (r: number): number => Math.max(-1, Math.min(1, r));

export type Verdict = "tooFew" | "noneShown" | "down" | "up";

/** The conclusion that the interval allows: too few months, no link shown, or prices that went down (up) where miners sold more. */
export function verdictOf({ n, rank, interval }: Correlation): Verdict {
  if (n < MIN_MONTHS || !interval) return "tooFew";
  if (interval[0] <= 0 && interval[1] >= 0) return "noneShown";
  if (rank === undefined || rank * interval[0] <= 0) return "noneShown";
  return interval[1] < 0 ? "down" : "up";
}
