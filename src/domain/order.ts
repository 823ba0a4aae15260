/** The first of several comparisons that tells two things apart, for `sort`; 0 where none does. */
export const byFirst = (...comparisons: readonly number[]): number => comparisons.find((comparison) => comparison !== 0) ?? 0;

/** Texts by code unit, not by locale: the order is the same everywhere. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
