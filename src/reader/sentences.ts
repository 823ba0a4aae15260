/**
 * Cuts a passage into sentences and clauses, and finds which time each quantity of a sentence belongs to.
 * In: a passage. Out: sentences with their quantities and time expressions, offsets kept.
 * Rule guarded: "28% under March" and "since January" never date the figure beside them.
 */
import type { Piece } from "./document";
import type { NumeralStyle } from "./numerals";
import { findQuantities, type Quantity } from "./units";
import { findWhens, type When } from "./when";

export interface Sentence {
  readonly text: string;
  /** Offset of the sentence in the document. */
  readonly start: number;
  readonly whens: readonly When[];
  readonly quantities: readonly Quantity[];
}

/** A quantity with the words around it. */
export interface Spot {
  readonly quantity: Quantity;
  /** From the quantity before (or the clause's start) to this one. */
  readonly left: string;
  /** From this one to the next (or the clause's end). */
  readonly right: string;
  /** From the clause's start, over earlier quantities. */
  readonly before: string;
  readonly clause: string;
  readonly clauseStart: number;
  readonly clauseEnd: number;
  /** The quantity before it counts another coin. */
  readonly afterCoin: boolean;
}

const ABBREVIATION =
  /(?:\b(?:inc|corp|ltd|co|no|approx|c|ca|vs|st|fla|colo|tex|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|avg|est|mr|ms|dr|qtr|e\.g|i\.e))\.$/i;
const INITIAL = /\b[A-Z]\.$/;
const CLAUSE_END =
  /;|,?\s(?:and|but)\s(?=(?:it\s|the company\s)?(?:may|will|expects?|plans?|intends?|aims?|anticipates?|guides?|targets?)\b)|\s[—–]\s|,\s(?:and\s)?(?:that|which|while|whereas|but|although|though|where)\b|\.\s-\s|\.\s(?=[A-Z])/g;
const COMPARING =
  /\b(?:than|over|from|since|under|above|below|vs\.?|versus|against|compared (?:to|with)|on|relative to|twice|half|that of|those of)\s+(?:the\s+|those\s+of\s+|that\s+of\s+|in\s+)*$/i;
const PERCENT = /%|\bper cent\b|\bpercent\b|\b(?:more|less|higher|lower|fewer|increase|decrease|up|down|growth)\b/i;

export function sentencesOf(passage: Piece, style: NumeralStyle): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const { text } = passage;
  for (const match of text.matchAll(/[.!?]["”’)]?\s+(?=[A-Z0-9$€£"“(•-])/g)) {
    const end = match.index + 1;
    const ending = text.slice(Math.max(0, end - 8), end);
    if ((ABBREVIATION.test(ending) || INITIAL.test(ending)) && !/\d\.$/.test(text.slice(0, end))) continue;
    sentences.push(sentenceAt(passage, start, match.index + match[0].length, style));
    start = match.index + match[0].length;
  }
  sentences.push(sentenceAt(passage, start, text.length, style));
  return sentences;
}

/** A sentence without any of these words holds no figure of the record. */
const RELEVANT = /btc|bitcoin|₿|hash|\b[ept]h\b|hodl|proceeds|\bsold\b|\bsales?\b|fetch|mined|self-min/i;

/** More figures than this in one sentence is a page that lost its full stops; what is beyond is not read. */
const MOST_QUANTITIES = 120;

function sentenceAt(passage: Piece, from: number, to: number, style: NumeralStyle): Sentence {
  const text = passage.text.slice(from, to);
  if (!/\d/.test(text) || !RELEVANT.test(text)) return { text, start: passage.start + from, whens: [], quantities: [] };
  const quantities = findQuantities(text, style).slice(0, MOST_QUANTITIES);
  const last = quantities.at(-1)?.end ?? 0;
  const whens = withLead(text, findWhens(text))
    .filter((when) => when.start < last + 400)
    .map((when) => withoutCount(text, when, quantities));
  const free = quantities.filter((q) => !whens.some((when) => when.start < q.start && q.start < when.end));
  return { text, start: passage.start + from, whens, quantities: free };
}

/** "In February it held 46,374 BTC at month-end": the end of the month that the sentence begins with, whatever the document is about. */
function withLead(text: string, whens: readonly When[]): readonly When[] {
  const [lead, ...others] = whens;
  if (
    lead?.kind !== "month" ||
    others.some(({ kind }) => kind === "month") ||
    !/^\W*(?:in|during|for)\s+$/i.test(text.slice(0, lead.start))
  )
    return whens;
  return whens.map((when) => (when.kind === "thisMonth" && when.ended === true ? { ...lead, start: when.start, end: when.end } : when));
}

