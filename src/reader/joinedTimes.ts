/**
 * Times that are written in two parts: "April of last year", "January through March", "three months ended Q3 2024".
 * Times of a text, in order, with the text in → the same with such pairs as one.
 */
import { anyOf } from "./languages";
import { isMonthEnd, LEAP_YEAR, monthOf } from "./months";
import type { Time } from "./time";

export const joinedTimes = (inOrder: readonly Time[], text: string): Time[] =>
  joinedDays(joinedYears(joinedAgo(namedSpans(inOrder, text), text), text), text);

/** "Three months ended Q3 2024": the quarter, not two times. */
const namedSpans = (times: readonly Time[], text: string): Time[] =>
  times.flatMap((time, i) => {
    const [before, next] = [times[i - 1], times[i + 1]];
    const beside = (first: Time | undefined, second: Time | undefined): boolean =>
      first?.kind === "span" && first.month === undefined && second?.kind === "quarter" && text.slice(first.end, second.start) === " ";
    return beside(time, next) ? [] : beside(before, time) ? [{ ...time, start: before?.start ?? time.start }] : [time];
  });

/** "April of last year", "去年4月": a month and what says that it is the year before's are one time. */
function joinedAgo(times: readonly Time[], text: string): Time[] {
  const out: Time[] = [];
  for (const time of times) {
    const before = out.at(-1);
    const gap = before === undefined ? "" : text.slice(before.end, time.start);
    const month = [before, time].find((one) => one?.kind === "monthOnly" || one?.kind === "dayOnly");
    const ago = [before, time].find((one) => one?.kind === "yearAgo");
    if (before === undefined || month === undefined || ago === undefined || !(month === before ? AGO_BEHIND : AGO_BEFORE).test(gap))
      out.push(time);
    else out[out.length - 1] = { ...month, ago: true, start: before.start, end: time.end, text: text.slice(before.start, time.end) };
  }
  return out;
}

const AGO_BEHIND = new RegExp(`^,?\\s(?:(?:${anyOf("of")})\\s?){0,2}$`, "iu");
const AGO_BEFORE = /^(?:の|['’]s\s|\s)?$/i;

/** "Year-to-date through October 31, 2022", "fiscal 2022 through the end of April": the year up to a month. */
function joinedYears(times: readonly Time[], text: string): Time[] {
  const out: Time[] = [];
  for (const time of times) {
    const before = out.at(-1);
    if (before === undefined || !isYearOf(before, time) || !UP_TO.test(text.slice(before.end, time.start))) out.push(time);
    else out[out.length - 1] = { ...before, ...time, kind: "toDate", start: before.start, text: text.slice(before.start, time.end) };
  }
  return out;
}

/** Whether a month, or a day at its end, is in the year before it: a figure up to a day inside a month is no month's. */
function isYearOf({ kind, year }: Time, { month, day, year: own }: Time): boolean {
  if ((kind !== "toDate" && kind !== "year") || month === undefined || (own !== undefined && year !== undefined && own !== year))
    return false;
  return day === undefined || isMonthEnd(monthOf(own ?? year ?? LEAP_YEAR, month), day);
}

const LAST = `(?:${anyOf("through")}|${anyOf("leadingTo")}|${anyOf("ended")})`;
const UP_TO = new RegExp(`^,?\\s${LAST}\\s(?:the\\s)?(?:(?:${anyOf("endOf")})\\s)?$`, "iu");

/** "from October 1, 2022, to September 30, 2023", "January through March": a first time and a last one are one span. */
function joinedDays(times: readonly Time[], text: string): Time[] {
  const out: Time[] = [];
  for (const time of times) {
    const before = out.at(-1);
    const gap = before === undefined ? "" : text.slice(before.end, time.start);
    const months =
      before === undefined
        ? 0
        : before.day === 1 && TO.test(gap)
          ? monthsBetween(before, time)
          : THROUGH.test(gap)
            ? monthsThrough(before, time)
            : 0;
    if (before === undefined || months <= 0) out.push(time);
    else out[out.length - 1] = { ...before, ...time, kind: "span", months, start: before.start, text: text.slice(before.start, time.end) };
  }
  return out;
}

const TO = new RegExp(`^[,\\s]*(?:${LAST}|[-–])\\s*$`, "iu");
/** "From January to March" may be a change. */
const THROUGH = new RegExp(`^\\s?(?:${anyOf("through")}|[-–~〜～])\\s?$`, "iu");
const isName = ({ kind }: Time): boolean => kind === "month" || kind === "monthOnly";

/** Months from one named month to another of the same year. */
const monthsThrough = (first: Time, last: Time): number =>
  isName(first) && isName(last) && (first.year === undefined || last.year === undefined || first.year === last.year)
    ? (last.month ?? 0) - (first.month ?? 0) + 1
    : 0;

/** Months from a first day to a last one; 0 where the years are not written or the last is inside a month. */
function monthsBetween(first: Time, last: Time): number {
  if (first.year === undefined || first.month === undefined || last.year === undefined || last.month === undefined) return 0;
  if (last.kind !== "day" || !isMonthEnd(monthOf(last.year, last.month), last.day ?? 0)) return 0;
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}
