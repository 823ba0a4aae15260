/** The periods an address may name: those that touch a calendar year of the record. Others are refused with an explanation. */
import { oncePer } from "@/domain/shared/once";
import { kindOf, lastMonth, parseCalendarPeriod, type Period, periodFromSlug, periodOfKind, yearOf } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";

export interface RecordYears {
  readonly from: Period;
  readonly to: Period;
}

/** First and last calendar year with a fact, as periods; undefined for an empty record. */
export const recordYears = ({ facts }: Pick<OpenRecord, "facts">): RecordYears | undefined => yearsOf(facts);

const yearsOf = oncePer((facts: OpenRecord["facts"]): RecordYears | undefined => {
  // Periods of one century start with the year, so text order is order of years.
  let from: Period | undefined;
  let to: Period | undefined;
  for (const { period } of facts) {
    if (from === undefined || period < from) from = period;
    const end = kindOf(period) === "span" ? lastMonth(period) : period;
    if (to === undefined || end > to) to = end;
  }
  const [first, last] = [from, to].map((end) => (end === undefined ? undefined : periodOfKind(end, "year")));
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
});

/** The month, quarter or year that `text` names, if it is one of the record's years; undefined otherwise. */
export const parseRecordPeriod = (text: string, years: RecordYears | undefined): Period | undefined =>
  inYears(parseCalendarPeriod(text), years);

/** The same for a part of a path, and for spans too: "2026-01--2026-06". */
export const parseRecordSlug = (slug: string, years: RecordYears | undefined): Period | undefined => inYears(periodFromSlug(slug), years);

function inYears(found: Period | undefined, years: RecordYears | undefined): Period | undefined {
  if (found === undefined || years === undefined) return undefined;
  return yearOf(found) >= yearOf(years.from) && yearOf(lastMonth(found)) <= yearOf(years.to) ? found : undefined;
}

/** "a month from 2019-01 to 2026-12": a description of valid periods. */
export const periodWords = (years: RecordYears | undefined): string =>
  years === undefined ? "a month such as 2025-03" : `a month from ${years.from}-01 to ${years.to}-12`;
