/** Computed files of the data package: every cell, and the pooled sell-through of every panel, as rows. */
import { compareText } from "@/domain/shared/group";
import { plainAmount } from "@/domain/values/amount";
import { type Derivation, type Cell, EVIDENCE_LEVELS, isKnown, type KnownCell, MISSING_REASONS } from "@/domain/facts/cell";
import type { Company } from "@/domain/facts/company";
import { EVIDENCE_MODES, type Figures, recordSpan, type ReportingSpan } from "@/domain/figures/figures";
import { METRIC_IDS, type MetricId, METRICS } from "@/domain/values/metric";
import { isPooled, type Pool, pool, THIN_COMPANIES } from "@/domain/measures/panel";
import { calendarPeriods, kindOf, lastMonth, type Period } from "@/domain/values/period";
import { RECORD_FILES } from "@/domain/facts/recordFiles";
import { type Basis, hasRatio, plainPercent, sellThrough } from "@/domain/measures/sellThrough";
import { type FlatField, joinedAddresses, number, text } from "../tables/flat";
import { LEVELS_MEANING } from "../tables/jsonSchema";
import { amountField, columnField, companyKey, type Field, type Resource, stringField, wordField } from "./resource";

const SELL_THROUGH_METRIC = "sell_through_pct";

const DERIVATIONS = ["sum", "difference", "holdings", "ratio"] as const satisfies readonly (Derivation | "ratio")[];

const { company: COMPANY, period: PERIOD } = RECORD_FILES.facts.columns;
const SUBJECT = [columnField("company", COMPANY), columnField("period", PERIOD)] as const;

const CELLS: Resource<Figures> = {
  name: "cells",
  title: "Cells",
  description:
    "What is shown for each company, metric and period, with how it is known. Periods in which a company did not report are left out; a stock stands under the month at whose end it was counted. The reasons for what is missing are as of the day of the data version.",
  fields: [
    ...SUBJECT,
    wordField("metric", "What is measured; sell_through_pct is sold ÷ produced.", [...METRIC_IDS, SELL_THROUGH_METRIC]),
    amountField("value", "The figure in its unit; empty: missing."),
    wordField("unit", "Unit of the value.", ["BTC", "USD", "USD/BTC", "EH/s", "%"]),
    wordField("evidence", LEVELS_MEANING, EVIDENCE_LEVELS),
    wordField("derivation", "How a derived figure was computed.", DERIVATIONS, false),
    wordField("missing", "Why there is no value.", MISSING_REASONS, false),
    stringField("sources", "Web addresses of the facts and policies behind the value, with a blank between them."),
  ],
  primaryKey: ["company", "period", "metric"],
  foreignKeys: [companyKey("company")],
  *rows(figures) {
    for (const company of [...figures.record.companies].sort((a, b) => compareText(a.id, b.id))) {
      const span = figures.reportingSpan(company.id);
      if (!span) continue;
      for (const period of periodsIn(span)) {
        for (const metric of METRIC_IDS) {
          if (METRICS[metric].kind === "stock" && kindOf(period) !== "month") continue;
          yield cellRow(company, period, metric, figures.cell(company.id, metric, period));
        }
        yield ratioRow(figures, company, period);
      }
    }
  },
};

function cellRow(company: Company, period: Period, metric: MetricId, cell: Cell): FlatField[] {
  const { unit } = METRICS[metric];
  const head = [text(company.id), text(period), text(metric)];
  if (!isKnown(cell)) return [...head, null, text(unit), text("missing"), null, text(cell.reason), null];
  const derivation = cell.evidence === "derived" ? cell.derivation : "";
  const sources = joinedAddresses(behind(cell));
  return [...head, number(plainAmount(cell.value, unit)), text(unit), text(cell.evidence), text(derivation), null, text(sources)];
}

function ratioRow(figures: Figures, company: Company, period: Period): FlatField[] {
  const value = sellThrough(figures, company.id, period, "gross", "best");
  const head = [text(company.id), text(period), text(SELL_THROUGH_METRIC)];
  if (!hasRatio(value)) return [...head, null, text("%"), text("missing"), null, text(value.reason), null];
  const sources = joinedAddresses([...behind(value.cells.sold), ...behind(value.cells.produced)]);
  return [...head, number(plainPercent(value.ratio)), text("%"), text(value.evidence), text("ratio"), null, text(sources)];
}

