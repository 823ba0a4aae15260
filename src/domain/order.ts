/** The first of several comparisons that tells two things apart, for `sort`; 0 where none does. */
export function byFirst(...comparisons: readonly number[]): number {
  return comparisons.find((comparison) => comparison !== 0) ?? 0;
}
