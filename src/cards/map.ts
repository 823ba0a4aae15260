/**
 * The question "who sold which share of its production, and when?", for all companies and periods at once.
 * Figures + selection → a row for each company with one cell per period; the table behind it has one line per company and period, with
 * evidence, so that it can be taken away whole.
 */
import { selectedPeriods } from "./selection/range";
import { type Company, shortName } from "@/domain/company";
import { type Figures, recordSpan } from "@/domain/figures";
import { formatMetric } from "@/domain/metric";
import { grouped } from "@/domain/numberText";
import type { Period } from "@/domain/period";
import type { MissingCell } from "@/domain/cell";
import { lazily } from "@/domain/once";
import { formatRatio, hasRatio, percentOf, type SellThrough, sellThrough } from "@/domain/sellThrough";
import { STANCE_BOUNDS, STANCE_LABEL, STANCES, stanceAt } from "@/domain/stance";
import { companyAddress } from "./selection/address";
import type { Asked } from "./asked";
import { card } from "./card";
import { mapChart } from "./charts/mapChart";
import { cellOf, type CompanyGrid, gridEntries, type GridEntry, type GridRow } from "./grid";
import { ratioCell, SELL_THROUGH_FIELD } from "./words/cells";
import { memoize } from "./selection/memoize";
import { companiesInAny } from "./selection/scope";
import type { Selection } from "./selection/selection";
import { type Sentence, sentence } from "./words/sentence";
import type { TableCell } from "./table";
import { inPeriod } from "./words/phrases";
import { columnsOf, companyColumn } from "./words/columns";

export const MAP_SORTS = ["name", "stance", "latest", "known", "production"] as const;
export type MapSort = (typeof MAP_SORTS)[number];

export const MAP_SORT_LABEL: Record<MapSort, string> = {
  name: "name",
  stance: "what they do",
  latest: "latest sell-through",
  known: "periods known",
  production: "production",
};

export interface MapRow extends GridRow {
  /** What the row is sorted by, in words; "" where the name says it. */
  readonly aside: string;
  /** What the cells say, one for each period. */
  readonly values: readonly (SellThrough | MissingCell)[];
}

export type HeatMap = CompanyGrid<MapRow>;

export const heatMapOf = (asked: Asked, sort: MapSort = "name"): HeatMap => sortedMap(asked, sort);

const sortedMap = memoize((asked: Asked, sort: MapSort): HeatMap => {
  const { figures } = asked;
  const periods = selectedPeriods(asked);
  const rows = companiesInAny(asked, periods).map((company) => readRow(asked, company, periods));
  const order = ORDER[sort](figures);
  const sorted = rows
    .map((row) => ({ row, ...order(row) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row: { company, values, cells }, aside }): MapRow => ({
      ...{ company, values, aside },
      get cells() {
        return cells();
      },
    }));
  return { periods, rows: sorted };
});

function readRow({ figures, selection }: Asked, company: Company, periods: readonly Period[]) {
  const values = periods.map((period) => sellThrough(figures, company.id, period, selection.basis, selection.evidence));
  const cells = lazily(() =>
    values.map((value, at) => ratioCell(value, { company: company.id, period: periods[at] as Period, selection })),
  );
  return { company, values, cells };
}

type Order = (row: Pick<MapRow, "company" | "values">) => { readonly rank: number; readonly aside: string };

/** What is not known comes last, and rows of one rank stay in the order of their names. */
const ORDER: Record<MapSort, (figures: Figures) => Order> = {
  name: () => () => ({ rank: 0, aside: "" }),
  stance: (figures) => {
    const month = recordSpan(figures)?.to;
    return ({ company }) => {
      const found = month === undefined ? undefined : stanceAt(figures, company.id, month)?.stance;
      return found !== undefined
        ? { rank: STANCES.indexOf(found), aside: STANCE_LABEL[found] }
        : { rank: STANCES.length, aside: "not known" };
    };
  },
  latest: () => (row) => {
    const last = row.values.findLast(hasRatio);
    return last !== undefined ? { rank: -last.ratio, aside: formatRatio(last.ratio) } : { rank: Infinity, aside: "not known" };
  },
  known: () => (row) => {
    const known = row.values.filter(hasRatio).length;
    return { rank: -known, aside: String(known) };
  },
  production: () => (row) => {
    const produced = row.values.reduce((sum, value) => sum + (hasRatio(value) ? value.produced : 0), 0);
    return produced > 0 ? { rank: -produced, aside: formatMetric("btc_produced", produced) } : { rank: Infinity, aside: "not known" };
  },
};

/** The same figures in long form: one line per company and period. */
export const mapCard = card({
  id: "map",
  page: "/map",
  leads: ["/map"],
  title: ({ selection }) => `Sell-through by company and ${selection.per}`,
  entries: (asked) => gridEntries(heatMapOf(asked)),
  sentence: ({ figures, selection }) => mapCounts(heatMapOf({ figures, selection }), selection),
  row: ({ company, period }, { selection }) => ({ key: `${company.id}-${period}`, href: companyAddress(company.id, selection) }),
  columns: [
    companyColumn,
    columnsOf<GridEntry>().text("period", "Period", "Calendar month, quarter or year (UTC).", ({ period }) => period),
    { ...SELL_THROUGH_FIELD, cell: cellOf },
  ],
  chart: mapChart,
});

/** How much of the map is known, and where it lies; undefined for an empty map. */
export function mapCounts({ rows }: HeatMap, selection: Selection): Sentence | undefined {
  let [reporting, known, held, more] = [0, 0, 0, 0];
  for (const { values } of rows)
    for (const value of values) {
      if (!hasRatio(value)) {
        if (value.reason !== "notReporting") reporting++;
        continue;
      }
      const percent = percentOf(value.ratio);
      reporting++;
      known++;
      if (percent < STANCE_BOUNDS.some) held++;
      else if (percent > STANCE_BOUNDS.more) more++;
    }
  if (reporting === 0) return undefined;
  return sentence`${grouped(known)} of the ${grouped(reporting)} company-${selection.per}${reporting === 1 ? "" : "s"} in which ${rows.length === 1 ? "this company reports" : `these ${rows.length} companies report`} ${known === 1 ? "has" : "have"} a known sell-through: it is below ${STANCE_BOUNDS.some}% in ${held} of them and above ${STANCE_BOUNDS.more}% in ${more}.`;
}

/** The highest sell-through of all, when it is above 100%. */
export function mapExtreme({ rows, periods }: HeatMap): Sentence | undefined {
  let top: { readonly row: MapRow; readonly at: number; readonly percent: number } | undefined;
  for (const row of rows)
    for (const [at, value] of row.values.entries()) {
      const percent = hasRatio(value) ? percentOf(value.ratio) : 0;
      if (percent > (top?.percent ?? 100)) top = { row, at, percent };
    }
  if (!top) return undefined;
  const { row, at } = top;
  const { text, href } = row.cells[at] as TableCell;
  return sentence`The highest is that of ${shortName(row.company)} ${inPeriod(periods[at] as Period)}: ${{ text, ...(href !== undefined && { href }) }}.`;
}
