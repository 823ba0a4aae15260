/** The periods for which the second equation (solve.ts) is tried, shortest first, each given by its month boundaries. */
import type { ReportedCell } from "../facts/cell";
import { METRICS } from "../values/metric";
import { byFirst } from "../shared/group";
import { lengthOf, monthIndexOf, type Period } from "../values/period";
import { endsKey } from "./flowGraph";

/** A period as the month boundaries at its beginning and end. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Boundaries as months since the year 0; the end is exclusive. */
export function endsOf(period: Period): Ends {
  const from = monthIndexOf(period);
  return { from, to: from + lengthOf(period) };
}

/** Every calendar period and stated span of the figures, and the time between stated holdings on one basis. Others are sums of these. */
export function equationPeriods(flows: readonly ReportedCell[], stocks: ReadonlyMap<string, ReadonlyMap<number, unknown>>): Ends[] {
  const found = new Map<number, Ends>();
  const add = (from: number, to: number) => found.set(endsKey(from, to), { from, to });
  const boundaries: number[] = [];
  for (const { facts } of flows) {
    const [fact] = facts;
    if (!fact || METRICS[fact.metric].unit !== "BTC") continue;
    const { from, to } = endsOf(fact.period);
    add(from, to);
    boundaries.push(from, to);
  }
  for (const stock of stocks.values()) {
    const at = [...stock.keys()].sort((a, b) => a - b);
    at.slice(1).forEach((to, i) => add(at[i] ?? to, to));
    boundaries.push(...at);
  }
  const [first, last] = [Math.min(...boundaries), Math.max(...boundaries)];
  for (const length of [1, 3, 12]) {
    for (let from = Math.ceil(first / length) * length; from + length <= last; from += length) add(from, from + length);
  }
  return [...found.values()].sort((a, b) => byFirst(a.to - a.from - (b.to - b.from), a.from - b.from));
}
