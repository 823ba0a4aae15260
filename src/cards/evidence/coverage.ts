/** Coverage of the record: for each company and figure the months by evidence, or why missing, within its reporting span. */
import { type Cell, EVIDENCE_LABEL, isKnown, type KnownLevel, MISSING_LABEL, type MissingReason, KNOWN_LEVELS } from "@/domain/facts/cell";
import { among } from "@/domain/figures/column";
import type { Company } from "@/domain/facts/company";
import { recordSpan } from "@/domain/figures/figures";
import { type KnownFigure, knownIn } from "@/domain/figures/knownIn";
import { type MetricId, METRIC_IDS, METRICS } from "@/domain/values/metric";
import { grouped } from "@/domain/shared/numberText";
import { lazily, oncePer } from "@/domain/shared/once";
import type { Period } from "@/domain/values/period";
import { formatRatio } from "@/domain/measures/sellThrough";
import { cellOf, type CompanyGrid, gridEntries, type GridEntry } from "../tables/grid";
import { metricField, shareCell, textCell } from "../words/cells";
import { countWithin, monthsWithin, chosenCompanies, companiesInScope } from "../selection/scope";
import { type Sentence, sentence } from "../tables/sentence";
import type { Asked } from "../asked";
import { type Card, card, type CardColumn } from "../card";
import type { TableCell } from "../tables/table";
import { capitalized, listed, count } from "../words/phrases";
import { columnsOf, companyColumn, metricColumn } from "../words/columns";
import { figurePeriodCell } from "../words/figureColumns";

export const COVERED_METRICS = ["btc_produced", "btc_sold", "btc_held"] as const satisfies readonly MetricId[];

interface Tally {
  readonly company: Company;
  readonly metric: MetricId;
  /** Months from the company's first to its last figure of any kind, within the selection's range. */
  readonly months: number;
  /** Computed on demand: most rows of a long table are never drawn. */
  readonly counts: () => Counts;
}

/** Months by level of evidence, or by reason for missing. */
interface Counts {
  readonly known: Readonly<Record<KnownLevel, number>>;
  readonly missing: Readonly<Record<MissingReason, number>>;
  /** First and last month with this figure. */
  readonly first: Period | undefined;
  readonly last: Period | undefined;
}

export function tallyOf({ figures, selection }: Asked, company: Company, metric: MetricId): Tally {
  const span = figures.reportingSpan(company.id);
  const cellIn = (month: Period) => figures.cell(company.id, metric, month, selection.evidence);
  return {
    company,
    metric,
    months: countWithin(span, selection),
    counts: lazily(() => countsOf(monthsWithin(span, selection), cellIn)),
  };
}

function countsOf(months: readonly Period[], cellIn: (month: Period) => Cell): Counts {
  const known = { reported: 0, derived: 0, policy: 0 };
  const missing = { notDisclosed: 0, notYetPublished: 0, notReporting: 0, quarterOnly: 0, nothingProduced: 0, doesNotReconcile: 0 };
  let [first, last]: [Period | undefined, Period | undefined] = [undefined, undefined];
  for (const month of months) {
    const cell = cellIn(month);
    if (!isKnown(cell)) missing[cell.reason]++;
    else {
      known[cell.evidence]++;
      first ??= month;
      last = month;
    }
  }
  return { known, missing, first, last };
}

export const knownMonths = (tally: Tally): number => Object.values(tally.counts().known).reduce((sum, months) => sum + months, 0);

const column = columnsOf<Tally>();

const countColumn = (key: string, label: string, description: string, of: (counts: Counts) => number) =>
  column.count(key, label, description, (tally) => of(tally.counts()));

const monthOf = ({ company, metric }: Tally, at: Period | undefined, asked: Asked): TableCell =>
  at === undefined ? textCell("none") : figurePeriodCell({ company: company.id, metric, period: at }, asked);

const COLUMNS: readonly CardColumn<Tally>[] = [
  companyColumn,
  column.text("figure", "Figure", "Produced, sold or held.", ({ metric }) => METRICS[metric].label),
  column.text("first", "First", "First month with this figure.", (tally, asked) => monthOf(tally, tally.counts().first, asked)),
  column.text("last", "Last", "Last month with this figure.", (tally, asked) => monthOf(tally, tally.counts().last, asked)),
  column.count("months", "Months", "Months from the company’s first to its last figure of any kind.", "months"),
  column.number("known_pct", "Known", "Share of those months in which this figure is known.", (tally) =>
    shareCell(knownMonths(tally) / tally.months),
  ),
  countColumn("reported", "Reported", "Months in which a source states it.", ({ known }) => known.reported),
  countColumn("derived", "Derived", "Months in which it follows from reported figures.", ({ known }) => known.derived),
  countColumn("policy", "By policy", "Months in which it follows from a stated policy.", ({ known }) => known.policy),
  countColumn(
    "not_disclosed",
    "Not disclosed",
    "Months in which the company reported, but not this.",
    ({ missing }) => missing.notDisclosed,
  ),
  countColumn("quarter_only", "Quarter only", "Months of which only the quarter’s total is known.", ({ missing }) => missing.quarterOnly),
  countColumn(
    "does_not_reconcile",
    "Does not reconcile",
    "Months whose books do not add up, so nothing is derived.",
    ({ missing }) => missing.doesNotReconcile,
  ),
];

/** One tally per company that reports in the range, and metric. */
const talliesOf = (asked: Asked, metrics: readonly MetricId[]): Tally[] =>
  companiesInScope(asked).flatMap((company) =>
    countWithin(asked.figures.reportingSpan(company.id), asked.selection) > 0
      ? metrics.map((metric) => tallyOf(asked, company, metric))
      : [],
  );

