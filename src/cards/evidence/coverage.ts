/**
 * The question "what does the record know, and what not?": for each company and figure the months that are reported, derived, taken from
 * a policy or missing, with the reason; per month how many companies have figures; and how old each company's last figure is.
 * Figures + selection → tables. Months before a company's first and after its last figure are not counted against it.
 */
import { type Cell, type Evidence, EVIDENCE_LABEL, isKnown, MISSING_LABEL, type MissingReason } from "@/domain/cell";
import { type Company, shortName } from "@/domain/company";
import { type Figures, recordSpan } from "@/domain/figures";
import { type MetricId, METRIC_IDS, METRICS } from "@/domain/metric";
import { grouped } from "@/domain/numberText";
import { type Period, periodRange } from "@/domain/period";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { companyAddress, figureAddress, periodAddress } from "../selection/address";
import { metricCell, metricField, textCell } from "../words/cells";
import { companiesInScope, inRange } from "../selection/scope";
import type { Selection } from "../selection/selection";
import { type Sentence, sentence } from "../words/sentence";
import { type Card, tableCard } from "../card";
import type { Column, Table, TableCell } from "../table";
import { count, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

export const COVERED_METRICS = ["btc_produced", "btc_sold", "btc_held"] as const satisfies readonly MetricId[];

/** Months by how the figure is known, or why it is not. */
export interface Tally {
  readonly company: Company;
  readonly metric: MetricId;
  /** Months from the company's first to its last figure of any kind, within the selection's range. */
  readonly months: number;
  readonly known: Readonly<Record<Exclude<Evidence, "missing">, number>>;
  readonly missing: Readonly<Record<MissingReason, number>>;
  /** First and last month with this figure. */
  readonly first: Period | undefined;
  readonly last: Period | undefined;
}

export function tallyOf(figures: Figures, selection: Selection, company: Company, metric: MetricId): Tally {
  const months = reportingMonths(figures, selection, company);
  const cells = months.map((month) => figures.cell(company.id, metric, month, selection.evidence));
  const having = months.filter((_, at) => isKnown(cells[at] as Cell));
  const known = { reported: 0, derived: 0, policy: 0 };
  const missing = { notDisclosed: 0, notYetPublished: 0, notReporting: 0, quarterOnly: 0, nothingProduced: 0, doesNotReconcile: 0 };
  for (const cell of cells) {
    if (isKnown(cell)) known[cell.evidence]++;
    else missing[cell.reason]++;
  }
  return { company, metric, months: months.length, known, missing, first: having[0], last: having.at(-1) };
}

function reportingMonths(figures: Figures, selection: Selection, company: Company): Period[] {
  const span = figures.reportingSpan(company.id);
  return span ? periodRange(span.from, span.to).filter((month) => inRange(selection, month)) : [];
}

export const knownMonths = ({ known }: Tally): number => known.reported + known.derived + known.policy;

const COUNT = { kind: "number", unit: "" } as const;
/** Reasons that a month inside a company's reporting can have. */
const SHOWN_REASONS = ["notDisclosed", "quarterOnly", "doesNotReconcile"] as const;

export const COVERAGE_COLUMNS: readonly Column[] = [
  textColumn("company", "Company", "The company's short name."),
  textColumn("figure", "Figure", "Produced, sold or held."),
  textColumn("first", "First", "First month with this figure."),
  textColumn("last", "Last", "Last month with this figure."),
  { ...COUNT, key: "months", label: "Months", description: "Months from the company's first to its last figure of any kind." },
  numberColumn("known_pct", "Known", "%", "Share of those months in which this figure is known."),
  { ...COUNT, key: "reported", label: "Reported", description: "Months in which a source states it." },
  { ...COUNT, key: "derived", label: "Derived", description: "Months in which it follows from reported figures." },
  { ...COUNT, key: "policy", label: "By policy", description: "Months in which it follows from a stated policy." },
  { ...COUNT, key: "not_disclosed", label: "Not disclosed", description: "Months in which the company reported, but not this." },
  { ...COUNT, key: "quarter_only", label: "Quarter only", description: "Months of which only the quarter's total is known." },
  {
    ...COUNT,
    key: "does_not_reconcile",
    label: "Does not reconcile",
    description: "Months whose books do not add up, so nothing is derived.",
  },
];

const REASON_KEY: Record<(typeof SHOWN_REASONS)[number], string> = {
  notDisclosed: "not_disclosed",
  quarterOnly: "quarter_only",
  doesNotReconcile: "does_not_reconcile",
};

/** A count is computed from the record, so it is derived. */
function number(n: number, href?: string): TableCell {
  return { kind: "value", plain: String(n), text: String(n), evidence: "derived", sources: [], ...(href !== undefined && { href }) };
}

/** Of all three figures, or of the one that is asked for. */
export function coverageTable(figures: Figures, selection: Selection, only?: MetricId): Table {
  const companies = companiesInScope(figures, selection);
  const of = (metrics: readonly MetricId[]) =>
    companies.flatMap((company) => metrics.map((metric) => tallyOf(figures, selection, company, metric)));
  const words = coverageCounts(of(COVERED_METRICS));
  const tallies = of(only === undefined ? COVERED_METRICS : [only]);
  return {
    id: only === undefined ? "coverage" : coverageId(only),
    title: only === undefined ? "What is known of each company" : `What is known of each company: ${METRICS[only].label.toLowerCase()}`,
    ...(words && { sentence: words.map((part) => part.text).join("") }),
    columns: COVERAGE_COLUMNS,
    rows: tallies
      .filter(({ months }) => months > 0)
      .map((tally) => {
        const { company, metric, months, known, missing, first, last } = tally;
        const share = knownMonths(tally) / months;
        const month = (at: Period | undefined) =>
          at === undefined ? textCell("none") : textCell(shortPeriodName(at), figureAddress(company.id, at, metric, selection));
        return {
          key: `${company.id}-${metric}`,
          cells: {
            company: textCell(shortName(company), companyAddress(company.id, selection)),
            figure: textCell(METRICS[metric].label),
            first: month(first),
            last: month(last),
            months: number(months),
            known_pct: { kind: "value", plain: plainPercent(share), text: formatRatio(share), evidence: "derived", sources: [] },
            reported: number(known.reported),
            derived: number(known.derived),
            policy: number(known.policy),
            ...Object.fromEntries(SHOWN_REASONS.map((reason) => [REASON_KEY[reason], number(missing[reason])])),
          },
        };
      }),
  };
}

/** "Production is known for 85% of company-months, sales for 61%, holdings for 78%." Undefined without any. */
export function coverageCounts(tallies: readonly Tally[]): Sentence | undefined {
  const share = (metric: MetricId) => {
    const of = tallies.filter((tally) => tally.metric === metric);
    const months = of.reduce((sum, tally) => sum + tally.months, 0);
    return { months, text: formatRatio(of.reduce((sum, tally) => sum + knownMonths(tally), 0) / months) };
  };
  const produced = share("btc_produced");
  if (produced.months === 0) return undefined;
  return sentence`Of the ${grouped(produced.months)} company-months in which these companies report, production is known for ${produced.text}, sales for ${share("btc_sold").text} and holdings for ${share("btc_held").text}.`;
}

export const MONTH_COVERAGE_COLUMNS: readonly Column[] = [
  textColumn("period", "Month", "Calendar month (UTC)."),
  { ...COUNT, key: "produced", label: "Produced", description: "Companies whose production is known." },
  { ...COUNT, key: "sold", label: "Sold", description: "Companies whose sales are known." },
  { ...COUNT, key: "both", label: "Both", description: "Companies with both: they have a sell-through." },
  { ...COUNT, key: "both_reported", label: "Both reported", description: "Companies for which sources state both." },
  { ...COUNT, key: "held", label: "Held", description: "Companies whose holdings are known." },
];

/** How many companies have which figure, month by month, the newest first. */
export function monthCoverageTable(figures: Figures, selection: Selection): Table {
  const companies = companiesInScope(figures, selection);
  const months = selectedMonths(figures, selection);
  const rows = months
    .map((month) => {
      const having = (metric: MetricId, mode = selection.evidence) =>
        companies.filter((company) => isKnown(figures.cell(company.id, metric, month, mode)));
      const [produced, sold] = [having("btc_produced"), having("btc_sold")];
      const stated = having("btc_sold", "reported");
      const both = produced.filter((company) => sold.includes(company)).length;
      return {
        month,
        both,
        counts: {
          produced: produced.length,
          sold: sold.length,
          both,
          both_reported: having("btc_produced", "reported").filter((company) => stated.includes(company)).length,
          held: having("btc_held").length,
        },
      };
    })
    .reverse();
  const most = rows.reduce<(typeof rows)[number] | undefined>((best, row) => (!best || row.both > best.both ? row : best), undefined);
  return {
    id: "coverage-months",
    title: "Companies with figures, month by month",
    ...(most && {
      sentence: `Most companies, ${most.both} of ${companies.length}, have both production and sales known for ${shortPeriodName(most.month)}.`,
    }),
    columns: MONTH_COVERAGE_COLUMNS,
    rows: rows.map(({ month, counts }) => ({
      key: month,
      cells: {
        period: textCell(shortPeriodName(month), periodAddress(month, selection)),
        ...Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, number(n)])),
      },
    })),
  };
}

