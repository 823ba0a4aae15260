/** Grouping and sorting of lists. */

/** Groups by a key, keeping the order of both. (The language's own Map.groupBy came after Node 20.) */
export function groupBy<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The item of a list of one; undefined for any other list. */
export const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** Returns a test whether `list` still has an item with the same key; each match uses up one item, so duplicates count separately. */
export function takingFrom<T>(list: readonly T[], keyOf: (item: T) => string): (item: T) => boolean {
  const left = new Map<string, number>();
  for (const item of list) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
  return (item) => {
    const count = left.get(keyOf(item)) ?? 0;
    if (count > 0) left.set(keyOf(item), count - 1);
    return count > 0;
  };
}

/** Splits a list into runs of neighbours, each with at least one. `same`: whether an item belongs to the run of the one before it. */
export function runsBy<T>(list: readonly T[], same: (before: T, item: T) => boolean): [T, ...T[]][] {
  const runs: [T, ...T[]][] = [];
  for (const item of list) {
    const run = runs.at(-1);
    if (run && same(run.at(-1) ?? run[0], item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** The first comparison that is not 0: chains sort criteria. */
export const byFirst = (...comparisons: readonly number[]): number => comparisons.find((comparison) => comparison !== 0) ?? 0;

/** Compares texts by code unit, not by locale: the order is the same everywhere. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
