/** Describes a figure's context as feature names for the learned weights; training and reading use the same names. */
import { onceUpTo } from "@/domain/shared/once";
import { ANY, CLAUSES, patternOf, worded } from "../languages/languages";
import { blanked, matchesIn, type Span } from "../page/page";
import type { UnitSaid } from "./candidate";
import type { Quantity } from "../mentions/quantities";
import { type ClassHit, classesIn, classHits, type Word, wordsAt } from "../mentions/words";

const MAIN = new Set("PROD SOLD HELD BUY RESTR HASH AVG PROC PRICE COST PLAN NET DEPL".split(" "));
/** Classes that make up the meaning of a row label. */
const IN_LABELS = new Set("PROD SOLD HELD BUY RESTR HASH AVG PROC PRICE COST HOST DAY DEPL OPER EQ YTD NET PLAN COIN OPEN".split(" "));

/** Digits before the decimal point. */
export const sizeOf = (value: number): number => String(Math.trunc(Math.abs(value))).length;

/** Feature names of a table value: words are its row's label, heading is the text above. */
export function rowFeatures(words: string, heading: string, unit: UnitSaid, value: number): string[] {
  const label = words.toLowerCase().replace(/(?<=[a-z)])\d\b/g, "");
  const [classes, above] = [classesIn(label), classesIn(heading)];
  const core = classes
    .filter((name) => IN_LABELS.has(name))
    .sort()
    .join("+");
  // For a label that is only a name, the text above it gives the meaning.
  const own = core === "" ? above : classes;
  return [
    ...[`unit:${unit}`, `${unit}|size:${sizeOf(value)}`, `Tset:${core}`],
    ...wordsAt(label)
      .slice(-12)
      .map(({ word }) => `${unit}|T:${word}`),
    ...own.flatMap((name) => [`Tc:${name}`, `${unit}|Tc:${name}`]),
    ...above.map((name) => `H:${name}`),
  ];
}

const near = (words: number): string => (words <= 1 ? "0" : words <= 4 ? "1" : "2");

/** Clause separators: words beyond them say nothing about a figure. */
const PARTS_BEFORE = patternOf(`[;:]\\s|[，、]|\\s${ANY.while}\\s|,\\s(?:${CLAUSES}|which)\\s`, "giu");
const PARTS_AFTER = patternOf(
  `[;:]\\s|[，、]|\\.\\s|\\s\\((?=(?:an? )?(?:average|avg|Ø|durchschnitt|im schnitt|moyenne|promedio|media))|,\\s(?:(?:of )?which|${ANY.while}|${ANY.but})\\s|,?\\s${ANY.and}\\s(?=\\d[\\d.,]*\\s${ANY.partitive})`,
  "giu",
);
/** Possible separators between list items. */
const BETWEEN = patternOf(`,\\s|\\s\\(|\\s/\\s|\\s${CLAUSES}\\s|${ANY.clauseEnd}`, "giu");
/** A number that is neither a percentage nor a year. */
const FIGURE = /(?=\d)(?<![\d.,\p{L}])(?!20[1-4]\d(?![\d.,]\d))\d[\d.,]*(?!\d|\s?%)/u;
/** Classes that each denote a different figure. */
const ITEM = new Set("PROD SOLD HELD BUY RESTR HASH".split(" "));

const denotesItem = ({ name }: ClassHit): boolean => ITEM.has(name);
const denotesMetric = ({ name }: ClassHit): boolean => MAIN.has(name);

/** "mined 160 BTC, sold 58 BTC and held 1,063": the separators of list items that each have a figure and a word for its metric. */
function itemsOf(text: string, hits: readonly ClassHit[]): Span[] {
  const found: Span[] = [];
  if (!hits.some(denotesItem)) return found;
  const tells = (from: number, to: number): boolean => hits.some(({ name, start, end }) => ITEM.has(name) && start >= from && end <= to);
  const none = (from: number, to: number): boolean => hits.some(({ name, start, end }) => name === "ZERO" && start >= from && end <= to);
  const figure = (from: number, to: number): boolean => FIGURE.test(text.slice(from, to));
  const whole = (from: number, to: number): boolean => tells(from, to) && (figure(from, to) || none(from, to));
  const marks = matchesIn(text, BETWEEN);
  let from = 0;
  marks.forEach(({ 0: mark, index }, i) => {
    const end = index + mark.length;
    const next = marks[i + 1]?.index ?? text.length;
    // "Riot: 445 BTC, with 465 BTC sold": the words behind belong to a figure of their own.
    const bare = from === 0 && !tells(from, index) && figure(from, index) && whole(end, next);
    if (!bare && (!whole(from, index) || !tells(end, next))) return;
    found.push({ start: index, end });
    from = end;
  });
  if (!whole(from, text.length)) found.pop();
  return found;
}