/** Months of the record within the selection's range; coverage is always told by the month. */
export function selectedMonths(figures: Figures, selection: Selection): Period[] {
  const span = recordSpan(figures);
  return span ? periodRange(span.from, span.to).filter((month) => inRange(selection, month)) : [];
}

export interface CoverageGrid {
  readonly months: readonly Period[];
  readonly rows: readonly { readonly company: Company; readonly cells: readonly TableCell[] }[];
}

export function coverageGrid(figures: Figures, selection: Selection, metric: MetricId): CoverageGrid {
  const months = selectedMonths(figures, selection);
  const rows = companiesInScope(figures, selection).map((company) => ({
    company,
    cells: months.map((month) =>
      metricCell(figures.cell(company.id, metric, month, selection.evidence), metric, { company: company.id, period: month, selection }),
    ),
  }));
  return { months, rows };
}

const slug = (metric: MetricId): string => metric.replace(/^btc_/, "").replaceAll("_", "-");

/** The page shows one metric at a time; this one where the address names none. */
export const FIRST_METRIC: MetricId = "btc_sold";

/** The page's own parameters for a metric. */
export const metricQuery = (metric: MetricId): { [name: string]: string } => (metric === FIRST_METRIC ? {} : { metric });

/** Id of a metric's grid: "coverage-grid-sold". */
export const gridId = (metric: MetricId): string => `coverage-grid-${slug(metric)}`;

