/**
 * What a figure's surroundings look like, as names for the learned weights: classes of words left and right of it, its unit, its label, its
 * size. The same names are made in training and in reading; a name without a weight counts for nothing.
 */
import type { RowBlock, TextBlock } from "./block";
import type { UnitSaid } from "./rawCandidate";
import type { Quantity } from "./quantities";
import { type ClassHit, classesIn, classHits, type Word, wordsAt } from "./words";

const MAIN = new Set("PROD SOLD HELD BUY RESTR HASH AVG PROC PRICE COST PLAN NET DEPL".split(" "));
/** Classes that make up what a row's label is about. */
const IN_LABELS = new Set("PROD SOLD HELD BUY RESTR HASH AVG PROC PRICE COST HOST DAY DEPL OPER EQ YTD NET PLAN COIN OPEN".split(" "));

/** Digits before the decimal point. */
export const sizeOf = (value: number): number => String(Math.trunc(Math.abs(value))).length;

export function rowFeatures(block: Pick<RowBlock, "label" | "section" | "heading">, unit: UnitSaid, value: number): string[] {
  const label = block.label.toLowerCase().replace(/(?<=[a-z)])\d\b/g, "");
  const words = wordsAt(label)
    .slice(-12)
    .map(({ word }) => word);
  const found: string[] = ["kind:row", `unit:${unit}`, `${unit}|size:${sizeOf(value)}`];
  for (const word of words) found.push(`${unit}|T:${word}`);
  words.slice(1).forEach((word, i) => found.push(`TT:${words[i] ?? ""}_${word}`));
  const classes = classesIn(label);
  for (const name of classes) found.push(`Tc:${name}`, `${unit}|Tc:${name}`);
  const core = classes.filter((name) => IN_LABELS.has(name)).sort();
  found.push(`Tset:${core.join("+")}`, `${unit}|Tset:${core.join("+")}`);
  for (const [i, a] of core.entries()) for (const b of core.slice(i + 1)) found.push(`Tp:${a}+${b}`);
  for (const name of classesIn(block.section)) found.push(`${unit}|Sec:${name}`);
  for (const name of classesIn(block.heading)) found.push(`H:${name}`);
  return found;
}

const near = (words: number): string => (words <= 1 ? "0" : words <= 4 ? "1" : "2");

/** What parts clauses, so that words beyond it tell nothing of a figure. */
const PARTS_BEFORE = /[;:]\s|\s(?:while|whereas|mientras)\s|,\s(?:and|which|while|but|y|pero)\s/g;
const PARTS_AFTER = /[;:]\s|\.\s/g;
/** So many characters before and after a figure are looked at. */
const BEFORE = 140;
const AFTER = 90;

/** A sentence as its figures' features are made of it: read once, however many figures it has. */
export class FeatureSentence {
  private readonly shared: readonly string[];
  private readonly words: readonly Word[];
  private readonly hits: readonly ClassHit[];
  private readonly partsBefore: readonly number[];
  private readonly partsAfter: readonly number[];

  constructor(
    private readonly text: string,
    heading: string,
    type: TextBlock["type"],
  ) {
    this.words = wordsAt(text);
    this.hits = classHits(text);
    this.partsBefore = [...text.matchAll(PARTS_BEFORE)].map((match) => match.index + match[0].length);
    this.partsAfter = [...text.matchAll(PARTS_AFTER)].map(({ index }) => index);
    this.shared = [...new Set(this.hits.map(({ name }) => `S:${name}`)), ...classesIn(heading).map((name) => `H:${name}`), `kind:${type}`];
  }

  featuresOf({ counted, from, to, value }: Quantity): string[] {
    const found = [...this.shared, `unit:${counted}`, `${counted}|size:${sizeOf(value)}`];
    const first = Math.max(from - BEFORE, this.partsBefore.findLast((end) => end <= from) ?? 0);
    const last = Math.min(to + AFTER, this.partsAfter.find((start) => start >= to) ?? this.text.length);
    this.addSide("L", first, from, counted, found);
    this.addSide("R", to, last, counted, found);
    if (LEADS.test(this.text.slice(Math.max(0, from - 60), from))) found.push("Lend:to");
    return found;
  }

  /** What stands on one side of a figure: the words next to it, the nearest class that tells a metric and how far it is, all classes. */
  private addSide(side: "L" | "R", start: number, end: number, unit: string, found: string[]): void {
    const inside = (piece: { readonly start: number; readonly end: number }): boolean => piece.start >= start && piece.end <= end;
    const all = this.words.filter(inside);
    const words = side === "L" ? all.slice(-5).reverse() : all.slice(0, 4);
    words.forEach(({ word }, i) => {
      if (i < 2) found.push(`${side}${i + 1}:${word}`);
      found.push(`${side}w:${word}`);
    });
    const hits = this.hits.filter(inside);
    const telling = ({ name }: ClassHit): boolean => MAIN.has(name);
    const next = side === "L" ? hits.findLast(telling) : hits.find(telling);
    if (next === undefined) found.push(`${unit}|N${side}:-`);
    else {
      const between = all.filter((word) => (side === "L" ? word.start >= next.end : word.end <= next.start)).length;
      found.push(`${unit}|N${side}:${next.name}`, `N${side}:${next.name}@${near(between)}`);
    }
    for (const name of new Set(hits.map((hit) => hit.name))) found.push(`${side}c:${name}`, `${unit}|${side}c:${name}`);
  }
}

const LEADS = /\b(?:to|of|at|was|were|is|totall?ed|totalling|reached|hasta|fue|fueron|de)\s*(?:approximately|about|~|a record)?\s*$/i;
