/**
 * Lines of the form "Bitcoin mined in November: 535", where the number's unit stands in the label; and "BTC and ETH: 553.2 and 9,900.9".
 * In: a sentence. Out: the sentence with these numbers as quantities, and what each is.
 * Rule guarded: the label is read as a table's label is, so that a word not understood makes it a person's matter.
 */
import type { MetricId } from "@/domain/metric";
import { MIXED_AFTER } from "./bitcoinWords";
import { finding, type Finding } from "./finding";
import { NOT_WHOLE } from "./nearCues";
import { readLabel } from "./labels";
import { NUMERAL, type NumeralStyle, readNumeral } from "./numerals";
import type { Subject } from "./reading";
import type { Sentence } from "./sentences";
import { findWhens } from "./when";
import { METRICS } from "@/domain/metric";
import { readValue } from "./values";
import type { Quantity } from "./units";
import { plainAmount } from "@/domain/amount";

export interface Labelled {
  readonly sentence: Sentence;
  /** By the place of the quantity. */
  readonly findings: ReadonlyMap<number, Finding>;
  /** Quantities of a label that is not recorded: no other words may claim them. */
  readonly skipped: readonly number[];
}

const LABEL =
  /^([^:=;$]{3,110}?)\s*(?::|=|\s[–—-]\s|\s(?:was|were|is|stood at|totall?ed|came to|reached)\s)\s*(?=[~≈$(]|US\$|approximately|about|c\.|\d|nil|none|zero)/i;
/** A line that is a label with its coin or unit and a bare number: "BTC Mined¹ 166". */
const LINE = new RegExp(String.raw`^([^\d:=;$.%]{3,70}?)\s*[¹²³⁴⁵⁶⁷⁸⁹]*\s+(?=${NUMERAL}\s*[*†]?\s*$)`);
const PAIR = new RegExp(String.raw`\b(?:btc|bitcoins?) and (?:eth|ether(?:eum)?)\b[^\d.;]{0,60}?(${NUMERAL})(?=\s+and\s+\d)`, "i");

/** The labelled numbers of a sentence; undefined when it has none. */
export function labelledQuantity(sentence: Sentence, style: NumeralStyle, subject: Subject, before?: MetricId): Labelled | undefined {
  return pairOf(sentence, style) ?? valueOf(sentence, style, subject, before);
}

/** "Treasury of BTC and ETH: 553.2 and 9,900.9": the first number is the bitcoin. */
function pairOf(sentence: Sentence, style: NumeralStyle): Labelled | undefined {
  const match = PAIR.exec(sentence.text);
  const raw = match?.[1];
  if (match === null || raw === undefined) return undefined;
  const numeral = readNumeral(raw, style);
  const held = /\btreasury\b|\bh[eo]ld\w*\b|\breserves?\b|\bbalances?\b/i.test(sentence.text.slice(0, match.index + match[0].length));
  if (numeral === undefined || !held) return undefined;
  const start = match.index + match[0].length - raw.length;
  return withQuantity(
    sentence,
    start,
    raw,
    numeral.plain,
    finding("btc_held", "the first of a pair of BTC and ETH", {
      labelled: true,
      doubts: numeral.doubt === undefined ? [] : [numeral.doubt],
    }),
  );
}

function lineOf(text: string): RegExpExecArray | undefined {
  const match = LINE.exec(text);
  if (match === null) return undefined;
  // "Holdings as of May 31", "production 2024": the number is a time.
  const from = match[0].length;
  const isTime = /^20\d\d\b/.test(text.slice(from)) || findWhens(text).some((when) => when.end > from);
  const label = readLabel(match[1] ?? "");
  return isTime || label === undefined || label.needsCoin ? undefined : match;
}

function valueOf(sentence: Sentence, style: NumeralStyle, subject: Subject, before: MetricId | undefined): Labelled | undefined {
  const match = LABEL.exec(sentence.text) ?? lineOf(sentence.text);
  const words = match?.[1];
  if (match === undefined || words === undefined || words.split("(").length !== words.split(")").length) return undefined;
  const label = readLabel(words);
  // "of which posted as collateral: 1,180" below the holdings.
  const isPart =
    label?.metric === "btc_restricted" && before === "btc_held" && /^\W*(?:of (?:which|this|these|that)|thereof)\b/i.test(words);
  if (label === undefined || label.metric === "perDay" || label.opening) return skippedOf(sentence, match[0].length, words);
  if (label.hosted) return skippedOf(sentence, match[0].length, words);
  const rest = sentence.text.slice(match[0].length);
  const number = new RegExp(
    String.raw`^(?:(?:approximately|about|~|≈|c\.)\s*)?(?:(?:US)?\$\s?)?\(?${NUMERAL}\)?(?:\s?(?:million|billion|thousand)\b)?(?:\s?(?:EH\/s|PH\/s|TH\/s|EH|PH|BTC|bitcoins?)\b)?|^(?:nil|none|zero)\b`,
    "i",
  ).exec(rest)?.[0];
  if (number === undefined) return undefined;
  const averaged =
    label.metric === "deployed_ehs" && /^\s*on average\b/i.test(rest.slice(number.length)) && !/deployed|installed|energi/i.test(words);
  const metric = averaged ? "avg_ehs" : label.metric;
  const value = readValue(number.trim(), {
    metric,
    around: words,
    style,
    usDollars: subject.usDollars,
    gluedNotes: false,
    groupsThousands: false,
  });
  const tail = rest.slice(number.length);
  if (value === undefined || /^\s*(?:%|per ?cent|per\b|a day|\/|-?\s?(?:eth|miners|machines|mw|j\/th)\b)/i.test(tail))
    return skippedOf(sentence, match[0].length, words);
  const start = match[0].length;
  if (label.needsCoin && !isPart && label.doubts.length > 0 && /btc|bitcoin|₿/i.test(number))
    return skippedOf(sentence, match[0].length, words);
  if (/^(?:nil|none|zero)$/i.test(number.trim()) && /^\s*[a-z]/i.test(sentence.text.slice(match[0].length + number.length)))
    return undefined;
  // "Sold: 363": of what, the label does not say.
  const unnamed = label.needsCoin && !isPart && METRICS[metric].unit === "BTC" && !/btc|bitcoin|₿/i.test(number);
  const mixed = metric === "btc_produced" && !label.own && MIXED_AFTER.test(tail);
  const partial = metric === "btc_held" && NOT_WHOLE.test(tail);
  const doubts = [
    ...(mixed ? ["a part of it was mined for or with others"] : []),
    ...(partial ? ["the words after the figure take something out of it"] : []),
    ...(averaged ? [] : label.doubts),
    ...value.doubts,
    ...(unnamed ? ["the coin is not named beside the figure"] : []),
  ];
  const found = finding(metric, `labelled "${words.trim()}"`, {
    doubts,
    questions: value.questions,
    notes: value.notes,
    own: label.own,
    labelled: true,
  });
  return withQuantity(sentence, start, number.trim(), plainAmount(Math.abs(value.amount), METRICS[metric].unit), found);
}

/** A label that names something else ("Value of BTC held: 9,704 BTC"): the number after it is not for other rules to take. */
function skippedOf(sentence: Sentence, from: number, words: string): Labelled | undefined {
  if (!/\b(?:equivalents?|per day|daily|host|customers?|clients?|per\b)/i.test(words)) return undefined;
  const first = sentence.quantities.find((quantity) => quantity.start >= from - 2);
  return first === undefined ? undefined : { sentence, findings: new Map(), skipped: [first.start] };
}

function withQuantity(sentence: Sentence, start: number, written: string, plain: string, found: Finding): Labelled {
  const end = start + written.length;
  const kinds: Readonly<Record<string, Quantity["kind"]>> = { BTC: "btc", "EH/s": "hash", USD: "usd", "USD/BTC": "usd" };
  const own: Quantity = { kind: kinds[METRICS[found.metric].unit] ?? "btc", plain, written, start, end, adjective: "", doubts: [] };
  const others = sentence.quantities.filter((quantity) => quantity.end <= start || quantity.start >= end);
  const quantities = [...others, own].sort((a, b) => a.start - b.start);
  return { sentence: { ...sentence, quantities }, findings: new Map([[start, found]]), skipped: [] };
}
