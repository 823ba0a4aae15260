/** The list of companies: a row per company with stance, its own latest month, and how much is known. */
import { wholeAnswers } from "@/domain/figures/answers";
import { isKnown, type KnownCell, missing, weakest } from "@/domain/facts/cell";
import type { Company } from "@/domain/facts/company";
import type { ReportingSpan } from "@/domain/figures/figures";
import type { MetricId } from "@/domain/values/metric";
import { lastMonth, lengthOf, monthOfDay, type Period, periodRange } from "@/domain/values/period";
import { type Basis, hasRatio, SELL_THROUGH_MEANING, sellThrough } from "@/domain/measures/sellThrough";
import { isByPolicyOnly, STANCE_MEANING, STANCE_PERIODS, latestStance, type StanceFinding } from "@/domain/measures/stance";
import type { Asked } from "../asked";
import { card } from "../card";
import { companyAddress } from "../selection/address";
import { selectedPeriods, chosenCompanies } from "../selection/scope";
import { memoize } from "../selection/memoize";
import type { TableCell } from "../tables/table";
import { metricCell, metricField, missingCell, shareCell, textCell, unknownCell } from "../words/cells";
import { basisOf, columnsOf, companyColumn, companyRow, periodCell, sellThroughColumn } from "../words/columns";
import { listingsIn } from "./companyPortrait";
import { capitalized, periodName, shortPeriodName } from "../words/phrases";
import { policyCell, stanceText, testedPolicyCell } from "../words/stanceWords";

interface Latest {
  readonly month: Period;
  readonly cell: KnownCell;
}

export interface CompanySummary {
  readonly company: Company;
  /** Undefined: no figure at all. */
  readonly span: ReportingSpan | undefined;
  readonly stance: StanceFinding | undefined;
  readonly produced: Latest | undefined;
  readonly held: Latest | undefined;
  /** Share of the months of its reporting span for which sell-through is known, 0 to 1; undefined without a span. */
  readonly coverage: number | undefined;
}

/** All companies of the record, or the hand-picked ones, in the record's order. */
export const companySummaries = memoize((asked: Asked): readonly CompanySummary[] =>
  chosenCompanies(asked).map((company) => summaryOf(asked, company)),
);

/** Each finding is a lazy getter: a list is ordered by one of them and shows only its first rows. */
function summaryOf({ figures, selection: { basis, evidence } }: Asked, company: Company): CompanySummary {
  const span = figures.reportingSpan(company.id);
  return {
    company,
    span,
    get stance() {
      return latestStance(figures, company, evidence);
    },
    get produced() {
      return latest.btc_produced(figures, company, evidence);
    },
    get held() {
      return latest.btc_held(figures, company, evidence);
    },
    get coverage() {
      return coverage[basis](figures, company, evidence);
    },
  };
}

const monthsOf = (span: ReportingSpan | undefined): Period[] => (span ? periodRange(span.from, span.to) : []);

const latestOf = (metric: MetricId) =>
  wholeAnswers((figures, { id }, mode): Latest | undefined => {
    for (const month of monthsOf(figures.reportingSpan(id)).reverse()) {
      const cell = figures.cell(id, metric, month, mode);
      if (isKnown(cell)) return { month, cell };
    }
    return undefined;
  });

const latest = { btc_produced: latestOf("btc_produced"), btc_held: latestOf("btc_held") } as const;

const coverageBy = (basis: Basis) =>
  wholeAnswers((figures, { id }, mode): number | undefined => {
    const months = monthsOf(figures.reportingSpan(id));
    const known = months.filter((month) => hasRatio(sellThrough(figures, id, month, basis, mode)));
    return months.length === 0 ? undefined : known.length / months.length;
  });

const coverage = { gross: coverageBy("gross"), net: coverageBy("net") } as const;

const column = columnsOf<CompanySummary>();

const monthCell = (at: Period | undefined, { selection }: Asked): TableCell =>
  at === undefined ? textCell("") : periodCell(at, selection);

