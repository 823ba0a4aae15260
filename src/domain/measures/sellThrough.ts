/**
 * Sell-through of one company: sold / produced over the same period (/method#sell-through). Also known as the liquidation-to-production
 * or sales-to-production ratio. Above 100% is real: older coins were sold. Zero sold is a ratio of 0; zero produced has no ratio.
 * Two cells in → a ratio with the weaker of their evidence levels, or the reason why there is none.
 */
import { answers } from "../figures/answers";
import { type Cell, type Evidence, isKnown, type KnownCell, type MissingCell, missing, weaker } from "../facts/cell";
import type { CompanyId } from "../facts/company";
import type { Fact } from "../facts/fact";
import type { EvidenceMode, Figures } from "../figures/figures";
import { grouped } from "../shared/numberText";
import { oncePer } from "../shared/once";
import type { Period } from "../values/period";

/** The definition in one phrase, shown wherever the word needs explaining. */
export const SELL_THROUGH_MEANING = "sold ÷ produced";

/** Gross counts sales alone (default); net subtracts market purchases from the sales, as one well-known publisher does. */
export type Basis = "gross" | "net";

export interface SellThrough {
  readonly evidence: Exclude<Evidence, "missing">;
  /** sold / produced (net: (sold − purchased) / produced) as a plain ratio: 1.03 is 103%. */
  readonly ratio: number;
  /** The ratio's numerator in satoshis: sold, or sold − purchased. */
  readonly sold: number;
  readonly produced: number;
  readonly cells: { readonly sold: KnownCell; readonly produced: KnownCell; readonly purchased?: KnownCell };
}

/** The sell-through of a company in a period, or the reason why there is none; cached. */
export const sellThrough = (
  figures: Figures,
  company: CompanyId,
  period: Period,
  basis: Basis,
  mode: EvidenceMode,
): SellThrough | MissingCell => sellThroughs[basis](figures, company, period, mode);

/** Cached per state of the record. */
const sellThroughs = {
  gross: answers(divided),
  net: answers((figures, company, period, mode) =>
    lessPurchases(sellThrough(figures, company, period, "gross", mode), figures, company, period, mode),
  ),
} as const;

function divided(figures: Figures, company: CompanyId, period: Period, mode: EvidenceMode): SellThrough | MissingCell {
  const produced = figures.cell(company, "btc_produced", period, mode);
  if (!isKnown(produced)) return produced;
  const sold = figures.cell(company, "btc_sold", period, mode);
  if (!isKnown(sold)) return sold;
  if (produced.value === 0) return missing("nothingProduced");
  const cells = { sold, produced };
  return {
    evidence: weaker(produced.evidence, sold.evidence),
    ratio: sold.value / produced.value,
    sold: sold.value,
    produced: produced.value,
    cells,
  };
}

/** Whether a company ever announced a purchase: for the others there is nothing to subtract. */
const isBuyer = oncePer((facts: readonly Fact[]): boolean => facts.some(({ metric }) => metric === "btc_purchased"));

/** Turns a gross sell-through into a net one by subtracting the period's purchases. Without a purchase it is the same. */
export function lessPurchases(
  gross: SellThrough | MissingCell,
  figures: Figures,
  company: CompanyId,
  period: Period,
  mode: EvidenceMode,
): SellThrough | MissingCell {
  if (!hasRatio(gross) || !isBuyer(figures.factsOf(company))) return gross;
  const purchased = netPurchases(figures, company, period, mode);
  if (purchased === undefined) return gross;
  if (purchased === "unknown") return missing("notDisclosed");
  const sold = gross.sold - purchased.value;
  const evidence = weaker(gross.evidence, purchased.evidence);
  return { ...gross, evidence, ratio: sold / gross.produced, sold, cells: { ...gross.cells, purchased } };
}

/** The figures behind a ratio. */
export const cellsOf = ({ cells }: SellThrough): KnownCell[] => [cells.sold, cells.produced, ...(cells.purchased ? [cells.purchased] : [])];

export const hasRatio = (value: SellThrough | MissingCell): value is SellThrough => value.evidence !== "missing";

/** Purchases that net sell-through subtracts; absent when none was announced, unknown when only a longer period's total is reported. */
function netPurchases(figures: Figures, company: CompanyId, period: Period, mode: EvidenceMode): KnownCell | "unknown" | undefined {
  const purchased = figures.purchased(company, period, mode);
  if (purchased === undefined) return undefined;
  const cell: Cell = figures.cell(company, "btc_purchased", period, mode);
  if (isKnown(cell)) return cell;
  return mode === "reported" ? "unknown" : purchased;
}

/** "103%", with one decimal below 10% so that small sales do not read as none. */
export function formatRatio(ratio: number): string {
  const percent = ratio * 100;
  if (percent > 0 && percent < 0.05) return "<0.1%";
  const decimals = percent !== 0 && Math.abs(percent) < 9.95 ? 1 : 0;
  return `${grouped(percent, decimals)}%`;
}

/** The ratio in percent with two decimals: 102.59. */
export const percentOf = (ratio: number): number => Math.round(ratio * 10_000) / 100;

/** The same for machines: "102.59". */
export const plainPercent = (ratio: number): string => String(percentOf(ratio));
