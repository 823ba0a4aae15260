/** The map: a row per company with its sell-through per period as cells, and the same in long form. */
import { selectedPeriods, companiesInAny } from "../selection/scope";
import { type Company, shortName } from "@/domain/facts/company";
import { among, type Column, columnOf } from "@/domain/figures/column";
import { recordSpan, STILL_REPORTING_MONTHS } from "@/domain/figures/figures";
import { formatMetric } from "@/domain/values/metric";
import { grouped } from "@/domain/shared/numberText";
import type { Period } from "@/domain/values/period";
import type { MissingCell } from "@/domain/facts/cell";
import { lazily, oncePer } from "@/domain/shared/once";
import { type Basis, formatRatio, hasRatio, percentOf, type SellThrough, sellThrough } from "@/domain/measures/sellThrough";
import { STANCE_BOUNDS, STANCE_LABEL, STANCES, stanceAt } from "@/domain/measures/stance";
import { companyAddress } from "../selection/address";
import type { Asked } from "../asked";
import { card } from "../card";
import { mapChart } from "../charts/mapChart";
import { cellOf, type CompanyGrid, gridEntries, type GridEntry, type GridRow } from "../tables/grid";
import { ratioCell, SELL_THROUGH_FIELD } from "../words/cells";
import { memoize } from "../selection/memoize";
import type { Selection } from "../selection/selection";
import { type Sentence, sentence } from "../tables/sentence";
import type { TableCell } from "../tables/table";
import { inPeriod } from "../words/phrases";
import { columnsOf, companyColumn } from "../words/columns";

export const MAP_SORTS = ["name", "stance", "latest", "known", "production"] as const;
export type MapSort = (typeof MAP_SORTS)[number];

export const MAP_SORT_LABEL: Record<MapSort, string> = {
  name: "name",
  stance: "what they do",
  latest: "latest sell-through",
  known: "periods known",
  production: "production",
};

interface MapRow extends GridRow {
  /** The sort value in words; "" when sorted by name. */
  readonly aside: string;
}

export interface HeatMap extends CompanyGrid<MapRow> {
  readonly summaries: readonly PeriodSummary[];
}

export const heatMapOf = (asked: Asked, sort: MapSort = "name"): HeatMap => sortedMap(asked, sort);

const sortedMap = memoize((asked: Asked, sort: MapSort): HeatMap => {
  const { figures, selection } = asked;
  const periods = selectedPeriods(asked);
  const companies = companiesInAny(asked, periods);
  const rows = companies.map((company) => readRow(asked, company, periods));
  const order = ORDER[sort](asked);
  const sorted = rows
    .map((row) => ({ row, ...order(row) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row: { company, cells }, aside }): MapRow => ({
      ...{ company, aside },
      get cells() {
        return cells();
      },
    }));
  const summaries = periods.map((period) => summarize(among(sharesIn[selection.basis](figures, period, selection.evidence), companies)));
  return { periods, rows: sorted, summaries };
});

interface ReadRow {
  readonly company: Company;
  readonly values: () => readonly Value[];
  readonly cells: () => readonly TableCell[];
}

type Value = SellThrough | MissingCell;

function readRow({ figures, selection }: Asked, company: Company, periods: readonly Period[]): ReadRow {
  const values = lazily(() => periods.map((period) => sellThrough(figures, company.id, period, selection.basis, selection.evidence)));
  const cells = lazily(() =>
    values().map((value, at) => ratioCell(value, { company: company.id, period: periods[at] as Period, selection })),
  );
  return { company, values, cells };
}

interface Share {
  readonly company: Company;
  readonly value: Value;
}

/** The companies that report in a period, with their sell-through. */
const sharesOn = (basis: Basis) =>
  columnOf((figures, company, period, mode): Share | undefined => {
    const value = sellThrough(figures, company.id, period, basis, mode);
    return !hasRatio(value) && value.reason === "notReporting" ? undefined : { company, value };
  }, STILL_REPORTING_MONTHS);
const sharesIn: Readonly<Record<Basis, Column<Share>>> = { gross: sharesOn("gross"), net: sharesOn("net") };

/** A summary of the companies that report in a period. */
interface PeriodSummary {
  readonly reporting: number;
  readonly known: number;
  /** Number of companies that hold, and that sell more than they mine. */
  readonly held: number;
  readonly more: number;
  /** The highest share, in percent, and its company. */
  readonly highest: number;
  readonly by: ReadonlySet<Company>;
}

