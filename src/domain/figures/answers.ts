/** Per-company results that depend only on its rows, bitcoin's prices and the day: computed once and reused by later states. */
import type { Company, CompanyId } from "../facts/company";
import type { EvidenceMode, Figures } from "./figures";
import { oncePer } from "../shared/once";
import type { Period } from "../values/period";

type Question<T> = (figures: Figures, company: CompanyId, period: Period, mode: EvidenceMode) => T;

/** Caches a question about a company and period; an answer is reused while the company's rows, prices and day are unchanged. */
export function answers<T>(question: Question<T>): Question<T> {
  const cacheFor = cacheOf<Map<Period, T>>(() => new Map());
  return (figures, company, period, mode) => {
    const cached = cacheFor(figures, company, mode);
    const known = cached.get(period);
    if (known !== undefined || cached.has(period)) return known as T;
    const answer = question(figures, company, period, mode);
    cached.set(period, answer);
    return answer;
  };
}

/** The same for a question about all of a company's figures. */
export function wholeAnswers<T>(question: (figures: Figures, company: Company, mode: EvidenceMode) => T): typeof question {
  const cacheFor = cacheOf<{ answer?: { readonly value: T } }>(() => ({}));
  return (figures, company, mode) => (cacheFor(figures, company.id, mode).answer ??= { value: question(figures, company, mode) }).value;
}

/** One cache per company and evidence mode. */
function cacheOf<P>(make: () => P): (figures: Figures, company: CompanyId, mode: EvidenceMode) => P {
  const places = oncePer<object, Readonly<Record<EvidenceMode, P>>>(() => ({ best: make(), firsthand: make(), reported: make() }));
  return (figures, company, mode) => places(figures.own(company))[mode];
}
