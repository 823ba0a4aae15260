/** Objections to a candidate, as sentences. A flagged candidate can be approved with a note; one beyond a limit cannot (limits.ts). */
import { SATS_PER_BTC, UNIT_SCALE } from "../values/amount";
import { bookMonths, booksOf } from "../measures/books";
import { type CandidateFigure, misreadings, withCandidate } from "./candidate";
import { SOURCE_KIND_LABEL } from "../facts/fact";
import type { Figures } from "../figures/figures";
import { limitsOf } from "./limits";
import { formatAmount, formatMetric, METRICS } from "../values/metric";
import { lazily } from "../shared/once";
import { ownFigures } from "../figures/ownFigures";
import { type Day, endOf, kindOf, monthsBetween, type Period, periodRange, shift } from "../values/period";

const FLAG_KINDS = ["beyondLimit", "breaksBooks", "jumps", "contradicts", "outOfOrder", "leavesGap", "duplicate"] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export interface Flag {
  readonly kind: FlagKind;
  readonly sentence: string;
}

/** How far a figure may lie from its company's own months, in robust standard deviations. */
const JUMP_DEVIATIONS = 6;
/** How many of the company's nearest months a figure is compared with, and the minimum for a comparison. */
const JUMP_MONTHS = 24;
const JUMP_FEWEST = 6;
/** A normal distribution's standard deviation is this many times its median absolute deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** Flags that may be the company's doing: books that do not close by its own figures, an unusual month, a gap before it. */
const MAY_BE_TRUE: ReadonlySet<FlagKind> = new Set(["breaksBooks", "jumps", "leavesGap"]);

/** Whether all flags may be true if the document prints the figure: having checked it there is reason enough to approve it. */
export const isPlainlyPrinted = (flags: readonly Flag[]): boolean => flags.length > 0 && flags.every(({ kind }) => MAY_BE_TRUE.has(kind));

/**
 * All objections to the candidate, in the order of FLAG_KINDS; empty when there are none. `after`: the company's figures with it, when they
 * are known already.
 */
export function flagsOf(figures: Figures, candidate: CandidateFigure, after?: () => Figures): Flag[] {
  const own = ownFigures(figures, candidate.company);
  const approved = after ?? lazily(() => withCandidate(own, candidate, misreadings(own.record.facts, candidate)));
  return FLAG_KINDS.flatMap((kind) => TESTS[kind](own, candidate, approved).map((sentence) => ({ kind, sentence })));
}

/** The tests for each kind of flag; each returns sentences. */
const TESTS: Readonly<Record<FlagKind, (figures: Figures, candidate: CandidateFigure, approved: () => Figures) => string[]>> = {
  beyondLimit: impossible,
  breaksBooks: brokenBooks,
  jumps: jump,
  contradicts: contradiction,
  outOfOrder: disorder,
  leavesGap: gap,
  duplicate: duplicates,
};

/** A figure beyond a hard limit is refused, whatever the note says. */
function impossible({ record }: Figures, candidate: CandidateFigure): string[] {
  const replaced = misreadings(record.facts, candidate);
  const beyond = limitsOf({ ...record, facts: [...record.facts.filter((fact) => !replaced.includes(fact)), candidate] })(candidate);
  return beyond === undefined ? [] : [`It cannot be: ${beyond}.`];
}

/** Months whose books would not close with it, but closed, or were open, without it. */
function brokenBooks(figures: Figures, candidate: CandidateFigure, approved: () => Figures): string[] {
  return bookMonths(candidate).flatMap((month) => {
    const is = booksOf(approved(), candidate.company, month);
    if (is.state === "open" || !is.flagged) return [];
    const was = booksOf(figures, candidate.company, month);
    if (was.state === "closed" && was.flagged && was.unexplained === is.unexplained) return [];
    const { heldBefore, produced, purchased, sold, heldAfter, unexplained } = is;
    const amount = (value: number) => formatAmount(value, "BTC", 2);
    const bought = purchased ? ` plus ${amount(purchased.value)} bought` : "";
    const sum = `${amount(heldBefore.value)} held before plus ${amount(produced.value)} produced${bought} less ${amount(sold.value)} sold`;
    return [
      `The books of ${month} would not close: ${sum} leaves ${amount(Math.abs(unexplained))} BTC ${unexplained > 0 ? "more" : "less"} than the ${amount(heldAfter.value)} held after.`,
    ];
  });
}

