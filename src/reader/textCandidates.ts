/** The figures of running text as candidates: each with its context, its time, and the company that its sentence is about. */
import { lazily } from "@/domain/once";
import type { TextBlock } from "./block";
import { type Context, type Raw, single, smallerUnit } from "./rawCandidate";
import type { Mention } from "./companies";
import { type Dealt, dealtOut } from "./dealt";
import { aboutCoins, aboutMachines, withEllipsis } from "./ellipsis";
import { FeatureSentence } from "./features";
import { ANY, CLAUSES, SOLD_NONE, WORD_END, WORD_START, worded } from "./languages";
import { DOES } from "./languages/names";
import { isMonthEnd, LEAP_YEAR, monthOf } from "./months";
import { timesTen } from "./numbers";
import type { Span } from "./page";
import { quantitiesIn, type Quantity } from "./quantities";
import { isCountable } from "./score";
import { type Sentence, sentencesOf } from "./sentences";
import { isLong, isQuarter, type Time } from "./time";
import { timesIn } from "./times";
import { isCompared, isOfHalving, isOfPrices, whenOf } from "./whenSaid";

/** Adds the candidates of a paragraph, item or line. */
export function textCandidates(block: TextBlock, at: number, context: Context, out: Raw[]): void {
  const { finder, main, multi, style, told } = context;
  const mentions = finder.mentions(block.text);
  const speaks = aboutCoins(block.text);
  // Dollars without a mention of coins nearby are for shares, notes or machines.
  const ofCoins = speaks || aboutCoins(block.heading + context.text.slice(Math.max(0, block.start - CLOSE_BY), block.start));
  const coins = speaks || (ofCoins && block.type === "bullet");
  const above = single(block.heading);
  const heading = multi ? finder.mentions(block.heading).at(-1)?.id : undefined;
  const namelessHeading = finder.withoutNames(block.heading.slice(-300));
  /** Mentions that end before the sentence. */
  let past = 0;
  for (const sentence of sentencesOf(block)) {
    told.places += 1;
    const { text, start } = sentence;
    const from = start - block.start;
    while ((mentions[past]?.end ?? Number.POSITIVE_INFINITY) <= from) past += 1;
    const quantities = withEllipsis(quantitiesIn(text, style), text, coins || (context.coins && !aboutMachines(text)));
    const inCoins = ofCoins || quantities.some(({ counted }) => counted === "btc");
    const none = SOLD_NONE.exec(text);
    const own = finder.mentions(text);
    const counts = quantities.length > 0 || none !== null;
    const actor = counts && own.length === 0 ? finder.actor(text, context.text) : undefined;
    const subject = actor?.id ?? subjectOf(text, context, at);
    const [first] = own.slice(isOwner(text, own) ? 1 : 0);
    const opens = told.named?.block === at && told.named.opening;
    if (first !== undefined) told.named = { company: first.id, block: at, opening: from === 0 && first.start <= OPENING };
    else if (subject !== undefined) told.named = { company: subject, block: at, opening: from === 0 || opens };
    if (!counts) continue;
    const times = withTold(timesIn(text), text, told);
    const telling = times.filter((time) => !isOfHalving(text, time) && !isOfPrices(text, time));
    const month = monthIn(telling, text, told.month?.block === at ? told.month.time : undefined);
    if (month !== undefined) told.month = { time: month, block: at };
    told.long = times.findLast((time) => isLong(time) && time.year !== undefined && !isCompared(text, time)) ?? told.long;
    // A quarter of the year before is only mentioned in passing.
    const { quarter } = told;
    told.quarter = times.findLast((time) => isQuarter(time) && !isCompared(text, time) && !isOfYearBefore(time, quarter)) ?? quarter;
    // A paragraph that begins with a company's name is about that company, also where it says "the company".
    const [opening] = mentions;
    const opened = past > 0 && opening !== undefined && opening.start <= OPENING ? opening.id : undefined;
    const usual = subject ?? (multi ? (mentions[past - 1]?.id ?? heading) : (opened ?? heading)) ?? main;
    const dealt = dealtOut(text, own, telling, quantities);
    const companyAt = (spot: number): string | undefined =>
      own.findLast(({ end }, i) => end <= spot && !isApposed(text, own[i - 1], own[i], spot))?.id ??
      (AHEAD.test(text) ? first?.id : undefined) ??
      usual;
    const ahead = block.text.slice(Math.max(0, from - 300), from);
    const lead = ahead.trimEnd().endsWith(";") ? finder.withoutNames(ahead) : namelessHeading;
    const carried = CARRIES.exec(text)?.[0].length;
    const sentenceOf = (words: string): FeatureSentence => new FeatureSentence(finder.withoutNames(words), lead);
    const whole = lazily(() => sentenceOf(text));
    const featuresOf = (quantity: Quantity, mine: Dealt | undefined): string[] => {
      if (carried === quantity.start)
        return new FeatureSentence(finder.withoutNames(text).slice(0, quantity.to), finder.withoutNames(ahead)).featuresOf(quantity);
      const counted = quantity.like === undefined ? quantity : { ...quantity.like, value: quantity.value };
      return (mine === undefined ? whole() : sentenceOf(mine.text)).featuresOf(counted);
    };
    for (const [i, quantity] of quantities.entries()) {
      // Part of a date, or of a name ("Hut 8").
      const covers = (piece: Span): boolean => piece.start <= quantity.start && quantity.start < piece.end;
      if (times.some(covers) || own.some(covers)) continue;
      const unit = quantity.counted;
      if (unit === "none" ? isMark(text, quantity) : unit === "usd" && !inCoins) continue;
      const plain = timesTen(quantity.plain, smallerUnit(unit));
      const span = around(sentence, quantity);
      const mine = dealt.get(quantity);
      out.push({
        plain,
        value: Number(plain),
        decimals: quantity.decimals,
        range: isRange(text, quantity, quantities[i + 1]) || isRange(text, quantities[i - 1], quantity),
        bound: ROUND.test(quantity.plain) && BOUND.test(text.slice(Math.max(0, quantity.from - 40), quantity.from)),
        written: text.slice(quantity.from, quantity.to).trim(),
        unit,
        when: mine?.time === undefined ? whenOf(text, quantity, telling, above) : { own: [mine.time], above, certain: false },
        kind: block.type,
        how: "text",
        block: at,
        place: told.places,
        company: mine?.company ?? companyBehind(text, quantity, own) ?? companyAt(quantity.from),
        unknownActor: actor !== undefined && actor.id === undefined,
        features: isCountable(unit) ? featuresOf(quantity, mine) : [],
        label: "",
        near: mine === undefined ? nearOf(text, quantities, i) : mine.text.slice(Math.max(0, quantity.from - 90), quantity.to + 40),
        start: span.start,
        end: span.end,
      });
    }
    if (none === null) continue;
    const spot = { from: none.index, to: none.index + none[0].length };
    const when = whenOf(text, spot, telling, above);
    // "It hasn't sold any": the start of the period is not given.
    const open = PERFECT.test(text.slice(0, spot.to)) && when.own.every(({ start }) => start < spot.from);
    out.push({
      plain: "0",
      value: 0,
      decimals: 0,
      written: none[0],
      unit: "btc",
      when,
      bound: open,
      kind: block.type,
      how: "zero",
      block: at,
      place: told.places,
      company: companyAt(spot.from),
      unknownActor: actor !== undefined && actor.id === undefined,
      features: [],
      label: "",
      near: "",
      start: start + spot.from,
      end: start + spot.to,
    });
  }
}

