/** Which companies have a known value of a metric, by period, and with what evidence. */
import { isKnown, type KnownCell } from "../facts/cell";
import { columnFrom, columnOf } from "./column";
import type { Company } from "../facts/company";
import { firstMonth } from "../values/period";
import { once } from "../shared/once";
import type { MetricId } from "../values/metric";

export interface KnownFigure {
  readonly company: Company;
  readonly evidence: KnownCell["evidence"];
  /** Whether it lies in the company's reporting span: holdings may be known for the end of the month before it, too. */
  readonly inSpan: boolean;
}

export const knownIn = once((metric: MetricId) =>
  columnOf((figures, company, period, mode): KnownFigure | undefined => {
    const cell = figures.cell(company.id, metric, period, mode);
    const from = figures.reportingSpan(company.id)?.from;
    return isKnown(cell) ? { company, evidence: cell.evidence, inSpan: from !== undefined && from <= firstMonth(period) } : undefined;
  }),
);

/** The companies whose production and sales are both known. */
export const bothKnownIn = columnFrom(knownIn("btc_produced"), (figures, entry, period, mode) =>
  isKnown(figures.cell(entry.company.id, "btc_sold", period, mode)) ? entry : undefined,
);
