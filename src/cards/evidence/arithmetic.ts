/** The arithmetic behind a figure, line by line, each term linked to its own explanation. */
import { plainAmount } from "@/domain/values/amount";
import type { Cell, DerivedCell, KnownCell } from "@/domain/facts/cell";
import type { CompanyId } from "@/domain/facts/company";
import { formatMetric, type MetricId, METRICS } from "@/domain/values/metric";
import type { Period } from "@/domain/values/period";
import { formatRatio, type SellThrough } from "@/domain/measures/sellThrough";
import { figureAddress } from "../selection/address";
import type { Selection } from "../selection/selection";
import { inPeriod, periodName, uncapitalized } from "../words/phrases";

/** A line of arithmetic: "+ 268 BTC produced, April 2025". */
export interface Term {
  readonly sign: "" | "+" | "−" | "÷";
  readonly text: string;
  readonly label: string;
  readonly href: string;
  /** For a derived term: its own arithmetic. */
  readonly terms?: readonly Term[];
}

export interface Arithmetic {
  readonly terms: readonly Term[];
  /** The result of the terms: the figure, or an amount that cannot be one. "213" */
  readonly result: string;
  /** Text after the result: its tolerance and unit. "± 1.5 BTC" */
  readonly unit: string;
}

/** The derived cell that explains a figure: its own, the books that a policy leaves open, or those that do not reconcile. */
export function derivationOf(cell: Cell): DerivedCell | undefined {
  if (cell.evidence === "derived") return cell;
  if (cell.evidence === "policy") return cell.unexplained;
  return cell.evidence === "missing" ? cell.attempt : undefined;
}

/** The formula of a derived cell, whose result may be negative. */
export function formulaOf(cell: DerivedCell, company: CompanyId, metric: MetricId, selection: Selection): Arithmetic {
  const { unit } = METRICS[metric];
  const sureness = cell.plusMinus > 0 ? `± ${plainAmount(cell.plusMinus, unit)} ` : "";
  return { terms: termsOf(cell, company, selection), result: formatMetric(metric, cell.result ?? cell.value), unit: `${sureness}${unit}` };
}

/** A derived term carries its own formula. */
const termsOf = ({ terms }: DerivedCell, company: CompanyId, selection: Selection): Term[] =>
  terms.map(({ sign, metric, period, cell }, index) => ({
    sign: sign === -1 ? "−" : index === 0 ? "" : "+",
    text: formatMetric(metric, cell.value),
    label: `${METRICS[metric].unit} ${uncapitalized(METRICS[metric].label)}, ${METRICS[metric].kind === "stock" ? "end of " : ""}${periodName(period)}`,
    href: figureAddress(company, period, metric, selection),
    ...(cell.evidence === "derived" && { terms: termsOf(cell, company, selection) }),
  }));

/** Sold, less purchases where they are netted, divided by produced. */
export function divisionOf({ ratio, cells }: SellThrough, company: CompanyId, period: Period, selection: Selection): Arithmetic {
  const term = (sign: Term["sign"], metric: MetricId, cell: KnownCell): Term => ({
    sign,
    text: formatMetric(metric, cell.value),
    label: `BTC ${uncapitalized(METRICS[metric].label)} ${inPeriod(period)}`,
    href: figureAddress(company, period, metric, selection),
  });
  const terms = [
    term("", "btc_sold", cells.sold),
    ...(cells.purchased ? [term("−", "btc_purchased", cells.purchased)] : []),
    term("÷", "btc_produced", cells.produced),
  ];
  return { terms, result: formatRatio(ratio), unit: "" };
}
