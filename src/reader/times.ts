/**
 * Time expressions: one small grammar for words that name a time, in the languages that releases and news are written in.
 * Text in → the times named in it, each with what is written; settled to a period once the document's month is known (`settle`).
 */
import { onceUpTo } from "@/domain/once";
import { addMonths, daysIn, type Month, monthOf, spanOf, yearOfMonth, monthNumber } from "./months";

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
  | "yearAgo"
  | "yearEnd"
  | "sincePast"
  /** "at the end of the month": of the document's. */
  | "thisMonth";

export interface Time {
  readonly kind: TimeKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly quarter?: number;
  /** Months of a span ("six months ended"). */
  readonly months?: number;
  /** "fiscal", "FY": the company's year, not the calendar's. */
  readonly fiscal?: boolean;
  /** "the first quarter of the year before". */
  readonly ago?: boolean;
}

/** What a time says about a figure beside it. `moment`: a day inside a month, so that the figure is no month-end's. */
export type Sense = "month" | "day" | "moment" | "long" | "none";

export interface Settled {
  /** "2025-03", "2025-Q1", "2025" or "2026-01/2026-06"; undefined when the time cannot be placed. */
  readonly period: string | undefined;
  readonly sense: Sense;
  /** Month and year are written. */
  readonly exact: boolean;
  /** So many months before: in a report of a quarter or year, of as long a time ("a year ago"). */
  readonly back?: number;
}

const MONTH_WORDS: readonly string[] = [
  "jan january enero ene janvier januar gennaio gen janeiro ocak",
  "feb february febrero février fevrier februar febbraio fevereiro şubat",
  "mar march marzo mars märz marz março mart",
  "apr april abril abr avril aprile nisan",
  "may mayo mai maggio maio mayıs",
  "jun june junio juin juni giugno junho haziran",
  "jul july julio juillet juli luglio julho temmuz",
  "aug august agosto ago août aout ağustos",
  "sep sept september septiembre setiembre septembre settembre setembro eylül",
  "oct october octubre octobre oktober okt ottobre outubro ekim",
  "nov november noviembre novembre novembro kasım",
  "dec december diciembre dic décembre decembre dezember dez dicembre dezembro aralık",
];
const MONTHS = new Map(MONTH_WORDS.flatMap((words, i) => words.split(" ").map((word) => [word, i + 1] as const)));
/** The names of months in all the languages read, in small letters. */
export const MONTH_NAMES: readonly string[] = [...MONTHS.keys()];
const LONG_FIRST = [...MONTH_NAMES].sort((a, b) => b.length - a.length).join("|");
const MON = `(?<mon>${LONG_FIRST})\\.?`;
/** Without a year only whole words that are months and nothing else, capitalised where English writes them so. */
const ALONE =
  "(?<mon>January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?|[Ee]nero|[Ff]ebrero|[Mm]arzo|[Aa]bril|[Mm]ayo|[Jj]unio|[Jj]ulio|[Aa]gosto|[Ss]eptiembre|[Oo]ctubre|[Nn]oviembre|[Dd]iciembre|[Jj]anvier|[Ff]évrier|[Aa]vril|[Jj]uin|[Jj]uillet|[Aa]oût|[Ss]eptembre|[Oo]ctobre|[Dd]écembre|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|[Gg]ennaio|[Ff]ebbraio|[Aa]prile|[Mm]aggio|[Gg]iugno|[Ll]uglio|[Ss]ettembre|[Oo]ttobre|[Nn]ovembre|[Dd]icembre|mars|[Jj]aneiro|[Ff]evereiro|[Mm]arço|[Mm]aio|[Jj]unho|[Jj]ulho|[Ss]etembro|[Oo]utubro|[Nn]ovembro|[Dd]ezembro)";
