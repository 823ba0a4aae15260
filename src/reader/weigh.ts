/**
 * Weighs the readings of one document against each other: what agrees, what contradicts, what the document's own sums confirm.
 * In: all readings. Out: one candidate per figure, "high" only when nothing speaks against it.
 * Rule guarded: two values for one figure make both of them a person's matter.
 */
import { mulDiv, toUnits, UNIT_SCALE } from "@/domain/amount";
import { METRICS, type MetricId } from "@/domain/metric";
import { kindOf, monthsOf, type Period, endOf, shift } from "@/domain/period";
import type { DailyRate, Reading } from "./reading";

/** One figure of the document with everything said about it. */
export interface Weighed {
  readonly reading: Reading;
  readonly amount: number;
  readonly doubts: readonly string[];
  readonly notes: readonly string[];
}

const ORIGINS: readonly Reading["origin"][] = ["table", "list", "sentence", "heading"];
const weight = (reading: Reading): number => reading.doubts.length * 100 + reading.questions.length * 10 + ORIGINS.indexOf(reading.origin);

/** One or (where the document contradicts itself) several figures per metric and period. */
export function weigh(readings: readonly Reading[], daily: readonly DailyRate[]): Weighed[] {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const key = `${reading.metric}|${reading.period}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reading]);
    else group.push(reading);
  }
  const figures = [...groups.values()].flatMap((group) => settleGroup(group, daily));
  return checked(figures, daily);
}

function settleGroup(group: readonly Reading[], daily: readonly DailyRate[]): Weighed[] {
  const answered = group.map((reading) => answer(reading, group, daily));
  const sure = answered.filter((reading) => reading.doubts.length === 0 && reading.questions.length === 0);
  const pool = ownOf(sure.length > 0 ? sure : answered);
  const values: Reading[] = [];
  for (const reading of [...pool].sort((a, b) => weight(a) - weight(b))) {
    if (!values.some((kept) => agrees(kept, reading))) values.push(reading);
  }
  return values.map((reading) => {
    const same = group.filter((other) => other !== reading && other.start !== reading.start && agrees(other, reading));
    const others = values.filter((other) => other !== reading);
    const contradiction = others.map((other) => `the document also gives ${other.written}`);
    const rival = rivalOf(reading, answered);
    return {
      reading,
      amount: reading.amount,
      doubts: [...reading.doubts, ...reading.questions, ...contradiction, ...(rival === undefined ? [] : [rival])],
      notes: [...reading.notes, ...(same.length > 0 ? [`said ${same.length + 1} times`] : [])],
    };
  });
}

/** Where one place says that the figure is the company's own part, a larger one that does not say so is the whole with others'. */
function ownOf(pool: readonly Reading[]): readonly Reading[] {
  const own = pool.filter((reading) => reading.own === true && reading.doubts.length === 0);
  const largest = Math.max(...own.map(({ amount }) => amount));
  return own.length === 0
    ? pool
    : pool.filter((reading) => reading.own === true || reading.amount <= largest || own.some((one) => agrees(one, reading)));
}

/** A reading in doubt only for its wording that says something else throws a shadow on figures that are not from a table. */
function rivalOf(reading: Reading, group: readonly Reading[]): string | undefined {
  if (reading.origin === "table") return undefined;
  const rival = group.find(
    (other) => other.doubts.length === 0 && other.questions.length > 0 && !agrees(other, reading) && other.alternatives.length === 0,
  );
  return rival && `the document may also give ${rival.written}`;
}

/** Equal, or one is the other rounded. */
function agrees(a: Reading, b: Reading): boolean {
  if (a.amount === b.amount) return true;
  const fine = decimalsOf(a) >= decimalsOf(b) ? a : b;
  const coarse = fine === a ? b : a;
  const tolerance = 0.5 * stepOf(coarse);
  return decimalsOf(fine) !== decimalsOf(coarse) || stepOf(fine) !== stepOf(coarse) ? Math.abs(a.amount - b.amount) <= tolerance : false;
}

const decimalsOf = (reading: Reading): number => -Math.log10(stepOf(reading));

/** The size of the last digit as printed, in the unit's smallest part. */
function stepOf(reading: Reading): number {
  const scale = 10 ** UNIT_SCALE[METRICS[reading.metric].unit];
  const written = /\d[\d,.']*/.exec(reading.written)?.[0] ?? "0";
  const decimals = /\.(\d+)$/.exec(written)?.[1]?.length ?? 0;
  const printed = Number(written.replace(/[,']/g, ""));
  const factor = printed === 0 || reading.amount === 0 ? 1 : Math.abs(toUnits(reading.amount, METRICS[reading.metric].unit)) / printed;
  const power = [1e-6, 1e-3, 1, 1e3, 1e6, 1e9].reduce((best, at) =>
    Math.abs(Math.log10(factor / at)) < Math.abs(Math.log10(factor / best)) ? at : best,
  );
  return scale * power * 10 ** -decimals;
}

/** Questions are answered when another place, or production per day, confirms the amount or one of its alternatives. */
function answer(reading: Reading, group: readonly Reading[], daily: readonly DailyRate[]): Reading {
  if (reading.questions.length === 0) return reading;
  const options = [reading.amount, ...reading.alternatives];
  const elsewhere = group.filter((other) => other.start >= reading.end || other.end <= reading.start);
  for (const amount of options) {
    const confirmed = elsewhere.some((other) => other.amount === amount && other.doubts.length === 0 && other.alternatives.length === 0);
    const byRate = reading.metric === "btc_produced" && fitsDaily(reading.period, amount, daily) === true;
    if (confirmed || byRate) {
      return {
        ...reading,
        amount,
        questions: [],
        notes: [...reading.notes, confirmed ? "confirmed by another place in the document" : "confirmed by the production per day"],
      };
    }
  }
  return reading;
}

/** Whether a month's production fits the production per day; undefined when none is given. */
function fitsDaily(period: Period, amount: number, daily: readonly DailyRate[]): boolean | undefined {
  const rates = daily.filter((rate) => rate.period === period);
  if (rates.length === 0) return undefined;
  const days = monthsOf(period).reduce((sum, month) => sum + Number(endOf(month).slice(8)), 0);
  const total = toUnits(amount, "BTC");
  return rates.some((rate) => Math.abs(rate.perDay * days - total) <= (rate.precision + 0.02 * rate.perDay) * days + 0.6);
}

/** Checks figures of a month against each other: per day, price times sold, and the books. */
function checked(figures: readonly Weighed[], daily: readonly DailyRate[]): Weighed[] {
  const at = (metric: MetricId, period: Period): Weighed | undefined => {
    const found = figures.filter((figure) => figure.reading.metric === metric && figure.reading.period === period);
    return found.length === 1 ? found[0] : undefined;
  };
  return figures.map((figure) => {
    const { period, metric } = figure.reading;
    const doubts: string[] = [];
    const notes: string[] = [];
    if (metric === "btc_produced") {
      const fits = fitsDaily(period, figure.amount, daily);
      if (fits === true) notes.push("fits the production per day");
      if (fits === false && daily.some((rate) => rate.firm && rate.period === period)) doubts.push("does not fit the production per day");
    }
    if (metric === "sale_proceeds_usd" || metric === "avg_sale_price_usd" || metric === "btc_sold") {
      const [sold, price, proceeds] = [at("btc_sold", period), at("avg_sale_price_usd", period), at("sale_proceeds_usd", period)];
      if (sold && price && proceeds) {
        const ratio =
          sold.amount === 0 ? 0 : toUnits(mulDiv(price.amount, sold.amount, 10 ** UNIT_SCALE.BTC), "USD") / toUnits(proceeds.amount, "USD");
        if (ratio > 0.97 && ratio < 1.03) notes.push("price times sold gives the proceeds");
        else if (ratio < 0.9 || ratio > 1.1) doubts.push("price times sold does not give the proceeds");
      }
    }
    const books = METRICS[metric].unit === "BTC" && kindOf(period) === "month" ? booksOf(period, at) : undefined;
    if (books !== undefined && ["btc_produced", "btc_sold", "btc_held", "btc_purchased"].includes(metric)) {
      if (books.unexplained <= books.tolerance) notes.push("held before + produced + purchased - sold gives held");
      else if (books.unexplained > books.limit) doubts.push(`the books do not balance: ${books.unexplained.toFixed(1)} BTC unexplained`);
    }
    return { ...figure, doubts: [...figure.doubts, ...doubts], notes: [...figure.notes, ...notes] };
  });
}

function booksOf(
  period: Period,
  at: (metric: MetricId, period: Period) => Weighed | undefined,
): { unexplained: number; tolerance: number; limit: number } | undefined {
  const [before, after] = [at("btc_held", shift(period, -1)), at("btc_held", period)];
  const [produced, sold, bought] = [at("btc_produced", period), at("btc_sold", period), at("btc_purchased", period)];
  if (!before || !after || !produced || !sold) return undefined;
  const unexplained = Math.abs(toUnits(before.amount + produced.amount + (bought?.amount ?? 0) - sold.amount - after.amount, "BTC"));
  const held = toUnits(after.amount, "BTC");
  return { unexplained, tolerance: Math.max(1, 0.005 * held), limit: Math.max(20, toUnits(produced.amount + sold.amount, "BTC")) };
}
