/**
 * The precision of a figure. A source that writes 616 means some amount that rounds to it: the figure is known to half a unit of its last
 * written digit, and one that its note calls approximate to half a unit of its last digit that is not 0 ("about 1,900" is ± 50). Fact →
 * integer in the smallest part of its unit.
 */
import { SATS_PER_BTC, UNIT_SCALE } from "../values/amount";
import type { Fact } from "./fact";
import { METRICS } from "../values/metric";

type Written = Pick<Fact, "metric" | "value" | "written">;

const APPROXIMATE = /\b(approximate(ly)?|about|around|roughly|circa|nearly|almost|rounded)\b|~/i;

/** Half a unit of the last significant digit. A written 0 says that there was none, and is exact. */
export function halfUnit(fact: Written & Pick<Fact, "note">): number {
  if (fact.value === 0) return 0;
  const unit = lastUnit(fact);
  return Math.floor((APPROXIMATE.test(fact.note) ? unit * 10 ** trailingZeros(fact.written) : unit) / 2);
}

/** How many decimals a figure is written with. */
export function decimalsOf({ written }: Pick<Fact, "written">): number {
  const point = written.indexOf(".");
  return point === -1 ? 0 : written.length - point - 1;
}

/** Whether figures agree: equal, or the coarser is the finer rounded or truncated. 616 agrees with 616.6 and 615.7, not 617. */
export function agree(a: Written, b: Written): boolean {
  if (a.value === b.value) return true;
  const [coarse, fine] = decimalsOf(a) <= decimalsOf(b) ? [a, b] : [b, a];
  if (decimalsOf(coarse) === decimalsOf(fine)) return false;
  const unit = lastUnit(coarse);
  const over = fine.value - coarse.value;
  return over >= -unit / 2 && over < unit;
}

/** One unit of the last written digit, in the smallest part of the metric's unit. */
export const lastUnit = (fact: Omit<Written, "value">): number =>
  10 ** Math.max(0, UNIT_SCALE[METRICS[fact.metric].unit] - decimalsOf(fact));

/** How much bitcoin may be unaccounted for without an error, relative to an amount: 1 BTC or 0.5%, whichever is more. In satoshis. */
export const bitcoinTolerance = (beside: number): number => Math.max(SATS_PER_BTC, Math.floor(beside / 200));

const trailingZeros = (written: string): number => (written.includes(".") ? 0 : (/0*$/.exec(written)?.[0].length ?? 0));