const PERFECT = worded`${WORD_START}${ANY.perfect}\s[^.,;]{0,40}$`;

/** "423 bitcoin (BTC) at Iris Energy". */
function companyBehind(text: string, { to }: Quantity, mentions: readonly Mention[]): string | undefined {
  const next = mentions.find(({ start }) => start >= to);
  return next !== undefined && BEHIND.test(text.slice(to, next.start)) ? next.id : undefined;
}

const BEHIND = worded`^\s*(?:\(BTC\)\s*)?(?:\p{L}+\s){0,3}?${ANY.by}\s+(?:the\s)?$`;

/** Characters before a paragraph in which the sale may be mentioned. */
const CLOSE_BY = 200;
const ROUND = /^[1-9]\d?0{2,}$/;
const BOUND = worded`${WORD_START}${ANY.bound}\s+(?:\p{L}+\s){0,3}$`;
/** The words just before and after a figure, up to the next figure with its unit: words after that are about that one. */
function nearOf(text: string, quantities: readonly Quantity[], at: number): string {
  const { from = 0, to = 0, counted } = quantities[at] ?? {};
  const before = quantities.findLast((other, i) => i < at && other.counted === counted)?.to ?? 0;
  const next = quantities.find((other, i) => i > at && other.counted === counted && other.from <= to + 90);
  const behind = text.slice(to, to + 40);
  return text.slice(Math.max(before, from - 60), to) + (next === undefined ? behind : (CLAUSE.exec(behind)?.[0] ?? behind));
}
const CLAUSE = worded`^[^,;(]*(?=,?\s${CLAUSES}\s|[,;(])`;

