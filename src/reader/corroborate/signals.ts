/** What confirms an amount: the record, its row, the books, arithmetic with other numbers of the document, a second statement of it. */
import { exactCoins } from "@/domain/shared/numberText";
import { contradicted, type Evidence, type Of, same } from "./evidence";
import { daysIn, isMonth, lastMonthOf, lengthOf } from "../mentions/months";
import type { MetricId } from "@/domain/values/metric";
import type { Raw } from "../candidates/candidate";
import { isGuessed, PLANNED, says } from "./plain";
import type { Proposal } from "./proposals";

export const SIGNALS = ["record", "row-mate", "books", "sentence-mate", "per-day", "price", "percent-change", "said-twice"] as const;
export type Signal = (typeof SIGNALS)[number];

export const equalsRecord = ({ value, proposals }: Of, known: readonly number[]): boolean =>
  known.some((other) => same(value, proposals[0].raw.decimals, other));

/** Whether other figures of its rows or sentences, of the same metric and another period, equal the record, or contradict it. */
export function matesOf(
  { metric, period, proposals }: Of,
  evidence: Evidence,
): { confirming: Signal[]; contradiction: string | undefined } {
  const confirming: Signal[] = [];
  let contradiction: string | undefined;
  for (const { raw } of proposals) {
    let agree = 0;
    const differing: string[] = [];
    for (const mate of evidence.mates.get(raw.place) ?? []) {
      if (mate.raw === raw || mate.metric !== metric || mate.period === period || mate.raw.value === 0) continue;
      // The reference of a comparison in a sentence is earlier and equally long.
      if (raw.kind !== "row" && (lastMonthOf(mate.period) > lastMonthOf(period) || lengthOf(mate.period) !== lengthOf(period))) continue;
      const known = evidence.onRecord(mate, metric);
      if (known.some((other) => same(mate.raw.value, mate.raw.decimals, other))) agree += 1;
      else if (contradicted(mate.raw.value, known))
        differing.push(`${mate.period} has ${exactCoins(mate.raw.value)} here and ${exactCoins(known[0] ?? 0)} in the record`);
    }
    if (differing.length > agree) contradiction = differing.at(-1);
    else if (agree > 0) confirming.push(raw.kind === "row" ? "row-mate" : "sentence-mate");
  }
  return { confirming, contradiction };
}

/** Held before + produced + purchased - sold = held after, over the month or the next one. */
export function booksClose(of: Of, evidence: Evidence): boolean {
  const { metric, period, value } = of;
  if (!isMonth(period) || !["btc_produced", "btc_sold", "btc_held", "btc_purchased"].includes(metric)) return false;
  const closes = (by: 0 | 1): boolean => {
    const at = (asked: Of["metric"], month: number): readonly number[] =>
      asked === metric && month === 0 ? [value] : evidence.known(of, asked, month);
    const bought = at("btc_purchased", by);
    return at("btc_held", by - 1).some((before) =>
      at("btc_held", by).some((after) =>
        at("btc_produced", by).some((made) =>
          at("btc_sold", by).some((sold) =>
            (bought.length === 0 ? [0] : bought).some(
              (more) => made > 1 && Math.abs(before + made + more - sold - after) <= Math.max(1.01, 0.0002 * after),
            ),
          ),
        ),
      ),
    );
  };
  return closes(0) || (metric === "btc_held" && closes(1));
}

/** "+12%" beside it equals its change from the month before or the year before. */
export function fitsPercent(of: Of, evidence: Evidence): boolean {
  const { metric, period, value, proposals } = of;
  const earlier = [...new Set([-lengthOf(period), -12])].flatMap((by) => [
    ...evidence.own(of, metric, by),
    ...evidence.onRecord(of, metric, by),
  ]);
  const changes = earlier.map((old) => Math.abs(100 * (value / old - 1)));
  const fits = (percent: Raw): boolean =>
    percent.value >= 1 && changes.some((change) => Math.abs(change - percent.value) <= (percent.decimals >= 1 ? 0.051 : 0.51));
  return proposals.some(({ raw }) => (evidence.percents.get(raw.place) ?? []).some(fits));
}

/** A rate per day times the days of the month. */
export function fitsDays({ metric, period, value }: Of, { rates }: Evidence): boolean {
  if (metric !== "btc_produced" || !isMonth(period)) return false;
  const days = daysIn(period);
  return rates.some((rate) => {
    if (rate.decimals < 1 || (rate.kind === "row" && rate.value * 20 > value * days)) return false;
    return Math.abs(rate.value * days - value) <= 0.5 * 10 ** -rate.decimals * days + 0.6;
  });
}

/** Tolerance of coins times price against proceeds: price and proceeds are given with three digits or more. */
const ROUNDED = 0.015;

/** Coins sold times their price equal the proceeds; if the document states no price, coins times roughly the month's mean price do. */
export function fitsPrice(of: Of, evidence: Evidence): boolean {
  const { metric, value, period } = of;
  if (metric !== "btc_sold" && metric !== "sale_proceeds_usd" && metric !== "avg_sale_price_usd") return false;
  const amountOf = (asked: MetricId): number | undefined => (asked === metric ? value : evidence.known(of, asked)[0]);
  const [sold, proceeds, price] = [amountOf("btc_sold"), amountOf("sale_proceeds_usd"), amountOf("avg_sale_price_usd")];
  if (sold === undefined || proceeds === undefined || sold <= 0 || proceeds <= 0) return false;
  const mean = evidence.view.price(period);
  // A price of another time means that the sale was then.
  if (price !== undefined)
    return Math.abs((sold * price) / proceeds - 1) < ROUNDED && (mean === undefined || Math.abs(price / mean - 1) <= FAR_FROM_MEAN);
  const stated = evidence.own(of, "btc_sold").includes(sold) && evidence.own(of, "sale_proceeds_usd").includes(proceeds);
  return mean !== undefined && stated && Math.abs(proceeds / sold / mean - 1) <= NEAR_MEAN;
}

/** Deviation of the price of coins sold from their month's mean: usual, and maximum. */
const NEAR_MEAN = 0.08;
const FAR_FROM_MEAN = 0.2;

/** Whether two places of the document state the amount as a fact, in different words. */
export function saidTwice({ value, proposals }: Of): boolean {
  const sure = proposals.filter(({ chance, raw }) => chance >= 0.4 && !isGuessed(raw) && !says(raw, PLANNED));
  if (value === 0 || new Set(sure.map(({ raw }) => raw.block)).size < 2) return false;
  const [words] = sure.slice(0, 1).map(wordsOf);
  return sure.some((one) => wordsOf(one) !== words);
}

/** The words beside a figure, and where they stand. */
const wordsOf = ({ raw: { kind, label, features, start } }: Proposal): string =>
  `${kind === "row" ? label.replace(/\W/g, "").toLowerCase() : features.filter((one) => /^[LR]\d:/.test(one)).join(" ")}|${start}`;
