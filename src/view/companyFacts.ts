/**
 * The question "where does every figure come from?": all facts of one company, those that disagree, and those that were replaced.
 * Figures + company → three tables, newest period first. Nothing is left out: losers stand beside the chosen fact with the reason.
 */
import { type Company, shortName } from "@/domain/company";
import { type Conflict, conflictsOf } from "@/domain/conflicts";
import type { Fact } from "@/domain/fact";
import type { Figures } from "@/domain/figures";
import { formatMetric, METRICS } from "@/domain/metric";
import { yearOf } from "@/domain/period";
import type { Supersession } from "@/domain/record";
import { formatRatio } from "@/domain/sellThrough";
import { figureAddress } from "./address";
import { sourcesOf, textCell } from "./cells";
import { factTable } from "./explanation";
import type { Selection } from "./selection";
import type { Column, Row, Table, TableCell } from "./table";
import { count, dayName, shortPeriodName } from "./words";

/** Every fact of the company, those that were replaced included; of one year when `year` is given. */
export function companyFacts(figures: Figures, company: Company, year?: number): Fact[] {
  const { facts, supersessions } = figures.record;
  return [...facts, ...supersessions.map(({ fact }) => fact)]
    .filter((fact) => fact.company === company.id && (year === undefined || yearOf(fact.period) === year))
    .sort((a, b) => (a.period === b.period ? a.id - b.id : a.period > b.period ? -1 : 1));
}

/** The years that the company has facts of, newest first. */
export function factYears(figures: Figures, company: Company): number[] {
  return [...new Set(companyFacts(figures, company).map((fact) => yearOf(fact.period)))].sort((a, b) => b - a);
}

export function factsTable(figures: Figures, company: Company, year?: number): Table {
  const facts = companyFacts(figures, company, year);
  const sources = new Set(facts.map((fact) => fact.source.address)).size;
  const when = year === undefined ? "" : ` of ${year}`;
  const table = factTable(figures, facts, `${shortName(company)}: every figure${when} with its source`);
  const sentence = `The record has ${count(facts.length, "figure")}${when} for ${shortName(company)}, from ${count(sources, "source")}.`;
  return { ...table, id: `facts-${company.id}`, sentence };
}

const text = (key: string, label: string, description: string): Column => ({ key, label, kind: "text", unit: "", description });
const number = (key: string, label: string, unit: Column["unit"], description: string): Column => ({
  key,
  label,
  kind: "number",
  unit,
  description,
});

const CONFLICT_COLUMNS: readonly Column[] = [
  text("period", "Period", "Period that the figures speak of."),
  text("metric", "Figure", "What is stated, with its unit."),
  number("chosen", "Chosen", "", "The figure that the record uses, and its source."),
  text("against", "Also stated", "What other sources state, each linked to its explanation."),
  number("spread_pct", "Apart", "%", "Largest distance from the chosen figure, as a share of it."),
  text("why", "Why this one", "The rule or the decision that chose it."),
];

export function conflictsTable(figures: Figures, selection: Selection, company: Company): Table {
  const conflicts = conflictsOf(figures).filter((conflict) => conflict.company.id === company.id);
  const name = shortName(company);
  return {
    id: `conflicts-${company.id}`,
    title: `${name}: figures on which sources differ`,
    sentence:
      conflicts.length === 0
        ? `No two sources state different figures for ${name}.`
        : `For ${count(conflicts.length, "figure")} sources state different numbers; the one used and the reason stand beside them.`,
    columns: CONFLICT_COLUMNS,
    rows: conflicts.map((conflict) => conflictRow(conflict, selection)),
  };
}

function conflictRow({ choice: { chosen }, against, spread, why }: Conflict, selection: Selection): Row {
  const href = figureAddress(chosen.company, chosen.period, chosen.metric, selection);
  const percent = spread === undefined ? undefined : String(Math.round(spread * 10_000) / 100);
  return {
    key: `${chosen.metric} ${chosen.period}`,
    cells: {
      period: textCell(shortPeriodName(chosen.period), href),
      metric: textCell(`${METRICS[chosen.metric].label}, ${METRICS[chosen.metric].unit}`),
      chosen: factCell(chosen, href),
      against: textCell(against.map((fact) => `${formatMetric(fact.metric, fact.value)} (${fact.source.publisher})`).join("; "), href),
      spread_pct:
        percent === undefined || spread === undefined
          ? textCell("the chosen figure is 0")
          : { kind: "value", plain: percent, text: formatRatio(spread), evidence: "derived", sources: [] },
      why: textCell(why),
    },
  };
}

const factCell = (fact: Fact, href: string): TableCell => ({
  kind: "value",
  plain: fact.written,
  text: formatMetric(fact.metric, fact.value),
  evidence: "reported",
  href,
  sources: sourcesOf([fact]),
});

const RESTATEMENT_COLUMNS: readonly Column[] = [
  text("period", "Period", "Period that the figure speaks of."),
  text("metric", "Figure", "What is stated, with its unit."),
  number("before", "Before", "", "The figure that no longer counts, and its source."),
  number("after", "After", "", "The figure that replaced it, and its source."),
  text("reason", "Reason", "Why it was replaced or withdrawn."),
  text("recorded_on", "Recorded", "Day on which the record was changed."),
];

/** What was replaced or withdrawn, the latest change first. */
export function restatementsTable(figures: Figures, selection: Selection, company: Company): Table {
  const changes = figures.record.supersessions
    .filter(({ fact }) => fact.company === company.id)
    .sort((a, b) => (a.recordedOn > b.recordedOn ? -1 : 1));
  const name = shortName(company);
  return {
    id: `restatements-${company.id}`,
    title: `${name}: restated and withdrawn figures`,
    sentence:
      changes.length === 0
        ? `No figure of ${name} has been restated or withdrawn since it was recorded.`
        : `${count(changes.length, "figure")} of ${name} ${changes.length === 1 ? "has" : "have"} been restated or withdrawn since being recorded; each stays here.`,
    columns: RESTATEMENT_COLUMNS,
    rows: changes.map((change) => restatementRow(change, selection)),
  };
}

function restatementRow({ fact, by, reason, recordedOn }: Supersession, selection: Selection): Row {
  const href = figureAddress(fact.company, fact.period, fact.metric, selection);
  return {
    key: String(fact.id),
    cells: {
      period: textCell(shortPeriodName(fact.period), href),
      metric: textCell(`${METRICS[fact.metric].label}, ${METRICS[fact.metric].unit}`),
      before: factCell(fact, href),
      after: by ? factCell(by, href) : textCell("withdrawn"),
      reason: textCell(reason),
      recorded_on: textCell(dayName(recordedOn)),
    },
  };
}
