/** Notable changes in a period: who sold most, began or stopped, and records. Thin and missing periods are never compared. */
import { answers } from "../figures/answers";
import { type FactBasedCell, isFactBased } from "../facts/cell";
import { among, columnOf } from "../figures/column";
import type { Company } from "../facts/company";
import type { EvidenceMode, Figures } from "../figures/figures";
import type { Member, Pool } from "./panel";
import { type Period, shift } from "../values/period";

/** The members of a pool that sold most bitcoin (net: less purchases), without those that sold nothing. Ties keep the pool's order. */
export function biggestSellers({ members }: Pick<Pool, "members">, count: number): Member[] {
  const sellers = members.filter((member) => member.sellThrough.sold > 0);
  return sellers.sort((a, b) => b.sellThrough.sold - a.sellThrough.sold).slice(0, count);
}

export interface Move {
  readonly company: Company;
  readonly sold: FactBasedCell;
  /** The earlier known periods for comparison, latest first. */
  readonly before: readonly { readonly period: Period; readonly sold: FactBasedCell }[];
}

/** After this many known periods without a sale, a sale is new. */
const QUIET_PERIODS = 3;
/** How many periods back to look for known ones. */
const LOOK_BACK = 12;

/** Companies that sold in the period after selling nothing in each of the last three known periods of the twelve before. */
export const newSellers = (figures: Figures, companies: readonly Company[], period: Period, mode: EvidenceMode): Move[] =>
  moves(figures, companies, period, QUIET_PERIODS, mode, (sold) => sold > 0).filter(
    ({ before }) => before.length === QUIET_PERIODS && before.every((entry) => entry.sold.value === 0),
  );

/** Companies that sold nothing in the period after selling in the last known one before. */
export const stoppedSelling = (figures: Figures, companies: readonly Company[], period: Period, mode: EvidenceMode): Move[] =>
  moves(figures, companies, period, 1, mode, (sold) => sold === 0).filter(
    ({ before: [last] }) => last !== undefined && last.sold.value > 0,
  );

/** Companies whose sales in the period match, with this many known periods before it. */
const moves = (
  figures: Figures,
  companies: readonly Company[],
  period: Period,
  count: number,
  mode: EvidenceMode,
  isWanted: (sold: number) => boolean,
): Move[] =>
  among(sellersIn(figures, period, mode), companies).flatMap(({ company, sold }) =>
    isWanted(sold.value) ? [{ company, sold, before: knownBefore(figures, company.id, period, mode).slice(0, count) }] : [],
  );

/** The companies of a period whose sales are known from figures. */
const sellersIn = columnOf((figures, company, period, mode) => {
  const sold = figures.cell(company.id, "btc_sold", period, mode);
  return isFactBased(sold) ? { company, sold } : undefined;
});

/** The last known periods before one, up to the number compared. */
const knownBefore = answers((figures, company, period, mode): Move["before"] => {
  const found: Move["before"][number][] = [];
  for (let back = 1; back <= LOOK_BACK && found.length < QUIET_PERIODS; back++) {
    const at = shift(period, -back);
    const sold = figures.cell(company, "btc_sold", at, mode);
    if (isFactBased(sold)) found.push({ period: at, sold });
  }
  return found;
});

export interface SeriesPoint {
  readonly period: Period;
  /** undefined: no value. */
  readonly value: number | undefined;
  readonly thin: boolean;
}

interface Extreme {
  readonly kind: "most" | "least";
  /** The latest earlier period that was as high (as low) or more so; "record" when none was. */
  readonly since: Period | "record";
  /** How many comparable periods it exceeds in a row: "the most since February" with 1 is hardly news. */
  readonly over: number;
}

/** Minimum of comparable periods for a statement, the one in question included. */
const COMPARABLE_PERIODS = 6;

/**
 * Whether the value at `at` is the most or the least since some period, or on record, whichever reaches further back. Only earlier periods
 * with a value that are not thin are compared; `series` may be in any order. Undefined when `at` itself is thin or without a value, when
 * fewer than six periods are comparable, or when the period before has the same value.
 */
export function highestSince(series: readonly SeriesPoint[], at: Period): Extreme | undefined {
  const comparable = series
    .flatMap(({ period, value, thin }) => (value === undefined || thin || period > at ? [] : [{ period, value }]))
    .sort((a, b) => (a.period < b.period ? 1 : -1));
  const [now, ...earlier] = comparable;
  if (now?.period !== at || comparable.length < COMPARABLE_PERIODS) return undefined;
  const reach = (kind: Extreme["kind"], asFar: (value: number) => boolean): Extreme => {
    const found = earlier.findIndex(({ value }) => asFar(value));
    return { kind, since: earlier[found]?.period ?? "record", over: found === -1 ? earlier.length : found };
  };
  const most = reach("most", (value) => value >= now.value);
  const least = reach("least", (value) => value <= now.value);
  const further = most.over >= least.over ? most : least;
  return further.over === 0 ? undefined : further;
}
