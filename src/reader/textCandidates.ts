/** The figures of running text as candidates: each with the words and the time beside it, and whose its sentence says that it is. */
import type { TextBlock } from "./block";
import { type Context, type Place, type Raw, single } from "./rawCandidate";
import type { Mention } from "./companies";
import { type Dealt, dealtOut, withListed } from "./dealt";
import { FeatureSentence } from "./features";
import { anyOf } from "./languages";
import { timesTen } from "./numbers";
import { type Counted, quantitiesIn, type Quantity } from "./quantities";
import { isCountable } from "./score";
import { type Sentence, sentencesOf } from "./sentences";
import { timesIn } from "./times";
import { whenOf } from "./whenSaid";

/** Adds the candidates of a paragraph, item or line. Returns the number of its last sentence. */
export function textCandidates(block: TextBlock, { at, place: before }: Place, context: Context, out: Raw[]): number {
  const { finder, main, multi, style } = context;
  const mentions = finder.mentions(block.text);
  const aboutCoins = /bitcoin|btc/i.test(block.text);
  const above = single(block.heading);
  const heading = multi ? finder.mentions(block.heading).at(-1)?.id : undefined;
  const namelessHeading = finder.withoutNames(block.heading.slice(-300));
  let place = before;
  /** Mentions that end before the sentence. */
  let past = 0;
  for (const sentence of sentencesOf(block)) {
    place += 1;
    const { text, start } = sentence;
    const from = start - block.start;
    while ((mentions[past]?.end ?? Number.POSITIVE_INFINITY) <= from) past += 1;
    const quantities = withEllipsis(withListed(quantitiesIn(text, style), text, counts), text, aboutCoins);
    const none = ZERO_SOLD.exec(text);
    if (quantities.length === 0 && none === null) continue;
    const times = timesIn(text).map((time) => (time.kind === "thisQuarter" ? { ...time, told: context.told.quarter } : time));
    context.told.quarter = times.findLast(({ kind }) => kind === "quarter") ?? context.told.quarter;
    const own = finder.mentions(text);
    // A paragraph that begins with a company's name is about it, "the company" in it too.
    const [opening] = mentions;
    const opened = past > 0 && opening !== undefined && opening.start <= OPENING ? opening.id : undefined;
    const usual = (multi ? (mentions[past - 1]?.id ?? heading) : (opened ?? heading)) ?? main;
    const dealt = dealtOut(text, own, times, quantities);
    // "With its 511 coins, Riot …": the company is named behind the word that stands for it.
    const namedLater = /^\S+ its\b/i.test(text) ? own[0]?.id : undefined;
    const companyAt = (spot: number): string | undefined => own.findLast(({ end }) => end <= spot)?.id ?? namedLater ?? usual;
    const nameless = finder.withoutNames(text);
    const featured = new FeatureSentence(nameless, namelessHeading);
    const { tellsNothing } = featured;
    const sentenceOf = (mine: Dealt | undefined): FeatureSentence =>
      mine?.text === undefined ? featured : new FeatureSentence(finder.withoutNames(mine.text), namelessHeading);
    for (const [i, quantity] of quantities.entries()) {
      // Part of a date, or of a name ("Hut 8").
      if ([...times, ...own].some((piece) => piece.start <= quantity.start && quantity.start < piece.end)) continue;
      const unit = quantity.counted;
      if (unit === "none" && tellsNothing) continue;
      const plain = timesTen(quantity.plain, unit === "ph" ? -3 : unit === "th" ? -6 : 0);
      const span = around(sentence, quantity);
      const mine = dealt.get(quantity);
      out.push({
        plain,
        value: Number(plain),
        decimals: quantity.decimals,
        range: isRange(text, quantity, quantities[i + 1]) || isRange(text, quantities[i - 1], quantity),
        written: text.slice(quantity.from, quantity.to).trim(),
        unit,
        when: mine?.time === undefined ? whenOf(text, quantity, times, above) : { own: [mine.time], above, certain: false },
        kind: block.type,
        how: "text",
        block: at,
        place,
        company: mine?.company ?? companyBehind(text, quantity, own) ?? companyAt(quantity.from),
        features: isCountable(unit) ? sentenceOf(mine).featuresOf(quantity) : [],
        label: "",
        near: nearOf(text, quantities, i),
        start: span.start,
        end: span.end,
      });
    }
    if (none === null) continue;
    const spot = { from: none.index, to: none.index + none[0].length };
    out.push({
      plain: "0",
      value: 0,
      decimals: 0,
      written: none[0],
      unit: "btc",
      when: whenOf(text, spot, times, above),
      kind: block.type,
      how: "zero",
      block: at,
      place,
      company: companyAt(spot.from),
      features: [],
      label: "",
      near: "",
      start: start + spot.from,
      end: start + spot.to,
    });
  }
  return place;
}

