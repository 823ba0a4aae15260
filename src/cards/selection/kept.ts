/**
 * What a view worked out is kept, for visitors of one data version ask the same questions again and again. Figures and selections never
 * change, so an answer holds for as long as somebody can ask for it; a new version has figures of its own.
 */
import type { Figures } from "@/domain/figures";
import { queryOf, type Selection } from "./selection";

/** Answers kept for each question; the one asked for longest ago goes first. */
const KEPT_ANSWERS = 32;

type Question<More extends readonly string[], T> = (figures: Figures, selection: Selection, ...more: More) => T;

/** The same question, answered from memory when it was asked before. */
export function kept<More extends readonly string[], T>(question: Question<More, T>): Question<More, T> {
  const answers = new Map<string, T>();
  return (figures, selection, ...more) => {
    const key = [numberOf(figures), queryOf(selection), ...more].join(" ");
    const answer = answers.has(key) ? (answers.get(key) as T) : question(figures, selection, ...more);
    answers.delete(key);
    answers.set(key, answer);
    const oldest = answers.keys().next().value;
    if (answers.size > KEPT_ANSWERS && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

const numbers = new WeakMap<Figures, number>();
let last = 0;

function numberOf(figures: Figures): number {
  const known = numbers.get(figures) ?? ++last;
  numbers.set(figures, known);
  return known;
}
