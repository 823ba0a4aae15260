/**
 * Every number of a page with what is said around it: its unit, the words of its row or sentence as features, the time beside it, whose it
 * is. Blocks in → candidates out. Nothing is decided here, and nothing is left out but numbers that no metric could be counted in.
 */
import { align, type How } from "./align";
import type { Block, RowBlock, TextBlock } from "./blocks";
import type { CompanyFinder, Mention } from "./companies";
import { GLUE } from "./page";
import { rowFeatures, sizeOf, textFeatures } from "./features";
import { numeralsIn, type NumberStyle, timesTen } from "./numbers";
import { quantitiesIn, type Counted, type Quantity } from "./quantities";
import { isCountable } from "./score";
import { type Sentence, sentencesOf } from "./sentences";
import { type Time, timesIn } from "./times";
import { whenOf, type When } from "./whenSaid";

/** What a candidate is counted in; `label…`: only the label of its row says so. */
export type UnitSaid = Counted | "btcLabel" | "ehLabel";

export interface Raw {
  /** Plain decimal in BTC, USD or EH/s. */
  readonly plain: string;
  readonly value: number;
  readonly decimals: number;
  readonly written: string;
  readonly unit: UnitSaid;
  readonly when: When;
  readonly kind: "row" | TextBlock["type"];
  readonly how: How | "zero" | "text";
  readonly block: number;
  /** Number of its row or sentence in the document. */
  readonly place: number;
  readonly company: string | undefined;
  readonly features: readonly string[];
  /** Its row's label; empty in running text. */
  readonly label: string;
  /** The words close by: the label, or what stands just before and after it. */
  readonly near: string;
  readonly start: number;
  readonly end: number;
  readonly dash: boolean;
  readonly elliptic: boolean;
  /** "more than 215": a bound, not the figure. */
  readonly bound: boolean;
  /** The digit of a footnote may have been cut off. */
  readonly glued: boolean;
}

export interface Context {
  readonly text: string;
  readonly style: NumberStyle;
  readonly finder: CompanyFinder;
  readonly main: string | undefined;
  /** Several companies are reported on, so that each figure's own must be found. */
  readonly multi: boolean;
  /** Features of rows met before. */
  readonly features: Map<string, readonly string[]>;
}

/** Rates and things are kept because they confirm or explain others; bare numbers without any word of mining are not. */
export function candidatesOf(blocks: readonly Block[], context: Context): Raw[] {
  const out: Raw[] = [];
  let place = 0;
  let current: string | undefined;
  blocks.forEach((block, at) => {
    if (block.type === "row") {
      place += 1;
      out.push(...rowCandidates(block, at, place, context, current));
      return;
    }
    const heading = context.multi ? context.finder.mentions(block.heading).at(-1)?.id : undefined;
    for (const sentence of sentencesOf(block)) {
      place += 1;
      out.push(...sentenceCandidates(sentence, block, at, place, context, heading));
    }
    const last = context.finder.mentions(block.text).at(-1)?.id;
    if (context.multi && last !== undefined) current = last;
  });
  return out;
}

function rowCandidates(block: RowBlock, at: number, place: number, context: Context, current: string | undefined): Raw[] {
  const own = context.multi ? [block.label, block.section, block.heading].flatMap((text) => context.finder.mentions(text).slice(-1)) : [];
  const company = own[0]?.id ?? (context.multi ? (current ?? context.main) : context.main);
  const aligned = align(block);
  const timesInLabel = timesIn(block.label);
  const above = single(block.heading, block.section);
  let unitOfLabel: UnitSaid | undefined;
  const bound = BOUND.test(`${block.label} `);
  const words = `${block.section} ${block.label}`;
  return aligned.flatMap(({ value, column, how }): Raw[] => {
    const amount = amountOf(value.text, context.style);
    if (amount === undefined) return [];
    const unit = BARE.test(value.text) ? (unitOfLabel ??= unitOfRow(block, "")) : unitOfRow(block, value.text);
    const shift = scaleOf(unit, block, amount);
    return readingsOf(amount.plain, context.text.charAt(value.start - 1) === GLUE).map((plain) => {
      const shifted = timesTen(plain, shift);
      return {
        plain: shifted,
        value: Number(shifted),
        decimals: amount.decimals,
        written: value.text,
        unit,
        when: {
          column: column?.time,
          own: timesInLabel,
          above,
          certain: how !== "single" && how !== "unaligned",
          lost: how === "unaligned",
        },
        kind: "row",
        how,
        block: at,
        place,
        company,
        features: featuresOf(block, unit, Number(shifted), context),
        label: block.label,
        near: words,
        ...spanOf(block, value, context.text),
        dash: amount.dash,
        elliptic: false,
        bound,
        glued: amount.glued,
      };
    });
  });
}

const NONE: readonly string[] = [];

