/**
 * The page on which a table stands, from its id alone: what an embed, a picture and a citation link back to.
 * "history-hive" is on HIVE's page, "sold-2025-03" on the month's; the others are named here.
 */
import type { Figures } from "@/domain/figures";
import { METRIC_IDS } from "@/domain/metric";
import { parsePeriod } from "@/domain/period";
import { companyAddress, periodAddress } from "./address";
import { coverageId, gridId } from "../evidence/coverage";
import { queryOf, type Selection } from "./selection";

/** Subject of the id → path. What is not named stands on the overview. */
const PAGES: Readonly<Record<string, string>> = {
  periods: "/months",
  companies: "/companies",
  "company-sparks": "/companies",
  stance: "/strategies",
  "treasury-difference": "/strategies",
  "treasury-months": "/strategies",
  compare: "/compare",
  map: "/map",
  signal: "/signal",
  coverage: "/coverage",
  books: "/conflicts",
  conflicts: "/conflicts",
  corrections: "/changes",
  restatements: "/changes",
  contents: "/data",
  growth: "/data",
  "facts-by-metric": "/data",
  "sources-by-kind": "/data",
  "sources-by-publisher": "/data",
  decisions: "/method",
};

/** Tables of a company that stand on a page below its own. */
const COMPANY_PAGES: Readonly<Record<string, string>> = { ledger: "ledger", facts: "facts", dollars: "dollars", hashrate: "dollars" };

/** The page's address with the selection, and the table's own anchor: "/months/2025-03?panel=all#sold-2025-03". */
export function tablePage(id: string, figures: Figures, selection: Selection): string {
  return `${pageOf(id, figures, selection)}#${id}`;
}

function pageOf(id: string, figures: Figures, selection: Selection): string {
  const company = figures.record.companies.find((c) => id.endsWith(`-${c.id}`));
  if (company) {
    const below = COMPANY_PAGES[id.slice(0, -company.id.length - 1)];
    return companyAddress(company.id, selection).replace(company.id, below === undefined ? company.id : `${company.id}/${below}`);
  }
  const period = [4, 7].flatMap((length) => (id.at(-length - 1) === "-" ? (parsePeriod(id.slice(-length)) ?? []) : []))[0];
  if (period !== undefined) return periodAddress(period, selection);
  const metric = METRIC_IDS.find((one) => id === gridId(one) || id === coverageId(one));
  if (metric !== undefined) return `/coverage${queryOf(selection, { metric })}`;
  const subject = Object.keys(PAGES)
    .filter((name) => id === name || id.startsWith(`${name}-`))
    .sort((a, b) => b.length - a.length)[0];
  return `${subject === undefined ? "/" : (PAGES[subject] ?? "/")}${queryOf(selection)}`;
}
