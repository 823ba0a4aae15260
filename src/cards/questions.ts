/**
 * The register of questions: every table that a page shows, by its id, so that downloads, pictures, embeds and the API answer with the
 * very table that the page draws. A new card on a page means a line here.
 * Table id + figures + selection → Table, or undefined when no question has that id.
 */
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import type { Period } from "@/domain/period";
import { headlineTable } from "./months/headline";
import { amountTable, periodTable, shareTable } from "./months/periodTable";
import { companiesTable, companySummaries } from "./companies/companies";
import { deedsTable, statementsTable } from "./companies/companyDeeds";
import { dollarsTable } from "./companies/companyDollars";
import { companyConflicts, companyCorrections, companyRestatements, factsTable } from "./companies/companyFacts";
import { hashrateTable } from "./companies/companyHashrate";
import { historyTable } from "./companies/companyHistory";
import { holdingsTable } from "./companies/companyHoldings";
import { ledgerTable } from "./companies/companyLedger";
import { sparksTable } from "./companies/companySparks";
import { correctionTable, restatementTable } from "./evidence/changes";
import { booksTable, conflictTable } from "./evidence/conflictTable";
import { coverageTable, METRIC_QUESTIONS, monthCoverageTable } from "./evidence/coverage";
import { contentsTable, growthTable, metricCountTable, publisherTable, sourceKindTable } from "./evidence/dataPortrait";
import { decisionTable } from "./evidence/decisions";
import { mapTable } from "./map";
import { COMPARE_QUESTIONS } from "./compare/compare";
import { pooledTable, pools } from "./months/pooled";
import { publishedTable } from "./months/published";
import { parseRecordPeriod, type RecordYears, recordYears } from "./selection/recordYears";
import type { Selection } from "./selection/selection";
import { stalenessTable } from "./evidence/staleness";
import { SIGNAL_QUESTIONS } from "./signal/signalTables";
import { changesTable, policyTable } from "./strategies/strategiesChanges";
import { productionTable } from "./strategies/strategiesProduction";
import { lanesTable, nowTable } from "./strategies/strategiesStances";
import { differenceTable, summedTable } from "./strategies/strategiesTreasury";
import type { Table } from "./table";
import { treasuryTable } from "./months/treasuryTable";

/** What an id speaks of besides its subject: "miners-2025-03" of a period, "history-hive" of a company. */
interface Subject {
  readonly period?: Period;
  readonly company?: Company;
}

type Answer = (figures: Figures, selection: Selection, subject: Subject) => Table | undefined;

/** Subject of the id → the question that answers it. A period or company is what follows the subject. */
const QUESTIONS: Readonly<Record<string, Answer>> = {
  periods: (figures, selection) => ({ ...pooledTable(figures, pools(figures, selection), selection), id: "periods" }),
  books: (figures, selection) => booksTable(figures, selection),
  ...METRIC_QUESTIONS,
  coverage: (figures, selection) => coverageTable(figures, selection),
  "coverage-months": (figures, selection) => monthCoverageTable(figures, selection),
  "coverage-last": (figures, selection) => stalenessTable(figures, selection),
  contents: (figures) => contentsTable(figures),
  "facts-by-metric": (figures) => metricCountTable(figures),
  "sources-by-kind": (figures) => sourceKindTable(figures),
  "sources-by-publisher": (figures) => publisherTable(figures),
  growth: (figures) => growthTable(figures),
  corrections: (figures, selection, { company }) =>
    company ? companyCorrections(figures, selection, company) : correctionTable(figures, selection),
  decisions: (figures) => decisionTable(figures),
  map: (figures, selection) => mapTable(figures, selection),
  "pooled-sell-through": (figures, selection) => headlineTable(figures, selection),
  miners: (figures, selection, { period }) => period && periodTable(figures, selection, period),
  "holders-and-sellers": (figures, selection, { period }) => period && shareTable(figures, selection, period),
  sold: (figures, selection, { period }) => period && amountTable(figures, selection, period),
  "held-together": (figures, selection) => treasuryTable(figures, selection),
  companies: (figures, selection) => companiesTable(figures, selection, companySummaries(figures, selection)),
  "company-sparks": (figures, selection) =>
    sparksTable(
      figures,
      selection,
      companySummaries(figures, selection).map(({ company }) => company),
    ),
  history: (figures, selection, { company }) => company && historyTable(figures, selection, company),
  holdings: (figures, selection, { company }) => company && holdingsTable(figures, selection, company),
  hashrate: (figures, selection, { company }) => company && hashrateTable(figures, selection, company),
  dollars: (figures, selection, { company }) => company && dollarsTable(figures, selection, company),
  deeds: (figures, selection, { company }) => company && deedsTable(figures, selection, company),
  statements: (figures, _, { company }) => company && statementsTable(figures, company),
  ledger: (figures, selection, { company }) => company && ledgerTable(figures, selection, company),
  facts: (figures, _, { company }) => company && factsTable(figures, company),
  conflicts: (figures, selection, { company }) =>
    company ? companyConflicts(figures, selection, company) : conflictTable(figures, selection),
  restatements: (figures, selection, { company }) =>
    company ? companyRestatements(figures, selection, company) : restatementTable(figures, selection),
  published: (figures, selection, { period }) => publishedTable(figures, selection, period),
  "stance-lanes": lanesTable,
  "stance-now": nowTable,
  "stance-production": productionTable,
  "stance-changes": changesTable,
  "treasury-difference": differenceTable,
  "treasury-months": summedTable,
  "stance-policy": policyTable,
  ...SIGNAL_QUESTIONS,
  ...COMPARE_QUESTIONS,
};

export const QUESTION_NAMES: readonly string[] = Object.keys(QUESTIONS);

/** `years` are those of the current record: an earlier day or version has a table for each of them, if an empty one. */
export function tableById(
  figures: Figures,
  selection: Selection,
  id: string,
  years: RecordYears | undefined = recordYears(figures.record),
): Table | undefined {
  const name = QUESTION_NAMES.filter((subject) => id === subject || id.startsWith(`${subject}-`)).sort((a, b) => b.length - a.length)[0];
  if (name === undefined) return undefined;
  const rest = id.slice(name.length + 1);
  const period = parseRecordPeriod(rest, years);
  const company = figures.record.companies.find((c) => c.id === rest);
  if (rest !== "" && period === undefined && !company) return undefined;
  return QUESTIONS[name]?.(figures, selection, { ...(period !== undefined && { period }), ...(company && { company }) });
}
