/** Dollars in cents: proceeds as reported, else sold × the month's mean price, estimated; holdings at its close (/method#dollars). */
import { mulDiv, SATS_PER_BTC } from "../values/amount";
import { answers } from "../figures/answers";
import { isKnown, type KnownCell } from "../facts/cell";
import type { CompanyId } from "../facts/company";
import type { EvidenceMode, Figures } from "../figures/figures";
import { kindOf, lastMonth, type Period } from "../values/period";
import { oncePer } from "../shared/once";
import type { BtcPrice, OpenRecord } from "../facts/record";

export interface DollarValue {
  /** In cents. */
  readonly value: number;
  /** True when it was computed from a bitcoin price. */
  readonly estimated: boolean;
  /** The amounts it is based on: proceeds, or the bitcoin that was priced. */
  readonly cell: KnownCell;
}

/** Undefined for a month without a price on record. */
export const priceOf = ({ record }: Figures, month: Period): BtcPrice | undefined => pricesOf(record).get(month);

const pricesOf = oncePer(({ prices }: OpenRecord) => new Map(prices.map((price) => [price.month, price])));

/** Proceeds from the sales of a period, cached; undefined when neither proceeds nor (for a month) sales and price are known. */
export const proceedsOf = answers((figures, company, period, mode): DollarValue | undefined => {
  const stated = figures.cell(company, "sale_proceeds_usd", period, mode);
  if (isKnown(stated)) return { value: stated.value, estimated: false, cell: stated };
  const sold = figures.cell(company, "btc_sold", period, mode);
  // The days of a quarter's sales are unknown, so there is no average price for them.
  const price = kindOf(period) === "month" ? priceOf(figures, period) : undefined;
  if (!isKnown(sold) || !price) return undefined;
  return { value: atPrice(sold.value, price.average), estimated: true, cell: sold };
});

/** Value of the holdings at the end of a period at that month's close; undefined when holdings or price are unknown. */
export function holdingsValue(figures: Figures, company: CompanyId, period: Period, mode: EvidenceMode): DollarValue | undefined {
  const held = figures.cell(company, "btc_held", period, mode);
  const price = priceOf(figures, lastMonth(period));
  if (!isKnown(held) || !price) return undefined;
  return { value: atPrice(held.value, price.close), estimated: true, cell: held };
}

/** Converts satoshis to cents at a price per BTC. */
export const atPrice = (sats: number, centsPerBtc: number): number => mulDiv(sats, centsPerBtc, SATS_PER_BTC);
