/**
 * Answers kept while their figures are: a page asks the same question for its sentence, its table and its description, and the next
 * visitor asks it again. Since figures never change (a new data version makes new ones), an answer cannot grow old.
 */
import type { Figures } from "@/domain/figures";
import { queryOf, type Selection } from "./selection";

/** Answers kept for one question and one set of figures. */
const MOST_KEPT = 48;

/** The same question, answered once per selection as long as its figures are in use. */
export function kept<T>(ask: (figures: Figures, selection: Selection) => T): (figures: Figures, selection: Selection) => T {
  const answers = new WeakMap<Figures, Map<string, T>>();
  return (figures, selection) => {
    const mine = answers.get(figures) ?? new Map<string, T>();
    answers.set(figures, mine);
    const key = queryOf(selection);
    const known = mine.get(key);
    if (known !== undefined) return known;
    const made = ask(figures, selection);
    const oldest = mine.keys().next().value;
    if (mine.size >= MOST_KEPT && oldest !== undefined) mine.delete(oldest);
    mine.set(key, made);
    return made;
  };
}