const summarize = oncePer((shares: readonly Share[]): PeriodSummary => {
  let [known, held, more, highest] = [0, 0, 0, 0];
  let by: Company[] = [];
  for (const { company, value } of shares) {
    if (!hasRatio(value)) continue;
    const percent = percentOf(value.ratio);
    known++;
    if (percent < STANCE_BOUNDS.some) held++;
    else if (percent > STANCE_BOUNDS.more) more++;
    if (percent > highest) [highest, by] = [percent, []];
    if (percent === highest) by.push(company);
  }
  return { reporting: shares.length, known, held, more, highest, by: new Set(by) };
});

type Order = (row: ReadRow) => { readonly rank: number; readonly aside: string };

/** Unknown values come last; equal ranks stay in order of names. */
const ORDER: Record<MapSort, (asked: Asked) => Order> = {
  name: () => () => ({ rank: 0, aside: "" }),
  stance: ({ figures, selection }) => {
    const month = recordSpan(figures)?.to;
    return ({ company }) => {
      const found = month === undefined ? undefined : stanceAt(figures, company.id, month, selection.evidence)?.stance;
      return found !== undefined
        ? { rank: STANCES.indexOf(found), aside: STANCE_LABEL[found] }
        : { rank: STANCES.length, aside: "not known" };
    };
  },
  latest: () => (row) => {
    const last = row.values().findLast(hasRatio);
    return last !== undefined ? { rank: -last.ratio, aside: formatRatio(last.ratio) } : { rank: Infinity, aside: "not known" };
  },
  known: () => (row) => {
    const known = row.values().filter(hasRatio).length;
    return { rank: -known, aside: String(known) };
  },
  production: () => (row) => {
    const produced = row.values().reduce((sum, value) => sum + (hasRatio(value) ? value.produced : 0), 0);
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
    columnsOf<GridEntry>().text("period", "Period", "Calendar month, quarter or year (UTC).", "period"),
    { ...SELL_THROUGH_FIELD, cell: cellOf },
  ],
  chart: mapChart,
});

/** How much of the map is known, and where; undefined for an empty map. */
export function mapCounts({ rows, summaries }: HeatMap, selection: Selection): Sentence | undefined {
  const total = (count: (one: PeriodSummary) => number) => summaries.reduce((sum, one) => sum + count(one), 0);
  const reporting = total((one) => one.reporting);
  const known = total((one) => one.known);
  const held = total((one) => one.held);
  const more = total((one) => one.more);
  if (reporting === 0) return undefined;
  const who = rows.length === 1 ? "this company reports" : `these ${rows.length} companies report`;
  if (reporting === 1)
    return sentence`There is one company-${selection.per} in which ${who}; its sell-through is ${known === 0 ? "not known" : "known"}.`;
  const of = `of the ${grouped(reporting)} company-${selection.per}s in which ${who}`;
  if (known === 0) return sentence`None ${of} has a known sell-through.`;
  const { some, more: above } = STANCE_BOUNDS;
  const where = held === 1 ? `below ${some}%` : more === 1 ? `above ${above}%` : `from ${some}% to ${above}%`;
  if (known === 1) return sentence`1 ${of} has a known sell-through, which is ${where}.`;
  return sentence`${grouped(known)} ${of} have a known sell-through: it is below ${some}% in ${orNone(held)} of them and above ${above}% in ${orNone(more)}.`;
}

const orNone = (count: number): string => (count === 0 ? "none" : grouped(count));

/** The highest sell-through, when above 100%; on a tie the first company's, in its first period. */
export function mapExtreme({ rows, periods, summaries }: HeatMap): Sentence | undefined {
  const highest = Math.max(...summaries.map((one) => one.highest));
  if (!(highest > 100)) return undefined;
  const reached = summaries.map((one) => (one.highest === highest ? one.by : undefined));
  const row = rows.find(({ company }) => reached.some((by) => by?.has(company) === true));
  const at = row ? reached.findIndex((by) => by?.has(row.company) === true) : -1;
  const [cell, period] = [row?.cells[at], periods[at]];
  if (!row || !cell || period === undefined) return undefined;
  const { text, href } = cell;
  return sentence`The highest is that of ${shortName(row.company)} ${inPeriod(period)}: ${{ text, ...(href !== undefined && { href }) }}.`;
}
