/**
 * The register of questions: every table that a page shows, by its id, so that downloads, pictures, embeds and the API answer with the
 * very table that the page draws. A new card on a page means a line here.
 * Table id + figures + selection → Table, or undefined when no question has that id.
 */
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { parsePeriod, type Period } from "@/domain/period";
import { COMPARE_QUESTIONS } from "./compare";
import { periodTable } from "./periodTable";
import { pooledTable, pools } from "./pooled";
import { publishedTable } from "./published";
import type { Selection } from "./selection";
import { SIGNAL_QUESTIONS } from "./signalTables";
import { changesTable, policyTable } from "./strategiesChanges";
import { productionTable } from "./strategiesProduction";
import { lanesTable, nowTable } from "./strategiesStances";
import { differenceTable, summedTable } from "./strategiesTreasury";
import type { Table } from "./table";

/** What an id speaks of besides its subject: "miners-2025-03" of a period, "history-hive" of a company. */
interface Subject {
  readonly period?: Period;
  readonly company?: Company;
}

type Answer = (figures: Figures, selection: Selection, subject: Subject) => Table | undefined;

/** Subject of the id → the question that answers it. A period or company is what follows the subject. */
const QUESTIONS: Readonly<Record<string, Answer>> = {
  "pooled-sell-through": (figures, selection) => pooledTable(figures, pools(figures, selection), selection),
  miners: (figures, selection, { period }) => period && periodTable(figures, selection, period),
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

export function tableById(figures: Figures, selection: Selection, id: string): Table | undefined {
  const name = QUESTION_NAMES.filter((subject) => id === subject || id.startsWith(`${subject}-`)).sort((a, b) => b.length - a.length)[0];
  if (name === undefined) return undefined;
  const rest = id.slice(name.length + 1);
  const period = parsePeriod(rest);
  const company = figures.record.companies.find((c) => c.id === rest);
  if (rest !== "" && period === undefined && !company) return undefined;
  return QUESTIONS[name]?.(figures, selection, { ...(period !== undefined && { period }), ...(company && { company }) });
}
