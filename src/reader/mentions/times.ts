/** Time expressions: a small grammar for words that name a time, in the languages of releases and news. */
import { onceUpTo } from "@/domain/shared/once";
import { ANY, CASED, LANGUAGES, patternOf, WORD_END, WORD_START, worded, YEAR } from "../languages/languages";
import { joinedTimes } from "./joinedTimes";
import { numberBefore } from "./months";
import { matchesIn, textBefore, type Span } from "../page/page";
import { isDay, type Time, type TimeKind } from "./time";

const MONTHS = new Map(
  LANGUAGES.flatMap(({ months }) => months?.split(", ") ?? []).flatMap((words, i) =>
    words.split(" ").map((word) => [word, (i % 12) + 1] as const),
  ),
);
/** The names of months in all the languages read, in lower case. */
export const MONTH_NAMES: readonly string[] = [...MONTHS.keys()];
/** The same as a pattern. */
export const LONG_FIRST = [...MONTH_NAMES].sort((a, b) => b.length - a.length).join("|");
const MON = `(?<mon>${LONG_FIRST})\\.?`;
/** A whole word that is a month's name if MONTHS has it: faster than MON where nothing else may stand. */
const NAME = `(?<mon>[\\p{Lu}\\p{Ll}]+)${WORD_END}\\.?`;
/** Words that are months only with a year: they have other meanings too. */
const ONLY_DATED = new Set(["mai", "mart", "may"]);
/** Without a year only full names, capitalised if their language capitalises them, and English short forms with a period. */
const ALONE = `(?<mon>${[
  "May|Mai|(?<=(?<!\\p{L})(?:en|à|au|de|fin|début|depuis) )mai|Mart|Jan\\.?|Feb\\.?|Mar\\.|(?<=\\bBTC )Mar|Mar(?=: ?[~$]?\\d)|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?",
  ...LANGUAGES.flatMap(({ months, capital }) =>
    (months?.split(/,? /) ?? [])
      .filter((word) => word.length > 3 && !ONLY_DATED.has(word))
      .map((word) => {
        const [first, rest] = [word.charAt(0), word.slice(1)];
        if (word === "mars") return word;
        return `${capital === true ? first.toUpperCase() : `[${first}${first.toUpperCase()}]`}${rest}|${word.toUpperCase()}`;
      }),
  ),
].join("|")})`;
const Y = `(?<year>${YEAR})`;
const COUNT = `(?<count>${ANY.counts}|\\d{1,2})`;
const FIRST = LANGUAGES.flatMap(({ ordinals }) => ordinals?.[0] ?? []).join("|");
const NTH = `(?<nth>${ANY.ordinals})`;
/** The words of a kind in all languages with their numbers; the first word of each language means `from`. */
const numbersOf = (kind: "counts" | "ordinals", from: number): (readonly [RegExp, number])[] =>
  LANGUAGES.flatMap((language) => language[kind]?.map((words, i) => [worded`^(?:${words})$`, i + from] as const) ?? []);
const COUNTS = numbersOf("counts", 2);
const ORDINALS = [...numbersOf("ordinals", 1), [/^last$/i, 4] as const];
const numberNamed = (numbers: typeof COUNTS, text: string | undefined): number | undefined =>
  text === undefined ? undefined : numbers.find(([words]) => words.test(text))?.[1];
/** Before names behind optional words: without it, V8 writes out all the names for each way to reach them. */
const ONCE = "(?=\\S)";
const ENDED = `(?:\\s?(?:period|${ANY.month})?,?\\s${ONCE}(?:to|${ANY.through}|${ANY.ended}))?(?:\\s(?:on\\s|(?:the\\s)?${ANY.endOf}\\s)?${ONCE}(?:${MON}\\s*(?<day>\\d{1,2})?|(?<dayFirst>\\d{1,2})\\.?\\s(?:de\\s)?${MON.replace("mon", "monB")}),?(?:\\s(?:de\\s)?${Y})?)?`;

/** Months and days as numbers before a sign, after their year: "2024年3月31日"; "2024'ün üçüncü çeyreği". */
const YEAR_FIRST = "(?:\\s?[年년]度?\\s?|(?:['’]\\p{L}+|\\syılı\\p{L}*)\\s)";
const MONTH_SIGN = "(?<mm>1[0-2]|0?[1-9])\\s?[月월]份?";
const DAY_SIGN = "[日号號일]";
const QUARTER = ANY.quarter;

