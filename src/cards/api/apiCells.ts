/** The API's cells in long form: for each company, metric and period a value with its evidence, or the reason why it is missing. */
import type { Company } from "@/domain/facts/company";
import { lastMonth, type Period, periodOfKind, periodRange } from "@/domain/values/period";
import { sellThrough } from "@/domain/measures/sellThrough";
import type { Asked } from "../asked";
import { periodAddress } from "../selection/address";
import { chosenCompanies } from "../selection/scope";
import type { TableCell } from "../tables/table";
import { metricCell, ratioCell, textCell } from "../words/cells";
import { columnsOf } from "../words/columns";
import { CELL_METRICS, type CellMetric, type Listing, listing, RATIO, type Subject, SUBJECT_COLUMNS, VALUE } from "./apiListing";

/** Lists the cells of the chosen companies (none chosen: all) in the periods in which they report. `metrics`: empty means all. */
export function cellListing(asked: Asked, metrics: readonly CellMetric[]): Listing<Subject> {
  const wanted = metrics.length === 0 ? CELL_METRICS : CELL_METRICS.filter((metric) => metrics.includes(metric));
  const entries = chosenCompanies(asked).flatMap((company) =>
    reportedPeriods(asked, company).flatMap((period) => wanted.map((metric) => ({ company: company.id, period, metric }))),
  );
  const row = (place: Subject) => {
    const { href } = valueOf(place, asked);
    return { key: `${place.company}-${place.period}-${place.metric}`, ...(href !== undefined && { href }) };
  };
  return listing(asked, { id: "cells", title: "Cells", entries, row, columns: CELL_COLUMNS });
}

const { company, period, metric, unit } = SUBJECT_COLUMNS;

const CELL_COLUMNS = [
  company,
  { ...period, cell: (place: Subject, { selection }: Asked) => textCell(place.period, periodAddress(place.period, selection)) },
  metric,
  unit,
  columnsOf<Subject>().number(...VALUE, valueOf),
];

function valueOf({ company, period, metric }: Subject, { figures, selection }: Asked): TableCell {
  const place = { company, period, selection };
  const { basis, evidence } = selection;
  return metric === RATIO
    ? ratioCell(sellThrough(figures, company, period, basis, evidence), place)
    : metricCell(figures.cell(company, metric, period, evidence), metric, place);
}

function reportedPeriods({ figures, selection: { per, from, to } }: Asked, company: Company): Period[] {
  const span = figures.reportingSpan(company.id);
  if (!span) return [];
  const [first, last] = [periodOfKind(span.from, per), periodOfKind(span.to, per)];
  const [start, end] = [from === null ? first : periodOfKind(from, per), to === null ? last : periodOfKind(lastMonth(to), per)];
  return periodRange(start > first ? start : first, end < last ? end : last);
}
