/**
 * The question "where does every figure come from?": all facts of one company, those that disagree, and those that were replaced.
 * Figures + company → three tables, newest period first. Nothing is left out: losers stand beside the chosen fact with the reason.
 */
import { byPreference } from "@/domain/choose";
import { type Company, shortName } from "@/domain/company";
import type { Fact } from "@/domain/fact";
import type { Figures } from "@/domain/figures";
import { METRIC_IDS } from "@/domain/metric";
import { yearOf } from "@/domain/period";
import { correctionTable, restatementTable } from "../evidence/changes";
import { conflictTable } from "../evidence/conflictTable";
import { factTable } from "../evidence/explanation";
import { aboutOnly, ofCompany } from "../selection/scope";
import type { Selection } from "../selection/selection";
import type { Table } from "../table";
import { count } from "../words/words";

/** Every fact of the company, those that were replaced included; of one year when `year` is given. */
export function companyFacts(figures: Figures, company: Company, year?: number): Fact[] {
  const { facts, supersessions } = figures.record;
  return [...facts, ...supersessions.map(({ fact }) => fact)]
    .filter((fact) => fact.company === company.id && (year === undefined || yearOf(fact.period) === year))
    .sort((a, b) => {
      if (a.period !== b.period) return a.period > b.period ? -1 : 1;
      return a.metric === b.metric ? byPreference(a, b) : METRIC_IDS.indexOf(a.metric) - METRIC_IDS.indexOf(b.metric);
    });
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

/** Figures of the company on which sources differ, with the choice and its reason. */
export function companyConflicts(figures: Figures, selection: Selection, company: Company): Table {
  const table = ofCompany(conflictTable(figures, aboutOnly(company, selection)), company, "figures on which sources differ");
  const sentence =
    table.rows.length === 0
      ? `No two sources state different figures for ${shortName(company)}.`
      : `For ${count(table.rows.length, "figure")} sources state different numbers; the one used and the reason stand beside them.`;
  return { ...table, sentence };
}

/** Figures that a later source of the company's own gave anew. */
export function companyRestatements(figures: Figures, selection: Selection, company: Company): Table {
  const table = ofCompany(restatementTable(figures, aboutOnly(company, selection)), company, "figures that it restated");
  const sentence =
    table.rows.length === 0
      ? `No later release or filing of ${shortName(company)} gives another number for a month it had reported.`
      : `${shortName(company)} gave another number later ${count(table.rows.length, "time")}.`;
  return { ...table, sentence };
}

/** Facts of the company that the record itself replaced or withdrew. */
export function companyCorrections(figures: Figures, selection: Selection, company: Company): Table {
  const table = ofCompany(correctionTable(figures, aboutOnly(company, selection)), company, "corrections of the record");
  const sentence =
    table.rows.length === 0
      ? `No figure of ${shortName(company)} has been corrected or withdrawn since it was recorded.`
      : `${count(table.rows.length, "figure")} of ${shortName(company)} ${table.rows.length === 1 ? "has" : "have"} been corrected or withdrawn since being recorded; each stays here.`;
  return { ...table, sentence };
}
