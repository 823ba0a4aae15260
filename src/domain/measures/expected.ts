/** Expected production of a company: the known amount, else its latest rate for up to four quarters (/method#coverage). */
import { isKnown } from "../facts/cell";
import { columnOf } from "../figures/column";
import type { CompanyId } from "../facts/company";
import type { Figures } from "../figures/figures";
import { lengthOf, monthIndexOf, type Period, periodOfMonths } from "../values/period";

export interface Expected {
  /** In satoshis. */
  readonly produced: number;
  /** The earlier period whose rate is carried forward; undefined where the production is known. */
  readonly carriedFrom: Period | undefined;
}

/** How many months a rate is carried forward. */
export const CARRIED_MONTHS = 12;

const columns = columnOf((figures, company, period) => {
  const expected = expectedProduction(figures, company.id, period);
  return expected && { company, ...expected };
}, CARRIED_MONTHS);

/** The companies of a period that have expected production. */
export const expectedIn = (figures: Figures, period: Period) => columns(figures, period, "best");

/** Undefined for a company without known production in the period or the four quarters before it. */
export function expectedProduction(figures: Figures, company: CompanyId, period: Period): Expected | undefined {
  const cell = figures.cell(company, "btc_produced", period);
  if (isKnown(cell)) return { produced: cell.value, carriedFrom: undefined };
  const span = figures.reportingSpan(company);
  const first = monthIndexOf(period);
  if (!span || monthIndexOf(span.to) < first - CARRIED_MONTHS) return undefined;
  const length = lengthOf(period);
  // The latest known month, or a quarter that ends as late. For a longer period, its own known months come first.
  for (let last = first + length - 1; last >= first - CARRIED_MONTHS; last--) {
    for (const months of last % 3 === 2 ? [1, 3] : [1]) {
      const earlier = periodOfMonths(last - months + 1, last);
      const known = figures.cell(company, "btc_produced", earlier);
      if (isKnown(known)) return { produced: Math.round((known.value * length) / months), carriedFrom: earlier };
    }
  }
  return undefined;
}
