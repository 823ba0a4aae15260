/**
 * The register of questions: every table that a page shows, by its id, so that downloads, pictures, embeds and the API answer with the
 * very table that the page draws. A new card on a page means a line here.
 * Table id + figures + selection → Table, or undefined when no question has that id.
 */
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { parsePeriod, type Period } from "@/domain/period";
import { headlineTable } from "./headline";
import { amountTable, periodTable, shareTable } from "./periodTable";
import { pooledTable, pools } from "./pooled";
import { publishedTable } from "./published";
import type { Selection } from "./selection";
import type { Table } from "./table";
import { treasuryTable } from "./treasuryTable";

/** What an id speaks of besides its subject: "miners-2025-03" of a period, "history-hive" of a company. */
interface Subject {
  readonly period?: Period;
  readonly company?: Company;
}

type Answer = (figures: Figures, selection: Selection, subject: Subject) => Table | undefined;

/** Subject of the id → the question that answers it. A period or company is what follows the subject. */
const QUESTIONS: Readonly<Record<string, Answer>> = {
  periods: (figures, selection) => ({ ...pooledTable(figures, pools(figures, selection), selection), id: "periods" }),
  "pooled-sell-through": (figures, selection) => headlineTable(figures, pools(figures, selection), selection),
  miners: (figures, selection, { period }) => period && periodTable(figures, selection, period),
  "holders-and-sellers": (figures, selection, { period }) => period && shareTable(figures, selection, period),
  sold: (figures, selection, { period }) => period && amountTable(figures, selection, period),
  treasury: (figures, selection) => treasuryTable(figures, selection),
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
