/**
 * Times as releases say them: "June 2024", "Jun-22", "month ended May 31, 2024", "Q3 2024", "year to date", "the prior month".
 * In: a stretch of text. Out: each time expression with its place; `settle` turns one into a month, quarter or day, given the
 * month that the document is about (for "in September" without a year).
 * Rule guarded: totals over other spans (weeks, half-years, year to date) are never taken for a month.
 */
import { searchWhens } from "./timeWords";
import { endOf, monthOfDay, parseDay, type Day, type Period, period, quarterOf, shift } from "@/domain/period";

export type WhenKind =
  | "day"
  | "month"
  | "quarter"
  | "year"
  /** Half-years, year to date, "since January 1". */
  | "longer"
  /** Weeks and parts of a month. */
  | "shorter"
  | "priorMonth"
  | "priorYear"
  /** "Last month": the document's own or the one before it. */
  | "unclear"
  /** "The month", "month-end". */
  | "thisMonth";

export interface When {
  readonly kind: WhenKind;
  readonly start: number;
  readonly end: number;
  readonly year?: number;
  /** 1-12, or the quarter 1-4. */
  readonly number?: number;
  readonly day?: number;
  /** "November last year": one less than the document's year. */
  readonly yearsBack?: number;
  /** "month ended May 31": a span that ends on the day, not the day itself. Of "this month": its end is meant ("at month-end"). */
  readonly ended?: boolean;
}

/** Every time expression in `text`, in order, none overlapping; the longest wins where several start. */
export function findWhens(text: string): readonly When[] {
  if (!TIME_WORD.test(text)) return [];
  const known = found.get(text);
  if (known) return known;
  const whens = searchWhens(text);
  if (found.size > 4000) found.clear();
  if (text.length < 400) found.set(text, whens);
  return whens;
}

/** Heads and labels are asked about many times over; a filing has thousands of them. */
const found = new Map<string, readonly When[]>();

/** What every time expression has at least one of. */
const TIME_WORD =
  /\d{4}|[/'’]\d\d|\d\d?[/-]\d|[1-4]Q|Q[1-4]|H[12]|[12]H|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|month|quarter|qtr|year|annual|week|fortnight|half|date|TD\b|TTM|LTM|FY|cumulative|lifetime|aggregate|since|inception/i;

/** The month of a yearless name that lies nearest to `anchor`; ties go to the past. */
function nearest(number: number, anchor: Period): Period {
  const year = Number(anchor.slice(0, 4));
  const anchorMonth = year * 12 + Number(anchor.slice(5, 7));
  const distance = (y: number): number => Math.abs(y * 12 + number - anchorMonth);
  const best = [year - 1, year, year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return period(`${best}-${String(number).padStart(2, "0")}`);
}

export interface Settled {
  readonly kind: "month" | "quarter" | "day" | "other";
  readonly period?: Period;
  readonly day?: Day;
  /** The year was not said and the month is more than two away from the document's. */
  readonly doubt?: string;
}

const OTHER: Settled = { kind: "other" };

/** What a time expression means in a document about `anchor` (a month, or undefined when not known). */
export function settle(when: When, anchor: Period | undefined): Settled {
  switch (when.kind) {
    case "day":
    case "month":
      return settleDate(when, anchor);
    case "quarter": {
      if (when.number === undefined) return OTHER;
      if (when.year !== undefined) return { kind: "quarter", period: period(`${when.year}-Q${when.number}`) };
      if (anchor === undefined) return OTHER;
      const own = quarterOf(anchor);
      return own.endsWith(String(when.number)) ? { kind: "quarter", period: own, doubt: "the quarter's year is not said" } : OTHER;
    }
    case "thisMonth":
      return anchor === undefined ? OTHER : { kind: "month", period: anchor };
    case "priorMonth":
      return anchor === undefined ? OTHER : { kind: "month", period: shift(anchor, -1) };
    case "priorYear":
      return anchor === undefined ? OTHER : { kind: "month", period: shift(anchor, -12), doubt: "the month a year before is not named" };
    default:
      return OTHER;
  }
}

function settleDate(when: When, anchor: Period | undefined): Settled {
  const number = when.number ?? 0;
  if (number < 1 || number > 12) return OTHER;
  let month: Period;
  let doubt: { doubt?: string } = {};
  if (when.year !== undefined) month = period(`${when.year}-${String(number).padStart(2, "0")}`);
  else if (anchor === undefined) return OTHER;
  else if (when.yearsBack !== undefined)
    month = period(`${Number(anchor.slice(0, 4)) - when.yearsBack}-${String(number).padStart(2, "0")}`);
  else {
    month = nearest(number, anchor);
    if (month < shift(anchor, -2) || month > shift(anchor, 1)) doubt = { doubt: "the year of the month is not said" };
  }
  if (when.day === undefined) return { kind: "month", period: month, ...doubt };
  const day = parseDay(`${month}-${String(when.day).padStart(2, "0")}`);
  if (day === undefined) return OTHER;
  if (when.ended === true) return day === endOf(month) ? { kind: "month", period: month, ...doubt } : OTHER;
  return { kind: "day", period: monthOfDay(day), day, ...doubt };
}

/** True when the day is the last of its month, so that a stock on it is the month's. */
export const isMonthEnd = (day: Day): boolean => day === endOf(monthOfDay(day));

/** `text` with every time expression blanked out, offset for offset. */
export function withoutWhens(text: string, whens: readonly When[]): string {
  let out = text;
  for (const { start, end } of whens) out = out.slice(0, start) + " ".repeat(end - start) + out.slice(end);
  return out;
}
