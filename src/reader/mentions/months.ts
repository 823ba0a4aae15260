/** Months as text ("2025-03") and the periods made of them, in the record's notation: month, quarter, year, or first month/last month. */
import { lastMonth, lengthOf as countMonths, monthIndexOf, type Period, periodOfMonths, periodOver } from "@/domain/values/period";

/** "2025-03". */
export type Month = string;

export const monthOf = (year: number, month: number): Month => `${year}-${String(month).padStart(2, "0")}`;
export const yearOfMonth = (month: Month): number => Number(month.slice(0, 4));
/** 1 to 12. */
export const monthNumber = (month: Month): number => Number(month.slice(5, 7));

/** The number of the month before one, 1 to 12. */
export const numberBefore = (month: number): number => ((month + 10) % 12) + 1;

export function addMonths(month: Month, by: number): Month {
  const at = yearOfMonth(month) * 12 + monthNumber(month) - 1 + by;
  return monthOf(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1);
}

export const daysIn = (month: Month): number => new Date(Date.UTC(yearOfMonth(month), monthNumber(month), 0)).getUTCDate();

/** Whether a day stands for its month's end, which may be written one day early. */
export const isMonthEnd = (month: Month, day: number): boolean => day >= daysIn(month) - 1;

/** The year used for a day without one: no February is longer. */
export const LEAP_YEAR = 2024;

export const isMonth = (period: string | undefined): boolean => period !== undefined && /^\d{4}-\d\d$/.test(period);

/** The period from one month to another in the record's notation: "2025-03", "2025-Q1", "2025", else "2026-01/2026-06". */
export const spanOf = (first: Month, last: Month): string => periodOver(first as Period, last as Period);

/** The last month of a period in any of these notations. */
export const lastMonthOf = (period: string): Month => lastMonth(period as Period);

/** Number of months in a period. */
export const lengthOf = (period: string): number => countMonths(period as Period);

/** A span of equal length, this many months earlier. */
export function backBy(period: string, months: number): string {
  const first = monthIndexOf(period as Period) - months;
  return periodOfMonths(first, first + lengthOf(period) - 1);
}
