/**
 * A period is a calendar month (2025-03), quarter (2025-Q1) or year (2025), always UTC.
 * Text in, branded text out: a Period is its own key, sorts as text within its kind, and never carries a time zone.
 * Company fiscal periods are mapped to calendar ones when facts are entered, so nothing here knows a fiscal year.
 */

export type PeriodKind = "month" | "quarter" | "year";

/** "2025-03", "2025-Q1" or "2025". Only `parsePeriod` and the functions below make one. */
export type Period = string & { readonly __brand: "Period" };

/** A day as "2025-03-31". Days are compared as text. */
export type Day = string;

/** Years 2000 to 2099: bitcoin began in 2009, and within one century text sorts as time does and no range can run away. */
const PATTERN = /^(20\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;

/** The period that `text` names, or undefined when it names none (a year outside 2000 to 2099 is none). */
export function parsePeriod(text: string): Period | undefined {
  return PATTERN.test(text) ? (text as Period) : undefined;
}

/** Like `parsePeriod`, for text that is known to be good (literals, stored rows). Throws a RangeError otherwise. */
export function period(text: string): Period {
  const found = parsePeriod(text);
  if (found === undefined) throw new RangeError(`"${text}" is not a period: write 2025-03, 2025-Q1 or 2025`);
  return found;
}

export function kindOf(of: Period): PeriodKind {
  if (of.length === 4) return "year";
  return of.charAt(5) === "Q" ? "quarter" : "month";
}

export function yearOf(of: Period): number {
  return Number(of.slice(0, 4));
}

/** The months of a period in order: 1, 3 or 12 of them. */
export function monthsOf(of: Period): Period[] {
  const first = firstMonthIndex(of);
  return Array.from({ length: SPAN[kindOf(of)] }, (_, i) => fromMonthIndex(first + i));
}

/** What a longer period is summed from: the months of a quarter, the quarters of a year; a month has no parts. */
export function partsOf(of: Period): Period[] {
  switch (kindOf(of)) {
    case "month":
      return [];
    case "quarter":
      return monthsOf(of);
    case "year":
      return [1, 2, 3, 4].map((q) => `${of}-Q${q}` as Period);
  }
}

/** The quarter that a month lies in (a quarter is its own). */
export function quarterOf(month: Period): Period {
  if (kindOf(month) === "quarter") return month;
  return `${month.slice(0, 4)}-Q${Math.floor((Number(month.slice(5)) - 1) / 3) + 1}` as Period;
}

/** The period of the wanted kind that `of` lies in, or that starts where it starts. */
export function periodOfKind(of: Period, kind: PeriodKind): Period {
  const month = monthsOf(of)[0] ?? of;
  if (kind === "month") return month;
  return kind === "quarter" ? quarterOf(month) : (month.slice(0, 4) as Period);
}

/** The same kind of period, `by` steps later (negative: earlier). */
export function shift(of: Period, by: number): Period {
  const kind = kindOf(of);
  return periodOfKind(fromMonthIndex(firstMonthIndex(of) + by * SPAN[kind]), kind);
}

/**
 * Every period of `from`'s kind from `from` to the one in which `to` begins, both included; empty when `to` lies before `from`. Counted by
 * month, never compared as text ("10000-01" comes before "9999-12"), so its length is known before it is made: 1,200 at the most.
 */
export function periodRange(from: Period, to: Period): Period[] {
  const step = SPAN[kindOf(from)];
  const count = Math.floor((firstMonthIndex(to) - firstMonthIndex(from)) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => shift(from, at));
}

/** First day of the period. */
export function startOf(of: Period): Day {
  return `${monthsOf(of)[0]}-01`;
}

/** Last day of the period. */
export function endOf(of: Period): Day {
  const last = firstMonthIndex(of) + SPAN[kindOf(of)] - 1;
  return `${fromMonthIndex(last)}-${daysInMonth(last)}`;
}

/** The month that a day lies in. */
export function monthOfDay(day: Day): Period {
  return period(day.slice(0, 7));
}

/** The day `count` days after `day`, in UTC. */
export function addDays(day: Day, count: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** The day that `text` names (a real one: no 2025-02-30; of the years that periods have), or undefined. */
export function parseDay(text: string): Day | undefined {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? undefined : text;
}

const SPAN: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };

function firstMonthIndex(of: Period): number {
  const year = yearOf(of);
  switch (kindOf(of)) {
    case "year":
      return year * 12;
    case "quarter":
      return year * 12 + (Number(of.charAt(6)) - 1) * 3;
    case "month":
      return year * 12 + Number(of.slice(5)) - 1;
  }
}

function fromMonthIndex(index: number): Period {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}` as Period;
}

/** The day before the next month's first. The calendar repeats every 400 years, which keeps clear of Date's two-digit years. */
function daysInMonth(index: number): number {
  return new Date(Date.UTC(2000 + (Math.floor(index / 12) % 400), (index % 12) + 1, 0)).getUTCDate();
}
