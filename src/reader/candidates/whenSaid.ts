/** Which of the times around a figure belongs to it, and the period that it denotes once the document's month is chosen. */
import { ANY, CLAUSES, ending, FIGURE, MEASURING, WORD_END, WORD_START, worded } from "../languages/languages";
import { LEADS } from "./brackets";
import { isMonth, type Month } from "../mentions/months";
import { textBefore } from "../page/page";
import { settle, type Settled } from "../mentions/settle";
import { isLong, isMonthName, isQuarter, type Time } from "../mentions/time";
import { hasFigure, isPlanned, MEASURED_BEFORE, PARTED, type SaidTime, SINCE, SUCCEEDING } from "../mentions/timeRoles";

export interface When {
  /** The time of its column. */
  readonly column?: Time | undefined;
  /** The times in its own label, or the one beside it in its sentence. */
  readonly own: readonly Time[];
  /** The only time named above it. */
  readonly above?: Time | undefined;
  /** The column is certain. */
  readonly certain: boolean;
  /** The column could not be determined. */
  readonly lost?: boolean;
}

/** Separators between a figure and a time after it. */
const COMPARES = worded`[;:，、。]|${ANY.clauseEnd}|${WORD_START}(?:${MEASURING}|compared|since|respecto)${WORD_END}`;

/** The time of a figure in a sentence: the next one after it if nothing separates them, else the last before it. */
export function whenOf(
  sentence: string,
  { from, to }: { from: number; to: number },
  times: readonly SaidTime[],
  above: Time | undefined,
): When {
  const beside = timeBeside(sentence, from, to, times);
  const own =
    timeBefore(sentence, from, to, times, beside) ?? beside ?? (ON_MONTH.test(sentence.slice(to, to + CLOSE)) ? THIS_MONTH : undefined);
  return { own: own === undefined || isIdle(own, sentence) ? [] : [own], above, certain: false };
}

/** A bare year beside a monthly figure is not its time, but the years in "in 2023" and "2023 output: 13,762" are. */
export const isIdle = ({ kind, month, text, start, end }: Time, sentence: string): boolean =>
  kind === "year" &&
  month === undefined &&
  !/[a-z]/i.test(text) &&
  !BELONGS.test(sentence.slice(0, start)) &&
  !/^:\s?[~$€£]?\d/.test(sentence.slice(end)) &&
  !TALLY.test(sentence.slice(end, end + 12)) &&
  /\p{L}|\d/u.test(sentence.slice(0, start));

/** "the 6,626 bitcoin of 2023", "im Jahr 2023". */
const TALLY = worded`^\s${ANY.tally}${WORD_END}`;
const BELONGS = ending`(?:\d\s?(?:${ANY.coins}|EH/s)\s(?:${ANY.of}|${ANY.from})|${WORD_START}(?:${ANY.year}|${ANY.during}))\s`;

/** What a figure rose or fell from is the previous month's, or the previous year's if so stated, if no time follows it. */
function timeBefore(sentence: string, from: number, to: number, times: readonly Time[], beside: Time | undefined): Time | undefined {
  const follows = FOLLOWS.test(textBefore(sentence, from, 40));
  if ((!follows && !RISES.test(textBefore(sentence, from, 24))) || (beside !== undefined && beside.end > from)) return undefined;
  if (SEQUENTIALLY.test(textBefore(sentence, from, 60))) {
    const antecedent = times.findLast(isQuarter);
    return antecedent === undefined && times.some(isMonthName) ? MONTH_BEFORE : { ...QUARTER_BEFORE, antecedent };
  }
  if (YEAR_ON_YEAR.test(sentence) && !MONTH_ON_MONTH.test(sentence)) return YEAR_BEFORE;
  if (beside === undefined && ROSE_TO.test(sentence.slice(to, to + 36))) return MONTH_BEFORE;
  if (times.some((time) => isLong(time) || time.kind === "yearAgo" || time.kind === "yearEnd")) return undefined;
  return follows || TO_FROM.test(textBefore(sentence, from, 150)) ? MONTH_BEFORE : undefined;
}
const MONTH_BEFORE: Time = { kind: "prior", start: 0, end: 0, text: "" };
const QUARTER_BEFORE: Time = { kind: "priorQuarter", start: 0, end: 0, text: "" };
const SEQUENTIALLY = ending`${WORD_START}${ANY.quarterOnQuarter}${WORD_END}[^.;\d]*`;
const YEAR_BEFORE: Time = { ...MONTH_BEFORE, kind: "yearAgo" };
const YEAR_ON_YEAR = worded`${WORD_START}${ANY.yearOnYear}${WORD_END}`;
const MONTH_ON_MONTH = worded`${WORD_START}${ANY.monthOnMonth}${WORD_END}`;
/** "825 BTC, up 21% month-over-month": a figure for a month. */
const ON_MONTH = worded`^[^;:]{0,40}%[^;:]{0,12}${WORD_START}${ANY.monthOnMonth}${WORD_END}`;
const CLOSE = 60;
const THIS_MONTH: Time = { ...MONTH_BEFORE, kind: "thisMonth" };
/** "1,512 BTC, from 2,284": directly behind the figure that it is compared with; "198 mined, after 204". */
const FOLLOWS = ending`(?:\d(?:\s${ANY.coins})?,\s${ANY.comparing}|${SUCCEEDING})\s(?:${ANY.about}\s)?[~$€£]?`;
const RISES = ending`${WORD_START}${ANY.from}\s+(?:${ANY.about}\s|~)?`;
/** "To 322 BTC, from about 370"; "322 BTC, down from 370". */
const TO_FROM = ending`(?:\s${ANY.leadingTo}\s${FIGURE}\s?(?:[\p{L}/]+,?\s){0,2}(?:${ANY.monthEnd},?\s)?(?:(?<=,\s)[^,.;]{1,60},\s)?|\d(?:\s${ANY.coins})?,?\s(?:${ANY.changed})\p{L}*\s)${ANY.from}\s(?:${ANY.about}\s)?[~$€£]?`;
const ROSE_TO = worded`^[^.,;\d]{0,12}\s${ANY.leadingTo}\s+~?\d`;