/** The sentence covers all three figures, like the page. */
const TALLIES = {
  page: "/coverage",
  sentence: coverageCounts,
  row: ({ company, metric }: Tally) => ({ key: `${company.id}-${metric}` }),
  columns: COLUMNS,
};

export const coverageCard = card({
  id: "coverage",
  title: "What is known of each company",
  entries: (asked) => talliesOf(asked, COVERED_METRICS),
  ...TALLIES,
});

/** The number of months for which a metric is known, by evidence, and of months in which these companies report. */
function knownOf(asked: Asked, metric: MetricId): KnownMonths {
  const { figures, selection } = asked;
  const companies = chosenCompanies(asked);
  const counts = { reported: 0, derived: 0, policy: 0, inSpan: 0 };
  for (const month of monthsWithin(recordSpan(figures), selection)) {
    const ofMonth = counted(among(knownIn(metric)(figures, month, selection.evidence), companies));
    for (const name of Object.keys(counts) as (keyof KnownMonths)[]) counts[name] += ofMonth[name];
  }
  return counts;
}

type KnownMonths = Counts["known"] & { readonly inSpan: number };

const counted = oncePer((known: readonly KnownFigure[]): KnownMonths => {
  const counts = { reported: 0, derived: 0, policy: 0, inSpan: 0 };
  for (const { evidence, inSpan } of known) {
    counts[evidence]++;
    if (inSpan) counts.inSpan++;
  }
  return counts;
});

/** "Production is known for 85% of company-months, sales for 61%, holdings for 78%." Undefined without any. */
function coverageCounts(asked: Asked): Sentence | undefined {
  const { figures, selection } = asked;
  const companies = chosenCompanies(asked);
  const months = companies.reduce((sum, { id }) => sum + countWithin(figures.reportingSpan(id), selection), 0);
  if (months === 0) return undefined;
  const share = (metric: MetricId): string => formatRatio(knownOf(asked, metric).inSpan / months);
  return sentence`Of ${months === 1 ? "the one company-month" : `the ${grouped(months)} company-months`} in which ${companies.length === 1 ? "this company reports" : "these companies report"}, production is known for ${share("btc_produced")}, sales for ${share("btc_sold")} and holdings for ${share("btc_held")}.`;
}

/** `most`: limits the grid to this many companies, by name. */
export function coverageGrid(asked: Asked, metric: MetricId, most = Infinity): CompanyGrid {
  const periods = monthsWithin(recordSpan(asked.figures), asked.selection);
  const column = metricColumn(metric);
  const rows = companiesInScope(asked)
    .slice(0, most)
    .map((company) => ({ company, cells: periods.map((period) => column.cell({ company, period }, asked)) }));
  return { periods, rows };
}

const slug = (metric: MetricId): string => metric.replace(/^btc_/, "").replaceAll("_", "-");

export const FIRST_METRIC: MetricId = "btc_sold";

export const metricQuery = (metric: MetricId): { [name: string]: string } => (metric === FIRST_METRIC ? {} : { metric });

/** Id of a metric's grid: "coverage-grid-sold". */
export const gridId = (metric: MetricId): string => `coverage-grid-${slug(metric)}`;

const grid = columnsOf<GridEntry>();

/** The grid of a metric in long form: one line per company and month, with the evidence or the reason for missing. */
export const gridCard = (metric: MetricId): Card<string, GridEntry> =>
  card({
    id: gridId(metric),
    page: "/coverage",
    query: metricQuery(metric),
    title: `${METRICS[metric].label}: how each month is known`,
    entries: (asked) => gridEntries(coverageGrid(asked, metric)),
    row: ({ company, period }) => ({ key: `${company.id}-${period}` }),
    columns: [
      companyColumn,
      grid.text("period", "Month", "Calendar month (UTC).", "period"),
      { ...metricField(metric), cell: cellOf },
      grid.text("known", "Known", "Reported, derived, by policy, or why it is missing.", (entry) => {
        const cell = cellOf(entry);
        return cell.kind === "value" ? EVIDENCE_LABEL[cell.evidence] : cell.kind === "missing" ? MISSING_LABEL[cell.reason] : "";
      }),
    ],
  });

/** Coverage of one metric, company by company. */
export const metricCoverageCard = (metric: MetricId): Card<string, Tally> =>
  card({
    id: `coverage-of-${slug(metric)}`,
    query: metricQuery(metric),
    title: `What is known of each company: ${METRICS[metric].noun}`,
    entries: (asked) => talliesOf(asked, [metric]),
    ...TALLIES,
  });

export const METRIC_CARDS: readonly Card[] = METRIC_IDS.flatMap((metric): Card[] => [gridCard(metric), metricCoverageCard(metric)]);

/** Counts over a whole grid in words; undefined where nothing is known. */
export function gridSentence(asked: Asked, metric: MetricId): Sentence | undefined {
  const known = knownOf(asked, metric);
  const all = known.reported + known.derived + known.policy;
  if (all === 0) return undefined;
  const parts = KNOWN_LEVELS.flatMap((level) => (known[level] > 0 ? [`${known[level]} ${EVIDENCE_LABEL[level]}`] : []));
  const { noun } = METRICS[metric];
  return sentence`${capitalized(noun)} ${noun.endsWith("s") ? "are" : "is"} known for ${count(all, "company-month")}: ${listed(parts)}.`;
}
