/** The register of cards: every table and chart of the site, found by id. A new card is a file of its own and a line here. */
import type { ChartModel } from "@/charts/model";
import { onceUpTo } from "@/domain/shared/once";
import type { Asked } from "./asked";
import { type Card, fillPattern, matchPattern, type PathParameters } from "./card";
import type { DrawingOptions } from "./selection/drawing";
import { companiesCard, sparksCard } from "./companies/companies";
import { agreementCard, statementsCard } from "./companies/companyPolicy";
import { dollarsCard } from "./companies/companyDollars";
import { companyConflictsCard, companyCorrectionsCard, companyRestatementsCard, factsCard } from "./companies/companyFacts";
import { hashrateCard } from "./companies/companyHashrate";
import { historyCard } from "./companies/companyHistory";
import { holdingsCard, holdingsChangeCard } from "./companies/companyHoldings";
import { COMPARE_CARDS } from "./compare/compareCard";
import { correctionsCard, restatementsCard } from "./evidence/changes";
import { booksCard, ledgerCard } from "./evidence/books";
import { conflictsCard } from "./evidence/conflictTable";
import { disagreementsCard } from "./evidence/disagreementTable";
import { coverageCard, METRIC_CARDS } from "./evidence/coverage";
import { monthCoverageCard } from "./evidence/coverageMonths";
import { contentsCard, growthCard, metricCountCard, publisherCard, sourceKindCard } from "./evidence/dataPortrait";
import { decisionsCard } from "./evidence/decisions";
import { sinceCard } from "./evidence/since";
import { sinceEffectCard } from "./evidence/sinceEffect";
import { stalenessCard } from "./evidence/staleness";
import { mapCard } from "./companies/map";
import { pooledCard } from "./months/headline";
import { holdersAndSellersCard, minersCard, soldCard } from "./months/periodTable";
import { periodsCard } from "./months/pooled";
import { publishedCard, publishedForPeriodCard } from "./months/published";
import { changeTogetherCard, treasuryCard } from "./months/heldTogether";
import { parseRecordPeriod, type RecordYears, recordYears } from "./selection/recordYears";
import { DEFAULT_SELECTION, ofOnePeriod, queryOf, type Selection } from "./selection/selection";
import { SIGNAL_CARDS } from "./signal/signalTables";
import { changesCard, policyCard } from "./strategies/strategiesChanges";
import { productionCard } from "./strategies/strategiesProduction";
import { lanesCard, nowCard } from "./strategies/strategiesStances";
import { differenceCard, summedCard } from "./strategies/strategiesTreasury";
import type { Table } from "./tables/table";
import { firstCompanies } from "./tables/viewed";

export const CARDS: readonly Card[] = [
  // Overview
  pooledCard,
  treasuryCard,
  changeTogetherCard,
  // Months
  periodsCard,
  publishedCard,
  holdersAndSellersCard,
  soldCard,
  minersCard,
  publishedForPeriodCard,
  // Companies
  sparksCard,
  companiesCard,
  historyCard,
  holdingsCard,
  holdingsChangeCard,
  hashrateCard,
  dollarsCard,
  agreementCard,
  statementsCard,
  companyConflictsCard,
  companyRestatementsCard,
  companyCorrectionsCard,
  ledgerCard,
  factsCard,
  // Strategies
  lanesCard,
  nowCard,
  policyCard,
  productionCard,
  changesCard,
  summedCard,
  differenceCard,
  // Compare, map, signal
  ...COMPARE_CARDS,
  mapCard,
  ...SIGNAL_CARDS,
  // The record itself
  coverageCard,
  ...METRIC_CARDS,
  monthCoverageCard,
  stalenessCard,
  conflictsCard,
  booksCard,
  disagreementsCard,
  restatementsCard,
  correctionsCard,
  sinceEffectCard,
  sinceCard,
  contentsCard,
  metricCountCard,
  sourceKindCard,
  publisherCard,
  growthCard,
  decisionsCard,
];

