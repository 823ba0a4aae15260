/**
 * Answers about companies in a period, each computed once for the same figures. They are kept by evidence that counts, by period and then
 * by company, as pools ask: for many companies of one period after another.
 */
import type { CompanyId } from "./company";
import type { EvidenceMode, Figures } from "./figures";
import { once, oncePer } from "./once";
import type { Period } from "./period";

type Question<T> = (figures: Figures, company: CompanyId, period: Period, mode: EvidenceMode) => T;

export function answers<T>(question: Question<T>): Question<T> {
  const answersOf = oncePer((figures: Figures) =>
    once((mode: EvidenceMode) => once((period: Period) => once((company: CompanyId) => question(figures, company, period, mode)))),
  );
  return (figures, company, period, mode) => answersOf(figures)(mode)(period)(company);
}
