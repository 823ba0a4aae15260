/** Resolves times: the period that a time denotes once the document's month is known, and its meaning for a figure beside it. */
import { ANY, WORD_START, worded } from "../languages/languages";
import { addMonths, backBy, isMonthEnd, type Month, monthNumber, monthOf, spanOf, yearOfMonth } from "./months";
import type { Time } from "./time";

/** The meaning of a time for a figure beside it. `moment`: a day inside a month, so that the figure is not a month-end one. */
export type Sense = "month" | "day" | "moment" | "long" | "none";

export interface Settled {
  /** "2025-03", "2025-Q1", "2025" or "2026-01/2026-06"; undefined if the time cannot be resolved. */
  readonly period: string | undefined;
  readonly sense: Sense;
  /** Month and year are written. */
  readonly exact: boolean;
  /** Number of months back: in a report on a quarter or year, to an equally long time ("a year ago"). */
  readonly back?: number;
  /** The first of January: a balance on that day is the previous year's. */
  readonly opens?: boolean;
}

/** Up to this month of a year, documents look back at the year before. */
const REVIEWED = 3;

const settled = (period: string | undefined, sense: Sense, exact = false): Settled => ({ period, sense, exact });
const NOWHERE = settled(undefined, "none");
const earlier = ({ period }: Settled, by: number): Settled => settled(period === undefined ? undefined : backBy(period, by), "long");

/**
 * The period that a time denotes in a document about month `of`, for a company whose fiscal year ends with month `fiscalEnd` (12: calendar
 * year). Missing years are the latest that fit the document, whose last whole month before publication is `until`.
 */
export function settle(time: Time, of: Month | undefined, fiscalEnd = 12, until?: Month): Settled {
  const { kind, year, month, day, ago = false } = time;
  const antecedent = time.antecedent === undefined ? undefined : settle(time.antecedent, of, fiscalEnd, until);
  switch (kind) {
    case "month":
    case "day":
      if (year === undefined || month === undefined) return NOWHERE;
      return { ...dated(monthOf(time.fiscal === true && month > fiscalEnd ? year - 1 : year, month), day), exact: true };
    case "monthOnly":
    case "dayOnly":
      if (month !== undefined && year !== undefined) return dated(monthOf(year, month), day);
      if (of === undefined || month === undefined) return NOWHERE;
      return dated(ago ? monthOf(yearOfMonth(of) - 1, month) : latest(until !== undefined && until > of ? until : of, month), day);
    case "prior":
      return of === undefined ? NOWHERE : settled(addMonths(of, -1), "month");
    case "yearEnd":
      if (year !== undefined) return settled(monthOf(year, 12), "day", true);
      if (of === undefined) return NOWHERE;
      // A document about December appears in January, when "last year" is the document's own year.
      if (ago) return settled(monthOf(yearOfMonth(addMonths(of, -11)), 12), "day");
      // In a document about an early month it is the previous year's end; later in the year it is still to come.
      return settled(monthOf(yearOfMonth(addMonths(of, monthNumber(of) <= REVIEWED ? -REVIEWED : 0)), 12), "day");
    case "yearAgo":
      if (antecedent !== undefined) return earlier(antecedent, 12);
      return of === undefined ? NOWHERE : { ...settled(addMonths(of, -12), "month"), ...(!OF_MONTH.test(time.text) && { back: 12 }) };
    case "priorQuarter":
      if (antecedent !== undefined) return earlier(antecedent, 3);
      return of === undefined ? NOWHERE : { ...settled(undefined, "long"), back: 3 };
    case "thisQuarter":
      if (antecedent !== undefined) return { ...antecedent, sense: "long", ...(time.antecedent?.year === undefined && { back: 0 }) };
      return { ...settled(of === undefined ? undefined : quarterBy(of), "long"), back: 0 };
    case "thisYear":
      return settled(of !== undefined && [12, fiscalEnd].includes(monthNumber(of)) ? spanOf(addMonths(of, -11), of) : undefined, "long");
    case "thisMonth":
      return antecedent === undefined ? settled(of, "day") : { ...antecedent, sense: "day", exact: false };
    case "sincePast":
      return settled(undefined, "long");
    default:
      return longPeriod(time, of, fiscalEnd, until);
  }
}

/** "A month a year ago", not "the same three months". */
const OF_MONTH = worded`(?<!-|${ANY.counts} )${WORD_START}${ANY.month}|monat`;

/** The last quarter that had ended by the end of a month. */
const quarterBy = (month: Month): string => {
  const last = addMonths(month, -(monthNumber(month) % 3));
  return spanOf(addMonths(last, -2), last);
};

