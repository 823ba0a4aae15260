/** Filters and order of the list of companies: ?listing=Nasdaq&stance=holds&by=companies.coverage_pct.desc. Unknown values match none. */
import { type ChoiceField, choiceField } from "../choices/choices";
import { SATS_PER_BTC } from "@/domain/values/amount";
import { type Company, listingsAt } from "@/domain/facts/company";
import type { Figures } from "@/domain/figures/figures";
import { grouped } from "@/domain/shared/numberText";
import { oncePer } from "@/domain/shared/once";
import { monthOfDay } from "@/domain/values/period";
import { STANCE_LABEL, STANCES } from "@/domain/measures/stance";
import type { CompanySummary } from "./companies";
import { ownValue } from "../selection/ownChoice";
import { queryOf, type SearchParams, type Selection, type SelectionProblem } from "../selection/selection";
import type { Table } from "../tables/table";
import { sortingText, type TableSorting } from "../tables/viewed";
import { capitalized, uncapitalized } from "../words/phrases";

const STANCE_CHOICES = [...STANCES, "unknown"] as const;

export interface CompaniesQuery {
  /** Exchange, "none" for unlisted; null means any. */
  readonly listing: string | null;
  readonly stance: (typeof STANCE_CHOICES)[number] | null;
  /** Minimum BTC produced in the latest month, or held. */
  readonly production: string | null;
  readonly treasury: string | null;
  /** Minimum percentage of its months known. */
  readonly coverage: string | null;
}

const THRESHOLDS = {
  production: ["10", "100", "300"],
  treasury: ["1", "1000", "10000"],
  coverage: ["25", "50", "75"],
} as const;

/** Exchanges in the record, spelt as there, and "none". */
export const exchanges = ({ record }: Figures): readonly string[] => exchangesOf(record.companies);

const exchangesOf = oncePer((companies: readonly Company[]): readonly string[] => {
  const names = companies.flatMap(({ listings }) => listings.map(({ exchange }) => exchange));
  return [...[...new Set(names)].sort(), "none"];
});

const choicesOf = (figures: Figures): Readonly<Record<keyof CompaniesQuery, readonly string[]>> => ({
  ...{ listing: exchanges(figures), stance: STANCE_CHOICES },
  ...THRESHOLDS,
});

export function parseCompanies(
  params: SearchParams,
  figures: Figures,
): { readonly query: CompaniesQuery; readonly problems: readonly SelectionProblem[] } {
  const problems: SelectionProblem[] = [];
  const read = <C extends string>(parameter: keyof CompaniesQuery, choices: readonly C[]): C | null => {
    const value = ownValue(params, parameter);
    const found = choices.find((option) => option.toLowerCase() === value.toLowerCase()) ?? null;
    if (value !== "" && found === null) problems.push({ parameter, value, expected: "one of", choices });
    return found;
  };
  const query = {
    listing: read("listing", exchanges(figures)),
    stance: read("stance", STANCE_CHOICES),
    production: read("production", THRESHOLDS.production),
    treasury: read("treasury", THRESHOLDS.treasury),
    coverage: read("coverage", THRESHOLDS.coverage),
  };
  return { query, problems };
}

const asked = (query: CompaniesQuery) => Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null);

/** The address of the list for a query, defaults left out. */
export const companiesAddress = (query: CompaniesQuery, selection: Selection): string =>
  `/companies${queryOf(selection, Object.fromEntries(asked(query)))}`;

export const isFiltered = (query: CompaniesQuery): boolean => asked(query).length > 0;

export const chosenCompanies = (figures: Figures, summaries: readonly CompanySummary[], query: CompaniesQuery): CompanySummary[] =>
  summaries.filter((summary) => passes(figures, summary, query));

function passes(figures: Figures, summary: CompanySummary, query: CompaniesQuery): boolean {
  if (query.listing !== null) {
    const listings = listingsAt(summary.company, monthOfDay(figures.today)).map((listing) => listing.exchange);
    if (!(query.listing === "none" ? listings.length === 0 : listings.includes(query.listing))) return false;
  }
  if (query.stance !== null && (summary.stance?.stance ?? "unknown") !== query.stance) return false;
  const atLeast = (threshold: string | null, unit: number, value: () => number | undefined) =>
    threshold === null || (value() ?? -Infinity) >= Number(threshold) * unit;
  return (
    atLeast(query.production, SATS_PER_BTC, () => summary.produced?.cell.value) &&
    atLeast(query.treasury, SATS_PER_BTC, () => summary.held?.cell.value) &&
    atLeast(query.coverage, 0.01, () => summary.coverage)
  );
}

interface Sort {
  readonly column: string;
  readonly direction: TableSorting["direction"];
  readonly label: string;
}

const USUAL: Sort = { column: "produced_btc", direction: "descending", label: "latest production" };
const SORTS: readonly Sort[] = [
  USUAL,
  { column: "company", direction: "ascending", label: "name" },
  { column: "trailing_sell_through_pct", direction: "descending", label: "latest sell-through" },
  { column: "held_btc", direction: "descending", label: "latest treasury" },
  { column: "coverage_pct", direction: "descending", label: "coverage" },
  { column: "last_figure", direction: "descending", label: "last figure" },
];

/** The list's sorting: from the address, else by the latest production. */
export const companiesSorting = ({ id, columns }: Table, asked: TableSorting | undefined): TableSorting =>
  asked?.table === id && columns.some(({ key }) => key === asked.column)
    ? asked
    : { table: id, column: USUAL.column, direction: USUAL.direction };

/** The most common sort orders, with the current one. */
function sortField({ id, columns }: Table, sorting: TableSorting): ChoiceField {
  const { column, direction } = sorting;
  const name = SORTS.find((one) => one.column === column)?.label ?? columns.find(({ key }) => key === column)?.label ?? "";
  const isUsual = SORTS.some((one) => one.column === column && one.direction === direction);
  const offered = isUsual ? SORTS : [...SORTS, { column, direction, label: `${uncapitalized(name)}, ${direction}` }];
  return choiceField(
    "by",
    "Sort by",
    sortingText(sorting),
    offered.map(({ label, ...one }) => [sortingText({ table: id, ...one }), label, `sorted by ${label}`]),
  );
}

export function companiesFields(figures: Figures, query: CompaniesQuery, table: Table, sorting: TableSorting): ChoiceField[] {
  const all = choicesOf(figures);
  const filter = (
    name: keyof CompaniesQuery,
    label: string,
    word: (value: string) => string,
    any: readonly [string, string] = ["any", ""],
  ): ChoiceField =>
    choiceField(name, label, query[name] ?? "", [
      ["", ...any],
      ...all[name].map((value) => [value, word(value), `${label}: ${word(value)}`] as const),
    ]);
  const stanceWord = (value: string) => {
    const stance = STANCES.find((known) => known === value);
    return stance === undefined ? "Not known" : capitalized(STANCE_LABEL[stance]);
  };
  const from = (unit: string) => (value: string) => `at least ${grouped(Number(value), 3)}${unit}`;
  return [
    filter("listing", "Listed on", (value) => (value === "none" ? "not listed" : value), [
      "any exchange",
      isFiltered(query) ? "" : "all companies",
    ]),
    filter("stance", "What it does", stanceWord),
    filter("production", "Latest production", from(" BTC")),
    filter("treasury", "Latest treasury", from(" BTC")),
    filter("coverage", "Coverage", from("%")),
    sortField(table, sorting),
  ];
}