const CARDS_BY_ID: ReadonlyMap<string, Card> = new Map(CARDS.map((one) => [one.id, one]));

/**
 * Finds the card with an id: an exact id takes precedence over a pattern. Does not check whether the record tracks its company. A page asks
 * for each of its cards several times, and matching some sixty patterns takes as long as a small chart.
 */
export const findCard = onceUpTo(1_000, (id: string): { readonly card: Card; readonly parameters: PathParameters } | undefined => {
  const named = CARDS_BY_ID.get(id);
  if (named) return { card: named, parameters: {} };
  for (const one of CARDS) {
    const parameters = matchPattern(one.id, id);
    if (parameters !== undefined) return { card: one, parameters };
  }
  return undefined;
});

/**
 * The table with an id; undefined when no card has it, or the record has neither its company nor its period. `years` and `latest` are
 * from the current record: earlier states have (perhaps empty) tables for its years too.
 */
export function tableById(asked: Asked & { readonly years?: RecordYears | undefined }, id: string): Table | undefined {
  const { record } = asked.figures;
  const found = findCard(id);
  if (!found) return undefined;
  const company = record.companies.find((one) => one.id === found.parameters.company);
  if (found.parameters.company !== undefined && !company) return undefined;
  const period = parseRecordPeriod(found.parameters.period ?? "", asked.years ?? recordYears(record));
  if (found.parameters.period !== undefined && period === undefined) return undefined;
  const subject = { ...(company && { company }), ...(period !== undefined && { period }) };
  return found.card.table({ ...asked, ...subject });
}

/** The chart of a table, or of its first companies where it has many; undefined for a table without one. */
export const chartOf = (table: Table, options: DrawingOptions = {}): ChartModel | undefined =>
  findCard(table.id)?.card.chart?.(firstCompanies(table), options);

export const hasChart = (id: string): boolean => findCard(id)?.card.chart !== undefined;

/** Address of the card's page, with the selection and the card's anchor: "/months/2025-03?panel=all#sold-2025-03". */
export function cardAddress(id: string, selection: Selection): string {
  const { card: one, parameters } = findCard(id) ?? {};
  if (one === undefined || parameters === undefined) throw new RangeError(`no card has the id "${id}"`);
  const path = fillPattern(one.page, parameters);
  return `${path}${pageQuery(parameters, selection, one.query)}#${id}`;
}

/** A company's page shows one company, a period's page one period: the selection of others is dropped. */
function pageQuery({ company, period }: PathParameters, selection: Selection, own: Card["query"]): string {
  if (company !== undefined) return queryOf({ ...selection, companies: [] }, own);
  return period === undefined ? queryOf(selection, own) : queryOf(ofOnePeriod(selection), own);
}

/** Addresses of all pages with a card, without a selection; pages that need a choice first (/compare) once. */
export function cardPages(companies: readonly string[], periods: readonly string[]): string[] {
  const pages = CARDS.flatMap(({ page, query = {} }) => {
    const own = page === "/compare" ? "" : queryOf(DEFAULT_SELECTION, query);
    const values = page.includes(":company") ? companies : page.includes(":period") ? periods : [""];
    return values.map((value) => `${fillPattern(page, { company: value, period: value })}${own}`);
  });
  return [...new Set(pages)];
}

/** Id of the card whose chart represents a page in shared previews; undefined for a page without one. */
export function leadingId(path: string, query: URLSearchParams): string | undefined {
  const led = CARDS.flatMap((one) => {
    const own = Object.entries(one.query ?? {});
    if (!own.every(([name, value]) => query.get(name) === value)) return [];
    const parameters = one.leads?.map((pattern) => matchPattern(pattern, path)).find((found) => found !== undefined);
    return parameters === undefined ? [] : [{ id: fillPattern(one.id, parameters), asked: own.length }];
  });
  return led.sort((a, b) => b.asked - a.asked)[0]?.id;
}