/** Source addresses of a cell: the policy's before those of the production that it was applied to. */
const behind = (cell: KnownCell): string[] => [
  ...(cell.evidence === "policy" ? [cell.policy.sourceUrl] : []),
  ...cell.facts.map((fact) => fact.source.address),
];

const countField = (name: string, description: string): Field => ({
  ...{ name, type: "integer", description },
  constraints: { required: true, minimum: 0 },
});

const PANELS = ["nasdaq", "largest15", "all"] as const;
const BASES: readonly Basis[] = ["gross", "net"];

const AGGREGATES: Resource<Figures> = {
  name: "aggregates",
  title: "Pooled sell-through",
  description:
    "Sold ÷ produced, both added up over the same companies, for each month, quarter and year, panel, basis and evidence. Of a panel those companies are counted of which both figures are known.",
  fields: [
    SUBJECT[1],
    wordField(
      "panel",
      "nasdaq: Nasdaq-listed in that month. largest15: the 15 of those that produced most. all: all tracked companies.",
      PANELS,
    ),
    wordField("basis", "gross: sales alone. net: sales less market purchases.", BASES),
    wordField(
      "evidence",
      "best: every level of evidence. firsthand: the same without second-hand facts. reported: reported figures alone.",
      EVIDENCE_MODES,
    ),
    amountField("sell_through_pct", "Sold ÷ produced, in percent; empty: no company has both figures."),
    amountField("sold_btc", "Bitcoin sold by the companies counted (net: less purchases)."),
    amountField("produced_btc", "Bitcoin produced by the companies counted."),
    countField("companies", "How many companies are counted."),
    countField(
      "expected_companies",
      "Companies passing the same filter that may be expected to have produced: known, or at their latest known rate.",
    ),
    amountField(
      "expected_produced_btc",
      "What they may be expected to have produced: their known production, else their latest known monthly rate, carried on for up to four quarters.",
      true,
    ),
    stringField("members", "The companies counted, by their slug, with a blank between them."),
    {
      name: "thin",
      type: "boolean",
      description: `Fewer than ${THIN_COMPANIES} companies, or less than half of the expected production.`,
      constraints: { required: true },
    },
    amountField("sold_reported_btc", "Part of sold that sources state."),
    amountField("sold_derived_btc", "Part of sold that was computed from reported figures."),
    amountField("sold_policy_btc", "Part of sold that follows from a stated policy."),
  ],
  primaryKey: ["period", "panel", "basis", "evidence"],
  *rows(figures) {
    const span = recordSpan(figures);
    if (!span) return;
    for (const period of periodsIn(span)) {
      for (const panel of PANELS) {
        for (const basis of BASES) {
          for (const mode of EVIDENCE_MODES) yield poolRow(pool(figures, { period, filter: { kind: panel }, basis, mode }));
        }
      }
    }
  },
};

function poolRow({ question, members, ratio, sold, produced, coverage, thin, soldBy }: Pool): FlatField[] {
  const btc = (sats: number): FlatField => (members.length === 0 ? null : number(plainAmount(sats, "BTC")));
  return [
    ...[question.period, question.filter.kind, question.basis, question.mode].map(text),
    isPooled(ratio) ? number(plainPercent(ratio)) : null,
    ...[sold, produced].map(btc),
    ...[members.length, coverage.expectedCompanies].map((count) => number(String(count))),
    number(plainAmount(coverage.expectedProduced, "BTC")),
    members.length === 0 ? null : text(members.map(({ company }) => company.id).join(" ")),
    text(String(thin)),
    ...[soldBy.reported, soldBy.derived, soldBy.policy].map(btc),
  ];
}

/** Months, quarters and years that a span touches, sorted by name. */
function periodsIn({ from, to }: ReportingSpan): Period[] {
  return calendarPeriods({ from, to: lastMonth(to) }).sort(compareText);
}

export const COMPUTED_FILES: readonly Resource<Figures>[] = [CELLS, AGGREGATES];
