/**
 * Which companies the list shows and in what order, as the address says it: ?listing=Nasdaq&stance=holds&treasury=1000&sort=coverage.
 * Search parameters → query + what was not understood; summaries + query → the rows that pass, sorted. What is not known never passes a
 * threshold and always sorts last.
 */
import type { ChoiceField } from "../selection/choices";
import { SATS_PER_BTC } from "@/domain/amount";
import { listingsAt, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { grouped } from "@/domain/numberText";
import { monthOfDay } from "@/domain/period";
import { STANCE_LABEL, STANCES } from "@/domain/stance";
import type { CompanySummary } from "./companies";
import { queryOf, type SearchParams, type Selection, type SelectionProblem } from "../selection/selection";
import { capitalized } from "../words/phrases";

export const STANCE_CHOICES = [...STANCES, "unknown"] as const;
export const SORTS = ["production", "name", "sold", "treasury", "coverage", "last"] as const;
export type CompanySort = (typeof SORTS)[number];

export interface CompaniesQuery {
  /** Exchange, "none" for unlisted; null is any. */
  readonly listing: string | null;
  readonly stance: (typeof STANCE_CHOICES)[number] | null;
  /** At least so many BTC produced in the latest month, or held. */
  readonly production: string | null;
  readonly treasury: string | null;
  /** At least so many percent of its months known. */
  readonly coverage: string | null;
  readonly sort: CompanySort;
  readonly order: "asc" | "desc";
}

export const THRESHOLDS = {
  production: ["10", "100", "300"],
  treasury: ["1", "1000", "10000"],
  coverage: ["25", "50", "75"],
} as const;

const naturalOrder = (sort: CompanySort): "asc" | "desc" => (sort === "name" ? "asc" : "desc");

/** Exchanges of the record, as they are spelt there, and "none". */
export function exchanges(figures: Figures): string[] {
  const names = figures.record.companies.flatMap((company) => company.listings.map((listing) => listing.exchange));
  return [...[...new Set(names)].sort(), "none"];
}

export function parseCompanies(
  params: SearchParams,
  figures: Figures,
): { readonly query: CompaniesQuery; readonly problems: readonly SelectionProblem[] } {
  const problems: SelectionProblem[] = [];
  function choice<T extends string>(parameter: string, choices: readonly T[]): T | null {
    const given = params[parameter];
    const value = Array.isArray(given) ? given[0] : given;
    if (value === undefined || value === "") return null;
    const found = choices.find((option) => option.toLowerCase() === value.toLowerCase());
    if (found === undefined) problems.push({ parameter, value, expected: "one of", choices });
    return found ?? null;
  }
  const sort = choice("sort", SORTS) ?? "production";
  const query: CompaniesQuery = {
    listing: choice("listing", exchanges(figures)),
    stance: choice("stance", STANCE_CHOICES),
    production: choice("production", THRESHOLDS.production),
    treasury: choice("treasury", THRESHOLDS.treasury),
    coverage: choice("coverage", THRESHOLDS.coverage),
    sort,
    order: choice("order", ["asc", "desc"]) ?? naturalOrder(sort),
  };
  return { query, problems };
}

/** The address of the list for a query, defaults left out. */
export function companiesAddress(query: CompaniesQuery, selection: Selection): string {
  const more: Record<string, string> = {};
  for (const name of ["listing", "stance", "production", "treasury", "coverage"] as const) {
    const value = query[name];
    if (value !== null) more[name] = value;
  }
  if (query.sort !== "production") more["sort"] = query.sort;
  if (query.order !== naturalOrder(query.sort)) more["order"] = query.order;
  return `/companies${queryOf(selection, more)}`;
}

const SORT_OF_COLUMN: Readonly<Record<string, CompanySort>> = {
  company: "name",
  trailing_sell_through_pct: "sold",
  produced_btc: "production",
  held_btc: "treasury",
  coverage_pct: "coverage",
  last_figure: "last",
};

/** The column that the rows are sorted by. */
export function sortedColumn(query: CompaniesQuery): string {
  return Object.entries(SORT_OF_COLUMN).find(([, sort]) => sort === query.sort)?.[0] ?? "company";
}

/** The same list sorted by a column (turned round when it already is); undefined for columns that it is not sorted by. */
export function sortAddress(column: string, query: CompaniesQuery, selection: Selection): string | undefined {
  const sort = SORT_OF_COLUMN[column];
  if (sort === undefined) return undefined;
  const turned = query.order === "asc" ? "desc" : "asc";
  return companiesAddress({ ...query, sort, order: sort === query.sort ? turned : naturalOrder(sort) }, selection);
}

export const isFiltered = (query: CompaniesQuery): boolean =>
  [query.listing, query.stance, query.production, query.treasury, query.coverage].some((value) => value !== null);

/** The rows that pass, in order; equals are in the order of their names. */
export function chosenCompanies(figures: Figures, summaries: readonly CompanySummary[], query: CompaniesQuery): CompanySummary[] {
  const sign = query.order === "asc" ? 1 : -1;
  return summaries
    .filter((summary) => passes(figures, summary, query))
    .sort((a, b) => {
      const byName = shortName(a.company).localeCompare(shortName(b.company), "en");
      if (query.sort === "name") return sign * byName;
      const [left, right] = [rank(a, query.sort), rank(b, query.sort)];
      if (left === undefined || right === undefined) return left === right ? byName : left === undefined ? 1 : -1;
      return left === right ? byName : left < right ? -sign : sign;
    });
}

function passes(figures: Figures, summary: CompanySummary, query: CompaniesQuery): boolean {
  const listings = listingsAt(summary.company, monthOfDay(figures.today)).map((listing) => listing.exchange);
  if (query.listing !== null && !(query.listing === "none" ? listings.length === 0 : listings.includes(query.listing))) return false;
  if (query.stance !== null && (summary.stance?.stance ?? "unknown") !== query.stance) return false;
  const atLeast = (value: number | undefined, threshold: string | null, unit: number) =>
    threshold === null || (value !== undefined && value >= Number(threshold) * unit);
  return (
    atLeast(summary.produced?.cell.value, query.production, SATS_PER_BTC) &&
    atLeast(summary.held?.cell.value, query.treasury, SATS_PER_BTC) &&
    atLeast(summary.coverage, query.coverage, 0.01)
  );
}

function rank(summary: CompanySummary, sort: Exclude<CompanySort, "name">): number | string | undefined {
  switch (sort) {
    case "production":
      return summary.produced?.cell.value;
    case "treasury":
      return summary.held?.cell.value;
    case "coverage":
      return summary.coverage;
    case "sold":
      return summary.stance && summary.stance.sold / summary.stance.produced;
    case "last":
      return summary.span?.to;
  }
}

const SORT_LABEL: Readonly<Record<CompanySort, string>> = {
  production: "latest production",
  name: "name",
  sold: "latest sell-through",
  treasury: "latest treasury",
  coverage: "coverage",
  last: "last figure",
};

/** The choices of the list as fields of a plain form. */
export function companiesFields(figures: Figures, query: CompaniesQuery): ChoiceField[] {
  const filter = (
    name: "listing" | "stance" | keyof typeof THRESHOLDS,
    label: string,
    any: { readonly label: string; readonly words: string },
    choices: readonly string[],
    word: (value: string) => string,
  ): ChoiceField => ({
    name,
    label,
    choices: [
      { value: "", ...any, checked: query[name] === null },
      ...choices.map((value) => ({ value, label: word(value), words: `${label}: ${word(value)}`, checked: query[name] === value })),
    ],
  });
  const any = { label: "any", words: "" };
  const anyExchange = { label: "any exchange", words: isFiltered(query) ? "" : "all companies" };
  const stanceWord = (value: string) => {
    const stance = STANCES.find((known) => known === value);
    return stance === undefined ? "Not known" : capitalized(STANCE_LABEL[stance]);
  };
  const from = (unit: string) => (value: string) => `at least ${grouped(Number(value), 3)}${unit}`;
  return [
    filter("listing", "Listed on", anyExchange, exchanges(figures), (value) => (value === "none" ? "not listed" : value)),
    filter("stance", "What it does", any, STANCE_CHOICES, stanceWord),
    filter("production", "Latest production", any, THRESHOLDS.production, from(" BTC")),
    filter("treasury", "Latest treasury", any, THRESHOLDS.treasury, from(" BTC")),
    filter("coverage", "Coverage", any, THRESHOLDS.coverage, from("%")),
    {
      name: "sort",
      label: "Sort by",
      choices: SORTS.map((sort) => {
        const label = SORT_LABEL[sort];
        return { value: sort, label, words: `sorted by ${label}`, checked: query.sort === sort };
      }),
    },
  ];
}
