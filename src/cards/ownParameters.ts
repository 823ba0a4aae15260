/**
 * What pages are asked besides the selection, and which values mean something there. An address with another value leads nowhere, and is
 * told so like one whose selection names nothing (see selection/nowhere.ts).
 * Path + search parameters + figures → problems. What no page takes is passed over.
 */
import type { Figures } from "@/domain/figures";
import { METRIC_IDS } from "@/domain/metric";
import { PRICE_SCALES } from "./charts/cellFigure";
import { parseCompanies } from "./companies/companiesQuery";
import { factYears } from "./companies/companyFacts";
import { COMPARED, LAYOUTS, SCALES, WAYS } from "./compare/compareOptions";
import { MAP_SORTS } from "./map";
import { ownValue } from "./selection/ownChoice";
import type { SearchParams, SelectionProblem } from "./selection/selection";
import { MEASURES, THIN_MONTHS } from "./signal/signal";
import { PARTS } from "./strategies/parts";

type Choices = Readonly<Record<string, readonly string[]>>;
type Read = (params: SearchParams, figures: Figures, path: string) => readonly SelectionProblem[];

const choices =
  (taken: Choices): Read =>
  (params) =>
    Object.entries(taken).flatMap(([parameter, values]) => {
      const value = ownValue(params, parameter);
      return value === "" || values.includes(value) ? [] : [{ parameter, value, expected: "one of", choices: values }];
    });

const factsYear: Read = (params, figures, path) => {
  const company = figures.record.companies.find(({ id }) => id === path.split("/")[2]);
  return company === undefined ? [] : choices({ year: factYears(figures, company).map(String) })(params, figures, path);
};

const BY_PATH: readonly (readonly [RegExp, Read])[] = [
  [/^\/$/, choices({ price: PRICE_SCALES })],
  [/^\/companies$/, (params, figures) => parseCompanies(params, figures).problems],
  [/^\/companies\/[^/]+\/facts$/, factsYear],
  [/^\/compare$/, choices({ metric: COMPARED, as: WAYS, scale: SCALES, layout: LAYOUTS })],
  [/^\/coverage$/, choices({ metric: METRIC_IDS })],
  [/^\/map$/, choices({ sort: MAP_SORTS })],
  [/^\/signal$/, choices({ thin: THIN_MONTHS, measure: MEASURES })],
  [/^\/strategies$/, choices({ show: PARTS })],
  [/^\/takeaway\/[^/]+$/, choices({ price: ["none", ...PRICE_SCALES] })],
];

/** The values of a page's own parameters that mean nothing there. */
export function ownProblems(path: string, params: SearchParams, figures: Figures): readonly SelectionProblem[] {
  return BY_PATH.find(([pattern]) => pattern.test(path))?.[1](params, figures, path) ?? [];
}
