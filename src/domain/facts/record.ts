/** The whole record as immutable data, loaded once per data version. Of replaced rows, only superseded facts are kept. */
import type { Company, CompanyId, Span } from "./company";
import type { Fact } from "./fact";
import type { MetricId } from "../values/metric";
import type { Day, Period } from "../values/period";
import type { Publisher } from "./publisher";

export const STATED_POLICIES = ["holds_all", "mixed", "sells_all"] as const;
export type StatedPolicy = (typeof STATED_POLICIES)[number];

/** A treasury policy that a company stated, with the months it covers. */
export interface Policy extends Span {
  readonly company: CompanyId;
  readonly policy: StatedPolicy;
  readonly sourceUrl: string;
  /** Its publisher; absent where no register was used. */
  readonly publisher?: string;
  /** Address of an archived copy, in case the page is gone. */
  readonly archive?: string;
}

/** What a source says about a treasury in words: no figure, so no fact. */
export interface PolicyStatement {
  readonly id: number;
  readonly company: CompanyId;
  readonly period: Period;
  readonly source: Fact["source"];
  readonly note: string;
}

/** While it holds, the parent's holdings include the child's: never add both. */
export interface Consolidation extends Span {
  readonly parent: CompanyId;
  readonly child: CompanyId;
  readonly note: string;
}

/** Bitcoin's price in a month, in cents. */
export interface BtcPrice {
  readonly month: Period;
  readonly average: number;
  readonly close: number;
  /** Days with a price; fewer than in the month while it is not over. */
  readonly days: number;
}

export const PUBLISHED_METRICS = ["sell_through_pct", "sold_btc", "produced_btc", "held_btc"] as const;
export type PublishedMetric = (typeof PUBLISHED_METRICS)[number];

/** A pooled figure that someone else printed. */
export interface PublishedAggregate {
  readonly period: Period;
  readonly metric: PublishedMetric;
  /** As printed: percent or BTC. */
  readonly written: string;
  readonly panel: string;
  readonly publisher: string;
  readonly sourceUrl: string;
  readonly note: string;
}

export interface Event {
  readonly date: Day;
  readonly label: string;
  readonly kind: string;
  readonly source: string;
}

export const DECISION_KINDS = ["prefer", "basis", "accept"] as const;

/**
 * A human decision about facts, as data with a note.
 * `prefer`: of the facts for this key, the one written `written` is chosen.
 * `basis`: the holdings figure written `written` counts something else than the company's usual figure (`basis` says what), so that it is
 * not compared with figures on another basis.
 * `accept`: the figure written `written` is right although it exceeds a limit (limits.ts).
 */
export interface Decision {
  readonly kind: (typeof DECISION_KINDS)[number];
  readonly company: CompanyId;
  readonly metric: MetricId;
  readonly period: Period;
  readonly written: string;
  /** Only for `basis`: "unrestricted part", "without collateral". Empty otherwise. */
  readonly basis: string;
  readonly note: string;
}

/** A fact that no longer counts: another replaces it, or it was withdrawn (`by` null). */
export interface Supersession {
  readonly fact: Fact;
  readonly by: Fact | null;
  readonly reason: string;
  readonly recordedOn: Day;
}

export interface RecordVersion {
  /** Content hash of the record: equal content has the same id everywhere. */
  readonly id: string;
  /** Last day of publication in the record: its figures reach up to here. */
  readonly date: Day;
  /** Day of the last import. A correction moves it, however old the corrected figure is. */
  readonly changedOn: Day;
}

export interface OpenRecord {
  readonly version: RecordVersion;
  readonly companies: readonly Company[];
  /** Facts that count, in recorded order. */
  readonly facts: readonly Fact[];
  readonly supersessions: readonly Supersession[];
  readonly policies: readonly Policy[];
  readonly statements: readonly PolicyStatement[];
  readonly consolidations: readonly Consolidation[];
  readonly prices: readonly BtcPrice[];
  readonly aggregates: readonly PublishedAggregate[];
  readonly events: readonly Event[];
  readonly decisions: readonly Decision[];
  readonly publishers: readonly Publisher[];
}
