/** What can be asked of the figures of a record (figures.ts answers). */
import type { Cell, KnownCell, ReportedCell } from "./cell";
import type { Choice } from "./choose";
import type { Company, CompanyId } from "./company";
import type { Fact } from "./fact";
import type { MetricId } from "./metric";
import type { Day, Period } from "./period";
import type { Consolidation, Decision, OpenRecord, Policy } from "./record";
import type { Solution } from "./solve/solve";

/**
 * Best estimate takes every level; firsthand is the same without second-hand facts (somebody's collection or summary); reported takes
 * chosen facts alone.
 */
export const EVIDENCE_MODES = ["best", "firsthand", "reported"] as const;
export type EvidenceMode = (typeof EVIDENCE_MODES)[number];

/** First and last month that a company has a figure for. */
export interface ReportingSpan {
  readonly from: Period;
  readonly to: Period;
}

export interface Figures {
  readonly record: OpenRecord;
  /** The day on which the question is asked (or the as-of day). */
  readonly today: Day;
  cell(company: CompanyId, metric: MetricId, period: Period, mode?: EvidenceMode): Cell;
  /** The chosen fact for exactly this key, and what else was stated; undefined when nobody stated it. */
  choice(company: CompanyId, metric: MetricId, period: Period): Choice | undefined;
  reported(company: CompanyId, metric: MetricId, period: Period): ReportedCell | undefined;
  /** What was bought in a period: undefined when no purchase was announced, "unknown" when only a longer total tells. */
  purchased(company: CompanyId, period: Period, mode?: EvidenceMode): KnownCell | "unknown" | undefined;
  basisOf(fact: Fact): string;
  /** undefined: no figure at all. */
  reportingSpan(company: CompanyId): ReportingSpan | undefined;
  factsOf(company: CompanyId): readonly Fact[];
  company(id: CompanyId): Company | undefined;
  policiesOf(company: CompanyId): readonly Policy[];
  decisionsOf(company: CompanyId): readonly Decision[];
  /** Those of which the company is the child. */
  consolidationsOf(child: CompanyId): readonly Consolidation[];
  /** Everything that follows from one company's figures. */
  solution(company: CompanyId): Solution;
  /** What answers about a company are kept with (answers.ts): the same object while its rows, bitcoin's prices and the day are the same. */
  own(company: CompanyId): object;
}
