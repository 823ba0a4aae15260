/**
 * What a figure's surroundings look like, as names for the learned weights: classes of words left and right of it, its unit, its label, its
 * size. The same names are made in training and in reading; a name without a weight counts for nothing.
 */
import type { RowBlock, TextBlock } from "./blocks";
import type { UnitSaid } from "./rawCandidate";
import type { Quantity } from "./quantities";
import { type ClassHit, classesIn, classHits, wordsIn } from "./words";

const MAIN = new Set(["PROD", "SOLD", "HELD", "BUY", "RESTR", "HASH", "AVG", "PROC", "PRICE", "COST", "PLAN", "NET", "DEPL"]);
const LABEL_SET = new Set([
  "PROD",
  "SOLD",
  "HELD",
  "BUY",
  "RESTR",
  "HASH",
  "AVG",
  "PROC",
  "PRICE",
  "COST",
  "HOST",
  "DAY",
  "DEPL",
  "OPER",
  "EQ",
  "YTD",
  "NET",
  "PLAN",
  "COIN",
  "OPEN",
]);

/** Digits before the decimal point. */
export const sizeOf = (value: number): number => String(Math.trunc(Math.abs(value))).length;
export function rowFeatures(block: Pick<RowBlock, "label" | "section" | "heading">, unit: UnitSaid, value: number): string[] {
  const label = block.label.toLowerCase().replace(/(?<=[a-z)])\d\b/g, "");
  const words = wordsIn(label).slice(-12);
  const found: string[] = ["kind:row", `unit:${unit}`, `${unit}|size:${sizeOf(value)}`];
  for (const word of words) found.push(`T:${word}`, `${unit}|T:${word}`);
  words.slice(1).forEach((word, i) => found.push(`TT:${words[i] ?? ""}_${word}`));
  const classes = classesIn(label);
  for (const name of classes) found.push(`Tc:${name}`, `${unit}|Tc:${name}`);
  const core = classes.filter((name) => LABEL_SET.has(name)).sort();
  found.push(`Tset:${core.join("+")}`, `${unit}|Tset:${core.join("+")}`);
  for (const [i, a] of core.entries()) for (const b of core.slice(i + 1)) found.push(`Tp:${a}+${b}`);
  for (const name of classesIn(block.section)) found.push(`Sec:${name}`, `${unit}|Sec:${name}`);
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

function leftFeatures(left: string, unit: string): string[] {
  const found: string[] = [];
  const words = wordsIn(left).slice(-7).reverse();
  words.slice(0, 2).forEach((word, i) => found.push(`L${i + 1}:${word}`));
  for (const word of words.slice(0, 5)) found.push(`Lw:${word}`);
  const hits = classHits(left);
  const last = hits.filter(({ name }) => MAIN.has(name)).at(-1);
  if (last === undefined) found.push(`${unit}|NL:-`);
  else {
    const between = left.slice(last.end);
    found.push(
      `NL:${last.name}`,
      `${unit}|NL:${last.name}`,
      `NL:${last.name}@${near(count(between))}`,
      `${unit}|NL:${last.name}#${/\d/.test(between) ? 1 : 0}`,
    );
  }
  for (const name of new Set(hits.map((hit) => hit.name))) found.push(`Lc:${name}`, `${unit}|Lc:${name}`);
  return found;
}

function rightFeatures(right: string, unit: string): string[] {
  const found: string[] = [];
  const words = wordsIn(right).slice(0, 6);
  words.slice(0, 2).forEach((word, i) => found.push(`R${i + 1}:${word}`));
  for (const word of words.slice(0, 4)) found.push(`Rw:${word}`);
  const hits = classHits(right);
  const next = hits.find(({ name }) => MAIN.has(name));
  if (next === undefined) found.push(`${unit}|NR:-`);
  else {
    const between = right.slice(0, next.start);
    const number = /\d/.test(between) ? 1 : 0;
    found.push(`NR:${next.name}@${near(count(between))}`, `${unit}|NR:${next.name}#${number}`);
    if (count(between) <= 2 && number === 0) found.push(`${unit}|NRnear:${next.name}`);
  }
  for (const name of new Set(hits.map((hit) => hit.name))) found.push(`Rc:${name}`);
  return found;
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
      ...leftFeatures(clauseBefore(left), unit),
      ...rightFeatures(clauseAfter(right), unit),
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
