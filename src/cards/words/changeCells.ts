/** Cells of changes: an amount with its sign, its share of what was there before, and its worth at the period's closing price. */
import { plainAmount, type Unit } from "@/domain/amount";
import { atPrice, priceOf } from "@/domain/dollars";
import type { Figures } from "@/domain/figures";
import { formatAmount } from "@/domain/metric";
import { lastMonth, type Period } from "@/domain/period";
import { plainPercent } from "@/domain/sellThrough";
import type { TableCell } from "../table";
import { missingCell, unknownCell, valueCell } from "./cells";
import { dollars } from "./phrases";
import { grouped } from "@/domain/numberText";
import { missing } from "@/domain/cell";

export const CHANGE_DESCRIPTION = {
  btc: "Held at the end of the period less held at its beginning. Given only where both are known and count the same thing.",
  share: "The change in percent of what was held at the beginning of the period.",
  usd: "The change at the closing price of the period’s last month: an estimate. Moves of the price on the rest of the holdings are left out.",
} as const;

/** "+1,230", "−12.5", "0": a change says which way it goes. */
const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

export function changeAmount(value: number, unit: Unit, href: string): TableCell {
  return valueCell(plainAmount(value, unit), signed(value, formatAmount(value, unit, Math.abs(value) < 100e8 ? 2 : 0)), "reported", href);
}

/** Of nothing there is no share. */
export function changeShare(change: number, before: number, href: string): TableCell {
  if (before === 0) return missingCell(missing("notDisclosed"), href, "nothing held before");
  const share = change / before;
  return valueCell(plainPercent(share), signed(share, `${grouped(share * 100, Math.abs(share) < 0.1 ? 1 : 0)}%`), "reported", href);
}

/** A change in bitcoin at the closing price of the period's last month; missing where the record has no price. */
export function atClose(figures: Figures, period: Period, change: number, href: string): TableCell {
  const price = priceOf(figures, lastMonth(period));
  if (!price) return unknownCell(href);
  const value = atPrice(change, price.close);
  return valueCell(plainAmount(value, "USD"), signed(value, dollars(value)), "derived", href, "estimated");
}
