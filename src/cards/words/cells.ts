/** Converts the domain's cells to a table's: value twice, evidence, sources, and link to its explanation. The only place for that. */
import { plainAmount, type Unit } from "@/domain/values/amount";
import {
  type Cell,
  isKnown,
  type KnownCell,
  type KnownLevel,
  missing,
  MISSING_LABEL,
  type MissingCell,
  standsOnSecondHand,
  weakest,
} from "@/domain/facts/cell";
import type { CompanyId } from "@/domain/facts/company";
import type { DollarValue } from "@/domain/measures/dollars";
import { formatAmount, formatMetric, type MetricId, METRICS } from "@/domain/values/metric";
import { dayName } from "@/domain/shared/dayName";
import { grouped } from "@/domain/shared/numberText";
import { type Day, lastMonth, lengthOf, type Period } from "@/domain/values/period";
import { cellsOf, formatRatio, hasRatio, plainPercent, SELL_THROUGH_MEANING, type SellThrough } from "@/domain/measures/sellThrough";
import { figureAddress } from "../selection/address";
import type { Selection } from "../selection/selection";
import type { Column, TableCell, TableEvidence } from "../tables/table";
import { capitalized, dollars, shortPeriodName } from "./phrases";
import { SourcedCell, type ValueCell } from "./sourcedCell";

export interface CellPlace {
  readonly company: CompanyId;
  readonly period: Period;
  readonly selection: Selection;
}

/** Marks holdings that are counted in another way than the company's others: "unencumbered part"; "" is the usual way. */
export const countedOtherwise = (basis: string): Pick<ValueCell, "note" | "apart"> =>
  basis === "" ? {} : { note: `Counted otherwise (${basis}): not to be compared with the company’s other holdings.`, apart: true };

/** `basis`: how holdings are counted, where that is not the usual way. */
export function metricCell(cell: Cell, metric: MetricId, { company, period, selection }: CellPlace, basis = ""): TableCell {
  const href = figureAddress(company, period, metric, selection);
  if (!isKnown(cell)) return missingCell(cell, href);
  const plain = plainAmount(cell.value, METRICS[metric].unit);
  return new SourcedCell(() => [cell], {
    plain,
    text: formatMetric(metric, cell.value),
    evidence: cell.evidence,
    href,
    ...countedOtherwise(basis),
  });
}

export function ratioCell(value: SellThrough | MissingCell, { company, period, selection }: CellPlace): TableCell {
  const href = figureAddress(company, period, "sell_through", selection);
  if (!hasRatio(value)) return missingCell(value, href);
  const { ratio, evidence } = value;
  return new SourcedCell(() => cellsOf(value), { plain: plainPercent(ratio), text: formatRatio(ratio), evidence, href });
}

/** Dollars in whole cents for machines and in short words for people; the note says "estimated". */
export function dollarCell(value: DollarValue | undefined, href: string): TableCell {
  if (!value) return unpricedCell(href);
  return new SourcedCell(() => [value.cell], {
    plain: plainAmount(value.value, "USD"),
    text: dollars(value.value),
    evidence: value.estimated ? "derived" : value.cell.evidence,
    href,
    ...(value.estimated && { note: "estimated" }),
  });
}

/** `text` gives a more exact reason than its class. */
export const missingCell = ({ reason }: MissingCell, href?: string, text = MISSING_LABEL[reason]): TableCell => ({
  kind: "missing",
  reason,
  text,
  ...(href !== undefined && { href }),
});

/** A change between two figures that count different things, so that their difference is none. */
export const otherBasisCell = (href?: string): TableCell => missingCell(missing("doesNotReconcile"), href, "counted differently before");

/** A value that nobody published. */
export const unknownCell = (href?: string): TableCell => missingCell(missing("notDisclosed"), href);

/** A value at a bitcoin price that the record does not have. */
export const unpricedCell = (href?: string): TableCell => missingCell(missing("notDisclosed"), href, "no price in the record");

/** A number computed from others, which carry the sources. */
export const valueCell = (plain: string, text: string, evidence: TableEvidence, href?: string, note?: string): ValueCell => ({
  kind: "value",
  plain,
  text,
  evidence,
  ...(href !== undefined && { href }),
  sources: [],
  ...(note !== undefined && { note }),
});

export const countCell = (n: number, href?: string): TableCell => ({
  kind: "count",
  plain: String(n),
  text: grouped(n),
  ...(href !== undefined && { href }),
});

/** What a sum takes from its parts: the least certain evidence, whether any is second-hand, and the figures, for their sources. */
export interface Provenance {
  readonly evidence: KnownLevel;
  readonly secondHand: boolean;
  readonly cells: () => readonly KnownCell[];
}

/** The provenance of a few figures, computed on each call. */
export const provenanceOf = (cells: readonly KnownCell[]): Provenance => ({
  evidence: weakest(cells),
  secondHand: cells.some(standsOnSecondHand),
  cells: () => cells,
});

/** The value of a sum or ratio over several companies, with the least certain evidence and all sources of its parts. */
export const pooledValue = (cell: TableCell, { evidence, secondHand, cells }: Provenance): TableCell =>
  cell.kind === "value" ? new SourcedCell(cells, { ...cell, evidence: weakest([cell, { evidence }]) }, secondHand) : cell;

/** A share from a plain ratio: 0.83 is 83%. Undefined: not known. */
export const shareCell = (share: number | undefined, evidence: TableEvidence = "derived", href?: string, note?: string): TableCell =>
  share === undefined ? unknownCell(href) : valueCell(plainPercent(share), formatRatio(share), evidence, href, note);

/** An exact amount in the unit's smallest part, shown without decimals. */
export const amountCell = (value: number, unit: Unit, evidence: TableEvidence = "derived", href?: string): TableCell =>
  valueCell(plainAmount(value, unit), formatAmount(value, unit, 0), evidence, href);

/** A period by its short name, which sorts by time: by its end, of those with one end the shorter first. */
export const periodText = (of: Period, href?: string): TableCell => ({
  kind: "text",
  text: shortPeriodName(of),
  plain: of,
  order: `${lastMonth(of)} ${lengthOf(of)}`,
  ...(href !== undefined && { href }),
});

/** A day as it is written, which sorts by time. `plain`: "" where the source bears no date. */
export const dayCell = (day: Day, text = dayName(day), plain: string = day): TableCell => ({ kind: "text", text, plain, order: day });

export const textCell = (text: string, href?: string, note?: string): TableCell => ({
  kind: "text",
  text,
  ...(href !== undefined && { href }),
  ...(note !== undefined && { note }),
});

/** The column of a metric without its cells; its key carries the unit: "sold_btc". */
export function metricField(metric: MetricId): Column {
  const { label, unit, definition } = METRICS[metric];
  return { key: COLUMN_KEY[metric], label, kind: "number", unit, description: definition };
}

const COLUMN_KEY: Record<MetricId, string> = {
  btc_produced: "produced_btc",
  btc_sold: "sold_btc",
  btc_purchased: "purchased_btc",
  btc_held: "held_btc",
  btc_restricted: "restricted_btc",
  deployed_ehs: "deployed_ehs",
  avg_ehs: "average_ehs",
  sale_proceeds_usd: "proceeds_usd",
  avg_sale_price_usd: "average_sale_price_usd",
};

export const SELL_THROUGH_FIELD: Column = {
  key: "sell_through_pct",
  label: "Sell-through",
  kind: "number",
  unit: "%",
  description: `${capitalized(SELL_THROUGH_MEANING)}, over the same period. Above 100% means that older coins were sold.`,
};
