/**
 * Each month's pooled sell-through and sales beside bitcoin's return (close to close) in that month, the next, and the next three; and
 * sales as a share of issuance. Statistics exclude thin months unless requested.
 */
import type { Asked } from "../asked";
import { poolAt } from "../months/pooled";
import { ownChoice } from "../selection/ownChoice";
import { selectedMonths } from "../selection/scope";
import { missing, type MissingCell } from "@/domain/facts/cell";
import { issuanceIn } from "@/domain/facts/issuance";
import type { Figures } from "@/domain/figures/figures";
import { isPooled, type Pool } from "@/domain/measures/panel";
import { endOf, type Period, shift } from "@/domain/values/period";
import type { SearchParams } from "../selection/selection";
import { memoize } from "../selection/memoize";
import { type Correlation, correlate } from "./signalStatistics";

export const HORIZONS = ["same", "next", "next3"] as const;
export type Horizon = (typeof HORIZONS)[number];

export const MEASURES = ["sell_through", "sold"] as const;
export type Measure = (typeof MEASURES)[number];

export const THIN_MONTHS = ["exclude", "include"] as const;

export interface SignalMonth {
  readonly month: Period;
  readonly pool: Pool;
  /** Return of bitcoin's price over the horizon as a plain ratio: 0.1 is +10%. */
  readonly returns: Readonly<Record<Horizon, number | MissingCell>>;
  /** Expected new bitcoin of the month in satoshis, without fees. */
  readonly issued: number;
}

export interface SignalOptions {
  readonly thin: boolean;
  readonly measure: Measure;
}

export const signalOptions = (params: SearchParams): SignalOptions => ({
  thin: ownChoice(params, "thin", THIN_MONTHS) === "include",
  measure: ownChoice(params, "measure", MEASURES),
});

export const signalMonths = memoize((asked: Asked): SignalMonth[] => {
  const price = closes(asked.figures);
  return selectedMonths(asked).map((month) => ({
    month,
    pool: poolAt(asked, month),
    returns: {
      same: returnBetween(price, shift(month, -1), month),
      next: returnBetween(price, month, shift(month, 1)),
      next3: returnBetween(price, month, shift(month, 3)),
    },
    issued: issuanceIn(month),
  }));
});

/** Closing prices of complete months, in cents. */
function closes(figures: Figures): ReadonlyMap<Period, number> {
  const over = figures.record.prices.filter(({ month, days }) => days >= Number(endOf(month).slice(8)));
  return new Map(over.map(({ month, close }) => [month, close]));
}

function returnBetween(price: ReadonlyMap<Period, number>, from: Period, to: Period): number | MissingCell {
  const [before, after] = [price.get(from), price.get(to)];
  if (before !== undefined && after !== undefined) return after / before - 1;
  const last = [...price.keys()].at(-1);
  return missing(last === undefined || to > last ? "notYetPublished" : "notDisclosed");
}

/** Whether a month counts: pooled, and not thin unless thin months are included. */
export const isCounted = ({ pool: at }: SignalMonth, { thin }: Pick<SignalOptions, "thin">): boolean =>
  isPooled(at.ratio) && (thin || !at.thin);

/** A month's figure for a measure: percent of production, or BTC. For statistics only. */
export function measured({ pool: at }: SignalMonth, measure: Measure): number | undefined {
  if (!isPooled(at.ratio)) return undefined;
  return measure === "sell_through" ? at.ratio * 100 : at.sold / 1e8;
}

/** The correlation over the counted months whose return is known. `everyThird`: only quarters' last months, so that windows of three months do not overlap. */
export const signalCorrelation = (
  months: readonly SignalMonth[],
  measure: Measure,
  horizon: Horizon,
  options: Pick<SignalOptions, "thin">,
  everyThird = false,
): Correlation =>
  correlate(
    months.flatMap((entry): [number, number][] => {
      const [x, y] = [measured(entry, measure), entry.returns[horizon]];
      const skipped = everyThird && Number(entry.month.slice(5)) % 3 !== 0;
      return x === undefined || typeof y !== "number" || skipped || !isCounted(entry, options) ? [] : [[x, y]];
    }),
  );

/** The panel's sales divided by issuance, as a plain ratio. */
export const shareOfIssuance = ({ pool: at, issued }: SignalMonth): number | MissingCell =>
  isPooled(at.ratio) ? at.sold / issued : at.ratio;
