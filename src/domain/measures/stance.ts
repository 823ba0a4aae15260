/**
 * Stance: what a company does with its bitcoin, judged by its sales. Sell-through over the trailing three months with data, flows summed:
 * holds below 5%, sells some 5–95%, sells all 95–105%, sells more than it mines above 105% (/method#stance). The three months may be
 * replaced by a quarter that is known only as a whole: many companies stopped reporting months, and their quarters show what they did
 * since.
 * Its stated policy is compared with it; where the two differ, the site says so.
 */
import { answers, wholeAnswers } from "../figures/answers";
import type { CompanyId } from "../facts/company";
import { type EvidenceMode, type Figures, policyIn } from "../figures/figures";
import { firstMonth, lastMonth, monthsOf, type Period, periodRange, quarterOf, shift } from "../values/period";
import type { Policy, StatedPolicy } from "../facts/record";
import { hasRatio, type SellThrough, sellThrough } from "./sellThrough";

export const STANCES = ["holds", "sellsSome", "sellsAll", "sellsMore"] as const;
export type Stance = (typeof STANCES)[number];

export const STANCE_LABEL: Record<Stance, string> = {
  holds: "holds",
  sellsSome: "sells some",
  sellsAll: "sells all",
  sellsMore: "sells more than it mines",
};

export const POLICY_LABEL: Record<StatedPolicy, string> = { holds_all: "holds all", mixed: "sells part", sells_all: "sells all" };

interface StancePeriod {
  readonly period: Period;
  readonly sellThrough: SellThrough;
}

export interface StanceFinding {
  readonly stance: Stance;
  /** Flows summed over `periods`. */
  readonly sold: number;
  readonly produced: number;
  /** The periods it is based on, latest first: three months with data (fewer where the year before has no more), or one quarter. */
  readonly periods: readonly [StancePeriod, ...StancePeriod[]];
}

const TRAILING_MONTHS = 3;
/** Months older than a year do not show what a company does now. */
const WINDOW_MONTHS = 12;

/**
 * The stance of a company in `month`: by its months up to then, or by the latest quarter where that is more recent. A quarter counts from
 * its first month, since its months are not known separately. Undefined when the year up to the month has neither. Cached.
 */
export const stanceAt = answers((figures, company, month, mode): StanceFinding | undefined => {
  const months: StancePeriod[] = [];
  for (let back = 0; back < WINDOW_MONTHS && months.length < TRAILING_MONTHS; back++)
    months.push(...known(figures, company, shift(month, -back), mode));
  const latest = months[0]?.period;
  const quarter = latest === month ? undefined : latestQuarter(figures, company, month, mode);
  return summed(quarter && (latest === undefined || lastMonth(quarter.period) > latest) ? [quarter] : months);
});

/** The stance at a company's last month with figures; undefined when the year before it has none. */
export const latestStance = wholeAnswers((figures, { id }, mode): StanceFinding | undefined => {
  const span = figures.reportingSpan(id);
  return span && stanceAt(figures, id, span.to, mode);
});

/** The sell-through of a period as a list of one; empty where it is unknown. */
function known(figures: Figures, company: CompanyId, period: Period, mode: EvidenceMode): StancePeriod[] {
  const value = sellThrough(figures, company, period, "gross", mode);
  return hasRatio(value) ? [{ period, sellThrough: value }] : [];
}

/** The latest quarter with both flows that has begun by the end of `month` and ends within the year before. */
function latestQuarter(figures: Figures, company: CompanyId, month: Period, mode: EvidenceMode): StancePeriod | undefined {
  const oldest = shift(month, 1 - WINDOW_MONTHS);
  for (let at = quarterOf(month); lastMonth(at) >= oldest; at = shift(at, -1)) {
    const [found] = known(figures, company, at, mode);
    if (found) return found;
  }
  return undefined;
}

function summed(periods: readonly StancePeriod[]): StanceFinding | undefined {
  const [latest, ...before] = periods;
  if (!latest) return undefined;
  const total = (flow: "sold" | "produced") => periods.reduce((sum, { sellThrough: value }) => sum + value[flow], 0);
  const [sold, produced] = [total("sold"), total("produced")];
  return { stance: stanceOf(sold, produced), sold, produced, periods: [latest, ...before] };
}

/** Whether the data behind a stance cover `month` itself; else it is carried forward from earlier months. */
export const coversMonth = ({ periods: [{ period }] }: StanceFinding, month: Period): boolean =>
  period === month || monthsOf(period).includes(month);

/** A month covered by new data of the company, and its stance then. */
export interface CoveredMonth {
  readonly month: Period;
  readonly finding: StanceFinding;
}

