/**
 * The question of the search box: which pages do a few typed words mean? Companies by any name or ticker they had, periods as people write
 * them ("March 2025", "2025-03", "Q1 2025"), and the site's pages by the words of their names. Words + record → links, the best first.
 */
import type { Asked } from "./asked";
import { shortName } from "@/domain/company";
import { companiesLike } from "@/domain/companyNames";
import { type Figures, recordSpan } from "@/domain/figures";
import { calendarPeriods, type Period } from "@/domain/period";
import { companyAddress, periodAddress } from "./selection/address";
import { parseRecordPeriod, recordYears } from "./selection/recordYears";
import { queryOf, type Selection } from "./selection/selection";
import { capitalized, periodName, shortPeriodName } from "./words/phrases";

export interface Found {
  readonly label: string;
  /** What kind of page it is, or the name by which it was found. */
  readonly note: string;
  readonly href: string;
}

/** The site's pages with the words that people look for them by. */
const PAGES: readonly (readonly [label: string, path: string, words: string])[] = [
  ["Overview", "/", "headline sell-through sold share home"],
  ["Months", "/months", "months quarters years periods report"],
  ["Companies", "/companies", "companies miners list"],
  ["Strategies", "/strategies", "strategies treasury holders sellers policy stance holding"],
  ["Compare companies", "/compare", "compare side by side"],
  ["Map of the record", "/map", "map heat grid"],
  ["Does selling move the price?", "/signal", "signal price correlation"],
  ["About the data", "/data", "data download csv excel sources licence mistake errors"],
  ["Coverage", "/coverage", "coverage missing gaps"],
  ["Conflicts", "/conflicts", "conflicts disagreement books reconcile"],
  ["Changes", "/changes", "changes restated corrections imports"],
  ["Method", "/method", "method definitions sell-through evidence thin panel glossary"],
  ["API", "/api", "api json openapi"],
  ["Feeds", "/feeds", "feeds atom rss news"],
];

const MOST = 30;

/** Nothing for nothing typed. */
export function search(asked: Asked, text: string): Found[] {
  const { figures, selection } = asked;
  const words = text.toLowerCase().trim();
  if (words === "") return [];
  return [...companies(figures, selection, text), ...periods(asked, text), ...pages(selection, words)].slice(0, MOST);
}

function companies({ record }: Figures, selection: Selection, text: string): Found[] {
  return companiesLike(record.companies, text).map((company) => ({
    label: shortName(company),
    note: [company.name, ...company.listings.map(({ ticker }) => ticker)].filter((name, at, all) => all.indexOf(name) === at).join(", "),
    href: companyAddress(company.id, selection),
  }));
}

function periods({ figures, selection }: Asked, text: string): Found[] {
  const exact = parseRecordPeriod(text.trim().toUpperCase(), recordYears(figures.record));
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const span = recordSpan(figures);
  const all = span === undefined ? [] : calendarPeriods(span);
  const named = (period: Period) => {
    const names = `${periodName(period)} ${shortPeriodName(period)} ${period}`.toLowerCase().split(/\s+/);
    return words.length > 0 && words.every((word) => word.length > 1 && names.some((name) => name.startsWith(word)));
  };
  const found = exact === undefined ? all.filter(named).reverse() : [exact];
  return found.map((period) => ({ label: capitalized(periodName(period)), note: "Period", href: periodAddress(period, selection) }));
}

function pages(selection: Selection, wanted: string): Found[] {
  return PAGES.filter(([label, , words]) => `${label} ${words}`.toLowerCase().includes(wanted)).map(([label, path]) => ({
    label,
    note: "Page",
    href: `${path}${queryOf(selection)}`,
  }));
}
