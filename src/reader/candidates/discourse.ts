/** What a text has named so far: the times and the company that its later words refer to ("the quarter", "in December", "it sold"). */
import type { TextBlock } from "../blocks/block";
import { ANY, ending, WORD_END, WORD_START, worded } from "../languages/languages";
import { isMonthEnd, LEAP_YEAR, monthOf } from "../mentions/months";
import { isDay, isLong, isQuarter, type Time } from "../mentions/time";
import { type SaidTime, saidTimes } from "../mentions/timeRoles";
import { DOUBTS, speaksOf } from "../mentions/words";

export class Discourse {
  /** Number of rows and sentences so far. */
  places = 0;
  /** The company named last, its block, and whether the block began with it. */
  private subject: { readonly company: string; readonly block: number; readonly opening: boolean } | undefined;
  private month: { readonly time: Time | undefined; readonly block: number } | undefined;
  /** The sentence before, and how many companies it names. */
  before = "";
  names = 0;
  private quarter: Time | undefined;

  /** Notes the company of a sentence that begins a block or not; `named` at a position in it, or only meant. */
  noteCompany(company: string, block: number, begins: boolean, named?: number): void {
    const opened = this.subject?.block === block && this.subject.opening;
    this.subject = { company, block, opening: named === undefined ? begins || opened : begins && named <= OPENING };
  }

  /**
   * "It sold 500 BTC": the company named first in the last sentence that named one, in this paragraph or the one before. On a page about
   * one company, an aside about another ends with its paragraph, unless that paragraph began with the other's name.
   */
  subjectOf(text: string, at: number, main: string | undefined, multi: boolean): string | undefined {
    if (this.subject === undefined || !IT.test(text)) return undefined;
    const { company, block, opening } = this.subject;
    return at - block <= 1 && (multi || (company !== main && (block === at || opening))) ? company : undefined;
  }

  /** "It has a rival. It mined 470": the sentence before speaks of somebody else, of a guess or of two companies; "it" may mean any. */
  isDoubtful = (text: string): boolean => SAYS_IT.test(text) && (this.names > 1 || speaksOf(this.before, OTHERS));

  /** The times of a sentence, relative ones with their antecedents; `telling`: those that figures may have. */
  timesOf(text: string, block: number, type: TextBlock["type"]): { times: readonly SaidTime[]; telling: readonly SaidTime[] } {
    const times = saidTimes(text).map((time, at, all): SaidTime => {
      const reference = this.referenceOf(time, all.slice(0, at), text);
      return reference === undefined ? time : { ...time, ...reference, role: time.role };
    });
    const telling = times.filter((time) => time.role !== "halving");
    const month = monthIn(telling, this.month?.block === block ? this.month.time : undefined);
    if (month !== undefined) this.month = { time: month, block };
    // A quarter of the year before is only mentioned in passing.
    const since = this.quarter?.year ?? 0;
    const named = times.filter((time) => isQuarter(time) && time.role !== "reference" && (time.year ?? since) >= since);
    // "Q2 2024 | Q1 2024" over columns: lines of their own, the last of which is not the text's.
    this.quarter = named.reduce<Time | undefined>(latest, type === "line" ? this.quarter : undefined) ?? this.quarter;
    return { times, telling };
  }

  /** What a time lacks: its antecedent, or the year or end that one gives it. `before`: the times before it in its sentence. */
  private referenceOf(time: Time, before: readonly SaidTime[], text: string): Partial<Time> | undefined {
    const { kind, year, start, end } = time;
    if (kind === "monthOnly" && time.ago !== true) return nearestYear(time, before, text);
    if (kind === "thisQuarter") return { antecedent: this.quarter };
    // "August: it mined 69 last month".
    if (kind === "thisMonth") return { antecedent: monthIn(before) ?? (LAST_MONTH.test(time.text) ? undefined : this.month?.time) };
    // "Six months: 874 mined (2022: 1,888)": an equally long time in that year.
    const stretch = before.findLast((other) => (isLong(other) || other.kind === "span") && other.month === undefined);
    if (stretch !== undefined && kind === "year" && text.charAt(start - 1) === "(" && text.charAt(end) === ":")
      return { ...stretch, start, end, text: time.text, ...(year !== undefined && { year }) };
    const last = before.findLast(isLong);
    const refers = kind === "yearAgo" ? SAME_PERIOD.test(time.text) : kind === "priorQuarter" && last !== undefined && isQuarter(last);
    return refers && last !== undefined ? { antecedent: last } : undefined;
  }
}

/** Maximum distance in characters of a subject from its paragraph's start ("Meanwhile, …"). */
export const OPENING = 14;

const OTHERS = new Set([...DOUBTS, "HOST"]);
const SAYS_IT = worded`^[^.;:]{0,40}?${WORD_START}${ANY.it}${WORD_END}`;
const IT = worded`^(?:\p{L}+,? ){0,3}?${ANY.it}${WORD_END}`;
const LAST_MONTH = worded`${ANY.lastMonth}`;
const SAME_PERIOD = worded`${ANY.samePeriod}`;

/** "In November 2025 …, followed by 1,818 in December": the year that puts a month nearest to the dated month before it. */
function nearestYear({ month = 0, start }: Time, before: readonly SaidTime[], text: string): { year: number } | undefined {
  // "(May 2023: 459), sold 136 (April: 239)": what stands in brackets tells nothing of what is outside.
  const telling = before.filter(
    (time) => time.role !== "reference" && !BOUND.test(text.slice(0, time.start)) && !/^[^(]*\)/.test(text.slice(time.end, start)),
  );
  const dated = telling.findLast(({ kind }) => kind === "month");
  // "In 2021 it mined 3,400, of which 363 in December."
  const whole = telling.findLast(({ kind, month: of, fiscal }) => kind === "year" && of === undefined && fiscal !== true);
  if (dated?.year === undefined || dated.month === undefined) return whole?.year === undefined ? undefined : { year: whole.year };
  const by = month - dated.month;
  return { year: dated.year + (by > 6 ? -1 : by < -6 ? 1 : 0) };
}

/** "A car dealer until 2024", "a miner since November 2024": a time up to which or from which something was. */
const BOUND = ending`${WORD_START}(?:${ANY.leadingTo}|${ANY.due}|since)\s`;

/** The last month that a sentence, or the one before it, is about; the reference of a comparison does not count. */
function monthIn(times: readonly SaidTime[], before?: Time): Time | undefined {
  const named = times.filter((time) => tellsMonth(time) && time.role !== "reference");
  return named.reduce<Time | undefined>(latest, before);
}

const endOf = ({ month, quarter = 0 }: Time): number => month ?? 3 * quarter;
/** Of two times, the one named last, unless it ended before the other. */
const latest = (last: Time | undefined, time: Time): Time =>
  last !== undefined && (endOf(time) - endOf(last) + 12) % 12 > 6 ? last : time;
const tellsMonth = ({ kind, year = LEAP_YEAR, month = 1, day = 0, ago }: Time): boolean =>
  (kind === "monthOnly" && ago !== true) || kind === "month" || (isDay({ kind }) && isMonthEnd(monthOf(year, month), day));