/** All such months, oldest first. Those of a quarter with figures may lie beyond the company's first or last one. */
export const coveredMonths = wholeAnswers((figures, { id }, mode): readonly CoveredMonth[] => {
  const span = figures.reportingSpan(id);
  return (span ? periodRange(firstMonth(quarterOf(span.from)), lastMonth(quarterOf(span.to))) : []).flatMap((month) => {
    const finding = stanceAt(figures, id, month, mode);
    return finding && coversMonth(finding, month) ? [{ month, finding }] : [];
  });
});

/** The basis of a stance; "old" and "policy" are weaker evidence and are named wherever the stance is shown. */
export type StanceBasis = "figures" | "policy" | "old";

/** The basis of a stance in `month`: old when the month itself has no figures, policy when its months' sales are known only from it. */
export function basisOf(finding: StanceFinding, month: Period): StanceBasis {
  if (!coversMonth(finding, month)) return "old";
  return isByPolicyOnly(finding) ? "policy" : "figures";
}

/** Whether all sales behind a stance come from the stated policy: it is then no evidence about that policy. */
export const isByPolicyOnly = ({ periods }: StanceFinding): boolean =>
  periods.every(({ sellThrough: value }) => value.cells.sold.evidence === "policy");

/** Bounds of the stances, in percent of production; they belong to the middle range: 5% is "sells some", 95% and 105% are "sells all". */
export const STANCE_BOUNDS = { some: 5, all: 95, more: 105 } as const;

/** The bounds in words: what a company does, by its sell-through. */
export const STANCE_RULE = `below ${STANCE_BOUNDS.some}% it holds, up to ${STANCE_BOUNDS.all}% it sells some, up to ${STANCE_BOUNDS.more}% it sells all, and above that it sells more than it mines`;

/** The input of a stance, in words. */
export const STANCE_PERIODS = "the last three months with figures, or the last quarter where that is later";

/** The same for tables that show a stance. The site says what a company does; the word stance is internal. */
export const STANCE_MEANING = `Judged by its sell-through over ${STANCE_PERIODS}: ${STANCE_RULE}.`;

/** The stance for an amount sold and an amount produced. */
export function stanceOf(sold: number, produced: number): Stance {
  if (sold * 100 < produced * STANCE_BOUNDS.some) return "holds";
  if (sold * 100 < produced * STANCE_BOUNDS.all) return "sellsSome";
  return sold * 100 <= produced * STANCE_BOUNDS.more ? "sellsAll" : "sellsMore";
}

/** The policy that a company had stated for a month, if any. */
export const statedPolicy = (figures: Figures, company: CompanyId, month: Period): Policy | undefined =>
  policyIn(figures.policiesOf(company), month);

/** Whether the company acted as it said. */
export type Agreement = "differs" | "agrees" | "notTested";

export const AGREEMENT_LABEL: Record<Agreement, string> = { differs: "deeds differ", agrees: "agree", notTested: "not tested" };

interface PolicyTest {
  readonly answer: Agreement;
  /** The tested data: months or the quarter with known sales under the policy; undefined where there were none. */
  readonly tested: StanceFinding | undefined;
  /** The policy in force; undefined where none was stated. */
  readonly policy: Policy | undefined;
}

/** The stances that fit a policy; undefined where it promises nothing testable: "sells part" fits any share. */
const PROMISED: Record<StatedPolicy, readonly Stance[] | undefined> = {
  holds_all: ["holds"],
  mixed: undefined,
  sells_all: ["sellsAll", "sellsMore"],
};

/**
 * Tests a stated policy against what was done in a month (/method#stance): by the stance over those of its months (or its quarter) whose
 * sales are reported or derived and that lie under the same policy. Not tested where no policy was in force, where it promises nothing
 * testable, or where the month's own sales are unknown.
 */
export function policyTest(figures: Figures, company: CompanyId, month: Period, mode: EvidenceMode): PolicyTest {
  const policy = statedPolicy(figures, company, month);
  const promised = policy && PROMISED[policy.policy];
  const isUnder = ({ period, sellThrough: { cells } }: StancePeriod) =>
    cells.sold.evidence !== "policy" && monthsOf(period).every((one) => statedPolicy(figures, company, one) === policy);
  const tested = promised && summed(stanceAt(figures, company, month, mode)?.periods.filter(isUnder) ?? []);
  if (!promised || !tested || !coversMonth(tested, month)) return { answer: "notTested", tested: undefined, policy };
  return { answer: promised.includes(tested.stance) ? "agrees" : "differs", tested, policy };
}