/** A day at a month's end stands for the month. */
function dated(month: Month, day: number | undefined): Settled {
  if (day === undefined) return settled(month, "month");
  if (isMonthEnd(month, day)) return settled(month, "day");
  return { ...settled(month, "moment"), ...(day === 1 && monthNumber(month) === 1 && { opens: true }) };
}

/** A quarter that may be the calendar's or the company's. */
export const isEither = ({ kind, month, fiscal = false }: Time, fiscalEnd: number): boolean =>
  kind === "quarter" && !fiscal && month === undefined && fiscalEnd !== 12;

/** A calendar year that had not ended by the end of a month. */
export const isUnderWay = ({ kind, year, month, fiscal = false }: Time, until: Month | undefined): boolean =>
  kind === "year" && !fiscal && month === undefined && year !== undefined && until !== undefined && until < monthOf(year, 12);

function longPeriod(time: Time, of: Month | undefined, fiscalEnd: number, until: Month | undefined): Settled {
  const { kind, year, month, quarter, months, fiscal = false } = time;
  const long = (last: Month | undefined, count: number, exact = false): Settled =>
    settled(last === undefined ? undefined : spanOf(addMonths(last, 1 - count), last), "long", exact);
  const endYear = year ?? (of === undefined || month === undefined ? undefined : yearOfMonth(latest(of, month)));
  const endMonth = month ?? (kind === "span" && year !== undefined && months !== undefined && months <= 12 ? months : undefined);
  const ended = endYear === undefined || endMonth === undefined ? undefined : monthOf(endYear, endMonth);
  /** Last month of the `nth` span of `length` months of a year (a fiscal year is named after the year in which it ends). */
  const part = (nth: number | undefined, length: number): Month | undefined => {
    if (nth === undefined) return undefined;
    const endOf = (offset: number): Month | undefined => {
      const endIn = (named: number): Month => addMonths(monthOf(named, 1), (offset === 0 ? 0 : offset - 12) + nth * length - 1);
      if (year !== undefined) return endIn(year);
      if (of === undefined) return undefined;
      const now = yearOfMonth(of);
      return endIn(time.ago === true ? now - 1 : ([now + 1, now].find((one) => endIn(one) <= addMonths(of, 1)) ?? now - 1));
    };
    const [calendar, own] = [endOf(0), endOf(fiscalEnd % 12)];
    if (fiscal || calendar === undefined || own === undefined || length !== 3) return fiscal ? own : calendar;
    // Without a year, it is the quarter of that name that ended last.
    const last = of === undefined ? undefined : addMonths(of, 1);
    if (last === undefined) return calendar;
    return year === undefined ? (own > calendar ? own : calendar) : calendar <= last ? calendar : own;
  };
  switch (kind) {
    case "quarter":
      return long(ended ?? part(quarter, 3), 3, year !== undefined && !isEither(time, fiscalEnd));
    case "half":
      return long(part(quarter, 6), 6, year !== undefined);
    case "year":
      // "In 2023", written before the year has ended, is the year up to the document's month, unless that month is only guessed.
      if (of !== undefined && year === yearOfMonth(of) && isUnderWay(time, until)) {
        // If the company's fiscal year has already ended in it, it is that one.
        const own = monthOf(year, fiscalEnd);
        return fiscalEnd < 12 && own <= of ? long(own, 12) : long(of, monthNumber(of));
      }
      return long(ended ?? part(1, 12), 12, true);
    case "span":
      if (ended === undefined && months !== undefined && months <= 12 && of !== undefined && quarter === 1)
        return long(latest(of, months), months);
      // "Over the last four months": the months up to the document's.
      if (ended === undefined && months !== undefined && months !== 3 && of !== undefined) return long(of, months);
      // "During the three months": the ones that the document is about.
      if (months === 3 && ended === undefined) return { ...settled(undefined, "long"), back: 0 };
      return long(ended, Math.min(Math.max(months ?? 1, 1), 24), ended !== undefined && year !== undefined);
    case "toDate":
      if (ended !== undefined) return long(ended, monthNumber(ended), year !== undefined);
      if (of === undefined || (year !== undefined && year !== yearOfMonth(fiscal ? addMonths(of, 12 - fiscalEnd) : of))) return NOWHERE;
      if (OF_QUARTER.test(time.text)) return long(of, ((monthNumber(of) - 1) % 3) + 1);
      return long(of, fiscal ? ((monthNumber(of) - fiscalEnd + 11) % 12) + 1 : monthNumber(of));
    default:
      return NOWHERE;
  }
}

const OF_QUARTER = /^q/i;

const latest = (of: Month, month: number): Month => {
  const same = monthOf(yearOfMonth(of), month);
  return same <= of ? same : monthOf(yearOfMonth(of) - 1, month);
};
