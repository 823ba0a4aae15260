/** What contradicts an amount: it is impossible, far from the months around it, or only a part. */
import { exactCoins, grouped } from "@/domain/shared/numberText";
import type { MetricId } from "@/domain/values/metric";
import { monthsOf, type Period } from "@/domain/values/period";
import { type Evidence, type Of, round } from "./evidence";
import { isMonth } from "../mentions/months";

export type Veto = "record" | "neighbours" | "price" | "own-sum" | "part" | "mates" | "range";

/** Allowed ratio of a figure to the median of its neighbours in time: minimum and maximum. */
const RANGE: Readonly<Partial<Record<MetricId, readonly [number, number]>>> = {
  btc_produced: [0.45, 1.9],
  btc_held: [0.5, 1.6],
  deployed_ehs: [0.7, 1.5],
  avg_ehs: [0.6, 1.6],
  btc_restricted: [0.2, 5],
};

/** Offsets in months from a figure to the neighbours it is compared with, in order of preference. */
const NEIGHBOURS = [-1, -2, -3, 1, 2, -4, -5, 3, -6];

/** A figure more than this factor above or below all months of the last two years and the next (see Evidence.bounds) is impossible. */
const HISTORY: Readonly<Partial<Record<MetricId, number>>> = { btc_produced: 4, btc_held: 10, deployed_ehs: 5, avg_ehs: 5 };
/** Sales of more than this many months' production do not come from production. */
const MOST_SOLD = 2.5;

/** Why a figure is not what it seems; undefined if it may be. */
type Check = (of: Of, evidence: Evidence) => string | undefined;

/** What speaks against a figure, apart from the record for its own time and the other figures of its row. */
export const CHECKS: Readonly<Partial<Record<Veto, Check>>> = {
  /** A price far from the month's. */
  price: (of, evidence) => {
    const { metric, period, value } = of;
    const price = isMonth(period) ? (evidence.view.price(period) ?? Number.NaN) : Number.NaN;
    const [sold = Number.NaN] = metric === "sale_proceeds_usd" ? evidence.known(of, "btc_sold") : [];
    const each = metric === "avg_sale_price_usd" ? value : sold === 0 ? Number.NaN : value / sold;
    return each / price < 0.7 || each / price > 1.4 ? `bitcoin cost ${grouped(price)} dollars in that month` : undefined;
  },
  /** "Deployed hash rate – Rockdale" beside "Deployed hash rate – Total" in the same column. */
  part: ({ proposals: [{ raw }] }, evidence) => {
    const total = evidence.totalOver(raw);
    return total === undefined ? undefined : `${total.label} is ${total.plain}`;
  },
  /** "450 to 460 BTC", "over 3,000". */
  range: ({ proposals }) =>
    proposals.some(({ raw }) => raw.bound === true) || proposals.every(({ raw }) => raw.range === true)
      ? "the document states no exact amount"
      : undefined,
  /** Far from all that the record has in the years around, or from the document's own adjacent months; or from the months around it. */
  neighbours: (of, evidence) => {
    const { metric, value } = of;
    const most = isMonth(of.period) ? HISTORY[metric] : undefined;
    const [least, greatest] = most === undefined || value <= 0 ? [0, Number.POSITIVE_INFINITY] : evidence.bounds(of);
    const middle = middleAround(of, evidence);
    if (middle !== undefined && !isLike(of, middle)) return `they have about ${exactCoins(middle)}`;
    const beyond = most !== undefined && (value > greatest * most || value < least / most);
    return beyond ? `they have ${exactCoins(least)}${least === greatest ? "" : ` to ${exactCoins(greatest)}`}` : undefined;
  },
  /** A quarter or year that is not the sum of its months. */
  "own-sum": (of, evidence) => {
    const sum = sumOfMonths(of, evidence);
    return sum === undefined || isSum(of, sum) ? undefined : `its months add up to ${round(sum, 2)}`;
  },
};

/** Whether the record's neighbours in time are similar to the figure, or its months add up to it. */
export function inRange(of: Of, evidence: Evidence): boolean {
  const { metric, period, value } = of;
  if (!isMonth(period)) {
    const sum = sumOfMonths(of, evidence);
    return sum !== undefined && isSum(of, sum);
  }
  if (metric === "btc_sold") {
    const known = evidence.known(of, "btc_held", -1).length > 0 && evidence.known(of, "btc_produced").length > 0;
    const [made] = [-1, -2, -3].flatMap((by) => evidence.onRecord(of, "btc_produced", by));
    return value > 0 && known && made !== undefined && value <= MOST_SOLD * made;
  }
  const middle = middleAround(of, evidence);
  return middle !== undefined && isLike(of, middle);
}

/** The median of the nearest months on record; undefined where they tell nothing of a figure. */
function middleAround(of: Of, evidence: Evidence): number | undefined {
  if (RANGE[of.metric] === undefined || !isMonth(of.period)) return undefined;
  const neighbours = NEIGHBOURS.flatMap((by) => evidence.onRecord(of, of.metric, by).slice(0, 1));
  const middle = neighbours.length < 3 ? neighbours[0] : neighbours.slice(0, 3).sort((a, b) => a - b)[1];
  return middle !== undefined && middle > 0 ? middle : undefined;
}

function isLike({ metric, value }: Of, middle: number): boolean {
  const [least, most] = RANGE[metric] ?? [0, 0];
  return value / middle >= least && value / middle <= most;
}

/** The sum of the months of a longer period, if all of them are known. */
function sumOfMonths({ company, metric, period }: Of, evidence: Evidence): number | undefined {
  if (isMonth(period) || (metric !== "btc_produced" && metric !== "btc_sold")) return undefined;
  const months = monthsOf(period as Period);
  const known = months.flatMap((month) => evidence.known({ company, period: month }, metric).slice(0, 1));
  return known.length < months.length ? undefined : known.reduce((total, one) => total + one, 0);
}

const isSum = ({ value }: Of, sum: number): boolean => Math.abs(sum - value) <= Math.max(2, 0.02 * value);