/** Column of the latest figure of a metric, with the month that it is for. */
const latestColumn = (metric: "btc_produced" | "btc_held", description: string, latest: (entry: CompanySummary) => Latest | undefined) => ({
  ...metricField(metric),
  description,
  cell: (entry: CompanySummary, { figures, selection }: Asked, href?: string): TableCell => {
    const found = latest(entry);
    if (!found) return missingCell(missing(entry.span ? "notDisclosed" : "notReporting"), href);
    const place = { company: entry.company.id, period: found.month, selection };
    return metricCell(found.cell, metric, place, metric === "btc_held" ? basisOf(figures, found.cell) : "");
  },
});

export const companiesCard = card({
  id: "companies",
  page: "/companies",
  title: "The miners, what they do and how much of it is known",
  entries: companySummaries,
  row: companyRow,
  columns: [
    companyColumn,
    column.text("listing", "Listed on", "Where its shares trade now, with the ticker.", ({ company }, { figures }) =>
      listingsIn(company, monthOfDay(figures.today)),
    ),
    column.text("stance", "What it does", STANCE_MEANING, ({ stance }, _, href) =>
      textCell(stanceText(stance?.stance, stance && isByPolicyOnly(stance)), href),
    ),
    column.sourced(
      "policy",
      "Stated policy",
      "What the company had said for that time, and whether its deeds differ.",
      ({ company, span, stance }, { figures, selection }) => {
        const last = (stance && lastMonth(stance.periods[0].period)) ?? span?.to;
        return last === undefined ? policyCell(undefined) : testedPolicyCell(figures, company, last, selection.evidence);
      },
    ),
    column.number(
      "trailing_sell_through_pct",
      "Sold, latest three months",
      `${capitalized(SELL_THROUGH_MEANING)}, gross, over ${STANCE_PERIODS}, within the year before its last figure.`,
      ({ stance }, _, href) => trailingCell(stance, href),
    ),
    latestColumn("btc_produced", "Produced in its latest month with a figure.", ({ produced }) => produced),
    column.text("produced_month", "in", "The month that the production is of.", ({ produced }, asked) => monthCell(produced?.month, asked)),
    latestColumn("btc_held", "Held at the end of its latest month with a figure.", ({ held }) => held),
    column.text("held_month", "end of", "The month at whose end that was held.", ({ held }, asked) => monthCell(held?.month, asked)),
    column.number(
      "coverage_pct",
      "Coverage",
      "Share of the months from its first to its last figure for which sell-through is known.",
      ({ company, coverage }, { selection }) => {
        const href = `${companyAddress(company.id, selection)}#history-${company.id}`;
        return coverage === undefined ? missingCell(missing("notReporting"), href) : shareCell(coverage, "derived", href);
      },
    ),
    column.text("first_figure", "First figure", "First month with any figure.", ({ span }, asked) => monthCell(span?.from, asked)),
    column.text("last_figure", "Last figure", "Last month with any figure.", ({ span }, asked) => monthCell(span?.to, asked)),
  ],
});

/** Sell-through of each company by period: the table behind the small multiples. A gap has its reason, and is never a 0. */
export const sparksCard = card({
  id: "company-sparks",
  page: "/companies",
  title: "Sell-through of each company over time",
  entries: (asked) => companySummaries(asked).map(({ company }) => ({ company })),
  sentence: () =>
    "Sold ÷ produced. All are drawn on the same axes, from 0 to 200%; the broken line is 100%, a gap is a period without both figures, an arrow lies beyond the axis.",
  row: companyRow,
  columns: (asked) => [
    companyColumn,
    ...selectedPeriods(asked).map((period) => ({
      ...sellThroughColumn,
      key: `sell_through_pct_${period}`,
      label: shortPeriodName(period),
      description: `Sold ÷ produced, ${periodName(period)}.`,
      cell: ({ company }: { readonly company: Company }, asked: Asked) => sellThroughColumn.cell({ company, period }, asked),
    })),
  ],
});

function trailingCell(stance: StanceFinding | undefined, href: string | undefined): TableCell {
  if (!stance) return unknownCell(href);
  const evidence = weakest(stance.periods.map(({ sellThrough: value }) => value));
  const months = stance.periods.reduce((sum, { period }) => sum + lengthOf(period), 0);
  const note = months < 3 ? `Only ${months === 1 ? "one month of its last year is" : "two months of its last year are"} known.` : undefined;
  return shareCell(stance.sold / stance.produced, evidence, href, note);
}
