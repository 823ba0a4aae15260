/** Candidates with their likeliest metric and their period, if they are likely enough to ask a person about. */
import { UNIT_SCALE } from "@/domain/values/amount";
import { cannotBe } from "@/domain/review/limits";
import { METRICS, type MetricId } from "@/domain/values/metric";
import { parsePeriod } from "@/domain/values/period";
import { groupBy } from "@/domain/shared/group";
import { oncePer } from "@/domain/shared/once";
import type { Raw } from "../candidates/candidate";
import { addMonths, backBy, lastMonthOf, lengthOf, type Month } from "../mentions/months";
import { type Key, keyOf, type RecordView } from "./recordView";
import type { Probabilities } from "../score";
import type { Sense } from "../mentions/settle";
import { periodOf } from "../candidates/whenSaid";

export interface Scored {
  readonly raw: Raw;
  readonly probabilities: Probabilities;
}

export interface Proposal extends Key {
  readonly raw: Raw;
  /** Chance that the figure is of the metric. */
  readonly chance: number;
  readonly sense: Sense;
  /** Month and year are written beside the figure, or over its column. */
  readonly exact: boolean;
}

/** Minimum chance of a candidate worth asking about. */
export const LEAST = 0.08;
/** The same for a number without a unit, of which long documents are full. */
const BARE = 0.09;
/** The same for a second meaning, which a number has only if its first is not certain. */
const SECOND = 0.1;
const SURE = 0.8;
/** If words make no metric likelier than this, an amount's size may suggest one too. */
const UNSURE = 0.5;
const MAY_BE_ZERO: readonly MetricId[] = ["btc_sold", "btc_purchased", "btc_held"];
/** "–" in a row of coins sold means none; in a row of coins held, that nobody says how many. */
const DASH = /^[^\d\p{L}]*$/u;

export interface Frame {
  readonly month: Month | undefined;
  readonly long?: string | undefined;
  /** The last whole month before publication. */
  readonly until?: Month | undefined;
  /** The month in which the document came out, where that is known. */
  readonly published: Month | undefined;
  readonly fiscalEnd: (company: string | undefined) => number;
  readonly view: RecordView;
}

/** The figures that candidates may be, in a document about `frame.month`. */
export function proposalsOf(scored: readonly Scored[], frame: Frame): Proposal[] {
  const placed = withProceeds(placedIn(scored, frame), frame);
  const likeliest = placed.flatMap((one) => proposalOf(one, 0, frame));
  const keys = new Set(likeliest.map(keyOf));
  // A figure that is no number's likeliest meaning may be the second meaning of one.
  const second = placed.flatMap((one) => proposalOf(one, 1, frame)).filter((one) => !keys.has(keyOf(one)));
  // A figure that no words indicate may follow from an amount's size.
  const named = new Set([...likeliest, ...second].map(keyOf));
  const sized = placed.flatMap((one) => sizedOf(one, frame)).filter((one) => !named.has(keyOf(one)));
  return [...likeliest, ...second, ...sized];
}

/** A candidate as a figure of its `nth` likeliest metric. */
function proposalOf({ raw, probabilities, when }: Placed, nth: 0 | 1, frame: Frame): Proposal[] {
  if (raw.company === undefined) return [];
  const ranked = raw.none === undefined ? rankedOf(probabilities) : [[raw.none, 0.9] as const];
  const [best] = ranked;
  const one = ranked[nth];
  if (best === undefined || one === undefined || one[1] < (nth === 0 ? LEAST : SECOND) || (nth === 1 && best[1] >= SURE)) return [];
  const [metric, chance] = one;
  if (raw.value === 0 && ![metric, best[0]].every((one) => MAY_BE_ZERO.includes(one))) return [];
  if (raw.value === 0 && metric === "btc_held" && DASH.test(raw.written)) return [];
  if (raw.unit === "none" && chance < BARE) return [];
  const period = periodFor(metric, when, frame);
  if (period === undefined || isToCome(period, frame) || isBeyond(metric, period, raw.value)) return [];
  // A number without a unit must not be far in size from the record's.
  if (raw.unit === "none" && frame.view.likeness(raw.value, { company: raw.company, metric, period }) < 0) return [];
  return [{ raw, company: raw.company, metric, chance, period, sense: when.sense, exact: when.exact && when.opens !== true }];
}

/** "2028 | 2,844,663" in a filing of 2025: nothing is a fact of a time that had not begun when the document came out (where its day is unknown: a year after its month). */
function isToCome(period: string, { month, published }: Frame): boolean {
  const latest = published ?? (month === undefined ? undefined : addMonths(month, 12));
  return latest !== undefined && addMonths(lastMonthOf(period), 1 - lengthOf(period)) > latest;
}

/** Whether the import would reject the amount by itself. */
function isBeyond(metric: MetricId, period: string, value: number): boolean {
  const parsed = parsePeriod(period);
  return parsed !== undefined && cannotBe(metric, parsed, value * 10 ** UNIT_SCALE[METRICS[metric].unit]);
}