/** The sentence if it is short, else the words around the figure. */
function around({ text, start }: Sentence, { from, to }: Quantity): Span {
  if (text.length <= 300) return { start, end: start + text.length };
  const left = Math.max(0, text.lastIndexOf(" ", Math.max(0, from - 140)) + 1);
  const right = text.indexOf(" ", to + 100);
  return { start: start + (from - left > 200 ? from : left), end: start + (right < 0 || right - to > 200 ? to : right) };
}

/** "450 to 460 BTC", "between 450 and 460"; not "from 450 to 460", which is a change. */
function isRange(text: string, low: Quantity | undefined, high: Quantity | undefined): boolean {
  if (low === undefined || high === undefined || /^20[1-4]\d$/.test(low.plain)) return false;
  if ((low.counted !== "none" && low.counted !== high.counted) || high.value <= low.value || high.value > 2 * low.value) return false;
  const before = text.slice(Math.max(0, low.from - 24), low.from);
  const between = text.slice(low.to, high.from);
  if (BETWEEN.test(before)) return AND.test(between);
  return RANGE.test(between) && !FROM.test(before);
}
const BETWEEN = worded`${WORD_START}${ANY.between}\s[^\d]*$`;
const AND = worded`^\s?${ANY.and}\s`;
const RANGE = worded`^(?:\s${ANY.leadingTo}\s|\s?[–—-])$`;
const FROM = worded`${WORD_START}(?:${ANY.from}|${ANY.changeBy})\s[^\d]*$`;

/** Gives relative times their reference: the quarter that the text mentioned before, or an earlier time in the sentence. */
const withTold = (times: readonly Time[], text: string, { quarter, month, long }: Context["told"]): Time[] =>
  times.map((time, at) => {
    if (time.kind === "monthOnly" && time.ago !== true) return { ...time, ...nearestYear(time, times.slice(0, at), text) };
    // "During the six months": the span mentioned before, with its end.
    const told = long?.kind === "half" ? 6 : long?.months;
    if (
      long !== undefined &&
      time.kind === "span" &&
      time.months === told &&
      (told ?? 0) > 3 &&
      time.month === undefined &&
      time.year === undefined
    )
      return { ...long, start: time.start, end: time.end, text: time.text };
    if (time.kind === "thisQuarter") return { ...time, told: quarter };
    if (time.kind === "thisMonth" && !LAST_MONTH.test(time.text))
      return { ...time, told: monthIn(times.slice(0, at), text) ?? month?.time };
    const before = times.findLast((other, i) => i < at && isLong(other));
    // "Six months: 874 mined (2022: 1,888)": an equally long time in that year.
    const stretch = times.findLast((other, i) => i < at && (isLong(other) || other.kind === "span") && other.month === undefined);
    if (stretch !== undefined && time.kind === "year" && text.charAt(time.start - 1) === "(" && text.charAt(time.end) === ":")
      return {
        ...time,
        ...stretch,
        start: time.start,
        end: time.end,
        text: time.text,
        ...(time.year !== undefined && { year: time.year }),
      };
    const fits =
      time.kind === "yearAgo" ? SAME_PERIOD.test(time.text) : time.kind === "priorQuarter" && before !== undefined && isQuarter(before);
    return fits && before !== undefined ? { ...time, told: before } : time;
  });

/** "In November 2025 …, followed by 1,818 in December": the year that puts a month nearest to the dated month before it. */
function nearestYear({ month = 0 }: Time, before: readonly Time[], text: string): { year?: number } {
  const dated = before.findLast((time) => time.kind === "month" && !isCompared(text, time));
  // "In 2021 it mined 3,400, of which 363 in December."
  const whole = before.findLast(
    (time) => time.kind === "year" && time.month === undefined && time.fiscal !== true && !isCompared(text, time),
  );
  if (dated?.year === undefined || dated.month === undefined) return whole?.year === undefined ? {} : { year: whole.year };
  const by = month - dated.month;
  return { year: dated.year + (by > 6 ? -1 : by < -6 ? 1 : 0) };
}

