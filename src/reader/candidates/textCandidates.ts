/** The figures of running text as candidates: each with its context, its time, and the company that its sentence is about. */
import { lazily } from "@/domain/shared/once";
import type { TextBlock } from "../blocks/block";
import { type Context, type Raw, single, smallerUnit } from "./candidate";
import type { Mention } from "../mentions/companies";
import { type Dealt, dealtOut } from "./dealt";
import { OPENING } from "./discourse";
import { aboutMachines, withEllipsis } from "./ellipsis";
import { FeatureSentence } from "./features";
import { ANY, CLAUSES, ending, patternOf, NONE_OF, WORD_END, WORD_START, worded } from "../languages/languages";
import { timesTen } from "../page/numbers";
import { textBefore, type Span } from "../page/page";
import { quantitiesIn, type Quantity } from "../mentions/quantities";
import { type Sentence, sentencesOf } from "./sentences";
import { whenOf } from "./whenSaid";
import { aboutCoins } from "../mentions/words";
import { isCountable } from "./metricUnits";

/** Adds the candidates of a paragraph, item or line. */
export function textCandidates(block: TextBlock, at: number, context: Context, out: Raw[]): void {
  const { finder, main, multi, style, discourse } = context;
  const mentions = finder.mentions(block.text);
  const speaks = aboutCoins(block.text);
  // Dollars without a mention of coins nearby are for shares, notes or machines.
  const ofCoins = speaks || aboutCoins(block.heading + textBefore(context.text, block.start, CLOSE_BY));
  const coins = speaks || (ofCoins && block.type === "bullet");
  const above = single(block.heading);
  const heading = multi ? finder.mentions(block.heading).at(-1)?.id : undefined;
  const namelessHeading = finder.withoutNames(block.heading.slice(-300));
  /** Mentions that end before the sentence. */
  let past = 0;
  for (const sentence of sentencesOf(block)) {
    discourse.places += 1;
    const { text, start } = sentence;
    const from = start - block.start;
    while ((mentions[past]?.end ?? Number.POSITIVE_INFINITY) <= from) past += 1;
    const quantities = withEllipsis(
      quantitiesIn(text, style),
      text,
      coins || (context.coins && !aboutMachines(text)),
      context.bracketed !== undefined,
    );
    const inCoins = ofCoins || quantities.some(({ counted }) => counted === "btc");
    const nones = nonesIn(text);
    const own = finder.mentions(text);
    const counts = quantities.length > 0 || nones.length > 0;
    const actor = counts ? finder.actor(text.slice(0, own[0]?.start), context.text) : undefined;
    const subject = actor?.id ?? discourse.subjectOf(text, at, main, multi);
    const [first] = own;
    const company = first?.id ?? subject;
    if (company !== undefined) discourse.noteCompany(company, at, from === 0, first?.start);
    const doubtful = counts && own.length === 0 && discourse.isDoubtful(text);
    discourse.before = text;
    discourse.names = new Set(own.map(({ id }) => id)).size;
    if (!counts) continue;
    const { times, telling } = discourse.timesOf(text, at, block.type);
    // A paragraph that begins with a company's name is about that company, also where it says "the company".
    const [opening] = mentions;
    const opened = past > 0 && opening !== undefined && opening.start <= OPENING ? opening.id : undefined;
    const usual = subject ?? (multi ? (mentions[past - 1]?.id ?? heading) : (opened ?? heading)) ?? main;
    const dealt = dealtOut(text, own, telling, quantities);
    const companyAt = (spot: number): string | undefined =>
      own.findLast(({ end }, i) => end <= spot && !isApposed(text, own[i - 1], own[i], spot))?.id ?? usual;
    const ahead = textBefore(block.text, from, 300);
    const lead = ahead.trimEnd().endsWith(";") ? finder.withoutNames(ahead) : namelessHeading;
    const sentenceOf = (words: string): FeatureSentence => new FeatureSentence(finder.withoutNames(words), lead);
    const whole = lazily(() => sentenceOf(text));
    const featuresOf = (quantity: Quantity, mine: Dealt | undefined): string[] => {
      const counted = quantity.like === undefined ? quantity : { ...quantity.like, value: quantity.value };
      return (mine === undefined ? whole() : sentenceOf(mine.text)).featuresOf(counted);
    };
    const unknownActor = (actor !== undefined && actor.id === undefined) || doubtful;
    const forecasts = FORECASTS.test(text);
    const shared = {
      kind: block.type,
      block: at,
      place: discourse.places,
      unknownActor,
      heading: block.heading,
      label: "",
    } as const;
    for (const [i, quantity] of quantities.entries()) {
      // Part of a date, or of a name ("Hut 8").
      if (isWithin(quantity, times) || isWithin(quantity, own)) continue;
      if (forecasts && FORECAST.test(textBefore(text, quantity.from, FORECAST_BEFORE))) continue;
      const unit = quantity.counted;
      if (unit === "none" ? isMark(text, quantity) : unit === "usd" && !inCoins) continue;
      const plain = timesTen(quantity.plain, smallerUnit(unit));
      const mine = dealt.get(quantity);
      const time = mine?.time ?? (quantity.aside === true ? context.bracketed : undefined);
      out.push({
        plain,
        value: Number(plain),
        decimals: quantity.decimals,
        range: isRange(text, quantity, quantities[i + 1]) || isRange(text, quantities[i - 1], quantity),
        bound:
          ROUND.test(quantity.plain) &&
          (BOUND.test(textBefore(text, quantity.from, 40)) || BOUND_BEHIND.test(text.slice(quantity.end, quantity.end + 9))),
        written: text.slice(quantity.from, quantity.to).trim(),
        unit,
        when: time === undefined ? whenOf(text, quantity, telling, above) : { own: [time], above, certain: false },
        how: "text",
        company: mine?.company ?? companyBehind(text, quantity, own) ?? companyAt(quantity.from),
        features: isCountable(unit) ? featuresOf(quantity, mine) : [],
        near: mine === undefined ? nearOf(text, quantities, i) : mine.text.slice(Math.max(0, quantity.from - 90), quantity.to + 40),
        beside: [text.slice(0, quantity.from), text.slice(quantity.to)],
        ...around(sentence, quantity),
        ...shared,
      });
    }
    for (const { metric, spot } of nones) {
      const when = whenOf(text, spot, telling, above);
      const written = text.slice(spot.from, spot.to);
      out.push({
        ...{
          plain: "0",
          value: 0,
          decimals: 0,
          written,
          unit: "btc",
          when,
          how: "text",
          none: metric,
          features: [],
          near: "",
          beside: ["", ""],
        },
        // "It hasn't sold any": the start of the period is not given.
        bound: PERFECT.test(text.slice(0, spot.to)) && when.own.every((time) => time.start < spot.from),
        start: start + spot.from,
        end: start + spot.to,
        company: companyAt(spot.from),
        ...shared,
      });
    }
  }
}

