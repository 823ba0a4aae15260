/**
 * Which month a figure in a sentence is for: the time beside it, else the sentence's, else the heading's, else the document's.
 * In: the figure's place. Out: a period with doubts, or nothing when the span is no period of the record.
 * Rule guarded: holdings as of a day inside the month, and totals over other spans, are never the month's.
 */
import { METRICS } from "@/domain/metric";
import { kindOf, type Period, shift } from "@/domain/period";
import type { Finding } from "./finding";
import type { Subject } from "./reading";
import { type Sentence, type Spot, whenOf, whenOfCompared } from "./sentences";
import { findWhens, isMonthEnd, settle, type When, withoutWhens } from "./when";

/** What the heading above a passage says about time. */
export interface Scope {
  readonly heading: string;
  readonly when: When | undefined;
}

export const NO_SCOPE: Scope = { heading: "", when: undefined };

const SCOPES: ReadonlySet<When["kind"]> = new Set(["month", "quarter", "year", "longer", "shorter"]);

/** The scope that a heading opens, or undefined when it names no time (the one before goes on). */
export function scopeOf(heading: string): Scope | undefined {
  const all = findWhens(heading);
  // A heading that gives figures dates these, not what stands below it.
  if (/\d/.test(withoutWhens(heading, all))) return undefined;
  const whens = all.filter((when) => SCOPES.has(when.kind));
  const [when] = whens;
  return when === undefined ? undefined : { heading, when: whens.length === 1 ? when : undefined };
}

export interface Dated {
  readonly period: Period;
  readonly doubts: readonly string[];
  /** The sentence itself gives a time. */
  readonly dated: boolean;
}

export function periodOf(
  finding: Finding,
  sentence: Sentence,
  spot: Spot,
  scope: Scope,
  subject: Subject,
  carried?: When,
  pairTime?: When,
): Dated | undefined {
  const isStock = METRICS[finding.metric].kind === "stock";
  const compared = finding.compared ? whenOfCompared(sentence, spot) : undefined;
  const own = pairTime ?? compared;
  const found = own === undefined ? whenOf(sentence, spot, carried) : { when: own, near: pairTime !== undefined };
  const base = subject.doubts;
  const strayDay = found !== undefined && "near" in found && !found.near && found.when.kind === "day" && !isStock;
  if (found === undefined || strayDay) return undated(isStock, sentence, scope, subject);
  const { when } = found;
  if (when.kind === "unclear")
    return subject.month === undefined
      ? undefined
      : { period: subject.month, doubts: [...base, '"last month" may be another month'], dated: false };
  const settled = settle(when, subject.month);
  if (settled.kind === "other" || settled.period === undefined) return undefined;
  const doubts = [...base, ...(settled.doubt === undefined ? [] : [settled.doubt])];
  if (settled.kind === "quarter") {
    if (isStock || METRICS[finding.metric].kind === "average") return undefined;
    return {
      period: settled.period,
      doubts: subject.month === undefined ? doubts : [...doubts, "a quarter's total in a monthly release"],
      dated: true,
    };
  }
  if (settled.kind === "day" && settled.day !== undefined) {
    if (!isStock) doubts.push("dated by a day, so its span is not certain");
    else if (!isMonthEnd(settled.day)) doubts.push(`as of ${settled.day}, not the month's end`);
  }
  if (subject.month !== undefined && settled.period > subject.month) doubts.push("the month lies after the one that the document is about");
  // "In April the Company produced 202 BTC" in May's release: the month before, said beside the figure, is plain.
  // (The same month a year before may be a slip of the pen in the year.)
  const near = "near" in found && found.near && subject.month !== undefined && when.kind === (isStock ? "day" : "month");
  const usual = near && settled.period === shift(subject.month, -1);
  if (subject.month !== undefined && settled.period < subject.month && !finding.compared && !finding.labelled && !usual)
    doubts.push("about another month than the document");
  return { period: settled.period, doubts, dated: true };
}

function undated(isStock: boolean, sentence: Sentence, scope: Scope, subject: Subject): Dated | undefined {
  const base = subject.doubts;
  if (sentence.whens.some((when) => when.kind === "longer" || when.kind === "shorter")) return undefined;
  const settled = scope.when === undefined ? undefined : settle(scope.when, subject.month);
  if (settled?.period !== undefined && settled.kind !== "other") {
    if (settled.period === subject.month) return { period: settled.period, doubts: base, dated: false };
    if (kindOf(settled.period) === "quarter") {
      if (isStock) return undefined;
      return {
        period: settled.period,
        doubts: subject.month === undefined ? base : [...base, "a quarter's total in a monthly release"],
        dated: false,
      };
    }
    return {
      period: settled.period,
      doubts: [...base, `the heading "${scope.heading}" names another month than the document`],
      dated: false,
    };
  }
  if (scope.when !== undefined) return undefined;
  if (subject.month === undefined) return undefined;
  const several = sentence.whens.filter((when) => ["month", "quarter", "day"].includes(when.kind)).length > 1;
  return { period: subject.month, doubts: several ? [...base, "the sentence names several times"] : base, dated: false };
}
