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
