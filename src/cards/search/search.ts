/**
 * The search box: figures ("hive march 2025"), companies by any name or ticker, periods as people write them, publishers of pooled figures,
 * and pages, best first.
 */
import type { Asked } from "../asked";
import { shortName } from "@/domain/facts/company";
import { companiesLike } from "@/domain/facts/companyNames";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { calendarPeriods, type Period } from "@/domain/values/period";
import { type Found, searchFigures } from "./searchFigures";
import { companyAddress, periodAddress } from "../selection/address";
import { parseRecordPeriod, recordYears } from "../selection/recordYears";
import { queryOf, type Selection } from "../selection/selection";
import { capitalized, periodName, shortPeriodName } from "../words/phrases";

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

/** Returns nothing for an empty query. */
export function search(asked: Asked, text: string): Found[] {
  const { figures, selection } = asked;
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const found = [
    ...searchFigures(asked, words, (some) => periodsNamed(figures, some)),
    ...companies(figures, selection, text),
    ...periods(asked, words),
    ...printed(figures, selection, words),
    ...pages(selection, words.join(" ")),
  ];
  return (found.length > 0 ? found : noted(figures, selection, text)).slice(0, MOST);
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,?]+/)
    .filter((word) => word !== "");

const companies = ({ record }: Figures, selection: Selection, text: string): Found[] =>
  companiesLike(record.companies, text).map((company) => {
    const names = [company.name, ...company.formerNames.map(({ name }) => name), ...company.listings.map(({ ticker }) => ticker)];
    return { label: shortName(company), note: [...new Set(names)].join(", "), href: companyAddress(company.id, selection) };
  });

/** Companies by what the record notes of them: "chapter 11", "merged". */
const noted = ({ record }: Figures, selection: Selection, text: string): Found[] =>
  text.trim().length < SHORTEST_NOTED
    ? []
    : record.companies
        .filter(({ notes }) => ` ${notes.toLowerCase()}`.includes(` ${text.trim().toLowerCase()}`))
        .map((company) => ({ label: shortName(company), note: company.notes, href: companyAddress(company.id, selection) }));

/** Shorter words are in too many notes. */
const SHORTEST_NOTED = 4;

/** Figures that others printed, by their publisher: they lead to ours beside them. */
const printed = ({ record }: Figures, selection: Selection, words: readonly string[]): Found[] => {
  const by = record.aggregates.filter(({ publisher }) =>
    words.every((word) =>
      publisher
        .toLowerCase()
        .split(/\s+/)
        .some((part) => part.startsWith(word)),
    ),
  );
  return [...new Map(by.map((one) => [`${one.publisher} ${one.period}`, one])).values()].map(({ publisher, period }) => ({
    label: `${publisher}: ${periodName(period)}`,
    note: "A figure that others published, beside ours",
    href: `${periodAddress(period, selection)}#published-${period}`,
  }));
};

const periods = ({ figures, selection }: Asked, words: readonly string[]): Found[] =>
  periodsNamed(figures, words).map((period) => ({
    label: capitalized(periodName(period)),
    note: "Period",
    href: periodAddress(period, selection),
  }));

/** The period written out in the words, or all whose names have words that begin with each of them, latest first. */
function periodsNamed(figures: Figures, words: readonly string[]): readonly Period[] {
  const exact = parseRecordPeriod(words.join(" ").toUpperCase(), recordYears(figures.record));
  if (exact !== undefined) return [exact];
  const span = recordSpan(figures);
  const named = (period: Period) => {
    const names = `${periodName(period)} ${shortPeriodName(period)} ${period}`.toLowerCase().split(/\s+/);
    return words.every((word) => word.length > 1 && names.some((name) => name.startsWith(word)));
  };
  return span === undefined ? [] : calendarPeriods(span).filter(named).reverse();
}

const pages = (selection: Selection, wanted: string): Found[] =>
  PAGES.filter(([label, , words]) => `${label} ${words}`.toLowerCase().includes(wanted)).map(([label, path]) => ({
    label,
    note: "Page",
    href: `${path}${queryOf(selection)}`,
  }));
