/**
 * Whether two figures of each month go together: Pearson's correlation with its 95% confidence interval, and what may be said of it.
 * Pairs of numbers in → plain findings. Rule: with fewer months than MIN_MONTHS, or an interval that includes 0, nothing is claimed.
 */
import { sampleCorrelation } from "simple-statistics";

export interface Correlation {
  /** Pairs of months. */
  readonly n: number;
  /** Pearson's r; undefined below three pairs or where one side never changes. */
  readonly r: number | undefined;
  /** 95% confidence interval of r; undefined below four pairs. */
  readonly interval: readonly [number, number] | undefined;
}

/**
 * Below two years of months we do not tell: with 24 a correlation must exceed about 0.40 (2/√n) to be told from none, with fewer even
 * more, and one odd month can make it.
 */
export const MIN_MONTHS = 24;

/**
 * 97.5% quantile of the normal distribution (NIST/SEMATECH e-Handbook, 1.3.6.7.1). simple-statistics' own probit(0.975) gives 1.9572, off
 * in the third digit, so the constant is written out.
 */
export const NORMAL_975 = 1.959963984540054;

/**
 * Pearson's sample correlation, and its interval by Fisher's transformation: z = artanh r is nearly normal with standard error 1/√(n − 3)
 * (R. A. Fisher, "On the probable error of a coefficient of correlation", Metron 1, 1921). It takes the pairs to be independent;
 * where windows overlap they are not, and the interval is too narrow.
 */
export function correlate(pairs: readonly (readonly [number, number])[]): Correlation {
  const n = pairs.length;
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  if (n < 3 || new Set(xs).size === 1 || new Set(ys).size === 1) return { n, r: undefined, interval: undefined };
  const r = Math.max(-1, Math.min(1, sampleCorrelation(xs, ys)));
  // A perfect line has no width, and artanh 1 is infinite.
  if (n < 4 || Math.abs(r) === 1) return { n, r, interval: n < 4 ? undefined : [r, r] };
  const half = NORMAL_975 / Math.sqrt(n - 3);
  return { n, r, interval: [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)] };
}

export type Verdict = "tooFew" | "noneShown" | "down" | "up";

/** What the interval allows to say: too few months, no link shown, or prices that went down (up) where miners sold more. */
export function verdictOf({ n, interval }: Correlation): Verdict {
  if (n < MIN_MONTHS || !interval) return "tooFew";
  if (interval[0] <= 0 && interval[1] >= 0) return "noneShown";
  return interval[1] < 0 ? "down" : "up";
}