/** Elements of time expressions, as bits: most sentences have few of them, found by looking at each word once. */
const [YEARS, NAMES, EAST, MONTHLY, QUARTERLY, YEARLY, SINCE, HALF, SIGNS] = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;
const CLUES: readonly (readonly [number, RegExp])[] = [
  [MONTHLY, worded`^(?:${ANY.month}|prev)$`],
  [QUARTERLY, worded`^(?:${QUARTER}|(?:fy)?q)$`],
  [YEARLY, worded`^(?:${ANY.year}|ytd|same|corresponding|comparable|equivalent|period)$`],
  [SINCE, /^(?:since|inception|cumulative(?:ly)?|time|life|date|ytd|far)$/i],
  [HALF, worded`^(?:${ANY.half}|h)$`],
]; // oxfmt-ignore
const clueOf = onceUpTo(20_000, (word: string) =>
  CLUES.reduce((clues, [clue, pattern]) => (pattern.test(word) ? clues | clue : clues), MONTHS.has(word.toLowerCase()) ? NAMES : 0),
);
const IN_SIGNS: readonly (readonly [number, RegExp])[] = [
  [EAST, /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/],
  [QUARTERLY, /季|四半期|분기/],
  [SIGNS, /\d[-./]\d/],
];

interface Rule {
  readonly kind: TimeKind;
  readonly pattern: RegExp;
  /** At least one bit of each of these must be present. */
  readonly needs: readonly number[];
}
const rule = (kind: TimeKind, pattern: string, ...needs: number[]): Rule => ({ kind, pattern: patternOf(pattern, "giu"), needs });
/** A time that begins with a month's name, or with a day before it, is searched only there. */
const named = (kind: TimeKind, pattern: string, flags = "iu"): Rule => ({
  kind,
  pattern: patternOf(pattern, `y${flags}`),
  needs: [NAMES],
});
const WORDS = (words: string): string => `${WORD_START}(?:${words})${WORD_END}`;
/** A mark that refers to a note below a table. */
const NOTE_MARK = "[*†‡]{0,3}";
const DAY_NAME = "(?<day>\\d{1,2})(?:st|nd|rd|th|º|er|\\.)?(?: of| de)?\\s{1,3}";

/** After a word of comparison: "up from 398 last month". */
const compared = (kind: "lastMonth" | "lastQuarter"): string =>
  `(?=${ANY[kind]})(?<=${WORD_START}(?:${ANY.comparing}|over)\\s(?:[^\\s]{1,20}\\s){0,3})${WORDS(ANY[kind])}`;

