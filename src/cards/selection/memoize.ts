/** Memoized computations of a view: its cards, and the next views, share questions. Freed with the figures. */
import { LRUCache } from "lru-cache";
import type { Figures } from "@/domain/figures/figures";
import { oncePer } from "@/domain/shared/once";
import type { Period } from "@/domain/values/period";
import type { Asked } from "../asked";
import { ofOnePeriod, queryOf, type Selection } from "./selection";

/** Maximum number of results per state of the record, for all functions together. */
const MOST_RESULTS = 96;
/** The same for functions called period by period: every period of the record for a handful of selections. */
const MOST_PERIODS = 1024;
/** Whole tables are large: keep only as many as a page shows. */
const MOST_TABLES = 16;

type Computation<More extends readonly string[], T> = (asked: Asked, ...more: More) => T;

type Results = LRUCache<string, { readonly value: unknown }>;
type ResultsOf = (figures: Figures) => Results;

const atMost = (max: number): ResultsOf => oncePer(() => new LRUCache({ max }));

const views = atMost(MOST_RESULTS);
const periods = atMost(MOST_PERIODS);
const tables = atMost(MOST_TABLES);
let functions = 0;

/** Memoizes a function by figures, selection and further arguments. */
export const memoize = <More extends readonly string[], T>(compute: Computation<More, T>): Computation<More, T> => keep(compute, views);

const inMonths = oncePer((selection: Selection): Selection => ({ ...selection, per: "month", basis: "gross" }));

/** The same for functions of months and gross sales: `compute` always gets the selection with `per` and `basis` set so. */
export const memoizeMonths = <T>(compute: Computation<[], T>): Computation<[], T> => keep(compute, views, inMonths);

/** The same for one period, ignoring the selection's range and the values that `unasked` overrides. */
export function memoizePeriods<T>(compute: Computation<[Period], T>, unasked: Partial<Selection> = {}): Computation<[Period], T> {
  const conditionsOf = oncePer((selection: Selection): Selection => ({ ...ofOnePeriod(selection), ...unasked }));
  return keep(compute, periods, conditionsOf);
}

/** The same for a table, which head, page and downloads request. `subject` names its company or period. */
export function memoizeTable<A extends Asked, T>(make: (asked: A) => T, subject: (asked: A) => string): (asked: A) => T {
  const number = ++functions;
  return (asked) => {
    const { figures, selection, latest } = asked;
    // A comparison depends on two states, so it is not cached under one.
    if (latest !== undefined && latest !== figures) return make(asked);
    return recall(tables(figures), [number, queryOf(selection), latest ? "latest" : "", subject(asked)], () => make(asked));
  };
}

function keep<More extends readonly string[], T>(
  compute: Computation<More, T>,
  resultsOf: ResultsOf,
  conditionsOf = (selection: Selection): Selection => selection,
): Computation<More, T> {
  const number = ++functions;
  // Pass on only these two: the result must not depend on anything else in the question.
  return ({ figures, selection: asked }, ...more) => {
    const selection = conditionsOf(asked);
    return recall(resultsOf(figures), [number, queryOf(selection), ...more], () => compute({ figures, selection }, ...more));
  };
}

function recall<T>(results: Results, key: readonly (string | number)[], make: () => T): T {
  const cacheKey = key.join(" ");
  const known = results.get(cacheKey);
  if (known) return known.value as T;
  const value = make();
  results.set(cacheKey, { value });
  return value;
}
