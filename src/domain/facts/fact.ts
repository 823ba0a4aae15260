/** A fact is one figure as one source states it. It is never overwritten: a correction supersedes it and both stay visible. */
import { SATS_PER_BTC, UNIT_SCALE } from "../values/amount";
import type { CompanyId } from "./company";
import { type MetricId, METRICS } from "../values/metric";
import { addDays, type Day, endOf, lastMonth, type Period } from "../values/period";

/** Best first. An aggregator is second-hand: somebody's collection or summary, whose documents were not checked. */
export const SOURCE_KINDS = ["company_release", "filing", "news_report", "aggregator"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SOURCE_KIND_LABEL: Record<SourceKind, string> = {
  company_release: "company release",
  filing: "regulatory filing",
  news_report: "news report",
  aggregator: "second-hand summary",
};

/** The kinds in one phrase, best first: "company release, regulatory filing, news report or second-hand summary". */
export const SOURCE_KINDS_TEXT = SOURCE_KINDS.map((kind) => SOURCE_KIND_LABEL[kind])
  .join(", ")
  .replace(/, ([^,]*)$/, " or $1");

/** Published by the company itself: in a release or to its regulator. */
export const isOwn = ({ kind }: Pick<Source, "kind">): boolean => kind === "company_release" || kind === "filing";

/** Somebody's collection or summary of what others published. */
export const isSecondHand = ({ kind }: Pick<Source, "kind">): boolean => kind === "aggregator";

export interface Source {
  readonly id: number;
  readonly address: string;
  readonly kind: SourceKind;
  /** Name of the publisher (publisher.ts); the host of its address where no register was used. */
  readonly publisher: string;
  /** null: the source does not say. */
  readonly publishedOn: Day | null;
  /** null: not noted. */
  readonly retrievedOn: Day | null;
  /** Address of an archived copy in case the page is gone; absent where the publisher keeps it, or where no register was used. */
  readonly archive?: string;
}

export interface Fact {
  /** Number in the store; facts recorded earlier have smaller ones ("first in file"). */
  readonly id: number;
  readonly company: CompanyId;
  readonly metric: MetricId;
  readonly period: Period;
  /** In the smallest part of the metric's unit (see amount.ts). */
  readonly value: number;
  /** The figure as written in the record: "569.0". */
  readonly written: string;
  readonly source: Source;
  readonly note: string;
  /** Day on which it was recorded; absent for a fact that comes from no store. */
  readonly recordedOn?: Day;
}

export type OfFigure = Pick<Fact, "company" | "metric" | "period">;

/** The company, metric and period as one text. */
export const keyOf = ({ company, metric, period }: OfFigure): string => `${company} ${metric} ${period}`;

export const isSameKey = (a: OfFigure, b: OfFigure): boolean => a.company === b.company && a.metric === b.metric && a.period === b.period;

/** Assumed delay of publication when a source has no date (/method#known-since). */
export const UNDATED_DELAY_DAYS = 45;

export interface KnownSince {
  readonly day: Day;
  /** True when the source has no date and the day is the period's end plus 45 days. */
  readonly assumed: boolean;
}

/** The day from which a fact counts as known. */
export function knownSince(fact: Pick<Fact, "period" | "source">): KnownSince {
  if (fact.source.publishedOn !== null) return { day: fact.source.publishedOn, assumed: false };
  return { day: assumedDay(fact.period), assumed: true };
}

const assumedDays = new Map<Period, Day>();

/** The day by which a period's figures are assumed published. Cached, because every missing cell needs it. */
export function assumedDay(period: Period): Day {
  const last = lastMonth(period);
  const day = assumedDays.get(last) ?? addDays(endOf(last), UNDATED_DELAY_DAYS);
  assumedDays.set(last, day);
  return day;
}

/** What says how precise a figure is: a source that writes 616 means some amount that rounds to it. Precisions are in the smallest part of its unit. */
type Written = Pick<Fact, "metric" | "value" | "written">;

const APPROXIMATE = /\b(approximate(ly)?|about|around|roughly|circa|nearly|almost|rounded)\b|~/i;

/** Half a unit of the last digit; of its last digit that is not 0 where its note calls it approximate ("about 1,900" is ± 50). A written 0 is exact. */
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
