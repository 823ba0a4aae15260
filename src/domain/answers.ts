/**
 * Answers about one company that follow from its own rows, bitcoin's prices and the day, each computed once: by evidence that counts and by
 * period. Another state of the record in which these are the same takes them over.
 */
import type { CompanyId } from "./company";
import type { EvidenceMode, Figures } from "./figures";
import { oncePer } from "./once";
import type { Period } from "./period";

type Question<T> = (figures: Figures, company: CompanyId, period: Period, mode: EvidenceMode) => T;

type Kept<T> = Readonly<Record<EvidenceMode, Map<Period, T>>>;

export function answers<T>(question: Question<T>): Question<T> {
  const keptWith = oncePer<object, Kept<T>>(() => ({ best: new Map(), firsthand: new Map(), reported: new Map() }));
  return (figures, company, period, mode) => {
    const kept = keptWith(figures.own(company))[mode];
    const known = kept.get(period);
    if (known !== undefined || kept.has(period)) return known as T;
    const answer = question(figures, company, period, mode);
    kept.set(period, answer);
    return answer;
  };
}
