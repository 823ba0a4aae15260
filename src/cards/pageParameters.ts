/** Query parameters of pages besides the selection. Invalid values are reported in words before the page is rendered (app/elsewhere.ts). */
import type { Figures } from "@/domain/figures/figures";
import { METRIC_IDS } from "@/domain/values/metric";
import { PRICE_SCALES } from "./selection/drawing";
import { parseCompanies } from "./companies/companiesQuery";
import { factYears } from "./companies/companyFacts";
import { COMPARED, LAYOUTS, SCALES, WAYS } from "./compare/compareOptions";
import { MAP_SORTS } from "./companies/map";
import { findCard } from "./registry";
import { ownValue } from "./selection/ownChoice";
import type { SearchParams, SelectionProblem } from "./selection/selection";
import { MEASURES, THIN_MONTHS } from "./signal/signal";
import { FORMER_ORDERS, FORMER_SORTS } from "./selection/canonical";
import { sortingOf, tablesIn } from "./tables/viewed";

/** The parts of the strategies page, by their name in an address (show=…); the first is the default. */
export const STRATEGY_PARTS = ["stances", "production", "treasury"] as const;
export type StrategyPart = (typeof STRATEGY_PARTS)[number];

type Check = (value: string, parameter: string, figures: Figures) => readonly SelectionProblem[];
type Checks = Readonly<Record<string, Check>>;

const oneOf =
  (choices: readonly string[]): Check =>
  (value, parameter) =>
    choices.includes(value) ? [] : [{ parameter, value, expected: "one of", choices }];

const table: Check = (value, parameter) =>
  findCard(value) ? [] : [{ parameter, value, expected: "the name of a table, such as miners-2025-03", choices: [] }];

const pageNumber: Check = (value, parameter) =>
  /^[1-9]\d{0,3}$/.test(value) ? [] : [{ parameter, value, expected: "the number of a page, such as 2", choices: [] }];

/** For every page: which cards show their table, and how one of them is sorted. */
const VIEWED: Checks = {
  tables: (value, parameter, figures) => tablesIn(value).flatMap((id) => table(id, parameter, figures)),
  by: (value, parameter) =>
    sortingOf(value) ? [] : [{ parameter, value, expected: "a table, a column and a direction, such as map.name.asc", choices: [] }],
};

const OWN: readonly (readonly [RegExp, Checks])[] = [
  [/^\/$/, { price: oneOf(PRICE_SCALES) }],
  [/^\/companies$/, { sort: oneOf(Object.keys(FORMER_SORTS)), order: oneOf(FORMER_ORDERS) }],
  [/^\/compare$/, { metric: oneOf(COMPARED), as: oneOf(WAYS), scale: oneOf(SCALES), layout: oneOf(LAYOUTS) }],
  [/^\/coverage$/, { metric: oneOf(METRIC_IDS) }],
  [/^\/map$/, { sort: oneOf(MAP_SORTS) }],
  [/^\/signal$/, { thin: oneOf(THIN_MONTHS), measure: oneOf(MEASURES) }],
  [/^\/strategies$/, { show: oneOf(STRATEGY_PARTS) }],
  [/^\/data$/, { load: table }],
  [/^\/tables\//, { page: pageNumber }],
  [/^\/takeaway\//, { price: oneOf(["none", ...PRICE_SCALES]) }],
];

/** Parameters of the page at `path` with invalid values. */
export function pageProblems(path: string, params: SearchParams, figures: Figures): SelectionProblem[] {
  const checks = { ...VIEWED, ...OWN.find(([pattern]) => pattern.test(path))?.[1] };
  const found = Object.entries(checks).flatMap(([parameter, check]) => {
    const value = ownValue(params, parameter);
    return value === "" ? [] : check(value, parameter, figures);
  });
  if (path === "/companies") return [...found, ...parseCompanies(params, figures).problems];
  const company = /^\/companies\/([^/]+)\/facts$/.exec(path)?.[1];
  const facts = figures.record.companies.find(({ id }) => id === company);
  const year = ownValue(params, "year");
  if (facts === undefined || year === "") return found;
  return [...found, ...oneOf(factYears(figures, facts).map(String))(year, "year", figures)];
}
