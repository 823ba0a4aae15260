/**
 * The question "what does the product show for each company, metric and period?" in long form: every cell with its evidence and sources,
 * or the reason why it is missing. Figures + selection + metrics → Listing.
 */
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { METRIC_IDS, METRICS } from "@/domain/metric";
import { lastMonth, type Period, periodOfKind, periodRange } from "@/domain/period";
import { sellThrough } from "@/domain/sellThrough";
import { companyAddress, periodAddress } from "../selection/address";
import { COMPANY_COLUMN, type Listing, METRIC_COLUMN, PERIOD_COLUMN, UNIT_COLUMN } from "./apiListing";
import { metricCell, ratioCell, textCell } from "../words/cells";
import type { Selection } from "../selection/selection";
import type { Column, Row } from "../table";
import { numberColumn } from "../words/columns";

/** The name of the ratio among the metrics. */
export const RATIO = "sell_through_pct";
export const CELL_METRICS = [...METRIC_IDS, RATIO] as const;
export type CellMetric = (typeof CELL_METRICS)[number];

export const CELL_COLUMNS: readonly Column[] = [
  COMPANY_COLUMN,
  PERIOD_COLUMN,
  METRIC_COLUMN,
  UNIT_COLUMN,
  numberColumn("value", "Value", "", "The figure in the unit of its row."),
];

interface Place {
  readonly company: Company;
  readonly period: Period;
  readonly metric: CellMetric;
}

/** Every cell of the chosen companies (none chosen: all) in the periods in which they report. `metrics`: none means all. */
export function cellListing(figures: Figures, selection: Selection, metrics: readonly CellMetric[]): Listing<Place> {
  const wanted = metrics.length === 0 ? CELL_METRICS : CELL_METRICS.filter((metric) => metrics.includes(metric));
  const companies = figures.record.companies.filter(({ id }) => selection.companies.length === 0 || selection.companies.includes(id));
  const keys = companies.flatMap((company) =>
    reportedPeriods(figures, company, selection).flatMap((period) => wanted.map((metric) => ({ company, period, metric }))),
  );
  return { id: "cells", title: "Cells", columns: CELL_COLUMNS, keys, row: (place) => cellRow(figures, selection, place) };
}

/** The periods of the selection's kind and range that a company's figures reach over. */
function reportedPeriods(figures: Figures, company: Company, { per, from, to }: Selection): Period[] {
  const span = figures.reportingSpan(company.id);
  if (!span) return [];
  const [first, last] = [periodOfKind(span.from, per), periodOfKind(span.to, per)];
  const [start, end] = [from === null ? first : periodOfKind(from, per), to === null ? last : periodOfKind(lastMonth(to), per)];
  return periodRange(start > first ? start : first, end < last ? end : last);
}

function cellRow(figures: Figures, selection: Selection, { company, period, metric }: Place): Row {
  const place = { company: company.id, period, selection };
  const { basis, evidence } = selection;
  const value =
    metric === RATIO
      ? ratioCell(sellThrough(figures, company.id, period, basis, evidence), place)
      : metricCell(figures.cell(company.id, metric, period, evidence), metric, place);
  return {
    key: `${company.id}-${period}-${metric}`,
    ...(value.href !== undefined && { href: value.href }),
    cells: {
      company: textCell(company.id, companyAddress(company.id, selection)),
      period: textCell(period, periodAddress(period, selection)),
      metric: textCell(metric),
      unit: textCell(metric === RATIO ? "%" : METRICS[metric].unit),
      value,
    },
  };
}
