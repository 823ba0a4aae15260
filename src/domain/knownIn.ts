/** Of which companies a metric is known, period by period, and how. */
import { isKnown, type KnownCell } from "./cell";
import { columnFrom, columnOf } from "./column";
import type { Company } from "./company";
import { firstMonth } from "./period";
import { once } from "./once";
import type { MetricId } from "./metric";

export interface KnownFigure {
  readonly company: Company;
  readonly evidence: KnownCell["evidence"];
  /** It is of the company's reporting span: what a company held may follow for the end of the month before, too. */
  readonly inSpan: boolean;
}

export const knownIn = once((metric: MetricId) =>
  columnOf((figures, company, period, mode): KnownFigure | undefined => {
    const cell = figures.cell(company.id, metric, period, mode);
    const from = figures.reportingSpan(company.id)?.from;
    return isKnown(cell) ? { company, evidence: cell.evidence, inSpan: from !== undefined && from <= firstMonth(period) } : undefined;
  }),
);

/** Those of which both production and sales are known. */
export const bothKnownIn = columnFrom(knownIn("btc_produced"), (figures, entry, period, mode) =>
  isKnown(figures.cell(entry.company.id, "btc_sold", period, mode)) ? entry : undefined,
);
