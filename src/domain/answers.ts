/**
 * Answers about companies in a period, each computed once for the same figures. They are kept by period and then by company, as pools ask:
 * for many companies of one period after another.
 */
import type { CompanyId } from "./company";
import type { Figures } from "./figures";
import { once, oncePer } from "./once";
import type { Period } from "./period";

/** Answers of one period. */
export type AnswersIn<T> = (company: CompanyId) => T;

export function answers<T>(compute: (figures: Figures, company: CompanyId, period: Period) => T) {
  const answersOf = oncePer((figures: Figures) =>
    once((period: Period) => once((company: CompanyId) => compute(figures, company, period))),
  );
  return (figures: Figures, period: Period): AnswersIn<T> => answersOf(figures)(period);
}
