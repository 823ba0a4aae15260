/**
 * The register of questions: every table that a page shows, by its id, so that downloads, pictures, embeds and the API answer with the
 * very table that the page draws. A new card on a page means a line here.
 * Table id + figures + selection → Table, or undefined when no question has that id.
 */
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { parsePeriod, type Period } from "@/domain/period";
import { correctionTable, restatementTable } from "./changes";
import { booksTable, conflictTable } from "./conflictTable";
import { coverageTable, METRIC_QUESTIONS, monthCoverageTable } from "./coverage";
import { contentsTable, growthTable, metricCountTable, publisherTable, sourceKindTable } from "./dataPortrait";
import { decisionTable } from "./decisions";
import { mapTable } from "./map";
import { periodTable } from "./periodTable";
import { pooledTable, pools } from "./pooled";
import { publishedTable } from "./published";
import type { Selection } from "./selection";
import { stalenessTable } from "./staleness";
import type { Table } from "./table";

/** What an id speaks of besides its subject: "miners-2025-03" of a period, "history-hive" of a company. */
interface Subject {
  readonly period?: Period;
  readonly company?: Company;
}

type Answer = (figures: Figures, selection: Selection, subject: Subject) => Table | undefined;

/** Subject of the id → the question that answers it. A period or company is what follows the subject. */
const QUESTIONS: Readonly<Record<string, Answer>> = {
  books: (figures, selection) => booksTable(figures, selection),
  conflicts: (figures, selection) => conflictTable(figures, selection),
  ...METRIC_QUESTIONS,
  coverage: (figures, selection) => coverageTable(figures, selection),
  "coverage-months": (figures, selection) => monthCoverageTable(figures, selection),
  "coverage-last": (figures, selection) => stalenessTable(figures, selection),
  contents: (figures) => contentsTable(figures),
  "facts-by-metric": (figures) => metricCountTable(figures),
  "sources-by-kind": (figures) => sourceKindTable(figures),
  "sources-by-publisher": (figures) => publisherTable(figures),
  growth: (figures) => growthTable(figures),
  decisions: (figures) => decisionTable(figures),
  corrections: (figures, selection) => correctionTable(figures, selection),
  restatements: (figures, selection) => restatementTable(figures, selection),
  map: (figures, selection) => mapTable(figures, selection),
  "pooled-sell-through": (figures, selection) => pooledTable(figures, pools(figures, selection), selection),
  miners: (figures, selection, { period }) => period && periodTable(figures, selection, period),
  published: (figures, selection, { period }) => publishedTable(figures, selection, period),
};

export const QUESTION_NAMES: readonly string[] = Object.keys(QUESTIONS);

export function tableById(figures: Figures, selection: Selection, id: string): Table | undefined {
  const name = QUESTION_NAMES.filter((subject) => id === subject || id.startsWith(`${subject}-`)).sort((a, b) => b.length - a.length)[0];
  if (name === undefined) return undefined;
  const rest = id.slice(name.length + 1);
  const period = parsePeriod(rest);
  const company = figures.record.companies.find((c) => c.id === rest);
  if (rest !== "" && period === undefined && !company) return undefined;
  return QUESTIONS[name]?.(figures, selection, { ...(period !== undefined && { period }), ...(company && { company }) });
}
