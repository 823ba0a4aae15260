/**
 * The wordings of time that releases use, each as a pattern with what it means. Data, with the search over it.
 * In: a stretch of text. Out: time expressions in order, the longest where several start.
 * Rule guarded: a wording that covers another span than a month says so, whatever month it names.
 */
import type { When } from "./when";

const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?(?![a-z])`;
const YEAR = String.raw`20[12]\d(?!\d)`;
const NTH = String.raw`(?:st|nd|rd|th)?`;
const DATE = String.raw`(?:(?<m1>${MONTH})\s+(?<d1>3[01]|[12]\d|0?[1-9])${NTH}(?![\d%]|[.,]\d)(?:,?\s*(?<y1>${YEAR}))?|(?<![\d.,])(?<d2>3[01]|[12]\d|0?[1-9])${NTH}\s+(?:of\s+)?(?<m2>${MONTH}),?(?:\s+(?<y2>${YEAR}))?)`;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4 };
const COUNTS: Readonly<Record<string, number>> = { one: 1, three: 3, six: 6, nine: 9, twelve: 12 };

type Groups = Readonly<Record<string, string | undefined>>;
type Found = Omit<When, "start" | "end">;

interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => Found | undefined;
}

const rule = (pattern: string, read: Rule["read"], flags = "gi"): Rule => ({ pattern: new RegExp(pattern, flags), read });

const monthNumber = (word: string | undefined): number => MONTHS.indexOf((word ?? "").slice(0, 3).toLowerCase()) + 1;
const numberOr = (text: string | undefined): { year?: number } =>
  text === undefined ? {} : { year: text.length === 2 ? 2000 + Number(text) : Number(text) };

function date(g: Groups): { number: number; day: number; year?: number } {
  return { number: monthNumber(g.m1 ?? g.m2), day: Number(g.d1 ?? g.d2), ...numberOr(g.y1 ?? g.y2) };
}

function spanOf(months: number, g: Groups): Found {
  const at = date(g);
  if (months === 1) return { kind: "month", ended: true, ...at };
  if (months === 3 && at.number % 3 === 0) return { kind: "quarter", number: at.number / 3, ...numberOr(g.y1 ?? g.y2) };
  if (months === 12 && at.number === 12) return { kind: "year", ...numberOr(g.y1 ?? g.y2) };
  return { kind: "longer", ...at };
}

const RULES: readonly Rule[] = [
  rule(String.raw`\b(?:three|six|nine) and (?:six|nine|twelve)[- ]months?(?: periods?)?(?: ended| ending| to)? ${DATE}`, () => ({
    kind: "longer",
  })),
  rule(String.raw`\b(?<n>one|three|six|nine|twelve|1|3|6|9|12)[- ]months?(?: period)?,?(?: ended| ending| to| through)?\s+${DATE}`, (g) =>
    spanOf(COUNTS[(g.n ?? "").toLowerCase()] ?? Number(g.n), g),
  ),
  rule(
    String.raw`\b(?:first|second|third|fourth)(?: fiscal)? quarter,? (?:of [\w ]{0,20},? )?(?:which )?(?:ended|ending)(?: on)? ${DATE}`,
    (g) => spanOf(3, g),
  ),
  rule(
    String.raw`\b(?<s>month|quarter|year|week|period)(?:ly period)?(?: and (?:the )?(?<t>month|quarter|year|week))?(?: period)?(?:,? (?:which |that )?(?:ended|ending)| to)(?: on)? ${DATE}`,
    (g) => {
      const units = [g.s, g.t].map((word) => (word ?? "").toLowerCase());
      if (units.includes("month") || units[0] === "period") return spanOf(1, g);
      if (units.includes("week")) return { kind: "shorter" };
      return units.includes("quarter") ? spanOf(3, g) : units[1] === "" ? spanOf(12, g) : { kind: "longer" };
    },
  ),
  rule(
    String.raw`\b(?:calendar |fiscal )?(?:year|quarter)[- ]to[- ]date\b(?:,? (?:through|to|as of|until) ${MONTH}(?: \d{1,2},)?(?: ${YEAR})?)?|\b[YQ]TD\b|\bcumulative(?:ly)?\b|\blifetime\b|\bso far (?:this|in)\b|\bto[- ]date\b|\b(?:LTM|TTM)\b|\b(?:trailing|last|past)[- ](?:12|twelve|six|three|nine)[- ]months?`,
    () => ({ kind: "longer" }),
  ),
  rule(String.raw`\b(?:calendar year to|since(?: the (?:beginning|start) of)?) ${DATE}`, (g) => ({ kind: "longer", ...date(g) })),
  rule(
    String.raw`\bsince (?:the (?:beginning|start) of )?(?:${MONTH}(?:\s+${YEAR})?|inception|(?:the )?(?:start|beginning|halving|launch)|${YEAR})|\b(?:from|since) (?:the )?inception\b|\b(?:first|last|past|previous|preceding) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) months\b|\b(?:the|this|its) (?:fiscal|financial|calendar) year\b(?! \d| to\b| end| through)|\b(?:past|last) (?:few|several) (?:months|years)\b|\bin (?:its|our|the company['’]s) (?:whole )?(?:history|life(?:time)?|existence)\b|\baggregate of\b|\bin (?:the )?aggregate\b`,
    () => ({ kind: "longer" }),
  ),
  rule(
    String.raw`\bH[12](?:[ -]?(?:${YEAR}|['’]?\d\d))?\b|\b[12]H[ -]?['’]?(?:${YEAR}|\d\d)?\b|\b(?:first|second) half(?: of(?: the year)?)?(?: ${YEAR})?|\bhalf[- ]year`,
    () => ({ kind: "longer" }),
  ),
  // "From January to May", "January through May 2024", "in a single month": not the month named last.
  rule(
    String.raw`\b(?:(?:from|between) ${MONTH}(?: ${YEAR})? (?:to|through|until|and)|${MONTH}(?: ${YEAR})?\s?(?:through|until|[–—])) ?${MONTH}(?: ${YEAR})?(?! \d)`,
    () => ({ kind: "longer" }),
  ),
  rule(String.raw`\b(?:in|for|of) (?:a|any|one|a single|any single|one single)(?: calendar)? month\b`, () => ({ kind: "shorter" })),
  rule(
    String.raw`\bweek(?:s|ly)?(?: ended| ending| of)?(?: ${DATE})?|\bfortnight|\bbetween ${MONTH}\s+\d{1,2} and (?:${MONTH}\s+)?\d{1,2}(?:,? ${YEAR})?|\bfrom ${MONTH}\s+\d{1,2} (?:to|through) (?:${MONTH}\s+)?\d{1,2}(?:,? ${YEAR})?|\b(?:mid-|first half of |early |late )(?:${MONTH})(?: ${YEAR})?`,
    () => ({ kind: "shorter" }),
  ),
  rule(String.raw`\b(?:month[- ]end|(?:the )?end of (?:the )?month|close of (?:the )?month)\b`, () => ({ kind: "thisMonth", ended: true })),
  rule(DATE, (g) => ({ kind: "day", ...date(g) })),
  rule(String.raw`(?<![\d/.-])(?<y>20[12]\d)-(?<m>0[1-9]|1[0-2])-(?<d>[0-3]\d)(?![\d-])`, (g) => ({
    kind: "day",
    year: Number(g.y),
    number: Number(g.m),
    day: Number(g.d),
  })),
  rule(String.raw`(?<![\d/])(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>20[12]\d|[12]\d)(?![\d/])`, (g) => {
    const [a, b] = [Number(g.a), Number(g.b)];
    if (a > 12 && b >= 1 && b <= 12) return { kind: "day", number: b, day: a, ...numberOr(g.y) };
    return a >= 1 && a <= 12 && b > 12 ? { kind: "day", number: a, day: b, ...numberOr(g.y) } : undefined;
  }),
  // Days with points come from where the day stands first.
  rule(String.raw`(?<![\d.])(?<d>[0-3]?\d)\.(?<m>0?[1-9]|1[0-2])\.(?<y>20[12]\d)(?![\d.]\d)`, (g) => ({
    kind: "day",
    number: Number(g.m),
    day: Number(g.d),
    ...numberOr(g.y),
  })),
  rule(String.raw`(?:\bmonth of )?(?<m>(?<![A-Za-z])${MONTH})(?:['’]s)?,?[\s-]*(?:of\s+)?(?<y>${YEAR})`, (g) => ({
    kind: "month",
    number: monthNumber(g.m),
    ...numberOr(g.y),
  })),
  rule(String.raw`\b(?<m>${MONTH})(?:-['’]?|\s?['’])(?<y>[12]\d)(?!\d)`, (g) => ({
    kind: "month",
    number: monthNumber(g.m),
    ...numberOr(g.y),
  })),
  rule(String.raw`(?<![\d/.-])(?<y>20[12]\d)[-/](?<m>0[1-9]|1[0-2])(?![\d/-])`, (g) => ({
    kind: "month",
    number: Number(g.m),
    ...numberOr(g.y),
  })),
  rule(String.raw`(?<![\d/])(?<m>0?[1-9]|1[0-2])/(?<y>20[12]\d)(?![\d/])`, (g) => ({
    kind: "month",
    number: Number(g.m),
    ...numberOr(g.y),
  })),
  rule(String.raw`\b(?:fiscal )?Q(?<q>[1-4])[ -]?(?:of )?(?:(?:fiscal |FY)?['’]?(?<y>${YEAR}|[12]\d(?!\d)))?(?![\d])`, (g) => ({
    kind: "quarter",
    number: Number(g.q),
    ...numberOr(g.y),
  })),
  rule(String.raw`\b(?<q>[1-4])Q[ -]?['’]?(?<y>${YEAR}|[12]\d(?!\d))?\b`, (g) => ({
    kind: "quarter",
    number: Number(g.q),
    ...numberOr(g.y),
  })),
  rule(
    String.raw`\b(?<o>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)?[ -](?:quarter|qtr\.?)(?:(?:,| of)?(?: fiscal)?(?: year)? (?<y>${YEAR}))?`,
    (g) => ({
      kind: "quarter",
      number: ORDINALS[(g.o ?? "").toLowerCase()] ?? 1,
      ...numberOr(g.y),
    }),
  ),
  rule(String.raw`\b(?<m>Mar(?:ch)?|June?|Sept?(?:ember)?|Dec(?:ember)?)[ -]quarter(?: of)?(?: (?<y>${YEAR}))?`, (g) => ({
    kind: "quarter",
    number: monthNumber(g.m) / 3,
    ...numberOr(g.y),
  })),
  rule(String.raw`\b(?:the|this|last|prior|previous) quarter\b|\bquarterly\b`, () => ({ kind: "quarter" })),
  rule(String.raw`\b(?:FY|fiscal(?: year)?|full[- ]year|calendar(?: year)?|year|in|during|for|of)\s*(?<y>${YEAR})(?![-/])`, (g) => ({
    kind: "year",
    ...numberOr(g.y),
  })),
  rule(String.raw`\b(?:in|for|over) (?:the|a|full) (?:full )?year\b|\bannual(?:ly)?\b|\bthis year\b`, () => ({ kind: "longer" })),
  rule(
    String.raw`\b(?:the )?same (?:month|period)(?: (?:of|in))?(?: (?:the )?(?:last|prior|previous|a))? year(?: (?:earlier|before|ago))?|\ba year (?:earlier|ago|before)\b|\byear[- ]ago\b|\b(?:last|prior|previous) year(?:['’]s)?\b`,
    () => ({ kind: "priorYear" }),
  ),
  rule(
    String.raw`\b(?:the )?(?:prior|previous|preceding)[- ]month(?:['’]s)?(?: end)?\b|\b(?:the )?month (?:before|earlier)\b|\ba month (?:earlier|ago|before)\b`,
    () => ({ kind: "priorMonth" }),
  ),
  rule(String.raw`\blast month(?:['’]s)?\b`, () => ({ kind: "unclear" })),
  rule(
    String.raw`\b(?:in|during|over|for|of) (?:the|this) (?:calendar |current |reporting )?month\b(?! before| earlier| period| ended| ending| to| through| and | of [A-Z]| of [a-z]* ?20)|\bthe month['’]s\b|\bmonthly\b`,
    () => ({ kind: "thisMonth" }),
  ),
  rule(String.raw`\b(?<m>${MONTH})(?:,? of)? (?:last|the (?:prior|previous)|a) year(?: (?:ago|earlier|before))?`, (g) => ({
    kind: "month",
    number: monthNumber(g.m),
    yearsBack: 1,
  })),
  // Without a year: a capital letter tells May and March from the verbs.
  rule(
    String.raw`\b(?<m>(?:[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?)(?:['’]s)?(?![\w]| [Hh]alving)`,
    (g) => {
      const word = g.m ?? "";
      const known = new RegExp(`^${MONTH}$`, "i").test(word);
      return known ? { kind: "month", number: monthNumber(word) } : undefined;
    },
    "g",
  ),
];

/** Every time expression in `text`, none overlapping. */
export function searchWhens(text: string): When[] {
  const all: When[] = [];
  for (const { pattern, read } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const said = read(match.groups ?? {});
      if (said !== undefined && capitalised(match)) all.push({ ...said, start: match.index, end: match.index + match[0].length });
    }
  }
  all.sort((a, b) => (a.start === b.start ? b.end - a.end : a.start - b.start));
  const kept: When[] = [];
  for (const when of all) if (when.start >= (kept.at(-1)?.end ?? 0)) kept.push(when);
  return kept;
}

/** "may" and "march" in small letters are verbs. */
function capitalised(match: RegExpExecArray): boolean {
  const word = match.groups?.m ?? match.groups?.m1 ?? match.groups?.m2;
  return word === undefined || /^[A-Z\d]/.test(word);
}
