/** Joins times written in two parts: "April of last year", "January through March", "three months ended Q3 2024". */
import { ANY, WORD_START, worded } from "../languages/languages";
import { isMonthEnd, LEAP_YEAR, monthOf } from "./months";
import { textBefore } from "../page/page";
import { isMonthName, type Time } from "./time";

/** The single time that two times make, given the text between and before them; undefined: they remain two. */
type Join = (before: Time, time: Time, gap: string, ahead: string) => Partial<Time> | undefined;

/** The times of a text, in text order, with the parts of one time joined. */
export function joinedTimes(inOrder: readonly Time[], text: string): Time[] {
  if (inOrder.length < 2) return [...inOrder];
  const joins = [firstAndLast, sameSpan, partOfYear, monthOfYear, monthAgo, yearUpTo];
  return joins.reduce((times, join) => paired(times, text, join), [...inOrder]);
}

/** Characters before a time in which a preceding word is looked for. */
const AHEAD = 20;

function paired(times: readonly Time[], text: string, join: Join): Time[] {
  const out: Time[] = [];
  for (const time of times) {
    const before = out.at(-1);
    const joined =
      before === undefined ? undefined : join(before, time, text.slice(before.end, time.start), textBefore(text, before.start, AHEAD));
    if (before === undefined || joined === undefined) out.push(time);
    else out[out.length - 1] = { ...before, ...joined, start: before.start, end: time.end, text: text.slice(before.start, time.end) };
  }
  return out;
}

const IS_FROM = worded`^\s${ANY.from}\s$`;
/** Two names of one span: "three months ended Q3 2024", "the fiscal year from October 1, 2022, to September 30, 2023". */
const sameSpan: Join = (before, time, gap) => {
  const undated = before.kind === "span" && before.month === undefined;
  if (undated && time.kind === "quarter" && gap === " ") return time;
  if (before.kind === "thisYear" && time.kind === "span" && IS_FROM.test(gap)) return time;
  // "During April and May, the first two months".
  const again = before.kind === "span" && time.kind === "span" && time.month === undefined && before.months === time.months;
  return again && !undated && /^[^.;\d]{0,20}$/.test(gap) ? before : undefined;
};

/** "FY2024 third quarter", "2024 first half". */
const partOfYear: Join = ({ kind, month, year, fiscal = false }, time, gap) =>
  kind === "year" &&
  month === undefined &&
  year !== undefined &&
  /^(?:quarter|half)$/.test(time.kind) &&
  time.year === undefined &&
  gap === " "
    ? { ...time, year, fiscal }
    : undefined;

/** "August of its fiscal 2024": the month of the company's own year. */
const monthOfYear: Join = (before, { kind, year, month, fiscal }, gap) =>
  before.kind === "monthOnly" && kind === "year" && fiscal === true && month === undefined && year !== undefined && OF_ITS.test(gap)
    ? { kind: "month", year, fiscal }
    : undefined;
const OF_ITS = worded`^,?\s(?:${ANY.of}\s)?(?:${ANY.article}\s)?$`;

/** "April of last year", "去年4月": a month with words that place it in the year before. */
const monthAgo: Join = (before, time, gap) => {
  const month = [before, time].find(({ kind }) => kind === "monthOnly" || kind === "dayOnly");
  const ago = [before, time].some(({ kind }) => kind === "yearAgo");
  return month !== undefined && ago && (month === before ? AGO_BEHIND : AGO_BEFORE).test(gap) ? { ...month, ago: true } : undefined;
};
const AGO_BEHIND = worded`^,?\s(?:${ANY.of}\s?){0,2}$`;
const AGO_BEFORE = worded`^${ANY.possessive}?\s?$`;

/**
 * "Year-to-date through October 31, 2022", "fiscal 2022 through the end of April": the year up to a month, or a day at its end. A figure up
 * to a day inside a month belongs to no month.
 */
const yearUpTo: Join = ({ kind, year }, time, gap) => {
  const { month, day, year: own } = time;
  if ((kind !== "toDate" && kind !== "year") || month === undefined || !UP_TO.test(gap)) return undefined;
  const ofYear = own === undefined || year === undefined || own === year;
  const whole = day === undefined || isMonthEnd(monthOf(own ?? year ?? LEAP_YEAR, month), day);
  return ofYear && whole ? { ...time, kind: "toDate" } : undefined;
};
const LAST = `(?:${ANY.through}|${ANY.leadingTo}|${ANY.ended})`;
const UP_TO = worded`^,?\s${LAST}\s(?:the\s)?(?:${ANY.endOf}\s)?$`;

/** "from October 1, 2022, to September 30, 2023", "January through March", "between April and June": a first and a last time. */
const firstAndLast: Join = (before, time, gap, ahead) => {
  // If not both have a year, they are of the same year.
  const years = before.year === undefined || time.year === undefined ? 0 : time.year - before.year;
  const months = 12 * years + (time.month ?? 0) - (before.month ?? 0) + 1;
  const opens = FROM.test(ahead) && TO.test(gap) && months > 2;
  const named = THROUGH.test(gap) || (AND.test(gap) && BETWEEN.test(ahead)) || opens;
  const whole =
    before.day === 1 && TO.test(gap) ? before.year !== undefined && endsMonth(time) : named && isMonthName(before) && isMonthName(time);
  return whole && months > 0 ? { ...time, kind: "span", months } : undefined;
};
const TO = worded`^[,\s]*(?:${LAST}|[-–])\s*$`;
/** "From January to March" may be a change, except at the start of a sentence or behind coins; "the quarter, January to March, brought" is none. */
const FROM = worded`(?:^|[.!?;:]\s|\d\s${ANY.coins}\s)${ANY.from}\s$|${ANY.quarter},?\s\(?$`;
const THROUGH = worded`^\s?(?:${ANY.through}|[-–~〜～]|${LAST}\s(?:the\s)?${ANY.endOf})\s?$`;
const AND = worded`^\s${ANY.and}\s$`;
const BETWEEN = worded`${WORD_START}${ANY.between}\s$`;
/** The last day of a month with a written year. */
const endsMonth = ({ kind, year, month, day = 0 }: Time): boolean =>
  kind === "day" && year !== undefined && month !== undefined && isMonthEnd(monthOf(year, month), day);