/** Id of a metric's table of companies: "coverage-of-sold". */
export const coverageId = (metric: MetricId): string => `coverage-of-${slug(metric)}`;

/** The grid in long form: one line per company and month, with how the figure is known or why it is not. */
export function gridTable(figures: Figures, selection: Selection, metric: MetricId): Table {
  const { months, rows } = coverageGrid(figures, selection, metric);
  const column = metricField(metric);
  return {
    id: gridId(metric),
    title: `${METRICS[metric].label}: how each month is known`,
    columns: [
      textColumn("company", "Company", "The company's short name."),
      textColumn("period", "Month", "Calendar month (UTC)."),
      column,
      textColumn("known", "Known", "Reported, derived, by policy, or why it is missing."),
    ],
    rows: rows.flatMap(({ company, cells }) =>
      cells.map((cell, at) => ({
        key: `${company.id}-${months[at]}`,
        cells: {
          company: textCell(shortName(company), companyAddress(company.id, selection)),
          period: textCell(months[at] ?? ""),
          [column.key]: cell,
          known: textCell(
            cell.kind === "value" ? EVIDENCE_LABEL[cell.evidence] : cell.kind === "missing" ? MISSING_LABEL[cell.reason] : "",
          ),
        },
      })),
    ),
  };
}

/** A metric's grid and its table of companies. */
export const METRIC_CARDS: readonly Card[] = METRIC_IDS.flatMap((metric): Card[] => [
  tableCard({
    id: gridId(metric),
    page: "/coverage",
    query: metricQuery(metric),
    table: ({ figures, selection }) => gridTable(figures, selection, metric),
  }),
  tableCard({
    id: coverageId(metric),
    page: "/coverage",
    query: metricQuery(metric),
    table: ({ figures, selection }) => coverageTable(figures, selection, metric),
  }),
]);

/** Counted words for a grid; undefined for an empty one. */
export function gridSentence({ rows }: CoverageGrid, metric: MetricId): Sentence | undefined {
  const cells = rows.flatMap((row) => row.cells);
  const at = (level: string) => cells.filter((cell) => cell.kind === "value" && cell.evidence === level).length;
  const [reported, derived, policy] = [at("reported"), at("derived"), at("policy")];
  if (reported + derived + policy === 0) return undefined;
  const more = [derived > 0 ? `${derived} derived` : "", policy > 0 ? `${policy} by policy` : ""].filter((text) => text !== "");
  return sentence`${METRICS[metric].label}: ${count(reported, "company-month")} reported${more.map((text) => `, ${text}`).join("")}.`;
}
