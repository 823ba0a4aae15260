/**
 * Answers about companies in a period, each computed once for the same figures. They are kept by period and then by company, as pools ask:
 * for many companies of one period after another.
 */
import type { CompanyId } from "./company";
import type { Figures } from "./figures";
import type { Period } from "./period";

/** Answers of one period. */
export type AnswersIn<T> = (company: CompanyId) => T;

export function answers<T>(compute: (figures: Figures, company: CompanyId, period: Period) => T) {
  const kept = new WeakMap<Figures, Map<Period, Map<CompanyId, T>>>();
  return (figures: Figures, period: Period): AnswersIn<T> => {
    const periods = kept.get(figures) ?? new Map<Period, Map<CompanyId, T>>();
    kept.set(figures, periods);
    const companies = periods.get(period) ?? new Map<CompanyId, T>();
    periods.set(period, companies);
    return (company) => {
      const known = companies.get(company);
      if (known !== undefined || companies.has(company)) return known as T;
      const made = compute(figures, company, period);
      companies.set(company, made);
      return made;
    };
  };
}
