/**
 * What a company may be expected to have produced in a period: what is known, else its latest known monthly rate, for up to four quarters
 * (method.md, "Aggregates"). It is what coverage is measured against, so that a company does not fall out of the whole by falling silent.
 * An expectation is never shown as a figure.
 */
import { isKnown } from "./cell";
import type { CompanyId } from "./company";
import type { Figures } from "./figures";
import { lengthOf, monthIndexOf, type Period, periodOfMonths } from "./period";

export interface Expected {
  /** In satoshis. */
  readonly produced: number;
  /** The earlier period whose rate is carried on; undefined where the production is known. */
  readonly carriedFrom: Period | undefined;
}

/** How long a rate is carried on. */
export const CARRIED_MONTHS = 12;

const kept = new WeakMap<Figures, Map<string, Expected | undefined>>();

/** Undefined for a company without known production in the period or the four quarters before it. */
export function expectedProduction(figures: Figures, company: CompanyId, period: Period): Expected | undefined {
  const answers = kept.get(figures) ?? new Map<string, Expected | undefined>();
  kept.set(figures, answers);
  const key = `${company} ${period}`;
  if (!answers.has(key)) answers.set(key, expected(figures, company, period));
  return answers.get(key);
}

function expected(figures: Figures, company: CompanyId, period: Period): Expected | undefined {
  const cell = figures.cell(company, "btc_produced", period);
  if (isKnown(cell)) return { produced: cell.value, carriedFrom: undefined };
  const first = monthIndexOf(period);
  const length = lengthOf(period);
  // The latest known month, or a quarter that ends as late; of a longer period its own known months come first.
  for (let last = first + length - 1; last >= first - CARRIED_MONTHS; last--) {
    for (const months of last % 3 === 2 ? [1, 3] : [1]) {
      const earlier = periodOfMonths(last - months + 1, last);
      const known = figures.cell(company, "btc_produced", earlier);
      if (isKnown(known)) return { produced: Math.round((known.value * length) / months), carriedFrom: earlier };
    }
  }
  return undefined;
}