/** In order of priority: text matched by an earlier rule is not available to a later one. */
const GRAMMAR: readonly Rule[] = [
  rule("sincePast", WORDS(ANY.sincePast)),
  rule("toDate", `${WORD_START}${ANY.yearToDate}(?:[,\\s]*(?:in |of )?${Y})?`, SINCE | YEARLY | EAST),
  rule("span", `(?<!\\b(?:same|corresponding|comparable|equivalent|preceding|previous|prior)\\s)${WORD_START}(?:(?<nth>${FIRST})\\p{L}{0,2}\\s|last |past |the )?${ONCE}${COUNT}[- ](?:(?<nthB>${FIRST})\\p{L}{0,2}\\s)?${ANY.month}${WORD_END}(?!\\s(?:ago|before|earlier|prior))(?:\\s(?:${ANY.of}\\s)?${Y.replace("year", "yearB")}|${ENDED})`, MONTHLY),
  rule("half", `${WORD_START}(?:${NTH}\\s${ANY.half}(?!\\s${ANY.of}\\s(?:${LONG_FIRST})${WORD_END})|(?<h>h[12]))${WORD_END}(?:\\s?(?:${ANY.of}\\s?)?(?<fy>fiscal |fy\\s?)?${Y})?\\b`, HALF),
  rule("quarter", `\\b(?:(?<fy>fiscal |fy)?q(?<q>[1-4])(?:(?:\\s${ANY.of}\\s|[ ,'’/-]*)(?<fy2>fiscal (?:year )?|fy\\s?'?)?(?:${Y}|(?<yy>[12]\\d)(?![\\d,.]\\d|\\s?(?:btc|bitcoin|eh|%|mw))))?|(?<q2>[1-4])q[ '’]?(?:${Y.replace("year", "yearB")}|(?<yyB>[12]\\d)A?)?)\\b`, QUARTERLY),
  rule("span", `(?:${Y}${YEAR_FIRST})?(?<first>1[0-2]|0?[1-9])\\s?[月월]?\\s?[~〜～–-]\\s?${MONTH_SIGN}期?`, EAST),
  rule("quarter", `(?:${Y}${YEAR_FIRST})?(?:第\\s?)?(?<nth>[一二三四1-4])\\s?(?:四半期|季度|분기)`, QUARTERLY, EAST),
  rule("quarter", `${Y}${YEAR_FIRST}${NTH}\\s(?:${QUARTER})`, QUARTERLY, YEARS),
  rule("quarter", `${WORD_START}(?<fy>fiscal )?${NTH}[- ](?:fiscal )?(?:${QUARTER})${WORD_END}(?:,?\\s(?:(?:of|de|del|do|di)\\s)?(?:the\\s)?(?<fy2>(?:our |its )?fiscal (?:year )?|fy\\s?)?(?:ended\\s${MON}\\s\\d{1,2},?\\s)?${Y}|(?<ago>\\s${ANY.ofLastYear}))?`, QUARTERLY),
  // "In the second quarter it mined 120, versus 98 in the first".
  rule("quarter", `(?<=(?:${ANY.ordinals})[- ](?:\\p{L}+\\s)?${QUARTER}${WORD_END}[^.;]{1,100}\\s${ANY.during}\\s(?:${ANY.article}\\s)?)(?!\\d)${NTH}(?=[,.;)]|\\s?$)`, QUARTERLY),
  rule("quarter", `\\b(?<nth>last) quarter (?:of|in) ${Y}`, QUARTERLY, YEARS),
  rule("quarter", `\\bquarter (?:ended|ending|to|through) (?:${NAME}(?:\\s*(?<day>\\d{1,2})(?:st|nd|rd|th)?)?|(?<dayFirst>\\d{1,2})\\s${NAME.replace("mon", "monB")})\\b(?:,?\\s${Y})?`, QUARTERLY, NAMES),
  // The quarter that ends with the month.
  named("quarter", `(?<!year[- ])${WORD_START}${NAME}(?:\\s${Y})?\\s(?:${QUARTER})${WORD_END}(?!-)`),
  rule("year", `(?<![\\w$€£.,/-])${Y}(?<fy>\\s(?:fiscal|financial)\\s)year${WORD_END}`, YEARLY, YEARS),
  rule("year", `\\b(?<fy>(?:fiscal|financial) )?(?:full )?years?(?: ended| ending)\\s(?:${NAME}\\s*(?<day>\\d{1,2})|(?<dayFirst>\\d{1,2})\\s${NAME.replace("mon", "monB")}),?\\s${Y}`, YEARLY, NAMES, YEARS),
  // Before the beginning of a month means the end of the month before.
  rule("monthOnly", `(?<eve>${WORD_START}${ANY.into}\\s)${ONCE}${MON}(?:,?\\s${Y})?(?![\\p{L}\\d]|\\s\\d)`, NAMES),
  named("monthOnly", `${WORD_START}${NAME}\\s(?<eve>${ANY.began})${WORD_END}`),
  rule("day", `${Y}${YEAR_FIRST}${MONTH_SIGN}\\s?(?<day>\\d{1,2})\\s?${DAY_SIGN}`, EAST, YEARS),
  rule("month", `${Y}${YEAR_FIRST}${MONTH_SIGN}`, EAST, YEARS),
  rule("month", `${Y}(?:['’]\\p{L}+)?\\syılı\\p{L}*\\s${MON}`, YEARLY, NAMES, YEARS),
  named("day", `${WORD_START}${NAME}\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s?,)?\\s{1,3}${Y}`),
  named("day", `(?<!${YEAR}\\s)\\b${DAY_NAME}${NAME},?(?: de| del)?\\s{1,3}${Y}`),
  rule("day", `\\b${Y}-(?<mm>\\d\\d)-(?<day>\\d\\d)\\b`, SIGNS, YEARS),
  rule("day", `\\b(?<mm>\\d{1,2})/(?<day>\\d{1,2})/${Y}\\b`, SIGNS, YEARS),
  rule("day", `\\b(?<day>\\d{1,2})\\.(?<mm>\\d{1,2})\\.${Y}\\b`, SIGNS, YEARS),
  named("month", `${WORD_START}${NAME}(?:-end\\s|[\\s,–'-]{0,3}|\\s(?:of|de|del|di|do)\\s)${Y}(?=\\d?\\b|\\d?$)`),
  // "Mar 25 | Feb 25*" over columns; in a sentence it would be a day.
  named("month", `(?<=^\\s*|\\b2\\d${NOTE_MARK}\\s+)${NAME} (?<yy>2\\d)(?=${NOTE_MARK}\\s*$|${NOTE_MARK}\\s+(?:${LONG_FIRST})\\b)`),
  // "Key Metrics Mar 25 Feb 25*": the same two digits behind months side by side are their year, not a day of each.
  named("month", `${WORD_START}${NAME} (?<yy>2\\d)(?=${NOTE_MARK}\\s+(?:${LONG_FIRST})\\.? \\k<yy>(?![,.]?\\d))`),
  named("month", `(?<=${WORD_START}(?:${LONG_FIRST})(?<=\\S)\\.? (2\\d)${NOTE_MARK}\\s+)${NAME} (?<yy>\\1)(?![,.]?\\d)`),
  named("month", `${WORD_START}${NAME}(?:[–-]| ?['’])(?<yy>[12]\\d)A?\\b(?![,.]?\\d|\\s?(?:btc|bitcoin|eh|%))`),
  rule("month", `\\b${Y}-(?<mm>0[1-9]|1[0-2])\\b(?!-)`, SIGNS, YEARS),
  named("dayOnly", `${WORD_START}${NAME}\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s?(?:btc|bitcoin|eh|%|ph|mw))(?![\\d,.]*\\d)`),
  named("dayOnly", `(?<!${YEAR}\\s)\\b${DAY_NAME}${NAME}(?![\\w])`),
  rule("dayOnly", `(?<!\\d)${MONTH_SIGN}\\s?(?<day>\\d{1,2})\\s?${DAY_SIGN}`, EAST),
  rule("monthOnly", `(?<!\\d)${MONTH_SIGN}`, EAST),
  named("monthOnly", `${WORD_START}${ALONE}(?![\\p{Lu}\\p{Ll}\\d_])`, "u"),
  rule("dayOnly", `(?<opening>${WORDS(ANY.yearStart)})`, YEARLY),
  rule("yearEnd", `${WORD_START}${ANY.endOf}\\s${Y}(?![\\w-])`, YEARS),
  rule("yearEnd", `${Y}\\s?[年년]\\s?[底末말]`, EAST, YEARS),
  rule("yearEnd", `\\b(?:last|final) month of ${Y}\\b`, YEARS),
  rule("yearEnd", `${WORD_START}${ANY.finished}\\s(?:out\\s|(?:\\p{L}{1,3}\\s)?(?:${ANY.year}\\s(?:de\\s)?)?)?${Y}(?=,?\\s${ANY.with}${WORD_END})`, YEARS),
  rule("yearEnd", "(?<ago>[去上昨]年)年?[底末]", EAST),
  rule("yearEnd", WORDS(ANY.yearEnd), YEARLY | EAST),
  rule("yearEnd", `${WORD_START}${ANY.endOf}(?:l|\\s${ANY.of})?\\s(?:l['’])?${ONCE}(?<ago>${ANY.yearAgo})${WORD_END}`, YEARLY),
  rule("yearEnd", `${WORD_START}${ANY.finished}\\s(?<ago>${ANY.yearAgo})(?=,?\\s${ANY.with}${WORD_END})`, YEARLY),
  rule("thisYear", WORDS(ANY.wholeYear), YEARLY | EAST),
  rule("priorQuarter", `${WORDS(ANY.priorQuarter)}|${compared("lastQuarter")}`, QUARTERLY | MONTHLY),
  rule("thisQuarter", WORDS(`${ANY.inQuarter}|${ANY.lastQuarter}`), QUARTERLY),
  rule("prior", `${WORDS(ANY.prior)}|${compared("lastMonth")}`, MONTHLY | EAST),
  rule("thisMonth", WORDS(`${ANY.monthEnd}|${ANY.lastMonth}`), MONTHLY | YEARLY | EAST),
  rule("yearAgo", WORDS(ANY.yearAgo), YEARLY | MONTHLY | EAST),
  rule("year", `(?<![\\w$€£.,/-])(?<fy>(?:fiscal|financial) (?:year )?|fy[\\s-]?)?(?:full[- ]year |year |(?:in|for|during|throughout) |(?:whole|all) of |calendar |cy )?${Y}(?![\\d,]\\d|\\.\\d)(?![\\w])`, YEARS),
]; // oxfmt-ignore