const ZERO_SOLD =
  /\b(?:did not|didn['’]t|not) (?:sell|liquidate)(?: (?:any|no|a single))?\b|\bno (?:bitcoins?|btcs?) (?:were |was |have been )?(?:sold|sales)\b|\bsold (?:no|zero) (?:bitcoin|btc)|\bsold none\b|\ball (?:of )?(?:its |the )?(?:bitcoins?|btc) (?:produced|mined|earned) (?:was|were|has been|have been) (?:hodl\w*|held|retained|kept)\b|\bno (?:bitcoin|btc) sales\b|\bwithout selling any\b|\bno vendió\b/i;

/** "423 bitcoin (BTC) at Iris Energy". */
function companyBehind(text: string, { to }: Quantity, mentions: readonly Mention[]): string | undefined {
  const next = mentions.find(({ start }) => start >= to);
  return next !== undefined && /^\s*(?:\(BTC\)\s*)?(?:at|by|for|from|en|bei|chez)\s+(?:the\s)?$/i.test(text.slice(to, next.start))
    ? next.id
    : undefined;
}

/** The words just before and after a figure, up to the next of its unit: words behind that are about that one. */
function nearOf(text: string, quantities: readonly Quantity[], at: number): string {
  const { from = 0, to = 0, counted } = quantities[at] ?? {};
  const before = quantities.findLast((other, i) => i < at && other.counted === counted)?.to ?? 0;
  const next = quantities.find((other, i) => i > at && other.counted === counted && other.from <= to + 90);
  const behind = text.slice(to, to + 40);
  return text.slice(Math.max(before, from - 60), to) + (next === undefined ? behind : (CLAUSE.exec(behind)?.[0] ?? behind));
}
const CLAUSE = new RegExp(`^[^,;(]*(?=,?\\s(?:${anyOf("and")})\\s|[,;(])`, "iu");

/** The sentence where it is short, else the words around the figure. */
function around({ text, start }: Sentence, { from, to }: Quantity): { start: number; end: number } {
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
  if (/\bbetween\s[^\d]*$/i.test(before)) return /^\s?and\s/i.test(between);
  return /^(?:\s(?:to|bis|à)\s|\s?[–—-])$/.test(between) && !/(?<!\p{L})(?:from|by|von|um|desde|d[aei])\s[^\d]*$/iu.test(before);
}

/** So far from a paragraph's beginning its subject may stand ("Meanwhile, …"). */
const OPENING = 14;

const COUNTABLE = new Set<Counted>(["btc", "eh", "ph", "usd"]);
const counts = ({ counted }: Quantity): boolean => COUNTABLE.has(counted);
const LINKS =
  /\b(?:from|to|with|than|versus|vs\.?|against|at|after|and|reached|of|a|de|desde|hasta|frente a)\s+(?:the\s|about\s|approximately\s|\p{Lu}\p{L}+[’']s\s)?$/iu;
const TOLD =
  /\b(?:production|output|holdings|treasury|mined|produced|sold|holding|held|producción|produjo|minó)\b[^.;:]{0,60}\b(?:to|of|was|were|is|are|at|reach(?:ed)?|totall?ed|de|a)\s(?:about\s|approximately\s|a record\s)?$/i;

/** "Production fell to 204 from 215 BTC": a bare number takes the unit of the one that it is compared with. */
function withEllipsis(quantities: readonly Quantity[], text: string, aboutCoins: boolean): Quantity[] {
  let last: Quantity | undefined;
  return quantities.map((quantity) => {
    let one = quantity;
    const before = text.slice(Math.max(0, one.start - 120), one.start);
    const bare = one.counted === "none" && !/^20[12]\d$/.test(one.plain);
    const ratio = last === undefined || last.value === 0 ? 0 : one.value / last.value;
    if (
      bare &&
      last !== undefined &&
      ratio >= 0.15 &&
      ratio <= 7 &&
      LINKS.test(before) &&
      text.slice(last.to, one.start).split(/\s+/).length <= 12
    )
      one = { ...one, counted: last.counted };
    else if (bare && one.value >= 10 && aboutCoins && TOLD.test(before)) one = { ...one, counted: "btc" };
    if (COUNTABLE.has(one.counted)) last = one;
    return one;
  });
}
