/** The first of several comparisons that tells two things apart, for `sort`; 0 where none does. */
export function byFirst(...comparisons: readonly number[]): number {
  return comparisons.find((comparison) => comparison !== 0) ?? 0;
}

/** Texts by code unit, not by locale: the order is the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
