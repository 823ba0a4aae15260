/** A fact is one figure as one source states it. It is never overwritten: a correction supersedes it and both stay visible. */
import { once } from "../shared/once";
import type { CompanyId } from "./company";
import type { MetricId } from "../values/metric";
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

interface KnownSince {
  readonly day: Day;
  /** True when the source has no date and the day is the period's end plus 45 days. */
  readonly assumed: boolean;
}

/** The day from which a fact counts as known. */
export function knownSince(fact: Pick<Fact, "period" | "source">): KnownSince {
  if (fact.source.publishedOn !== null) return { day: fact.source.publishedOn, assumed: false };
  return { day: assumedDay(fact.period), assumed: true };
}

/** The day by which a period's figures are assumed published. */
export const assumedDay = (period: Period): Day => assumedAfter(lastMonth(period));

/** Cached, because every missing cell needs it. */
const assumedAfter = once((month: Period) => addDays(endOf(month), UNDATED_DELAY_DAYS));
