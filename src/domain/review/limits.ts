/** Impossible figures (/method#choose): refused everywhere unless an `accept` decision gives a reason. Doubtful ones: doubt.ts. */
import { formatAmount, METRICS, type MetricId } from "../values/metric";
import { SATS_PER_BTC, UNIT_SCALE } from "../values/amount";
import type { Fact } from "../facts/fact";
import { groupBy } from "../shared/group";
import { ALL_BITCOIN, issuanceIn } from "../facts/issuance";
import { lazily } from "../shared/once";
import { firstMonth, lastMonth, monthsOf, type Period, shift } from "../values/period";
import { bitcoinTolerance } from "../facts/precision";
import type { BtcPrice, Decision } from "../facts/record";

type Amount = Pick<Fact, "period" | "value">;
type LimitedFact = Pick<Fact, "company" | "metric" | "period" | "value" | "written">;

/** Holdings are compared with those of the three months before and after. */
const MONTHS_AROUND = [-1, 1, -2, 2, -3, 3];
const TENFOLD = 10;
/** Below this, in satoshis, a treasury may plausibly grow tenfold in a month. */
const TENFOLD_FROM = 100 * SATS_PER_BTC;
/** How far a price may lie outside its month's mean and close: daily prices have exceeded them by up to a fifth since 2021. */
const PRICE_MARGIN = 0.25;
/** In EH/s: bitcoin's blocks of 2025 were found at about 1,000. */
const MOST_EHS = 10_000;

export interface Measures {
  /** Every fact that counts, including those under test. */
  readonly facts: readonly LimitedFact[];
  readonly prices: readonly BtcPrice[];
  readonly decisions: readonly Decision[];
}

/** Returns the limit that a fact exceeds, and what to do; undefined when there is none, or when a decision accepts the fact. */
export function limitsOf({ facts, prices, decisions }: Measures): (fact: LimitedFact) => string | undefined {
  const accepted = new Set(decisions.filter(({ kind }) => kind === "accept").map((decision) => keyOf(decision)));
  const highestOf = lazily(() => highest(facts));
  const known: Known = (...key) => highestOf()(...key);
  const priceOf = new Map(prices.map((price) => [price.month, price]));
  return (fact) => {
    const why = accepted.has(keyOf(fact)) ? undefined : (ALONE[fact.metric]?.(fact) ?? BESIDE[fact.metric]?.(fact, known, priceOf));
    if (why === undefined) return undefined;
    const { company, metric, period, written } = fact;
    return `${company} ${period} ${metric} ${written} is ${why}; correct it, or say why it is right with a line in decisions.csv: accept,${company},${metric},${period},${written},,why`;
  };
}

/** Whether no company can have the amount, whatever else is known: the text then states something other than this metric. */
export const cannotBe = (metric: MetricId, period: Period, value: number): boolean => ALONE[metric]?.({ period, value }) !== undefined;

type Known = (company: Fact["company"], metric: MetricId, period: Period) => number | undefined;
type Test = (fact: LimitedFact, known: Known, priceOf: ReadonlyMap<Period, BtcPrice>) => string | undefined;

/** Limits that depend on the amount alone. */
const ALONE: Readonly<Partial<Record<MetricId, (fact: Amount) => string | undefined>>> = {
  btc_produced: tooMuchProduced,
  btc_sold: moreThanThereIs,
  btc_purchased: moreThanThereIs,
  btc_held: moreThanThereIs,
  btc_restricted: moreThanThereIs,
  deployed_ehs: tooManyHashes,
  avg_ehs: tooManyHashes,
};

/** Limits that depend on other facts and prices. */
const BESIDE: Readonly<Partial<Record<MetricId, Test>>> = {
  btc_sold: tooMuchSold,
  btc_held: tooMuchHeld,
  avg_sale_price_usd: (fact, _, priceOf) => pricedOutside(fact, priceOf),
};

function tooMuchProduced({ period, value }: Amount): string | undefined {
  const issued = issuanceIn(period);
  return value > issued ? `more than the ${btc(issued)} that all miners of the world were paid in ${period}` : undefined;
}

function moreThanThereIs({ value }: Amount): string | undefined {
  return value > ALL_BITCOIN ? `more than the ${btc(ALL_BITCOIN)} that there will ever be` : undefined;
}

function tooManyHashes({ value }: Amount): string | undefined {
  const most = MOST_EHS * 10 ** UNIT_SCALE["EH/s"];
  return value > most ? `more than ${formatAmount(most, "EH/s", 0)} EH/s, ten times what all miners of the world had in 2025` : undefined;
}

/** Only where prior holdings and production are known; an unstated purchase counts as none. */
function tooMuchSold({ company, period, value }: LimitedFact, known: Known): string | undefined {
  const held = known(company, "btc_held", shift(firstMonth(period), -1));
  const produced = known(company, "btc_produced", period);
  if (held === undefined || produced === undefined) return undefined;
  const purchased = known(company, "btc_purchased", period);
  const there = held + produced + (purchased ?? 0);
  if (value <= there + bitcoinTolerance(held)) return undefined;
  const bought = purchased === undefined ? "" : `, ${btc(purchased)} purchased`;
  return `more than there was: ${btc(held)} held before, ${btc(produced)} produced${bought}`;
}

function tooMuchHeld({ company, period, value }: LimitedFact, known: Known): string | undefined {
  if (value < TENFOLD_FROM) return undefined;
  const month = lastMonth(period);
  const near = MONTHS_AROUND.flatMap((step) => known(company, "btc_held", shift(month, step)) ?? []);
  const bought = known(company, "btc_purchased", period) ?? 0;
  // The median, the higher of two: one more wrong figure must not make this one look right.
  const around = near.sort((a, b) => a - b)[Math.floor(near.length / 2)];
  if (around === undefined || value <= TENFOLD * around + bought) return undefined;
  return `more than tenfold of the ${btc(around)} held in the months around`;
}

function pricedOutside({ period, value }: LimitedFact, priceOf: ReadonlyMap<Period, BtcPrice>): string | undefined {
  const months = monthsOf(period).flatMap((month) => priceOf.get(month) ?? []);
  if (months.length === 0) return undefined;
  const before = priceOf.get(shift(firstMonth(period), -1));
  const stated = [...months.flatMap(({ average, close }) => [average, close]), ...(before ? [before.close] : [])];
  const [low, high] = [Math.min(...stated) * (1 - PRICE_MARGIN), Math.max(...stated) * (1 + PRICE_MARGIN)];
  if (value >= low && value <= high) return undefined;
  return `outside what bitcoin cost in ${period}, ${usd(low)} to ${usd(high)} with a margin of ${PRICE_MARGIN * 100}%`;
}

/** The highest stated value for each key, so that the test errs on the side of accepting. A stock of a longer period is its last month's. */
function highest(facts: readonly LimitedFact[]): Known {
  const groups = groupBy(facts, ({ company, metric, period }) => `${company} ${metric} ${at(metric, period)}`);
  const most = new Map([...groups].map(([key, group]) => [key, group.reduce((top, { value }) => Math.max(top, value), 0)]));
  return (company, metric, period) => most.get(`${company} ${metric} ${at(metric, period)}`);
}

const at = (metric: MetricId, period: Period): Period => (METRICS[metric].kind === "stock" ? lastMonth(period) : period);
const keyOf = ({ company, metric, period, written }: Omit<LimitedFact, "value">) => `${company} ${metric} ${period} ${written}`;
const btc = (sats: number) => `${formatAmount(sats, "BTC", 2)} BTC`;
const usd = (cents: number) => `$${formatAmount(cents, "USD", 0)}`;