/** "In July 66 bitcoin", "in May 25 BTC": the number counts coins, it is no day (unless "on" or "as of" asks for one). */
function withoutCount(text: string, when: When, quantities: readonly Quantity[]): When {
  const overlapping = quantities.find((quantity) => quantity.start > when.start && quantity.start < when.end);
  if (
    overlapping === undefined ||
    when.kind !== "day" ||
    /\b(?:on|as of|as at|at|to|through|until|ended|by)\s+$/i.test(text.slice(0, when.start))
  )
    return when;
  const { start, number, year } = when;
  return {
    kind: "month",
    start,
    end: overlapping.start,
    ...(number === undefined ? {} : { number }),
    ...(year === undefined ? {} : { year }),
  };
}

export function spotsOf(sentence: Sentence): Spot[] {
  const { text, quantities } = sentence;
  const cuts = [...text.matchAll(CLAUSE_END)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return quantities.map((quantity, i) => {
    const clauseStart = Math.max(0, ...cuts.filter((cut) => cut.end <= quantity.start).map((cut) => cut.end));
    const clauseEnd = Math.min(text.length, ...cuts.filter((cut) => cut.start >= quantity.end).map((cut) => cut.start));
    const previous = quantities[asideBefore(sentence, i) - 1];
    const next = quantities[i + 1];
    return {
      quantity,
      left: withoutAside(text.slice(Math.max(clauseStart, previous?.end ?? 0), quantity.start)),
      right: text.slice(quantity.end, Math.min(clauseEnd, next?.start ?? text.length)),
      before: text.slice(clauseStart, quantity.start),
      clause: text.slice(clauseStart, clauseEnd),
      clauseStart,
      clauseEnd,
      afterCoin: previous?.kind === "other",
    };
  });
}

/** The first quantity of brackets without a time that stand right before the quantity: "had (including 17,357 BTC loaned) 52,850 BTC". */
function asideBefore({ text, quantities, whens }: Sentence, i: number): number {
  const end = quantities[i]?.start ?? 0;
  const aside = /\(\s*(?:including|includes|incl\.|of which|thereof)\b[^()]*\)\s*$/i.exec(text.slice(Math.max(0, end - 160), end));
  const from = aside === null ? end : Math.max(0, end - 160) + aside.index;
  if (whens.some((when) => when.start >= from && when.end <= end)) return i;
  const first = quantities.findIndex((quantity) => quantity.start >= from);
  return first === -1 ? i : Math.min(first, i);
}

/** The words before a quantity without an aside and without what it rose from, offset for offset. */
const withoutAside = (left: string): string =>
  left
    .replace(/\(\s*(?:including|includes|incl\.|of which|thereof)\b[^()]*\d[^()]*\)\s*$/i, (aside) => " ".repeat(aside.length))
    .replace(/\bfrom\s+\d[\d.,]*(?=\s+to\s+$)/i, (from) => " ".repeat(from.length));

/** For a figure that stands as a comparison: the time right before it ("October's 3.94") or right after ("of March 2021"). */
export function whenOfCompared(sentence: Sentence, spot: Spot): When | undefined {
  const { start, end } = spot.quantity;
  const after = sentence.whens.find((when) => when.start >= end && when.end <= end + spot.right.length);
  if (after && isClose(sentence.text.slice(end, after.start))) return after;
  return sentence.whens.filter((when) => when.start >= start - spot.left.length && when.end <= start).at(-1);
}

/**
 * The time expression that dates a quantity, or undefined when the sentence dates it with none (or not clearly).
 * `carried`: what dated the figure before it in the sentence.
 */
export function whenOf(sentence: Sentence, spot: Spot, carried?: When): { when: When; near: boolean } | undefined {
  const { text, whens } = sentence;
  const { quantity } = spot;
  const dating = whens.filter((when) => !isCompared(text, when) && !isStamp(text, when) && !isOfOther(sentence, when, spot));
  const leftStart = quantity.start - spot.left.length;
  const longer = dating.find((when) => when.kind === "longer" && when.start >= leftStart && when.end <= quantity.start);
  if (longer) return { when: longer, near: true };
  const after = dating.find((when) => when.start >= quantity.end && when.end <= quantity.end + spot.right.length);
  if (after && isClose(text.slice(quantity.end, after.start)) && !isOfNext(sentence, quantity.end, after))
    return { when: after, near: true };
  const before = dating.filter((when) => when.start >= leftStart && when.end <= quantity.start).at(-1);
  const previous = sentence.quantities.filter((other) => other.end <= quantity.start).at(-1);
  const taken =
    before !== undefined &&
    previous !== undefined &&
    previous.end >= spot.clauseStart &&
    previous.end <= before.start &&
    isClose(text.slice(previous.end, before.start)) &&
    !isOfNext(sentence, previous.end, before) &&
    !/^[\s:,]*$/.test(text.slice(before.end, quantity.start));
  if (before && !taken) return { when: before, near: true };
  if (carried) return { when: carried, near: true };
  const leading = dating.find((when) => when.start >= spot.clauseStart && when.end <= quantity.start);
  if (leading && !taken) return { when: leading, near: true };
  const first = sentence.quantities[0];
  const notBeyondComparison = (when: When): boolean => when.start < quantity.end || !COMPARISON.test(text.slice(quantity.end, when.start));
  const own = dating
    .filter(notBeyondComparison)
    .filter((when) => isOwnTime(when) || (when.start >= spot.clauseStart && when.end <= spot.clauseEnd));
  const opening = own.filter((when) => first !== undefined && when.end <= first.start && isOwnTime(when));
  if (opening.length === 1 && opening[0]) return { when: opening[0], near: false };
  const kinds = new Set(own.map((when) => [when.kind, when.year, when.number, when.day].join()));
  const [only] = own;
  return kinds.size === 1 && only !== undefined ? { when: only, near: false } : undefined;
}

/** "215 BTC and in April 375 BTC": the time opens what follows. */
function isOfNext({ text, quantities }: Sentence, from: number, when: When): boolean {
  const next = quantities.find((quantity) => quantity.start >= when.end);
  if (next === undefined) return false;
  const opens = /^\s*,?\s*(?:and|while|but|whereas|,)\s+(?:in|for|during|on|at|as of)\s+(?:the\s+)?$/i.test(text.slice(from, when.start));
  return opens && /^[\s,]*(?:\w+\s+){0,3}$/.test(text.slice(when.end, next.start));
}

/** "(633 in April)" and "(October 2024: 27.9)": the time of another number than this one. */
function isOfOther({ text, quantities }: Sentence, when: When, spot: Spot): boolean {
  const { end } = spot.quantity;
  const number = /(\d[\d.,]*)\s*(?:[A-Za-z/%]+\s+)?(?:in|for|of|during|on|at)\s+(?:the\s+)?$/.exec(text.slice(0, when.start));
  if (
    number !== null &&
    number.index >= end &&
    !quantities.some((other) => other.bare !== true && other.start <= number.index && number.index < other.end)
  )
    return true;
  return when.start >= end && /^\)?\s*:\s*[~$£€(]?\s?\d/.test(text.slice(when.end));
}

const COMPARISON = /\b(?:from|against|than|versus|vs|compared|after|above|below)\b/i;

/** Months and days may date a whole sentence; quarters and comparisons with the past only their own clause. */
const isOwnTime = (when: When): boolean => when.kind === "month" || when.kind === "day";

/** "date 2024-06-04 417 bitcoin mined": when the page was made, not what the figure is for. */
function isStamp(text: string, when: When): boolean {
  return (
    when.kind === "day" &&
    /^20\d\d-\d\d-\d\d$/.test(text.slice(when.start, when.end)) &&
    !/\b(?:on|of|at|by|to|ended|until|through)\s+$/i.test(text.slice(0, when.start))
  );
}

/** "7% under August", "up from March": the time of a comparison, not of the figure. */
export function isCompared(text: string, when: When): boolean {
  const before = text.slice(Math.max(0, when.start - 60), when.start);
  if (/\bon\s+$/i.test(before)) return /(?:%|per cent|percent)\s+on\s+$/i.test(before);
  if (/\bsince\s+$/i.test(before)) return false;
  if (/\bover (?:the )?$/i.test(before) && /^month of\b/i.test(text.slice(when.start))) return false;
  if (/\(\s*(?:vs\.?\s*)?$/.test(before) && /^(?:['’]s)?\s*:/.test(text.slice(when.end))) return true;
  return (
    COMPARING.test(before) ||
    (PERCENT.test(before) && /\b(?:than|over|from|under|above|below|vs|versus|against)\b[^,.;]{0,30}$/i.test(before))
  );
}

/** Few words, and none that starts another statement. */
function isClose(between: string): boolean {
  return (
    between.split(/\s+/).filter((word) => word !== "").length <= 8 &&
    !/\d|[;:]|\b(?:than|over|from|against|under|above|below|versus|after|before|until|since|announced|when|as announced)\b/i.test(between)
  );
}