/** Flows and averages are compared by size, stocks by their change from one month to the next. */
function jump(figures: Figures, candidate: CandidateFigure): string[] {
  const { company, metric, period, value } = candidate;
  if (kindOf(period) !== "month") return [];
  const reported = (month: Period) => figures.reported(company, metric, month)?.value;
  const isStock = METRICS[metric].kind === "stock";
  const measured = (month: Period, at: number | undefined): number | undefined => {
    if (!isStock || at === undefined) return at;
    const before = reported(shift(month, -1));
    return before === undefined ? undefined : at - before;
  };
  const own = measured(period, value);
  if (own === undefined) return [];
  const others = nearestMonths(figures, company, period)
    .map((month) => measured(month, reported(month)))
    .filter((one) => one !== undefined)
    .slice(0, JUMP_MONTHS);
  if (others.length < JUMP_FEWEST) return [];
  const middle = median(others);
  const spread = MAD_TO_DEVIATION * median(others.map((one) => Math.abs(one - middle)));
  const deviations = Math.abs(own - middle) / Math.max(spread, leastSpread(candidate, middle));
  if (deviations <= JUMP_DEVIATIONS) return [];
  const text = (amount: number) => `${formatMetric(metric, amount)} ${METRICS[metric].unit}`;
  const much = `${deviations >= 100 ? "more than 100" : deviations.toFixed(1)} times as far`;
  const what = isStock ? `The change from the month before, ${text(own)},` : text(own);
  return [
    `${what} is unusual: it lies ${much} from ${text(middle)}, the median of ${others.length} other months of the company, as those usually do; more than ${JUMP_DEVIATIONS} times is a jump.`,
  ];
}

/** Identical months have no spread; then it is a hundredth of them, or the smallest amount that matters. */
function leastSpread({ metric }: CandidateFigure, middle: number): number {
  const { unit } = METRICS[metric];
  const matters = unit === "BTC" ? SATS_PER_BTC : 10 ** UNIT_SCALE[unit] / 10;
  return Math.max(Math.abs(middle) / 100, matters);
}

/** The other months of the company's record, those nearest to the period first. */
function nearestMonths(figures: Figures, company: CandidateFigure["company"], period: Period): Period[] {
  const span = figures.reportingSpan(company);
  if (!span) return [];
  const distance = (month: Period) => Math.abs(monthsBetween(month, period));
  return periodRange(span.from, span.to)
    .filter((month) => month !== period)
    .sort((a, b) => (distance(a) === distance(b) ? a.localeCompare(b) : distance(a) - distance(b)));
}

function contradiction(figures: Figures, candidate: CandidateFigure): string[] {
  const { company, metric, period, value } = candidate;
  const chosen = figures.choice(company, metric, period)?.chosen;
  if (chosen === undefined || chosen.value === value) return [];
  const { source } = chosen;
  const text = (amount: number) => {
    const { unit } = METRICS[metric];
    return `${formatAmount(amount, unit, UNIT_SCALE[unit])} ${unit}`;
  };
  const said = `${text(chosen.value)} by a ${SOURCE_KIND_LABEL[source.kind]} (${source.publisher}, ${source.publishedOn ?? "undated"})`;
  return [`The record has ${said} for ${period}; this one says ${text(value)}.`];
}

function disorder(figures: Figures, { period, source }: CandidateFigure): string[] {
  const published: Day = source.publishedOn ?? figures.today;
  if (published >= endOf(period)) return [];
  return [
    source.publishedOn === null
      ? `${period} is not over yet.`
      : `It was published on ${published}, before ${period} ended: it may be an expectation or count a part of the period.`,
  ];
}

/** Whether the months between it and the company's nearest figure of its metric are empty. */
function gap(figures: Figures, { company, period, metric }: CandidateFigure): string[] {
  const span = figures.reportingSpan(company);
  if (kindOf(period) !== "month" || span === undefined) return [];
  const known = periodRange(span.from, span.to).filter((month) => figures.reported(company, metric, month) !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  // The month just before the first one continues the record, as the one just after the last does.
  if (period < shift(first, -1)) return [`${period} lies before the company’s first month with this figure, ${first}.`];
  const next = shift(last, 1);
  if (period <= next) return [];
  return [
    `The company’s last month with this figure is ${last}; ${next === shift(period, -1) ? next : `${next} to ${shift(period, -1)}`} would be left out.`,
  ];
}

function duplicates(figures: Figures, candidate: CandidateFigure): string[] {
  const { company, metric, period, value } = candidate;
  const choice = figures.choice(company, metric, period);
  const same = choice === undefined ? [] : [choice.chosen, ...choice.others].filter((fact) => fact.value === value);
  return same
    .slice(0, 1)
    .map(({ source }) =>
      source.address === candidate.source.address
        ? "The same figure is on record from this very document."
        : `The same figure is on record already, from ${source.publisher} (${source.publishedOn ?? "undated"}).`,
    );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
