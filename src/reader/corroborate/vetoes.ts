/** What contradicts an amount: it is impossible, far from the months around it, or only a part. */
import type { MetricId } from "@/domain/values/metric";
import { monthsOf, type Period } from "@/domain/values/period";
import { type Evidence, type Of, round } from "./evidence";
import { isMonth } from "../mentions/months";

export type Veto = "record" | "neighbours" | "price" | "own-sum" | "part" | "mates" | "range";
type Vetoes = Map<Veto, string>;

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

/** Vetoes a price far from the month's. */
export function limits(of: Of, evidence: Evidence, vetoes: Vetoes): void {
  const { metric, period, value } = of;
  if (!isMonth(period)) return;
  const price = evidence.view.price(period) ?? Number.NaN;
  const [sold = Number.NaN] = metric === "sale_proceeds_usd" ? evidence.known(of, "btc_sold") : [];
  const each = metric === "avg_sale_price_usd" ? value : sold === 0 ? Number.NaN : value / sold;
  if (each / price < 0.7 || each / price > 1.4) vetoes.set("price", `bitcoin cost ${Math.round(price)} dollars in that month`);
}

/** Vetoes a part: "Deployed hash rate – Rockdale" beside "Deployed hash rate – Total" in the same column. */
export function parts({ proposals: [first] }: Of, evidence: Evidence, vetoes: Vetoes): void {
  const total = first === undefined ? undefined : evidence.totalOver(first.raw);
  if (total !== undefined) vetoes.set("part", `${total.label} is ${total.plain}`);
}

/** Vetoes inexact amounts: "450 to 460 BTC", "over 3,000". */
export function ranges({ proposals }: Of, vetoes: Vetoes): void {
  if (proposals.some(({ raw }) => raw.bound === true) || (proposals.length > 0 && proposals.every(({ raw }) => raw.range === true)))
    vetoes.set("range", "the document states no exact amount");
}

/** Whether the record's neighbours in time are similar to the figure; a veto if they are far from it. */
export function inRange(of: Of, evidence: Evidence, vetoes: Vetoes): boolean {
  const { metric, period, value } = of;
  if (!isMonth(period)) return fitsMonths(of, evidence, vetoes);
  if (metric === "btc_sold") {
    const known = evidence.known(of, "btc_held", -1).length > 0 && evidence.known(of, "btc_produced").length > 0;
    const [made] = [-1, -2, -3].flatMap((by) => evidence.onRecord(of, "btc_produced", by));
    return value > 0 && known && made !== undefined && value <= MOST_SOLD * made;
  }
  againstHistory(of, evidence, vetoes);
  const limit = RANGE[metric];
  const neighbours = NEIGHBOURS.flatMap((by) => evidence.onRecord(of, metric, by).slice(0, 1));
  const middle = neighbours.length < 3 ? neighbours[0] : neighbours.slice(0, 3).sort((a, b) => a - b)[1];
  if (limit === undefined || middle === undefined || middle <= 0) return false;
  const fits = value / middle >= limit[0] && value / middle <= limit[1];
  if (!fits) vetoes.set("neighbours", `the months around it have about ${middle}`);
  return fits;
}

/** Vetoes amounts far from all that the record has in the years around, or from the document's own adjacent months. */
function againstHistory(of: Of, evidence: Evidence, vetoes: Vetoes): void {
  const { metric, value } = of;
  const most = HISTORY[metric];
  if (most === undefined || value <= 0) return;
  const [least, greatest] = evidence.bounds(of);
  if (value > greatest * most || value < least / most)
    vetoes.set("neighbours", `the months around it have ${least === greatest ? least : `${least} to ${greatest}`}`);
}

/** A quarter or year is compared with the sum of its months, if all of them are known. */
function fitsMonths(of: Of, evidence: Evidence, vetoes: Vetoes): boolean {
  const { company, metric, period, value } = of;
  if (metric !== "btc_produced" && metric !== "btc_sold") return false;
  const months = monthsOf(period as Period);
  const known = months.flatMap((month) => evidence.known({ company, period: month }, metric).slice(0, 1));
  if (known.length < months.length) return false;
  const sum = known.reduce((total, one) => total + one, 0);
  const fits = Math.abs(sum - value) <= Math.max(2, 0.02 * value);
  if (!fits) vetoes.set("own-sum", `its months add up to ${round(sum, 2)}`);
  return fits;
}
