/**
 * The question "who are the miners, and what does each do with its bitcoin?": one row per company with its stance, its latest production
 * and treasury, what it sold lately and how much of its past is known.
 * Figures + selection → rows of figures, and the table drawn from them. "Latest" is the company's own latest month, and says which.
 */
import { type Evidence, isKnown, type KnownCell, weaker } from "@/domain/cell";
import { type Company, shortName } from "@/domain/company";
import type { Figures, ReportingSpan } from "@/domain/figures";
import type { MetricId } from "@/domain/metric";
import { monthOfDay, type Period, periodRange } from "@/domain/period";
import { formatRatio, hasRatio, plainPercent, sellThrough } from "@/domain/sellThrough";
import { differsFromPolicy, POLICY_LABEL, STANCE_LABEL, type StanceFinding, stanceAt, statedPolicy } from "@/domain/stance";
import { companyAddress, periodAddress } from "../selection/address";
import { metricCell, metricField, missingCell, textCell } from "../words/cells";
import { listingsIn } from "./companyPortrait";
import { kept } from "../selection/kept";
import type { Selection } from "../selection/selection";
import type { Column, Row, Table, TableCell, TableEvidence } from "../table";
import { shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

interface Latest {
  readonly month: Period;
  readonly cell: KnownCell;
}

export interface CompanySummary {
  readonly company: Company;
  /** undefined: no figure at all. */
  readonly span: ReportingSpan | undefined;
  readonly stance: StanceFinding | undefined;
  readonly produced: Latest | undefined;
  readonly held: Latest | undefined;
  /** Share of the months of its reporting span for which sell-through is known, 0 to 1; undefined without a span. */
  readonly coverage: number | undefined;
}

/** All companies of the record, or the hand-picked ones, in the record's order. */
export const companySummaries = kept((figures: Figures, selection: Selection): readonly CompanySummary[] => {
  const picked = figures.record.companies.filter((c) => selection.companies.length === 0 || selection.companies.includes(c.id));
  return picked.map((company) => summaryOf(figures, selection, company));
});

export function summaryOf(figures: Figures, selection: Selection, company: Company): CompanySummary {
  const span = figures.reportingSpan(company.id);
  const months = span ? periodRange(span.from, span.to) : [];
  const latest = (metric: MetricId): Latest | undefined => {
    for (const month of months.toReversed()) {
      const cell = figures.cell(company.id, metric, month, selection.evidence);
      if (isKnown(cell)) return { month, cell };
    }
    return undefined;
  };
  const known = months.filter((month) => hasRatio(sellThrough(figures, company.id, month, selection.basis, selection.evidence))).length;
  return {
    company,
    span,
    stance: span && stanceAt(figures, company.id, span.to, selection.evidence),
    produced: latest("btc_produced"),
    held: latest("btc_held"),
    coverage: months.length === 0 ? undefined : known / months.length,
  };
}

export const COMPANIES_COLUMNS: readonly Column[] = [
  textColumn("company", "Company", "The company's short name."),
  textColumn("listing", "Listed on", "Where its shares trade now, with the ticker."),
  textColumn(
    "stance",
    "Stance",
    "By sell-through over its last three months with data: holds below 5%, sells some, sells all 95–105%, sells more above.",
  ),
  { ...textColumn("policy", "Stated policy", "What the company had said for that time, and whether its deeds differ."), sourced: true },
  numberColumn(
    "trailing_sell_through_pct",
    "Sold, last 3 months",
    "%",
    "Sold as a share of produced, gross, over its last three months with data; the year before its last figure is looked at.",
  ),
  { ...metricField("btc_produced"), description: "Produced in its latest month with a figure." },
  textColumn("produced_month", "in", "The month that the production is of."),
  { ...metricField("btc_held"), description: "Held at its latest month's end with a figure." },
  textColumn("held_month", "end of", "The month that the treasury is of."),
  numberColumn("coverage_pct", "Coverage", "%", "Share of the months from its first to its last figure for which sell-through is known."),
  textColumn("first_figure", "First figure", "First month with any figure."),
  textColumn("last_figure", "Last figure", "Last month with any figure."),
];

export function companiesTable(figures: Figures, selection: Selection, summaries: readonly CompanySummary[]): Table {
  return {
    id: "companies",
    title: "The miners, what they do and how much of it is known",
    columns: COMPANIES_COLUMNS,
    rows: summaries.map((summary) => summaryRow(figures, selection, summary)),
  };
}

function summaryRow(figures: Figures, selection: Selection, { company, span, stance, produced, held, coverage }: CompanySummary): Row {
  const href = companyAddress(company.id, selection);
  const last = stance?.months[0]?.month ?? span?.to;
  const policy = last === undefined ? undefined : statedPolicy(figures, company.id, last);
  const byWord = stance?.months.every(({ sellThrough: value }) => value.cells.sold.evidence === "policy") ?? false;
  const differs = stance !== undefined && policy !== undefined && !byWord && differsFromPolicy(stance.stance, policy.policy);
  const of = (metric: "btc_produced" | "btc_held", latest: Latest | undefined): TableCell =>
    latest
      ? metricCell(latest.cell, metric, { company: company.id, period: latest.month, selection })
      : missingCell({ evidence: "missing", reason: span ? "notDisclosed" : "notReporting" }, href);
  const month = (at: Period | undefined): TableCell =>
    at === undefined ? textCell("") : textCell(shortPeriodName(at), periodAddress(at, selection));
  return {
    key: company.id,
    href,
    cells: {
      company: textCell(shortName(company), href),
      listing: textCell(listingsIn(company, monthOfDay(figures.today))),
      stance: textCell(stance ? `${STANCE_LABEL[stance.stance]}${byWord ? ", by its word" : ""}` : "not known", href),
      policy: policy
        ? textCell(POLICY_LABEL[policy.policy], policy.sourceUrl, differs ? "Deeds differ." : undefined)
        : textCell("none stated"),
      trailing_sell_through_pct: trailingCell(stance, href),
      produced_btc: of("btc_produced", produced),
      produced_month: month(produced?.month),
      held_btc: of("btc_held", held),
      held_month: month(held?.month),
      coverage_pct: coverageCell(coverage, `${href}#history-${company.id}`),
      first_figure: month(span?.from),
      last_figure: month(span?.to),
    },
  };
}

function trailingCell(stance: StanceFinding | undefined, href: string): TableCell {
  if (!stance) return missingCell({ evidence: "missing", reason: "notDisclosed" }, href);
  const ratio = stance.sold / stance.produced;
  const evidence = stance.months.reduce<Evidence>((level, { sellThrough: value }) => weaker(level, value.evidence), "reported");
  const months = stance.months.length;
  return {
    kind: "value",
    plain: plainPercent(ratio),
    text: formatRatio(ratio),
    evidence: evidence as TableEvidence,
    href,
    sources: [],
    ...(months < 3 && { note: `Only ${months === 1 ? "one month" : "two months"} of its last year known.` }),
  };
}

function coverageCell(share: number | undefined, href: string): TableCell {
  if (share === undefined) return missingCell({ evidence: "missing", reason: "notReporting" }, href);
  return { kind: "value", plain: plainPercent(share), text: formatRatio(share), evidence: "derived", href, sources: [] };
}
