/** All facts of one company, those that disagree and those replaced; facts not chosen stand beside the chosen one, with the reason. */
import { byPreference } from "@/domain/figures/choose";
import { type Company, shortName } from "@/domain/facts/company";
import type { Fact } from "@/domain/facts/fact";
import type { Figures } from "@/domain/figures/figures";
import { METRIC_IDS } from "@/domain/values/metric";
import { byTime, yearOf } from "@/domain/values/period";
import type { Asked, AskedCompany } from "../asked";
import { card } from "../card";
import { CORRECTION_COLUMNS, correctionRow, corrections, RESTATEMENT_COLUMNS, restatementRow, restatements } from "../evidence/changes";
import { CONFLICT_COLUMNS, conflictRow, selectedConflicts } from "../evidence/conflictTable";
import { FACT_COLUMNS, factRow } from "../evidence/factTable";
import type { Table } from "../tables/table";
import { count } from "../words/phrases";

/** Every fact of the company, including replaced ones; only those of `year` when it is given. */
export function companyFacts(figures: Figures, company: Company, year?: number): Fact[] {
  const replaced = figures.record.supersessions.flatMap(({ fact }) => (fact.company === company.id ? [fact] : []));
  return [...figures.factsOf(company.id), ...replaced]
    .filter((fact) => year === undefined || yearOf(fact.period) === year)
    .sort((a, b) => {
      if (a.period !== b.period) return byTime(b.period, a.period);
      return a.metric === b.metric ? byPreference(a, b) : METRIC_IDS.indexOf(a.metric) - METRIC_IDS.indexOf(b.metric);
    });
}

/** The years for which the company has facts, newest first. */
export const factYears = (figures: Figures, company: Company): number[] =>
  [...new Set(companyFacts(figures, company).map((fact) => yearOf(fact.period)))].sort((a, b) => b - a);

/** How many figures of the company the record has, from how many sources; only those of `year` when it is given. */
export function factsSentence(company: Company, facts: readonly Fact[], year?: number): string {
  const sources = new Set(facts.map((fact) => fact.source.address)).size;
  const when = year === undefined ? "" : ` of ${year}`;
  if (facts.length === 0) return `The record has no figure${when} for ${shortName(company)}.`;
  return `The record has ${count(facts.length, "figure")}${when} for ${shortName(company)}, from ${count(sources, "source")}.`;
}

export const factsCard = card({
  id: "facts-:company",
  page: "/companies/:company/facts",
  title: ({ company }) => `${shortName(company)}: every figure with its source`,
  entries: ({ figures, company }) => companyFacts(figures, company),
  sentence: ({ company }, facts) => factsSentence(company, facts),
  row: factRow,
  columns: FACT_COLUMNS,
});

export function factsOfYear(asked: AskedCompany, year: number): Table {
  const { figures, company } = asked;
  const facts = companyFacts(figures, company, year);
  return {
    ...factsCard.tableOf(asked, facts),
    title: `${shortName(company)}: every figure of ${year} with its source`,
    sentence: factsSentence(company, facts, year),
  };
}

/** The question of a company's page to the whole record: that company alone, over all of its time. */
const aboutOnly = ({ figures, selection, company }: AskedCompany): Asked => ({
  figures,
  selection: { ...selection, companies: [company.id], from: null, to: null },
});

/** Figures of the company for which sources differ, with the choice and its reason. */
export const companyConflictsCard = card({
  id: "conflicts-:company",
  page: "/companies/:company",
  title: ({ company }) => `${shortName(company)}: figures on which sources differ`,
  entries: (asked) => selectedConflicts(aboutOnly(asked)),
  sentence: ({ company }, { length }) =>
    length === 0
      ? `No two sources state different figures for ${shortName(company)}.`
      : `Sources state different numbers for ${count(length, "figure")}; each row names the one used, and why.`,
  row: conflictRow,
  columns: CONFLICT_COLUMNS,
});

/** Figures of the company restated by a later source of its own. */
export const companyRestatementsCard = card({
  id: "restatements-:company",
  page: "/companies/:company",
  title: ({ company }) => `${shortName(company)}: figures that it restated`,
  entries: (asked) => restatements(aboutOnly(asked)),
  sentence: ({ company }, { length }) =>
    length === 0
      ? `No later release or filing of ${shortName(company)} gives another number for a month it had reported.`
      : `${shortName(company)} ${length === 1 ? "once gave another number later" : `gave another number later ${count(length, "time")}`}.`,
  row: restatementRow,
  columns: RESTATEMENT_COLUMNS,
});

/** Facts of the company that the record itself replaced or withdrew. */
export const companyCorrectionsCard = card({
  id: "corrections-:company",
  page: "/companies/:company",
  title: ({ company }) => `${shortName(company)}: corrections of the record`,
  entries: (asked) => corrections(aboutOnly(asked)),
  sentence: ({ company }, { length }) =>
    length === 0
      ? `No figure of ${shortName(company)} has been corrected or withdrawn since it was recorded.`
      : `${count(length, "figure")} of ${shortName(company)} ${length === 1 ? "has" : "have"} been corrected or withdrawn since ${length === 1 ? "it was" : "they were"} recorded; ${length === 1 ? "it is" : "all are"} listed here.`,
  row: correctionRow,
  columns: CORRECTION_COLUMNS,
});