/** Where the words say that none were sold, or held. */
const nonesIn = (text: string) =>
  NONE_OF.flatMap(([metric, words]) => {
    const none = words.exec(text);
    return none === null ? [] : [{ metric, spot: { from: none.index, to: none.index + none[0].length } }];
  });

const isWithin = ({ start }: Quantity, pieces: readonly Span[]): boolean =>
  pieces.some((piece) => piece.start <= start && start < piece.end);

/** "We look for 1,290 mined", "analysts expect an output of 600": nobody's figure. */
const FORECASTS = worded`${WORD_START}${ANY.forecast}\s`;
const FORECAST = ending`${FORECASTS.source}(?:[^\s\d.,;:()]+\s){0,5}`;
const FORECAST_BEFORE = 80;

const PERFECT = ending`${WORD_START}${ANY.perfect}\s[^.,;]{0,40}`;

/** "423 bitcoin (BTC) at Iris Energy". */
function companyBehind(text: string, { to }: Quantity, mentions: readonly Mention[]): string | undefined {
  const next = mentions.find(({ start }) => start >= to);
  return next !== undefined && BEHIND.test(text.slice(to, next.start)) && !OWN_FIGURE.test(text.slice(next.end)) ? next.id : undefined;
}

const BEHIND = worded`^\s*(?:\(BTC\)\s*)?(?:\p{L}+\s){0,3}?${ANY.by}\s+(?:the\s)?$`;

/** "9,133, followed by Riot's 7,072": the company behind has a figure of its own. */
const OWN_FIGURE = worded`^${ANY.possessive}\s+[~$€£]?\d`;

/** Characters before a paragraph in which the sale may be mentioned. */
const CLOSE_BY = 200;
const ROUND = /^[1-9]\d?0{2,}$/;
const BOUND = ending`${WORD_START}${ANY.bound}\s+(?:\p{L}+\s){0,3}`;
const BOUND_BEHIND = worded`^[\s-]${ANY.boundBehind}${WORD_END}`;
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
  const before = textBefore(text, low.from, 24);
  const between = text.slice(low.to, high.from);
  if (BETWEEN.test(before)) return AND.test(between);
  return RANGE.test(between) && !FROM.test(before);
}
const BETWEEN = ending`${WORD_START}${ANY.between}\s[^\d]*`;
const AND = worded`^\s?${ANY.and}\s`;
const RANGE = worded`^(?:\s${ANY.leadingTo}\s|\s?[–—-])$`;
const FROM = ending`${WORD_START}(?:${ANY.from}|${ANY.changeBy})\s[^\d]*`;

/** "(2)", "2) …", "ASC 805", "Rule 424(b)", "No. 333-286841": the number of a note, a rule or a file. */
function isMark(text: string, { start, end, value }: Quantity): boolean {
  const [before, behind] = [textBefore(text, start, 20), text.slice(end, end + 4)];
  return (value < 100 && /(?:^|[(;,:.]\s?)$/.test(before) && behind.startsWith(")")) || REFERENCE.test(before) || PARAGRAPH.test(behind);
}
const REFERENCE = patternOf(`$(?<=(?<!\\p{L})${ANY.reference}\\s?(?:\\p{Lu}{1,2}-|\\d{3}-)?)`, "u");
const PARAGRAPH = /^\(\p{Ll}\)/u;

/** "Bitfarms, the target of a bid by Riot, mined 189": the words between the commas describe the first company. */
const isApposed = (text: string, before: Mention | undefined, mention: Mention | undefined, spot: number): boolean =>
  before !== undefined &&
  mention !== undefined &&
  APPOSITION.test(text.slice(before.end, mention.start)) &&
  /^(?:[^,;]|,\d)*,\s/.test(text.slice(mention.end, spot));
const APPOSITION = worded`^(?:\)|\s\([^()]*\))?,\s${ANY.apposed}\s[^,;\d]*$`;