/** Rows of the same words and size look the same: tables repeat their labels month by month. */
function featuresOf(
  { label, section, heading }: RowBlock,
  unit: UnitSaid,
  value: number,
  { finder, features }: Context,
): readonly string[] {
  if (!isCountable(unit)) return NONE;
  const key = `${unit}|${sizeOf(value)}|${label}|${section}|${heading}`;
  const known = features.get(key);
  if (known !== undefined) return known;
  const nameless = { label: finder.withoutNames(label), section: finder.withoutNames(section), heading: finder.withoutNames(heading) };
  const found = rowFeatures(nameless, unit, value);
  features.set(key, found);
  return found;
}

/** A number stuck to its label may begin with a footnote's digit: "Bitcoin mined3148" is 3148, or 148 with note 3. */
const readingsOf = (plain: string, stuck: boolean): string[] =>
  stuck && /^[1-9][1-9]\d+(?:\.\d+)?$/.test(plain) ? [plain, plain.slice(1)] : [plain];

/** The row from its label to the value where they stand together, else the value alone. */
function spanOf(block: RowBlock, value: { start: number; end: number }, text: string): { start: number; end: number } {
  const start = block.start;
  if (value.start >= start && value.end - start <= 300) return { start, end: value.end };
  return { start: value.start, end: Math.min(value.end, text.length) };
}

/** A number with nothing beside it: its unit is what the label says. */
const BARE = /^[\d.,]+$/;

interface Amount {
  readonly plain: string;
  readonly decimals: number;
  readonly dash: boolean;
  readonly glued: boolean;
  readonly scaled: boolean;
}

function amountOf(text: string, style: NumberStyle): Amount | undefined {
  if (/^\s*(?:[-–—]+|nil|none)\s*$/i.test(text)) return { plain: "0", decimals: 0, dash: true, glued: false, scaled: false };
  const bare = BARE.test(text);
  const quantity = bare ? undefined : quantitiesIn(text, style)[0];
  const number = bare ? numeralsIn(text, style)[0] : quantity;
  if (number === undefined) return undefined;
  const { plain, decimals, glued } = number;
  return { plain, decimals, dash: false, glued: glued !== undefined, scaled: (quantity?.scale ?? 0) > 0 };
}

