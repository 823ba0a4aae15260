/**
 * What a figure's surroundings look like, as names for the learned weights: classes of words left and right of it, its unit, its label, its
 * size. The same names are made in training and in reading; a name without a weight counts for nothing.
 */
import type { RowBlock, TextBlock } from "./block";
import type { UnitSaid } from "./rawCandidate";
import type { Quantity } from "./quantities";
import { type ClassHit, classesIn, classHits, wordsIn } from "./words";

const MAIN = new Set("PROD SOLD HELD BUY RESTR HASH AVG PROC PRICE COST PLAN NET DEPL".split(" "));
/** Classes that make up what a row's label is about. */
const IN_LABELS = new Set("PROD SOLD HELD BUY RESTR HASH AVG PROC PRICE COST HOST DAY DEPL OPER EQ YTD NET PLAN COIN OPEN".split(" "));

/** Digits before the decimal point. */
export const sizeOf = (value: number): number => String(Math.trunc(Math.abs(value))).length;

export function rowFeatures(block: Pick<RowBlock, "label" | "section" | "heading">, unit: UnitSaid, value: number): string[] {
  const label = block.label.toLowerCase().replace(/(?<=[a-z)])\d\b/g, "");
  const words = wordsIn(label).slice(-12);
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

const clauseBefore = (text: string): string =>
  (
    text
      .slice(-300)
      .split(/[;:]\s|\s(?:while|whereas|mientras)\s|,\s(?:and|which|while|but|y|pero)\s/)
      .at(-1) ?? ""
  ).slice(-140);
const clauseAfter = (text: string): string => (text.slice(0, 300).split(/[;:]\s|\.\s/)[0] ?? "").slice(0, 90);
const near = (words: number): string => (words <= 1 ? "0" : words <= 4 ? "1" : "2");
const count = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** What stands on one side of a figure: the words next to it, the nearest class that tells a metric and how far it is, all classes. */
function sideFeatures(side: "L" | "R", text: string, unit: string): string[] {
  const all = wordsIn(text);
  const words = side === "L" ? all.slice(-5).reverse() : all.slice(0, 4);
  const hits = classHits(text);
  const telling = ({ name }: ClassHit): boolean => MAIN.has(name);
  const next = side === "L" ? hits.findLast(telling) : hits.find(telling);
  const between = next === undefined ? "" : side === "L" ? text.slice(next.end) : text.slice(0, next.start);
  return [
    ...words.slice(0, 2).map((word, i) => `${side}${i + 1}:${word}`),
    ...words.map((word) => `${side}w:${word}`),
    ...(next === undefined ? [`${unit}|N${side}:-`] : [`${unit}|N${side}:${next.name}`, `N${side}:${next.name}@${near(count(between))}`]),
    ...[...new Set(hits.map(({ name }) => name))].flatMap((name) => [`${side}c:${name}`, `${unit}|${side}c:${name}`]),
  ];
}

/** Features of figures in running text; what they share is made once a sentence. */
export const textFeatures = {
  prepare(sentence: string, heading: string, type: TextBlock["type"]): string[] {
    const hits: readonly ClassHit[] = classHits(sentence);
    return [...new Set(hits.map(({ name }) => `S:${name}`)), ...classesIn(heading).map((name) => `H:${name}`), `kind:${type}`];
  },

  of(shared: readonly string[], sentence: string, quantity: Quantity): string[] {
    const unit = quantity.counted;
    const left = sentence.slice(0, quantity.from);
    const right = sentence.slice(quantity.to);
    const found = [
      ...shared,
      `unit:${unit}`,
      `${unit}|size:${sizeOf(quantity.value)}`,
      ...sideFeatures("L", clauseBefore(left), unit),
      ...sideFeatures("R", clauseAfter(right), unit),
    ];
    if (
      /\b(?:to|of|at|was|were|is|totall?ed|totalling|reached|hasta|fue|fueron|de)\s*(?:approximately|about|~|a record)?\s*$/i.test(
        left.slice(-60),
      )
    )
      found.push("Lend:to");
    return found;
  },
};