const isOfYearBefore = ({ year = LAST_YEAR }: Time, told: Time | undefined): boolean => year < (told?.year ?? year);
const LAST_YEAR = 9999;

const LAST_MONTH = worded`${ANY.lastMonth}`;

/** The last month that a sentence, or the one before it, is about; the reference of a comparison does not count. */
function monthIn(times: readonly Time[], text: string, before?: Time): Time | undefined {
  const named = times.filter((time) => tellsMonth(time) && !isCompared(text, time));
  return named.reduce((last, time) => (last !== undefined && monthsBehind(last, time) > 6 ? last : time), before);
}

const monthsBehind = (one: Time, other: Time): number => ((other.month ?? 0) - (one.month ?? 0) + 12) % 12;
const tellsMonth = ({ kind, year = LEAP_YEAR, month = 1, day = 0, ago }: Time): boolean =>
  (kind === "monthOnly" && ago !== true) ||
  kind === "month" ||
  ((kind === "day" || kind === "dayOnly") && isMonthEnd(monthOf(year, month), day));

const SAME_PERIOD = worded`${ANY.samePeriod}`;

/** "(2)", "2) …", "ASC 805", "Rule 424(b)", "No. 333-286841": the number of a note, a rule or a file. */
function isMark(text: string, { start, end, value }: Quantity): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 20), start), text.slice(end, end + 4)];
  return (value < 100 && /(?:^|[(;,:.]\s?)$/.test(before) && behind.startsWith(")")) || REFERENCE.test(before) || PARAGRAPH.test(behind);
}
const REFERENCE = new RegExp(`(?<!\\p{L})${ANY.reference}\\s?(?:\\p{Lu}{1,2}-|\\d{3}-)?$`, "u");
const PARAGRAPH = /^\(\p{Ll}\)/u;

const IT = worded`^(?:\p{L}+,? ){0,3}?${ANY.it}${WORD_END}`;

/** "On April 30 it had been 992", "a year ago, that number was 783": a figure for the metric in the words before. */
const CARRIES = worded`^[^.;]{0,60}?${WORD_START}${ANY.carried}\s(?:${ANY.about}\s)?~?(?=\d)`;

/**
 * "It sold 500 BTC": the company named first in the last sentence that named one, in this paragraph or the one before. On a page
 * about one company, an aside about another ends with its paragraph, unless that paragraph began with the other's name.
 */
function subjectOf(text: string, { told, multi, main }: Context, at: number): string | undefined {
  if (told.named === undefined || !(IT.test(text) || CARRIES.test(text))) return undefined;
  const { company, block, opening } = told.named;
  return at - block <= 1 && (multi || (company !== main && (block === at || opening))) ? company : undefined;
}

/** "Although it mined 616 in May, Marathon did better": the first clause is about the company of the second. */
const AHEAD = worded`^${ANY.although}\s(?=[^,.]{0,60}${WORD_START}(?:${ANY.it}|${DOES})${WORD_END})`;

/** "Riot's rival, MARA Holdings, said": the sentence is about the second company. */
const isOwner = (text: string, [first, second]: readonly Mention[]): boolean =>
  first !== undefined && second !== undefined && /^['’]s\s(?:\p{L}+,?\s){1,3}$/u.test(text.slice(first.end, second.start));

/** "Bitfarms, the target of a bid by Riot, mined 189": the words between the commas describe the first company. */
const isApposed = (text: string, before: Mention | undefined, mention: Mention | undefined, spot: number): boolean =>
  before !== undefined &&
  mention !== undefined &&
  APPOSITION.test(text.slice(before.end, mention.start)) &&
  /^(?:[^,;]|,\d)*,\s/.test(text.slice(mention.end, spot));
const APPOSITION = worded`^(?:\)|\s\([^()]*\))?,\s${ANY.apposed}\s[^,;\d]*$`;

/** Maximum distance in characters of a subject from its paragraph's start ("Meanwhile, …"). */
const OPENING = 14;