/** Maximum characters of a text that is cached: cells occur again and again, a sentence when the month is sought and for its figures. */
const OFTEN = 500;
const known = onceUpTo(2_000, parsed);

/** The times named in a text, in order, without overlaps. The text should be a sentence or a cell, not a page. */
export const timesIn = (text: string): readonly Time[] => (text.length > OFTEN ? parsed(text) : known(text));

const YEAR_ANYWHERE = new RegExp(YEAR, "g");

const overlaps = (span: Span, others: readonly Span[]): boolean => others.some(({ start, end }) => span.start < end && start < span.end);

function parsed(text: string): Time[] {
  let clues = 0;
  let names: Span[] = [];
  for (const { 0: word, index } of matchesIn(text, CASED)) {
    const clue = clueOf(word);
    clues |= clue;
    if ((clue & NAMES) > 0) names.push({ start: index, end: index + word.length });
  }
  for (const [clue, pattern] of IN_SIGNS) if (pattern.test(text)) clues |= clue;
  let years: Span[] = matchesIn(text, YEAR_ANYWHERE).map(({ index }) => ({ start: index, end: index + 4 }));
  if (years.length > 0) clues |= YEARS;
  const found: Time[] = [];
  for (const { kind, pattern, needs } of clues === 0 ? [] : GRAMMAR) {
    if (!needs.every((need) => (need & clues) > 0)) continue;
    const before = found.length;
    for (const match of pattern.sticky ? matchesAt(pattern, text, names) : matchesIn(text, pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (overlaps({ start, end }, found)) continue;
      const time = timeOf(kind, match.groups ?? {}, match[0].trimEnd());
      if (time !== undefined) found.push({ ...time, start, end });
    }
    if (found.length === before) continue;
    // A year used by one time belongs to no other.
    years = years.filter((year) => !overlaps(year, found));
    names = names.filter((name) => !overlaps(name, found));
    clues &= ~((years.length === 0 ? YEARS : 0) | (names.length === 0 ? NAMES : 0));
  }
  const inOrder = found.sort((a, b) => a.start - b.start);
  return joinedTimes(inOrder, text);
}

/** Characters before a month's name in which its day may stand. */
const DAY_BEFORE = 12;

/** Matches of a pattern at names of months, or at the numbers just before them. */
function matchesAt(pattern: RegExp, text: string, names: readonly Span[]): RegExpExecArray[] {
  const withDay = pattern.source.includes(DAY_NAME);
  const found: RegExpExecArray[] = [];
  for (const { start } of names) {
    const at = withDay ? textBefore(text, start, DAY_BEFORE).search(/\d{1,2}\D*$/) : 0;
    if (at < 0) continue;
    pattern.lastIndex = withDay ? Math.max(0, start - DAY_BEFORE) + at : start;
    const match = pattern.exec(text);
    if (match !== null) found.push(match);
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

function timeOf(kind: TimeKind, groups: Groups, text: string): Omit<Time, "start" | "end"> | undefined {
  if (groups["opening"] !== undefined) return { kind, text, month: 1, day: 1 };
  const name = groups["mon"] ?? groups["monB"];
  const month = name === undefined ? numberOf(groups["mm"]) : MONTHS.get(name.toLowerCase().replace(/\.$/, ""));
  if (name !== undefined && month === undefined) return undefined;
  const short = numberOf(groups["yy"] ?? groups["yyB"]);
  const year = numberOf(groups["year"] ?? groups["yearB"]) ?? (short === undefined ? undefined : 2000 + short);
  const day = numberOf(groups["day"] ?? groups["dayFirst"]);
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (groups["eve"] !== undefined && month !== undefined)
    return { kind, text, month: numberBefore(month), ...(year !== undefined && { year: month === 1 ? year - 1 : year }) };
  if (isDay({ kind }) && (day === undefined || day < 1 || day > 31)) return undefined;
  const nth = numberNamed(ORDINALS, groups["nth"] ?? groups["nthB"]);
  const half = groups["h"] === undefined ? undefined : Number(groups["h"].charAt(1));
  const quarter = kind === "half" ? (nth ?? half) : (numberOf(groups["q"] ?? groups["q2"]) ?? nth);
  const first = numberOf(groups["first"]);
  const months =
    first === undefined || month === undefined ? (numberNamed(COUNTS, groups["count"]) ?? numberOf(groups["count"])) : month - first + 1;
  if (months !== undefined && months < 1) return undefined;
  const fiscal = (groups["fy"] ?? groups["fy2"] ?? "") !== "" || /\bfiscal|\bfinancial|\bfy/i.test(text);
  const ago = groups["ago"] !== undefined;
  const known = Object.entries({ year, month, day, quarter, months }).filter(([, value]) => value !== undefined);
  return { kind, text, ...(ago && { ago }), ...(fiscal && { fiscal }), ...(Object.fromEntries(known) as Partial<Time>) };
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
