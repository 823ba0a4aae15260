/** The interface for querying a record's figures (implemented in figures.ts). */
import type { Cell, KnownCell, ReportedCell } from "../facts/cell";
import type { Choice } from "./choose";
import type { Company, CompanyId } from "../facts/company";
import type { Fact } from "../facts/fact";
import type { MetricId } from "../values/metric";
import type { Day, Period } from "../values/period";
import type { Consolidation, Decision, OpenRecord, Policy } from "../facts/record";
import type { Solution } from "../solve/solve";

/**
 * Best estimate allows every level; firsthand is the same without second-hand facts (somebody's collection or summary); reported allows
 * chosen facts alone.
 */
export const EVIDENCE_MODES = ["best", "firsthand", "reported"] as const;
export type EvidenceMode = (typeof EVIDENCE_MODES)[number];

/** First and last month with a figure of a company. */
export interface ReportingSpan {
  readonly from: Period;
  readonly to: Period;
}

export interface Figures {
  readonly record: OpenRecord;
  /** The current day (or the as-of day). */
  readonly today: Day;
  cell(company: CompanyId, metric: MetricId, period: Period, mode?: EvidenceMode): Cell;
  /** The chosen fact for exactly this key, with the facts not chosen; undefined when no source states it. */
  choice(company: CompanyId, metric: MetricId, period: Period): Choice | undefined;
  reported(company: CompanyId, metric: MetricId, period: Period): ReportedCell | undefined;
  /** Purchases in a period: undefined when no purchase was announced, "unknown" when only a longer period's total is known. */
  purchased(company: CompanyId, period: Period, mode?: EvidenceMode): KnownCell | "unknown" | undefined;
  basisOf(fact: Fact): string;
  /** undefined: no figure at all. */
  reportingSpan(company: CompanyId): ReportingSpan | undefined;
  factsOf(company: CompanyId): readonly Fact[];
  company(id: CompanyId): Company | undefined;
  policiesOf(company: CompanyId): readonly Policy[];
  decisionsOf(company: CompanyId): readonly Decision[];
  /** Those in which the company is the child. */
  consolidationsOf(child: CompanyId): readonly Consolidation[];
  /** Everything that follows from one company's figures. */
  solution(company: CompanyId): Solution;
  /** Cache key for answers about a company (answers.ts): the same object while its rows, bitcoin's prices and the day are unchanged. */
  own(company: CompanyId): object;
}