/** "in May, when it rose to": the figure that follows belongs to the time before it. */
const WHEN = worded`^,?\s${ANY.when}\s(?:[\p{L}'’]+\s+){0,6}[~$€£(]*$`;
/** A few words, none of which leads to another figure. */
const FEW = `(?:(?!${ANY.leadingTo}\\s)\\p{L}+\\s+)`;
/** "April's 705 BTC", "May production of 173", "in August, when it was 206": the reference of a comparison has this figure itself. */
const OWNS = worded`^(?:${ANY.possessive}|:)?\s*(?!${CLAUSES}\s)${FEW}{0,5}[~$€£(]*$|${WHEN.source}`;

/** "(in August 477 BTC)", "where May had 173": a time followed by another figure, in a clause of its own. */
const ownsNext = (gap: string, after: string): boolean =>
  LABELLED.test(after) ||
  (/[,，、]/.test(gap) && /^\p{Lo}{1,3}\s?\d/u.test(after)) ||
  POSSESSED.test(after) ||
  (CLAUSE.test(gap) && FIGURE_NEXT.test(after));
const LABELLED = new RegExp(String.raw`^[^()\d]{0,20}${LEADS}\s*[~$]?\d`);
const CLAUSE = worded`\([^)]*$|${WORD_START}(?:${CLAUSES}|${ANY.when}|${ANY.measuring})\s`;
/** "301 BTC, nearly double July's 154". */
const POSSESSED = worded`^${ANY.possessive}\s+${FEW}{0,2}[~$€£]?\d`;
const FIGURE_NEXT = worded`^${ANY.possessive}?,?\s+${FEW}{0,3}[~$€£]?\d`;

/** "(February: 300; March 2023: 424), sold 287": a time in brackets with its own figures does not apply outside them. */
function isAside(sentence: string, { start, end }: Time, from: number): boolean {
  const close = sentence.indexOf(")", end);
  const open = sentence.lastIndexOf("(", start);
  return (
    close >= 0 &&
    close < from &&
    sentence.lastIndexOf(")", start) < open &&
    /\d/.test(sentence.slice(open, start) + sentence.slice(end, close))
  );
}

/** "1,610 BTC and 3,950 ETH by October", "92 BTC, or 3.2 a day, in May", "263 BTC, worth $18 million, in April": text allowed between a figure and its time. */
const BESIDES = worded`,?\s${ANY.and}\s\d[\d.,]*\s(?:ETH|LTC|DOGE)|,\s${ANY.or}\s~?\d[\d.,]*(?:\s\p{L}+){2,3},|,?\s(?:\([^()\d]*\)\s)?${ANY.worth}\s(?:${ANY.about}\s|~)?(?:US)?[$€£]?\s?\d[\d.,]*\s?(?:(?:${ANY.million}|${ANY.billion}|m|b)${WORD_END}\s?)?${ANY.dollars}?,?`;

/** "44,893 bitcoin ($4.19 billion) at December 31". */
const IN_DOLLARS = /\s\([~≈]?(?:US)?\$[\d.,]+(?:\s?\p{L}+)?\)/u;

/** "In 2023" at the end of its sentence. */
const isWhole = (time: SaidTime, sentence: string): boolean =>
  time.kind === "year" && /\p{L}/u.test(time.text) && time.role !== "reference" && /^[\s.!]*$/.test(sentence.slice(time.end));

