/**
 * A period is a calendar month (2025-03), quarter (2025-Q1) or year (2025), or a span of whole months that is none of these
 * (2026-01/2026-06: a half-year, nine months), always UTC. Text in, branded text out: a Period is its own key, sorts as text within its
 * kind, and never carries a time zone. Each run of months has one spelling, so January to March is 2025-Q1 and nothing else. Company fiscal
 * periods are mapped to calendar ones when facts are entered, so no code here handles fiscal years.
 */

/** The kinds that divide the calendar: every month lies in one of each. */
export const CALENDAR_KINDS = ["month", "quarter", "year"] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

type PeriodKind = CalendarKind | "span";

/** "2025-03", "2025-Q1", "2025" or "2026-01/2026-06". Created only by `parsePeriod` and the functions below. */
export type Period = string & { readonly __brand: "Period" };

/** A day as "2025-03-31". Days are compared as text. */
export type Day = string;

/** Years 2000 to 2099: bitcoin began in 2009; within one century text order is time order, and ranges stay bounded. */
const PATTERN = /^(20\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;
const SPAN_PATTERN = /^(20\d{2}-(?:0[1-9]|1[0-2]))\/(20\d{2}-(?:0[1-9]|1[0-2]))$/;

/** The period that `text` names, or undefined when it names none (a year outside 2000 to 2099 is none; see `periodComplaint`). */
export function parsePeriod(text: string): Period | undefined {
  if (PATTERN.test(text)) return text as Period;
  const [, from, to] = SPAN_PATTERN.exec(text) ?? [];
  return from !== undefined && to !== undefined && from < to && periodOver(from as Period, to as Period) === text
    ? (text as Period)
    : undefined;
}

/** As `parsePeriod`, for months, quarters and years alone: pages of a period, the ends of a range. */
export function parseCalendarPeriod(text: string): Period | undefined {
  const found = parsePeriod(text);
  return found !== undefined && calendarKindOf(found) !== undefined ? found : undefined;
}

/** As `parsePeriod`, for months alone. */
export function parseMonth(text: string): Period | undefined {
  const found = parsePeriod(text);
  return found !== undefined && kindOf(found) === "month" ? found : undefined;
}

/** Like `parsePeriod`, for text that is known to be valid (literals, stored rows). Throws a RangeError otherwise. */
export function period(text: string): Period {
  const found = parsePeriod(text);
  if (found === undefined) throw new RangeError(`"${text}" is not a period: ${periodComplaint(text)}`);
  return found;
}

/** How to correct a text that is not a period: "write 2025-Q1, which are the same months". */
export function periodComplaint(text: string): string {
  const [, from, to] = SPAN_PATTERN.exec(text) ?? [];
  if (from === undefined || to === undefined || from > to)
    return "write 2025-03, 2025-Q1 or 2025, or 2026-01/2026-06 for other whole months, the first before the last";
  return `write ${periodOver(from as Period, to as Period)}, which means the same ${from === to ? "month" : "months"}`;
}

/** The period from the first month of `from` to the last of `to`, in its one spelling. `to` must not end before `from` begins. */
export const periodOver = (from: Period, to: Period): Period => periodOfMonths(monthIndexOf(from), monthIndexOf(to) + lengthOf(to) - 1);

/** The period from one month to another, both included and given as months since the year 0 (see `monthIndexOf`). */
export function periodOfMonths(first: number, last: number): Period {
  const length = last - first + 1;
  const from = fromMonthIndex(first);
  if (length === LENGTH.month) return from;
  if (length === LENGTH.quarter && first % 3 === 0) return quarterOf(from);
  if (length === LENGTH.year && first % 12 === 0) return from.slice(0, 4) as Period;
  return `${from}/${fromMonthIndex(last)}` as Period;
}

export function kindOf(of: Period): PeriodKind {
  if (of.length === 4) return "year";
  if (of.length > 7) return "span";
  return of.charAt(5) === "Q" ? "quarter" : "month";
}

/** Month, quarter or year; undefined for a span. */
export function calendarKindOf(of: Period): CalendarKind | undefined {
  const kind = kindOf(of);
  return kind === "span" ? undefined : kind;
}

/** The year in which the period begins. */
export const yearOf = (of: Period): number => Number(of.slice(0, 4));

/** How many months a period has. */
export function lengthOf(of: Period): number {
  const kind = kindOf(of);
  return kind === "span" ? indexOfMonth(of.slice(8)) - indexOfMonth(of) + 1 : LENGTH[kind];
}

/** The months of a period in order. */
export function monthsOf(of: Period): Period[] {
  const first = monthIndexOf(of);
  return Array.from({ length: lengthOf(of) }, (_, i) => fromMonthIndex(first + i));
}

/** The first month of a period. */
export const firstMonth = (of: Period): Period => fromMonthIndex(monthIndexOf(of));

/** Whole months from the beginning of one period to that of another: 2025-12 → 2026-02 is 2. */
export const monthsBetween = (from: Period, to: Period): number => monthIndexOf(to) - monthIndexOf(from);

/** The last month of a period. */
export const lastMonth = (of: Period): Period => (kindOf(of) === "month" ? of : fromMonthIndex(monthIndexOf(of) + lengthOf(of) - 1));

/** The periods that a longer one is summed from: the months of a quarter or span, the quarters of a year; a month has none. */
export function partsOf(of: Period): Period[] {
  switch (kindOf(of)) {
    case "month":
      return [];
    case "quarter":
    case "span":
      return monthsOf(of);
    case "year":
      return [1, 2, 3, 4].map((q) => `${of}-Q${q}` as Period);
  }
}

/** The quarter of a month (a quarter is its own; for a longer period, the one in which it begins). */
export function quarterOf(of: Period): Period {
  const index = monthIndexOf(of);
  return `${Math.floor(index / 12)}-Q${Math.floor((index % 12) / 3) + 1}` as Period;
}

/** The period of the given kind that contains `of`, or its first month. */
export function periodOfKind(of: Period, kind: CalendarKind): Period {
  if (kind === "month") return firstMonth(of);
  return kind === "quarter" ? quarterOf(of) : (of.slice(0, 4) as Period);
}

/** The months, quarters and years that contain the months from one to another, kind by kind. */
export const calendarPeriods = ({ from, to }: { readonly from: Period; readonly to: Period }): Period[] =>
  CALENDAR_KINDS.flatMap((kind) => periodRange(periodOfKind(from, kind), periodOfKind(to, kind)));

/** The same kind of period (a span: one as long), `by` steps later (negative: earlier). */
export function shift(of: Period, by: number): Period {
  const length = lengthOf(of);
  const first = monthIndexOf(of) + by * length;
  return periodOfMonths(first, first + length - 1);
}

/** Every period of `from`'s kind from `from` to the one in which `to` begins; empty when `to` lies before. At most 1,200. */
export function periodRange(from: Period, to: Period): Period[] {
  const step = lengthOf(from);
  const count = Math.floor((monthIndexOf(to) - monthIndexOf(from)) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => shift(from, at));
}

/** Chronological order for periods of any kind: by end; of those with the same end the shorter first. */
export function byTime(a: Period, b: Period): number {
  const [first, second] = [monthIndexOf(a), monthIndexOf(b)];
  const byEnd = first + lengthOf(a) - (second + lengthOf(b));
  return byEnd === 0 ? second - first : byEnd;
}

/** A period as a URL path segment, without the slash: "2026-01--2026-06", as ISO 8601 allows. */
export const periodSlug = (of: Period): string => of.replace("/", "--");

/** The period that a URL path segment names; the inverse of `periodSlug`. */
export const periodFromSlug = (slug: string): Period | undefined => (slug.includes("/") ? undefined : parsePeriod(slug.replace("--", "/")));

/** First day of the period. */
export const startOf = (of: Period): Day => `${firstMonth(of)}-01`;

/** Last day of the period. */
export function endOf(of: Period): Day {
  const last = monthIndexOf(of) + lengthOf(of) - 1;
  return `${fromMonthIndex(last)}-${daysInMonth(last)}`;
}

/** The month that a day lies in. */
export const monthOfDay = (day: Day): Period => period(day.slice(0, 7));

/** The day `count` days after `day`, in UTC. */
export function addDays(day: Day, count: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** Days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** The day that `text` names, or undefined: it must exist (no 2025-02-30) and be of a year that periods have. */
export function parseDay(text: string): Day | undefined {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? undefined : text;
}

/** A date that names no time zone, neither behind its time nor as a word: Date would take it for the machine's own, unless it is just an ISO day. */
const NO_ZONE = /^(?!\d{4}-\d\d-\d\d$)(?!.*:\d\d(?:\.\d+)?\s?[+-]\d\d:?\d\d$).*\d(?:\s?[ap]m)?$/i;

/** The day of a date as feeds and pages write it ("Tue, 04 Jun 2024 12:00 GMT"), in UTC; undefined when it is none. */
export function writtenDay(written: string): Day | undefined {
  const text = written.trim().replace(/\bET\b/, "EST");
  const at = Date.parse(NO_ZONE.test(text) ? `${text.replace(/(\d)T(\d)/, "$1 $2")} UTC` : text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().slice(0, 10);
}

const LENGTH: Record<CalendarKind, number> = { month: 1, quarter: 3, year: 12 };

/** A period's first month as a number, for arithmetic over many periods: months since the year 0. */
export function monthIndexOf(of: Period): number {
  switch (kindOf(of)) {
    case "year":
      return yearOf(of) * 12;
    case "quarter":
      return yearOf(of) * 12 + (Number(of.charAt(6)) - 1) * 3;
    case "month":
    case "span":
      return indexOfMonth(of);
  }
}

/** Months since the year 0 of the month at the start of a text. */
function indexOfMonth(text: string): number {
  // Called millions of times for a large record: reads digits by code, without making strings. 53,328 and 528 are the codes of zeros.
  const year = text.charCodeAt(0) * 1000 + text.charCodeAt(1) * 100 + text.charCodeAt(2) * 10 + text.charCodeAt(3) - 53_328;
  return year * 12 + text.charCodeAt(5) * 10 + text.charCodeAt(6) - 528 - 1;
}

const fromMonthIndex = (index: number): Period => MONTHS[index - FIRST_INDEX] ?? monthText(index);

function monthText(index: number): Period {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}` as Period;
}

/** All valid months, each as one string object: found in a Map without hashing its letters again. */
const FIRST_INDEX = 2000 * 12;
const MONTHS: readonly Period[] = Array.from({ length: 1200 }, (_, i) => monthText(FIRST_INDEX + i));

/** The day before the next month's first. The calendar repeats every 400 years; adding them avoids Date's two-digit years. */
const daysInMonth = (index: number): number => new Date(Date.UTC(2000 + (Math.floor(index / 12) % 400), (index % 12) + 1, 0)).getUTCDate();