function scaleOf(unit: UnitSaid, block: RowBlock, amount: Amount): number {
  if (unit === "ph") return -3;
  if (unit === "th") return -6;
  if (unit !== "usd" || amount.scaled) return 0;
  const label = block.label.toLowerCase();
  if (/per (?:bitcoin|btc|coin)|price/.test(label)) return 0;
  if (/[’']000|thousand|in 000/.test(label)) return 3;
  if (/million|\bmm\b|\$m\b/.test(label)) return 6;
  return block.scale;
}

/** The unit of a row's value: beside the value, else in the label or just above it. */
function unitOfRow(block: RowBlock, value: string): UnitSaid {
  const label = `${block.label} ${block.section.slice(-30)}`.toLowerCase();
  const both = `${label} ${value.toLowerCase()}`;
  if (/c\$|cad|£|€|gbp/.test(both)) return "money";
  if (value.includes("$") || /usd|us\$|\$|dólares|dollars/.test(label)) return "usd";
  if (value.includes("%")) return "percent";
  if (/ph\/s|petahash|\bph\b/.test(both)) return "ph";
  if (/eh\/s|exahash|\beh\b/.test(both)) return /btc|bitcoin/.test(label) && /\/ ?eh|per eh/.test(label) ? "btcPerHash" : "eh";
  if (/\bth\/s|terahash/.test(both)) return "th";
  if (/\bmw\b|megawatt|j\/th|w\/th/.test(both)) return "power";
  if (/btc|bitcoin|₿/.test(value.toLowerCase())) return "btc";
  if (/btc|bitcoin|coin|₿/.test(label)) return "btcLabel";
  if (/hash ?rate|hashing/.test(label)) return "ehLabel";
  return "none";
}

/** The only time that words above a figure name; undefined when there are none or several. */
function single(...above: readonly string[]): Time | undefined {
  for (const text of above) {
    const times = timesIn(text).filter(({ kind }) => ["month", "day", "quarter", "span", "half", "monthOnly", "toDate"].includes(kind));
    if (times.length === 1) return times[0];
  }
  return undefined;
}

const ZERO_SOLD =
  /\b(?:did not|didn['’]t|not) (?:sell|liquidate)(?: (?:any|no|a single))?\b|\bno (?:bitcoins?|btcs?) (?:were |was |have been )?(?:sold|sales)\b|\bsold (?:no|zero) (?:bitcoin|btc)|\bsold none\b|\ball (?:of )?(?:its |the )?(?:bitcoins?|btc) (?:produced|mined|earned) (?:was|were|has been|have been) (?:hodl\w*|held|retained|kept)\b|\bno (?:bitcoin|btc) sales\b|\bwithout selling any\b|\bno vendió\b/i;

function sentenceCandidates(
  sentence: Sentence,
  block: TextBlock,
  at: number,
  place: number,
  context: Context,
  heading: string | undefined,
): Raw[] {
  const { text, start } = sentence;
  const quantities = withEllipsis(quantitiesIn(text, context.style), text, block.text);
  const times = timesIn(text);
  const inTime = (quantity: Quantity): boolean => times.some((time) => time.start <= quantity.start && quantity.start < time.end);
  const mentions = context.finder.mentions(text);
  const nameless = context.finder.withoutNames(text);
  const before = context.finder.mentions(block.text).filter(({ end }) => end <= start - block.start);
  const above = single(block.heading);
  // A paragraph that begins with a company's name is about it, "the company" in it too.
  const [opening] = before;
  const opened = opening !== undefined && opening.start <= OPENING ? opening.id : undefined;
  const usual = (context.multi ? (before.at(-1)?.id ?? heading) : (opened ?? heading)) ?? context.main;
  const wordy =
    quantities.length === 0 ? [] : textFeatures.prepare(nameless, context.finder.withoutNames(block.heading.slice(-300)), block.type);
  const found = quantities.flatMap((quantity): Raw[] => {
    if (inTime(quantity)) return [];
    const unit = quantity.counted;
    const shifted = timesTen(quantity.plain, unit === "ph" ? -3 : unit === "th" ? -6 : 0);
    const when = whenOf(text, quantity, times, above);
    return [
      {
        plain: shifted,
        value: Number(shifted),
        decimals: quantity.decimals,
        written: text.slice(quantity.from, quantity.to).trim(),
        unit,
        when,
        kind: block.type,
        how: "text",
        block: at,
        place,
        company: companyBehind(text, quantity, mentions) ?? mentions.filter(({ end }) => end <= quantity.from).at(-1)?.id ?? usual,
        features: isCountable(unit) ? textFeatures.of(wordy, nameless, quantity) : [],
        label: "",
        near: text.slice(Math.max(0, quantity.from - 60), quantity.to + 40),
        ...around(sentence, quantity),
        dash: false,
        elliptic: quantity.elliptic === true,
        bound: BOUND.test(text.slice(Math.max(0, quantity.from - 30), quantity.from)),
        glued: quantity.glued !== undefined,
      },
    ];
  });
  const none = ZERO_SOLD.exec(text);
  if (none !== null) {
    const spot = { start: none.index, end: none.index + none[0].length };
    found.push({
      plain: "0", value: 0, decimals: 0, written: none[0], unit: "btc", when: whenOf(text, { from: spot.start, to: spot.end }, times, above), kind: block.type,
      how: "zero", block: at, place, company: mentions.filter(({ end }) => end <= spot.start).at(-1)?.id ?? usual, features: [], label: "", near: "",
      start: start + Math.max(0, spot.start), end: start + spot.end, dash: true, elliptic: false, bound: false, glued: false,
    }); // prettier-ignore
  }
  return found;
}

/** "423 bitcoin (BTC) at Iris Energy". */
function companyBehind(text: string, { to }: Quantity, mentions: readonly Mention[]): string | undefined {
  const next = mentions.find(({ start }) => start >= to);
  return next !== undefined && /^\s*(?:\(BTC\)\s*)?(?:at|by|for|from|en|bei|chez)\s+(?:the\s)?$/i.test(text.slice(to, next.start))
    ? next.id
    : undefined;
}

/** The sentence where it is short, else the words around the figure. */
function around({ text, start }: Sentence, { from, to }: Quantity): { start: number; end: number } {
  if (text.length <= 300) return { start, end: start + text.length };
  const left = Math.max(0, text.lastIndexOf(" ", Math.max(0, from - 140)) + 1);
  const right = text.indexOf(" ", to + 100);
  return { start: start + (from - left > 200 ? from : left), end: start + (right < 0 || right - to > 200 ? to : right) };
}

/** So far from a paragraph's beginning its subject may stand ("Meanwhile, …"). */
const OPENING = 14;

const BOUND = /\b(?:above|over|more than|less than|under|below|nearly|almost|up to|at least|más de|casi|über|plus de)\s(?:a record\s)?$/i;
const COUNTABLE = new Set<Counted>(["btc", "eh", "ph", "usd"]);
const LINKS =
  /\b(?:from|to|with|than|versus|vs\.?|against|at|after|and|reached|of|a|de|desde|hasta|frente a)\s+(?:the\s|about\s|approximately\s|\p{Lu}\p{L}+[’']s\s)?$/iu;
const TOLD =
  /\b(?:production|output|holdings|treasury|mined|produced|sold|holding|held|producción|produjo|minó)\b[^.;:]{0,60}\b(?:to|of|was|were|at|totall?ed|is|de|a)\s(?:about\s|approximately\s|a record\s)?$/i;

/** "Production fell to 204 from 215 BTC": a bare number takes the unit of the one that it is compared with. */
function withEllipsis(quantities: readonly Quantity[], text: string, paragraph: string): Quantity[] {
  let last: Quantity | undefined;
  const aboutCoins = /bitcoin|btc/i.test(paragraph);
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
      one = { ...one, counted: last.counted, elliptic: true };
    else if (bare && one.value >= 10 && aboutCoins && TOLD.test(before)) one = { ...one, counted: "btc", elliptic: true };
    if (COUNTABLE.has(one.counted)) last = one;
    return one;
  });
}