const SOURCES = new Set(["PROD", "HELD"]);
const FROM_SOURCE = worded`^(?:${ANY.from}|${ANY.outOf})\s(?:[\p{L}'’]+\s){1,2}`;
/** No other clause begins between the source and the sale. */
const TO_SALE = worded`^(?:,|\s(?!(?:${ANY.of}|${ANY.linking})\s))(?:(?!,\s|[;:]|\s${CLAUSES}\s).)*$`;

/** "Of its output, 147 bitcoin were sold": the text without the words for what a part of was sold. */
function withoutSource(text: string): string {
  const ahead = FROM_SOURCE.exec(text)?.[0].length ?? 0;
  const hits = ahead === 0 ? [] : classHits(text);
  const source = hits.find(({ name, start }) => SOURCES.has(name) && start <= ahead);
  const sold = hits.find(({ name, start }) => name === "SOLD" && start > (source?.end ?? start));
  if (source === undefined || sold === undefined || !TO_SALE.test(text.slice(source.end, sold.start))) return text;
  return blanked(text, [{ start: 0, end: source.end }]);
}

/** Characters before and after a figure that are used. */
const BEFORE = 140;
const AFTER = 90;

/** The last class in words above or before a figure that denotes a metric. */
export const tellerOf = onceUpTo(2_000, (words: string): string | undefined => {
  const hits = classHits(words);
  return (hits.findLast(denotesItem) ?? hits.findLast(denotesMetric))?.name;
});

/** A sentence prepared for the features of its figures: parsed once, however many figures it has. */
export class FeatureSentence {
  private readonly shared: readonly string[];
  private readonly words: readonly Word[];
  private readonly hits: readonly ClassHit[];
  private readonly partsBefore: readonly number[];
  private readonly partsAfter: readonly number[];

  private readonly text: string;

  constructor(sentence: string, heading: string) {
    const text = withoutSource(sentence);
    this.text = text;
    this.words = wordsAt(text);
    this.hits = classHits(text);
    const items = itemsOf(text, this.hits);
    const ends = matchesIn(text, PARTS_BEFORE).map(({ 0: mark, index }) => index + mark.length);
    const starts = matchesIn(text, PARTS_AFTER).map(({ index }) => index);
    this.partsBefore = [...ends, ...items.map(({ end }) => end)].sort((a, b) => a - b);
    this.partsAfter = [...starts, ...items.map(({ start }) => start)].sort((a, b) => a - b);
    const above = classesIn(heading);
    // A sentence without a word for a metric takes it from the text above or before.
    const teller = tellerOf(heading);
    const told = teller === undefined || this.hits.some(denotesMetric) ? [] : [teller];
    this.shared = [
      ...new Set(this.hits.map(({ name }) => `S:${name}`)),
      ...above.map((name) => `H:${name}`),
      ...told.flatMap((name) => [`NL:${name}@1`, `Lc:${name}`]),
    ];
  }

  featuresOf({ counted, from, to, value }: Quantity): string[] {
    const found = [...this.shared, `unit:${counted}`, `${counted}|size:${sizeOf(value)}`];
    const part = this.partsBefore.findLastIndex((end) => end <= from);
    const own = this.partsBefore[part] ?? 0;
    const last = Math.min(to + AFTER, this.partsAfter.find((start) => start >= to) ?? this.text.length);
    const tells = this.hits.some(({ name, start, end }) => MAIN.has(name) && start >= own && end <= last);
    // "It sold coins in June: 3,000 BTC for …": a part without a word for a metric takes it from the part before.
    const first = Math.max(from - BEFORE, tells ? own : (this.partsBefore[part - 1] ?? 0));
    this.addSide("L", first, from, found);
    this.addSide("R", to, last, found);
    return found;
  }

  /** Adds the features of one side of a figure: adjacent words, the nearest class that denotes a metric with its distance, all classes. */
  private addSide(side: "L" | "R", start: number, end: number, found: string[]): void {
    const inside = (piece: Span): boolean => piece.start >= start && piece.end <= end;
    const words = this.words.filter(inside);
    const next = side === "L" ? words.slice(-2).reverse() : words.slice(0, 2);
    next.forEach(({ word }, i) => found.push(`${side}${i + 1}:${word}`));
    const hits = this.hits.filter(inside);
    const hit = side === "L" ? hits.findLast(denotesMetric) : hits.find(denotesMetric);
    if (hit !== undefined) {
      const between = words.filter((word) => (side === "L" ? word.start >= hit.end : word.end <= hit.start)).length;
      found.push(`N${side}:${hit.name}@${near(between)}`);
    }
    for (const name of new Set(hits.map((one) => one.name))) found.push(`${side}c:${name}`);
  }
}
