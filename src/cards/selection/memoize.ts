/**
 * Memoized computations of a view: its cards ask the same questions, and the next view often asks them of the same selection. Finished
 * pages are cached elsewhere (src/server), so this is small; it is freed with the figures.
 */
import { LRUCache } from "lru-cache";
import type { Figures } from "@/domain/figures";
import { queryOf, type Selection } from "./selection";

/** Results for each state of the record, of all functions together. */
const MOST_RESULTS = 96;

type Computation<More extends readonly string[], T> = (figures: Figures, selection: Selection, ...more: More) => T;

type Results = LRUCache<string, { readonly value: unknown }>;

const resultsByFigures = new WeakMap<Figures, Results>();
let functions = 0;

/** The same function, computed once for the same figures, selection and further arguments. */
export function memoize<More extends readonly string[], T>(compute: Computation<More, T>): Computation<More, T> {
  const number = ++functions;
  return (figures, selection, ...more) => {
    const results: Results = resultsByFigures.get(figures) ?? new LRUCache({ max: MOST_RESULTS });
    resultsByFigures.set(figures, results);
    const cacheKey = [number, queryOf(selection), ...more].join(" ");
    const result = results.get(cacheKey) ?? { value: compute(figures, selection, ...more) };
    results.set(cacheKey, result);
    return result.value as T;
  };
}
