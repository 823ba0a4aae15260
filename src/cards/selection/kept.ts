/**
 * What was worked out for a view is kept in one place while the view is made: its cards ask the same questions, and the next view often
 * asks them of the same selection. Finished pages are remembered elsewhere (src/server), so this is small; it goes with the figures.
 */
import type { Figures } from "@/domain/figures";
import { queryOf, type Selection } from "./selection";

/** Answers kept for each state of the record, of all questions together; the one asked for longest ago goes first. */
const KEPT_ANSWERS = 96;

type Question<More extends readonly string[], T> = (figures: Figures, selection: Selection, ...more: More) => T;

const all = new WeakMap<Figures, Map<string, unknown>>();
let questions = 0;

/** The same question, answered from memory when it was asked before. */
export function kept<More extends readonly string[], T>(question: Question<More, T>): Question<More, T> {
  const number = ++questions;
  return (figures, selection, ...more) => {
    const answers = answersOf(figures);
    const key = [number, queryOf(selection), ...more].join(" ");
    const answer = answers.has(key) ? (answers.get(key) as T) : question(figures, selection, ...more);
    answers.delete(key);
    answers.set(key, answer);
    const oldest = answers.keys().next().value;
    if (answers.size > KEPT_ANSWERS && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

function answersOf(figures: Figures): Map<string, unknown> {
  const known = all.get(figures) ?? new Map<string, unknown>();
  all.set(figures, known);
  return known;
}
