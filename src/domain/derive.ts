/**
 * The three derivations (method.md, evidence level `derived`): arithmetic from reported facts only, each carrying its facts.
 * A lookup of reported cells in → a derived cell, a finding that the figures do not fit, or undefined when a term is unknown.
 * A quarter is never spread over months, a stock is never summed, and a result that cannot be a flow is not one.
 */
import { SATS_PER_BTC } from "./amount";
import type { DerivedCell, Derivation, KnownCell, ReportedCell } from "./cell";
import type { CompanyId } from "./company";
import type { Fact } from "./fact";
import { type MetricId, METRICS } from "./metric";
import { kindOf, monthsOf, partsOf, type Period, quarterOf, shift } from "./period";

/** What `derive` needs to know of the record. */
export interface ReportedFigures {
  reported(company: CompanyId, metric: MetricId, period: Period): ReportedCell | undefined;
  /** What a holdings figure counts; "" is the company's usual basis. */
  basisOf(fact: Fact): string;
}

export type DerivationResult = DerivedCell | "doesNotReconcile" | undefined;

/** The first derivation that applies, in the order of the method. */
export function derive(figures: ReportedFigures, company: CompanyId, metric: MetricId, period: Period): DerivationResult {
  if (METRICS[metric].kind !== "flow") return undefined;
  if (kindOf(period) !== "month") return sumOfParts(figures, company, metric, period);
  const fromQuarter = quarterMinusMonths(figures, company, metric, period);
  if (fromQuarter !== undefined && fromQuarter !== "doesNotReconcile") return fromQuarter;
  const fromHoldings = metric === "btc_sold" ? soldFromHoldings(figures, company, period) : undefined;
  return fromHoldings ?? fromQuarter;
}

/** a) A quarter is the sum of its months, a year of its quarters, when each is reported (or, for a year, is such a sum itself). */
export function sumOfParts(figures: ReportedFigures, company: CompanyId, metric: MetricId, period: Period): DerivedCell | undefined {
  const facts: Fact[] = [];
  let value = 0;
  for (const part of partsOf(period)) {
    const known =
      figures.reported(company, metric, part) ?? (kindOf(part) === "quarter" ? sumOfParts(figures, company, metric, part) : undefined);
    if (known === undefined) return undefined;
    facts.push(...known.facts);
    value += known.value;
  }
  return derived("sumOfParts", value, facts);
}

/** b) A month's flow is its quarter's reported total minus the two other reported months. */
export function quarterMinusMonths(figures: ReportedFigures, company: CompanyId, metric: MetricId, month: Period): DerivationResult {
  const total = figures.reported(company, metric, quarterOf(month));
  if (total === undefined) return undefined;
  const facts = [...total.facts];
  let value = total.value;
  for (const other of monthsOf(quarterOf(month))) {
    if (other === month) continue;
    const known = figures.reported(company, metric, other);
    if (known === undefined) return undefined;
    facts.push(...known.facts);
    value -= known.value;
  }
  return value < 0 ? "doesNotReconcile" : derived("quarterMinusMonths", value, facts);
}

/**
 * c) A month's sold is held before + produced + purchased − held after, when both holdings are reported on one basis and the result lies
 * between 0 and held before + produced. A result that is below 0 by no more than the tolerance is 0: coins cannot be unsold.
 */
export function soldFromHoldings(figures: ReportedFigures, company: CompanyId, month: Period): DerivationResult {
  const before = figures.reported(company, "btc_held", shift(month, -1));
  const after = figures.reported(company, "btc_held", month);
  const produced = figures.reported(company, "btc_produced", month);
  if (before === undefined || after === undefined || produced === undefined) return undefined;
  const purchased = purchasesIn(figures, company, month);
  if (purchased === "unknown") return undefined;
  if (before.facts[0] && after.facts[0] && figures.basisOf(before.facts[0]) !== figures.basisOf(after.facts[0])) return "doesNotReconcile";

  const value = before.value + produced.value + (purchased?.value ?? 0) - after.value;
  if (value < -holdingsTolerance(after.value) || value > before.value + produced.value) return "doesNotReconcile";
  return derived("holdings", Math.max(value, 0), [...before.facts, ...produced.facts, ...(purchased?.facts ?? []), ...after.facts]);
}

/**
 * What a company bought in a month. Purchases are announced when they happen, so none reported means that the term is absent
 * (undefined): Bitfarms' April 2025 in the method has no such term. But when a longer period has a purchase that is not split by
 * month (MARA 2024: 22,065 BTC), the month's share is unknown. A quarter or year without a total of its own bought what its parts
 * announced (LM Funding 2025-Q3: the 164 BTC of August).
 */
export function purchasesIn(figures: ReportedFigures, company: CompanyId, period: Period): KnownCell | "unknown" | undefined {
  const own = figures.reported(company, "btc_purchased", period);
  if (own !== undefined) return own;
  const year = period.slice(0, 4) as Period;
  const longer = kindOf(period) === "month" ? [quarterOf(period), year] : kindOf(period) === "quarter" ? [year] : [];
  if (longer.some((p) => (figures.reported(company, "btc_purchased", p)?.value ?? 0) > 0)) return "unknown";
  const parts = partsOf(period)
    .map((part) => purchasesIn(figures, company, part))
    .filter((part) => part !== undefined && part !== "unknown");
  if (parts.length === 0) return undefined;
  return derived(
    "sumOfParts",
    parts.reduce((sum, part) => sum + part.value, 0),
    parts.flatMap((part) => part.facts),
  );
}

/** By how much holdings may miss the books: 1 BTC or 0.5% of held, whichever is more, in satoshis. */
export function holdingsTolerance(held: number): number {
  return Math.max(SATS_PER_BTC, Math.floor(held / 200));
}

function derived(derivation: Derivation, value: number, facts: readonly Fact[]): DerivedCell {
  return { evidence: "derived", value, derivation, facts };
}
