/** A time as a text names it; the period it denotes depends on the document (see settle). */
import type { Piece } from "../page/page";

export type TimeKind =
  | "month"
  | "day"
  | "monthOnly"
  | "dayOnly"
  | "year"
  | "quarter"
  | "span"
  | "toDate"
  | "half"
  | "prior"
  | "priorQuarter"
  /** "in the quarter": the one that the text mentioned before. */
  | "thisQuarter"
  /** "for the full year": the one that ended with the document's month. */
  | "thisYear"
  | "yearAgo"
  | "yearEnd"
  | "sincePast"
  /** "at the end of the month", "last month": of the document's. */
  | "thisMonth";

export interface Time extends Piece {
  readonly kind: TimeKind;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** For a half or a span of months: the first or second. */
  readonly quarter?: number;
  /** Months of a span ("six months ended"). */
  readonly months?: number;
  /** "fiscal", "FY": the company's year, not the calendar's. */
  readonly fiscal?: boolean;
  /** The earlier time that "the quarter" or "the month" means, or that "the previous quarter" and "the same period last year" refer to. */
  readonly antecedent?: Time | undefined;
  /** "the first quarter of the year before", "April last year". */
  readonly ago?: boolean;
}

/** "Q3 2025", "the three months ended September 30, 2025". */
export const isQuarter = ({ kind, months, month }: Time): boolean =>
  kind === "quarter" || (kind === "span" && months === 3 && month !== undefined);

/** A day of a month, with its year or without. */
export const isDay = ({ kind }: Pick<Time, "kind">): boolean => kind === "day" || kind === "dayOnly";

/** A month's name, with its year or without. */
export const isMonthName = ({ kind }: Time): boolean => kind === "month" || kind === "monthOnly";

/** A quarter, a half or a span of months, to which other times may refer. */
export const isLong = (time: Time): boolean =>
  isQuarter(time) ||
  time.kind === "half" ||
  time.kind === "toDate" ||
  (time.kind === "span" && (time.month !== undefined || time.year !== undefined));