const Y = "(?<year>20[12]\\d)";
const COUNT = "(?<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|tres|seis|nueve|doce|\\d{1,2})";
const COUNTS: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, tres: 3, seis: 6, nueve: 9, doce: 12,
}; // prettier-ignore
const ORDINAL: Readonly<Record<string, number>> = {
  first: 1, second: 2, third: 3, fourth: 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, primer: 1, segundo: 2, tercer: 3, cuarto: 4,
}; // prettier-ignore
const NTH = "(?<nth>first|second|third|fourth|1st|2nd|3rd|4th|primer|segundo|tercer|cuarto)";
const ENDED = `(?:\\s?(?:period|months?)?,?\\s(?:ended|ending|to|through|finalizados el|terminados el))?(?:\\s(?:on\\s)?(?:${MON}\\s*(?<day>\\d{1,2})?|(?<dayFirst>\\d{1,2})\\s(?:de\\s)?${MON.replace("mon", "monB")}),?(?:\\s(?:de\\s)?${Y})?)?`;

/** In order: what an earlier one has taken, a later one cannot. */
const GRAMMAR: readonly (readonly [TimeKind, RegExp])[] = [
  ["sincePast", /\b(?:since (?:inception|the beginning(?! of (?:the |this )?year)|its beginning|launch|20[01]\d)|inception[- ]to[- ]date|cumulative(?:ly)?|all[- ]time|life[- ]to[- ]date)\b/gi],
  ["toDate", new RegExp(`\\b(?:(?:fiscal |calendar )?year[- ]to[- ]date|(?:fy )?ytd|so far (?:in|this) (?:year|20[12]\\d)|since january(?: 1)?|since the (?:start|beginning) of (?:the |this )?year|thus far in|en lo que va de(?: año)?|seit jahresbeginn|desde o início do ano)(?:[,\\s]*(?:in |of )?${Y})?\\b`, "gi")],
  ["span", new RegExp(`\\b(?:first |last |past |primeros |the )?${COUNT}[- ](?:months?|meses)(?:\\s(?:of|de)\\s${Y.replace("year", "yearB")}|${ENDED})`, "gi")],
  ["half", new RegExp(`\\b(?:(?<nth>first|second) half|(?<h>h[12])|primer semestre)(?:\\s?(?:of |de )?(?<fy>fiscal |fy\\s?)?${Y})?\\b`, "gi")],
  ["quarter", new RegExp(`\\b(?:(?<fy>fiscal |fy)?q(?<q>[1-4])(?:[ ,'’/-]*(?<fy2>fiscal (?:year )?|fy\\s?'?)?(?:${Y}|(?<yy>[12]\\d)(?![\\d,.]\\d|\\s?(?:btc|bitcoin|eh|%|mw))))?|(?<q2>[1-4])q[ '’]?(?:${Y.replace("year", "yearB")}|(?<yyB>[12]\\d))?)\\b`, "gi")],
  ["quarter", new RegExp(`\\b(?<fy>fiscal )?${NTH}[- ](?:fiscal )?(?:quarter|qtr\\.?|trimestre)(?:,?\\s(?:of\\s|de\\s)?(?:the\\s)?(?<fy2>(?:our |its )?fiscal (?:year )?|fy\\s?)?(?:ended\\s${MON}\\s\\d{1,2},?\\s)?${Y}|(?<ago>\\s(?:of\\s|in\\s)?(?:the\\s)?(?:year before|(?:previous|prior|preceding|last) year)))?`, "gi")],
  ["quarter", new RegExp(`\\bquarter (?:ended|ending) (?:${MON}\\s*(?<day>\\d{1,2})|(?<dayFirst>\\d{1,2})\\s${MON.replace("mon", "monB")}),?\\s${Y}`, "gi")],
  ["year", new RegExp(`\\b(?<fy>fiscal )?(?:full )?year(?: ended| ending)\\s${MON}\\s*(?<day>\\d{1,2}),?\\s${Y}`, "gi")],
  ["day", new RegExp(`\\b${MON}\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s?,)?\\s{1,3}${Y}`, "gi")],
  ["day", new RegExp(`(?<!20[12]\\d\\s)\\b(?<day>\\d{1,2})(?:st|nd|rd|th|º|er|\\.)?(?: of| de)?\\s{1,3}${MON},?(?: de| del)?\\s{1,3}${Y}`, "gi")],
  ["day", new RegExp(`\\b${Y}-(?<mm>\\d\\d)-(?<day>\\d\\d)\\b`, "g")],
  ["day", new RegExp(`\\b(?<mm>\\d{1,2})/(?<day>\\d{1,2})/${Y}\\b`, "g")],
  ["day", new RegExp(`\\b(?<day>\\d{1,2})\\.(?<mm>\\d{1,2})\\.${Y}\\b`, "g")],
  ["month", new RegExp(`\\b${MON}(?:[\\s,–'-]{0,3}|\\s(?:of|de|del)\\s)${Y}(?=\\d?\\b|\\d?$)`, "gi")],
  // "Mar 25 | Feb 25" over columns; in a sentence it would be a day.
  ["month", new RegExp(`(?<=^\\s*|\\b2\\d\\s+)${MON} (?<yy>2\\d)(?=\\s*$|\\s+(?:${LONG_FIRST})\\b)`, "gi")],
  ["month", new RegExp(`\\b${MON}(?:[–-]| ?['’])(?<yy>[12]\\d)\\b(?![,.]?\\d|\\s?(?:btc|bitcoin|eh|%))`, "gi")],
  ["month", new RegExp(`\\b${Y}-(?<mm>0[1-9]|1[0-2])\\b(?!-)`, "g")],
  ["dayOnly", new RegExp(`\\b${MON}\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s?(?:btc|bitcoin|eh|%|ph|mw))(?![\\d,.]*\\d)`, "gi")],
  ["dayOnly", new RegExp(`(?<!20[12]\\d\\s)\\b(?<day>\\d{1,2})(?:st|nd|rd|th|º|\\.)?(?: de)?\\s${MON}(?![\\w])`, "gi")],
  ["monthOnly", new RegExp(`(?<![\\p{L}])${ALONE}(?=\\W|$)`, "gu")],
  ["yearEnd", new RegExp(`\\b(?:(?:end|close) of|cierre de|fine|fim de|ende)\\s${Y}(?![\\w-])`, "gi")],
  ["yearEnd", /\b(?:end|close) of (?:last|the (?:previous|prior)) year\b|\bwhen the (?:previous|last) year (?:ended|closed)\b|\bcierre del año pasado\b/gi],
  ["priorQuarter", /\b(?:the )?(?:(?:prior|previous|preceding|last) quarter|quarter (?:before|prior|earlier))\b/gi],
  ["prior", /\b(?:(?:the )?(?:prior|previous|preceding) month|(?:the )?month (?:before|prior|earlier)|a month (?:earlier|ago|before)|(?:el )?mes (?:anterior|previo|pasado)|vormonats?|(?:letzten|vorigen|vergangenen) monats?|mois (?:précédent|dernier)|mês (?:anterior|passado)|mese precedente)\b|(?<=\b(?:from|than|versus|vs\.?|over|against|compared (?:to|with))\s(?:[^\s]{1,20}\s){0,3})last month\b/gi],
  ["thisMonth", /\b(?:(?:at |by )?(?:the )?end of the month|at (?:the )?month[’']?s?[- ]end|(?:in|during|over) the same month(?!\s(?:of|in|last|a|one|the)\b))\b/gi],
  ["yearAgo", /\b(?:(?:the )?same (?:month|period|time|quarter)(?: (?:of )?(?:last|the (?:prior|previous)) year| a year (?:ago|earlier)| in 20[12]\d)?|(?:a|one|the) year (?:ago|earlier|before|prior)|last year|(?:the )?(?:prior|previous|preceding) year|year[- ]ago|año anterior|ano anterior|vorjahr(?:esmonat)?)\b/gi],
  ["year", new RegExp(`(?<![\\w$€£.,/-])(?<fy>fiscal (?:year )?|fy\\s?)?(?:full[- ]year |year |(?:in|for|during|throughout) |whole of |calendar |cy )?${Y}(?![\\d,]\\d|\\.\\d)(?![\\w])`, "gi")],
]; // prettier-ignore

const ANY =
  /20[12]\d|[1-4]q|month|quarter|year|half|ytd|\b(?:fy)?(?:q|h)[1-4]|since|cumulat|all-time|inception|date\b|meses|mes\b|trimestre|semestre|año|monat|jahr|mois/i;
const NAMED = new RegExp(`(?<![\\p{L}])(?:${LONG_FIRST})(?![\\p{L}])`, "iu");

/** The times named in a text, in order, none over another. The text should be a sentence or a cell, not a page. */
export const timesIn: (text: string) => readonly Time[] = onceUpTo(2_000, (text) =>
  ANY.test(text) || NAMED.test(text) ? parsed(text) : [],
);

function parsed(text: string): Time[] {
  const found: Time[] = [];
  for (const [kind, pattern] of GRAMMAR)
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const time = timeOf(kind, match.groups ?? {}, match[0].trimEnd());
      if (time !== undefined) found.push({ ...time, start, end });
    }
  return joinedDays(
    found.sort((a, b) => a.start - b.start),
    text,
  );
}

/** "from October 1, 2022, to September 30, 2023": a first day and a last one are one span. */
function joinedDays(times: readonly Time[], text: string): Time[] {
  const out: Time[] = [];
  for (const time of times) {
    const before = out.at(-1);
    const months = before === undefined ? 0 : monthsBetween(before, time);
    const joins =
      before?.day === 1 && months > 0 && /^[,\s]*(?:to|through|until|bis|hasta|al?|[-–])\s*$/.test(text.slice(before.end, time.start));
    if (!joins) out.push(time);
    else out[out.length - 1] = { ...time, kind: "span", months, start: before.start, text: text.slice(before.start, time.end) };
  }
  return out;
}

/** Months from a first day to a last one; 0 where the years are not written or the last is inside a month. */
function monthsBetween(first: Time, last: Time): number {
  if (first.year === undefined || first.month === undefined || last.year === undefined || last.month === undefined) return 0;
  if (last.kind !== "day" || (last.day ?? 0) < daysIn(monthOf(last.year, last.month)) - 1) return 0;
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

type Groups = Readonly<Record<string, string | undefined>>;

function timeOf(kind: TimeKind, groups: Groups, text: string): Omit<Time, "start" | "end"> | undefined {
  const month = MONTHS.get((groups["mon"] ?? groups["monB"] ?? "").toLowerCase().replace(/\.$/, "")) ?? numberOf(groups["mm"]);
  const short = numberOf(groups["yy"] ?? groups["yyB"]);
  const year = numberOf(groups["year"] ?? groups["yearB"]) ?? (short === undefined ? undefined : 2000 + short);
  const day = numberOf(groups["day"] ?? groups["dayFirst"]);
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if ((kind === "day" || kind === "dayOnly") && (day === undefined || day < 1 || day > 31)) return undefined;
  const nth = ORDINAL[(groups["nth"] ?? "").toLowerCase()];
  const half = groups["h"] === undefined ? (/^primer/i.test(text) ? 1 : undefined) : Number(groups["h"].charAt(1));
  const quarter = kind === "half" ? (nth ?? half) : (numberOf(groups["q"] ?? groups["q2"]) ?? nth);
  const months = COUNTS[(groups["count"] ?? "").toLowerCase()] ?? numberOf(groups["count"]);
  return {
    kind,
    text,
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(quarter === undefined ? {} : { quarter }),
    ...(months === undefined ? {} : { months }),
    ...(groups["ago"] === undefined ? {} : { ago: true }),
    ...((groups["fy"] ?? groups["fy2"] ?? "") !== "" || /\bfiscal|\bfy/i.test(text) ? { fiscal: true } : {}),
  };
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const NOWHERE: Settled = { period: undefined, sense: "none", exact: false };

/**
 * The period that a time names in a document about `of` (its month), of a company whose fiscal year ends with month `fiscalEnd` (12: the
 * calendar's). Years that are not written are the latest that fit the document, whose last whole month before publication is `until`.
 */
export function settle(time: Time, of: Month | undefined, fiscalEnd = 12, until = of): Settled {
  const { kind, year, month, day } = time;
  switch (kind) {
    case "month":
    case "day":
      return year === undefined || month === undefined ? NOWHERE : { ...dated(monthOf(year, month), day), exact: true };
    case "monthOnly":
    case "dayOnly": {
      if (of === undefined || month === undefined) return NOWHERE;
      const soon = day !== undefined && month === (monthNumber(of) % 12) + 1;
      const last = latest(until !== undefined && until > of ? until : of, month);
      return { ...dated(soon && last < of ? addMonths(of, 1) : last, day), exact: false };
    }
    case "prior":
      return of === undefined ? NOWHERE : { period: addMonths(of, -1), sense: "month", exact: false };
    case "yearEnd":
      if (year !== undefined) return { period: monthOf(year, 12), sense: "day", exact: true };
      return of === undefined ? NOWHERE : { period: monthOf(yearOfMonth(addMonths(of, 1)) - 1, 12), sense: "day", exact: false };
    case "yearAgo":
      return of === undefined
        ? NOWHERE
        : {
            ...{ period: addMonths(of, -12), sense: "month", exact: false },
            ...(/month|monat/i.test(time.text) ? {} : { back: 12 }),
          };
    case "priorQuarter":
      return of === undefined ? NOWHERE : { period: undefined, sense: "long", exact: false, back: 3 };
    case "thisMonth":
      return { period: of, sense: "day", exact: false };
    case "sincePast":
      return { period: undefined, sense: "long", exact: false };
    default:
      return longPeriod(time, of, fiscalEnd);
  }
}

/** A day at a month's end tells for the month; the end may be written one day off. */
function dated(month: Month, day: number | undefined): Omit<Settled, "exact"> {
  if (day === undefined) return { period: month, sense: "month" };
  return { period: month, sense: day >= daysIn(month) - 1 ? "day" : "moment" };
}

function longPeriod(time: Time, of: Month | undefined, fiscalEnd: number): Settled {
  const { kind, year, month, quarter, months, fiscal = false } = time;
  const long = (last: Month | undefined, count: number, exact: boolean): Settled => ({
    period: last === undefined ? undefined : spanOf(addMonths(last, 1 - count), last),
    sense: "long",
    exact,
  });
  const first = kind === "span" && month === undefined && year !== undefined && months !== undefined && months <= 12;
  const ended = first
    ? monthOf(year, months)
    : month === undefined
      ? undefined
      : year !== undefined
        ? monthOf(year, month)
        : of === undefined
          ? undefined
          : latest(of, month);
  const offset = fiscal ? fiscalEnd % 12 : 0;
  /** Last month of the `part`-th stretch of `length` months of a year (a fiscal year is named after the year in which it ends). */
  const part = (nth: number, length: number): Month | undefined => {
    const start = offset === 0 ? 0 : offset - 12;
    if (year !== undefined) return addMonths(monthOf(year, 1), start + nth * length - 1);
    if (of === undefined) return undefined;
    if (time.ago === true) return addMonths(monthOf(yearOfMonth(of) - 1, 1), start + nth * length - 1);
    const inThis = addMonths(monthOf(yearOfMonth(of) + 1, 1), start + nth * length - 1);
    return inThis <= addMonths(of, 1)
      ? inThis
      : addMonths(inThis, -12) <= addMonths(of, 1)
        ? addMonths(inThis, -12)
        : addMonths(inThis, -24);
  };
  switch (kind) {
    case "quarter":
      return ended === undefined ? long(quarter === undefined ? undefined : part(quarter, 3), 3, year !== undefined) : long(ended, 3, true);
    case "half":
      return long(quarter === undefined ? undefined : part(quarter, 6), 6, year !== undefined);
    case "year":
      return ended === undefined ? long(part(1, 12), 12, true) : long(ended, 12, true);
    case "span":
      return long(ended, Math.min(Math.max(months ?? 1, 1), 24), ended !== undefined && year !== undefined);
    case "toDate":
      return of === undefined || (year !== undefined && year !== yearOfMonth(of)) ? NOWHERE : long(of, monthNumber(of), false);
    default:
      return NOWHERE;
  }
}

const latest = (of: Month, month: number): Month => {
  const same = monthOf(yearOfMonth(of), month);
  return same <= of ? same : monthOf(yearOfMonth(of) - 1, month);
};