/** Metrics that an amount's size may indicate where words do not: by the record's amounts of the months before. */
const BY_SIZE: readonly MetricId[] = ["btc_held", "btc_produced", "deployed_ehs", "avg_ehs"];
/** Words that make a metric less likely than this are about something else. */
const SIZED = 0.02;

/** "At the end of May it was left with 5,321 coins": offered, with too low a chance to be certain or to confirm others. */
function sizedOf({ raw, probabilities, when }: Placed, frame: Frame): Proposal[] {
  const { company } = raw;
  if (company === undefined || raw.kind === "row" || raw.unit === "none" || (bestOf(probabilities)?.[1] ?? 0) >= UNSURE) return [];
  return BY_SIZE.flatMap((metric) => {
    const [chance, period] = [probabilities[metric] ?? 0, periodFor(metric, when, frame)];
    if (chance < SIZED || period === undefined || frame.view.likeness(raw.value, { company, metric, period }) <= 0) return [];
    return [{ raw, company, metric, chance: Math.min(chance, LEAST / 2), period, sense: when.sense, exact: when.exact }];
  });
}

/** Maximum deviation of a sale's price from the month's mean, and the chance that dollars within it are the proceeds. */
const PRICED = 0.15;
const PROCEEDS = 0.6;
const SOLD = 0.2;

/** "It sold 275 BTC for about $5.6 million": dollars that are the proceeds of the coins beside them, at their month's price. */
function withProceeds(placed: readonly Placed[], frame: Frame): Placed[] {
  const sales = groupBy(
    placed.filter(
      ({ raw, probabilities }) =>
        raw.kind !== "row" && raw.value > 0 && (probabilities.btc_sold ?? 0) >= SOLD && bestOf(probabilities)?.[0] === "btc_sold",
    ),
    ({ raw }) => raw.block,
  );
  /** The sale of the same company in a block whose coins cost these dollars in its month: the nearest, preferably of the same time. */
  const saleFor = ({ raw: { value, company, place }, when: own }: Placed, block: number): Placed | undefined => {
    const far = ({ raw, when }: Placed): number => 2 * Math.abs(raw.place - place) + Number(when.period !== own.period);
    return sales
      .get(block)
      ?.slice(0, MOST_SALES)
      .sort((a, b) => far(a) - far(b))
      .find(({ raw, when }) => {
        const mean = raw.company === company ? frame.view.price(periodFor("btc_sold", when, frame) ?? "") : undefined;
        return mean !== undefined && Math.abs(value / raw.value / mean - 1) <= PRICED;
      });
  };
  return placed.map((one) => {
    const { raw, probabilities } = one;
    const known = Math.max(probabilities.sale_proceeds_usd ?? 0, probabilities.avg_sale_price_usd ?? 0);
    if (raw.unit !== "usd" || raw.kind === "row" || known >= PROCEEDS) return one;
    const sold = saleFor(one, raw.block) ?? saleFor(one, raw.block - 1);
    return sold === undefined ? one : { raw, probabilities: { ...probabilities, sale_proceeds_usd: PROCEEDS }, when: sold.when };
  });
}

/** Maximum number of sales checked in one paragraph, from its start. */
const MOST_SALES = 50;

interface Placed extends Scored {
  readonly when: ReturnType<typeof periodOf>;
}

/** A stock is known at a period's end; a figure without a time is for the document's period. */
function periodFor(metric: MetricId, { period, sense, back, opens }: Placed["when"], { month, long }: Frame): string | undefined {
  const stock = METRICS[metric].kind === "stock";
  if (opens === true && stock && period !== undefined) return addMonths(period, -1);
  // A day inside a month is not a month-end; but production and sales may be dated with the publication day.
  if (sense === "moment") return stock || month === undefined || period !== addMonths(month, 1) ? undefined : month;
  const ofLong = sense === "none" && period !== undefined ? long : undefined;
  // "In the quarter", in a report on a year.
  const other = sense === "long" && period !== undefined && long !== undefined && lengthOf(period) !== lengthOf(long);
  const told = long !== undefined && back !== undefined && !other ? backBy(long, back) : (ofLong ?? period);
  return told !== undefined && stock ? lastMonthOf(told) : told;
}

type Chance = readonly [MetricId, number];

/** Metrics with their chances, likeliest first. Cached: every month hypothesis looks at the candidates again. */
const rankedOf = oncePer((probabilities: Probabilities): readonly Chance[] =>
  (Object.entries(probabilities) as [MetricId, number][]).sort((a, b) => b[1] - a[1]),
);

export const bestOf = (probabilities: Probabilities): Chance | undefined => rankedOf(probabilities)[0];

/** Candidates that may be a figure, with their periods; most numbers of a table are none. */
function placedIn(scored: readonly Scored[], { month, fiscalEnd, until }: Frame): Placed[] {
  return scored.flatMap(({ raw, probabilities }) =>
    raw.kind === "row" && (bestOf(probabilities)?.[1] ?? 0) < LEAST
      ? []
      : [{ raw, probabilities, when: periodOf(raw.when, month, fiscalEnd(raw.company), until) }],
  );
}
