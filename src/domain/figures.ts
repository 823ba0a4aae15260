/**
 * The figures of a record: for any company, metric and period the cell that the product shows, with its evidence.
 * OpenRecord + today → Figures. The one place where the levels of evidence are put in order: reported, derived, policy, missing.
 * Cells are computed when asked for and kept, since a record does not change.
 */
import { type Cell, isKnown, type KnownCell, missing, type MissingReason, type ReportedCell } from "./cell";
import { choose, type Choice } from "./choose";
import { type CompanyId, inSpan } from "./company";
import { derive, type DerivationResult } from "./derive";
import { type Fact, UNDATED_DELAY_DAYS } from "./fact";
import { groupBy } from "./group";
import { METRICS, type MetricId } from "./metric";
import { addDays, type Day, endOf, kindOf, monthOfDay, monthsOf, type Period, quarterOf, shift } from "./period";
import type { OpenRecord, Policy } from "./record";

/** Best estimate takes every level; reported only takes chosen facts alone. */
export type EvidenceMode = "best" | "reported";

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
  basisOf(fact: Fact): string;
  /** undefined: no figure at all. */
  reportingSpan(company: CompanyId): ReportingSpan | undefined;
}

/** A company counts as still reporting in the year after its last figure; later, what is missing will not come. */
const STILL_REPORTING_MONTHS = 12;

export function figuresOf(record: OpenRecord, today: Day): Figures {
  const factsByKey = groupFacts(record.facts);
  const spans = reportingSpans(record.facts);
  const decisions = new Map(record.decisions.map((d) => [`${d.kind} ${key(d.company, d.metric, d.period)}`, d]));
  const bases = new Map(
    record.decisions.filter((d) => d.kind === "basis").map((d) => [`${key(d.company, d.metric, d.period)} ${d.written}`, d.basis]),
  );
  const policiesByCompany = groupBy(record.policies, (policy) => policy.company);
  const cells = new Map<string, Cell>();

  const choice: Figures["choice"] = (company, metric, period) => {
    const facts = factsByKey.get(key(company, metric, statedFor(metric, period)));
    return facts && choose(facts, decisions.get(`prefer ${key(company, metric, statedFor(metric, period))}`));
  };
  const reported: Figures["reported"] = (company, metric, period) => {
    const found = choice(company, metric, period);
    return found && { evidence: "reported", value: found.chosen.value, facts: [found.chosen], others: found.others };
  };
  const basisOf: Figures["basisOf"] = (fact) => bases.get(`${key(fact.company, fact.metric, fact.period)} ${fact.written}`) ?? "";
  const reportingSpan: Figures["reportingSpan"] = (company) => spans.get(company);

  function cell(company: CompanyId, metric: MetricId, period: Period, mode: EvidenceMode = "best"): Cell {
    const id = `${mode} ${key(company, metric, period)}`;
    const kept = cells.get(id);
    if (kept) return kept;
    const made = makeCell(company, metric, period, mode);
    cells.set(id, made);
    return made;
  }

  function makeCell(company: CompanyId, metric: MetricId, period: Period, mode: EvidenceMode): Cell {
    const stated = reported(company, metric, period);
    if (stated) return stated;
    if (mode === "reported") return missing(whyMissing(company, metric, period, undefined));
    const derived = derive(figures, company, metric, period);
    if (derived !== undefined && derived !== "doesNotReconcile") return derived;
    if (derived === undefined) {
      const byPolicy = policyCell(company, metric, period);
      if (byPolicy) return byPolicy;
    }
    return missing(whyMissing(company, metric, period, derived));
  }

  /** Sold by stated policy: all of production, or nothing. Only while the company reports at all. */
  function policyCell(company: CompanyId, metric: MetricId, period: Period): KnownCell | undefined {
    if (metric !== "btc_sold" || kindOf(period) !== "month") return undefined;
    // A total that was reported for the quarter is a better figure than a presumption, and may contradict it (CleanSpark 2024-Q1: 13 sold).
    if (reported(company, metric, quarterOf(period))) return undefined;
    const span = spans.get(company);
    const policy = policyIn(policiesByCompany.get(company) ?? [], period);
    if (!policy || !span || period < span.from || period > span.to) return undefined;
    if (policy.policy === "holds_all") return { evidence: "policy", value: 0, policy, facts: [] };
    const produced = policy.policy === "sells_all" ? cell(company, "btc_produced", period) : undefined;
    return produced && isKnown(produced) ? { evidence: "policy", value: produced.value, policy, facts: produced.facts } : undefined;
  }

  function whyMissing(company: CompanyId, metric: MetricId, period: Period, derived: DerivationResult): MissingReason {
    if (derived === "doesNotReconcile") return "doesNotReconcile";
    const span = spans.get(company);
    if (kindOf(period) === "month" && METRICS[metric].kind !== "stock" && reported(company, metric, quarterOf(period)))
      return "quarterOnly";
    const months = monthsOf(period);
    const [first, last] = [months[0] ?? period, months[months.length - 1] ?? period];
    if (!span || last < span.from || first > shift(span.to, STILL_REPORTING_MONTHS)) return "notReporting";
    if (last > span.to && today <= addDays(endOf(period), UNDATED_DELAY_DAYS)) return "notYetPublished";
    // A quarter or year that the last figure lies inside of was reported in part.
    return first > span.to ? "notReporting" : "notDisclosed";
  }

  const figures: Figures = { record, today, cell, choice, reported, basisOf, reportingSpan };
  return figures;
}

/** The stated policy that covers a month, the latest begun first. */
export function policyIn(policies: readonly Policy[], month: Period): Policy | undefined {
  return policies.filter((policy) => inSpan(policy, month)).sort((a, b) => (b.from ?? "").localeCompare(a.from ?? ""))[0];
}

/** First and last month of the record's figures, over all companies; undefined for an empty record. */
export function recordSpan(figures: Figures): ReportingSpan | undefined {
  const spans = figures.record.companies.map((c) => figures.reportingSpan(c.id)).filter((span) => span !== undefined);
  if (spans.length === 0) return undefined;
  const from = spans.map((span) => span.from).sort()[0] as Period;
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1) as Period;
  return { from, to };
}

function key(company: CompanyId, metric: MetricId, period: Period): string {
  return `${company} ${metric} ${period}`;
}

/** A stock at the end of a quarter or year is the stock at the end of its last month: one figure, one key. */
function statedFor(metric: MetricId, period: Period): Period {
  return METRICS[metric].kind === "stock" ? monthOfDay(endOf(period)) : period;
}

function groupFacts(facts: readonly Fact[]): Map<string, Fact[]> {
  return groupBy(facts, (fact) => key(fact.company, fact.metric, statedFor(fact.metric, fact.period)));
}

function reportingSpans(facts: readonly Fact[]): Map<CompanyId, ReportingSpan> {
  const spans = new Map<CompanyId, ReportingSpan>();
  for (const fact of facts) {
    // A stock dates from one day; an opening balance must not make a company "report" the months of a year before.
    const months = METRICS[fact.metric].kind === "stock" ? [monthOfDay(endOf(fact.period))] : monthsOf(fact.period);
    const [from, to] = [months[0], months.at(-1)];
    if (from === undefined || to === undefined) continue;
    const span = spans.get(fact.company);
    spans.set(fact.company, { from: span && span.from < from ? span.from : from, to: span && span.to > to ? span.to : to });
  }
  return spans;
}