/** "(previous month: 569.0)", "(Dec -> 569)": only a sign separates a time from its figure. */
const LABELS = new RegExp(String.raw`^\s*${LEADS}\s*[~$€£]*$`);

/** "420 at month-end, against 414 at the end of September": the reference figure takes the time after it. */
const LEADS_OVER = worded`^,?\s(?:\p{L}+\s)?${ANY.comparing}\s`;
/** "To reach 4 EH/s in the first quarter, mines 395": figures after the clause of a plan do not have its quarter. */
const ANOTHER = worded`${PARTED}`;

const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** "Los 443 BTC que la empresa minó en julio": not "más que en julio". */
const RELATIVE = /\sque\s(?=(?:\p{L}+\s){3,}$)/iu;

/** Maximum number of words between a figure and a later time after a comma. */
const FEW_WORDS = 4;

function timeBeside(sentence: string, from: number, to: number, times: readonly SaidTime[]): Time | undefined {
  const after = times.find(({ start }) => start >= to);
  const before = times.filter(
    (time) =>
      time.end <= from &&
      !isAside(sentence, time, from) &&
      !(isQuarter(time) && ANOTHER.test(sentence.slice(time.end, from)) && isPlanned(sentence, time)) &&
      (time.role !== "reference" || (OWNS.test(sentence.slice(time.end, from)) && !hasFigure(sentence, time))),
  );
  let found: { time: Time; distance: number; comma: boolean } | undefined;
  if (after !== undefined) {
    const gap = sentence
      .slice(to, after.start)
      .replace(after.months === undefined ? "" : SINCE, "")
      .replace(IN_DOLLARS, "")
      .replace(RELATIVE, " ")
      .replace(BESIDES, " ");
    const distance = countWords(gap);
    if (
      !/\d/.test(gap) &&
      !ownsNext(gap, sentence.slice(after.end)) &&
      !MEASURED_BEFORE.test(sentence.slice(after.end, after.end + 9)) &&
      distance <= (gap.includes(",") ? FEW_WORDS : 7) &&
      !COMPARES.test(gap)
    )
      found = { time: after, distance, comma: /[,，]/.test(gap) };
  }
  const last = before.at(-1);
  // "It mined 9,100 itself and 3,300 for others in 2023": the sentence's only time.
  if (last === undefined) return found?.time ?? (times.length === 1 && after !== undefined && isWhole(after, sentence) ? after : undefined);
  const gap = sentence.slice(last.end, from);
  const comma = /,\s*$/.test(sentence.slice(0, last.start));
  // "In September it mined 445, and in August 477": a time in the same clause has priority.
  const across = found?.comma === true && !/[,，;]/.test(gap);
  if (found !== undefined && !across && !(found.distance > 3 && countWords(gap) <= 3 && !comma && !LEADS_OVER.test(gap))) return found.time;
  // The time of a comparison belongs to its reference figure; a time that opens the sentence belongs to all of it.
  const compares =
    (last.kind === "prior" || last.kind === "yearAgo") && /[,;:]/.test(gap) && !/^\s*\p{L}*\s*$/u.test(sentence.slice(0, last.start));
  if (!compares || LABELS.test(gap) || WHEN.test(gap)) return last;
  return before.at(-2) ?? found?.time;
}

const OF_DOCUMENT = (month: Month | undefined): Settled => ({ period: month, sense: "none", exact: false });

/** The period of a figure in a document about `of`. */
export function periodOf(when: When, of: Month | undefined, fiscalEnd: number, until?: Month): Settled {
  const { column, own, above } = when;
  if (column !== undefined) {
    const day = own.find((time) => time.kind === "day" && time.year !== undefined);
    // "Bitcoin held at June 30, 2024" under "6 months ended June 30, 2025".
    if (day !== undefined && own.length === 1) return settle(day, of, fiscalEnd, until);
    const year = own.find(({ kind, month }) => kind === "year" && month === undefined)?.year;
    // "January | 357 | 486" under "BTC earned 2024 | BTC earned 2023".
    const dated: Time = column.kind === "monthOnly" && year !== undefined ? { ...column, kind: "month", year } : column;
    const settled = settle(dated, of, fiscalEnd, until);
    const long = own.find(({ kind }) => kind === "toDate" || kind === "sincePast" || (kind === "span" && column.kind !== "span"));
    if (long === undefined) return settled;
    return settle(long, isMonth(settled.period) ? settled.period : of, fiscalEnd);
  }
  if (when.lost === true) return { period: undefined, sense: "none", exact: false };
  for (const time of own) {
    const settled = settle(time, of, fiscalEnd, until);
    if (settled.sense !== "none" || settled.period !== undefined) return settled;
  }
  if (above !== undefined) {
    const settled = settle(above, of, fiscalEnd, until);
    if (settled.period !== undefined && settled.sense !== "moment") return settled;
  }
  return OF_DOCUMENT(of);
}
