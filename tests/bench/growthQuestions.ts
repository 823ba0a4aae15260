/** What each page asks of domain and cards, as its file in src/app does: figures + selection → tables, sentences and charts, thrown away. */
import { chartOf } from "@/cards/registry";
import { companySparks } from "@/cards/charts/companySparks";
import { companiesCard, companySummaries, sparksCard } from "@/cards/companies/companies";
import { chosenCompanies, companiesFields, companiesSorting, parseCompanies } from "@/cards/companies/companiesQuery";
import { agreementCard, statementsCard } from "@/cards/companies/companyPolicy";
import { companyConflictsCard, companyCorrectionsCard, companyRestatementsCard } from "@/cards/companies/companyFacts";
import { historyCard } from "@/cards/companies/companyHistory";
import { holdingsCard, holdingsChangeCard } from "@/cards/companies/companyHoldings";
import { portrait } from "@/cards/companies/companyPortrait";
import { companiesSentence } from "@/cards/companies/companiesWords";
import { compareCard } from "@/cards/compare/compareCard";
import { DEFAULT_OPTIONS } from "@/cards/compare/compareOptions";
import { FIRST_METRIC, coverageGrid, gridCard, gridSentence, metricCoverageCard } from "@/cards/evidence/coverage";
import { monthCoverageCard } from "@/cards/evidence/coverageMonths";
import { stalenessCard } from "@/cards/evidence/staleness";
import { gridEntries } from "@/cards/tables/grid";
import { heatMapOf, mapCard, mapCounts, mapExtreme } from "@/cards/companies/map";
import { coverageSentence, panelSentence, pooledCard, silentSentence } from "@/cards/months/headline";
import { changeTogetherCard, treasuryCard } from "@/cards/months/heldTogether";
import { holdersAndSellersCard, minersCard, soldCard } from "@/cards/months/periodTable";
import { headlines, periodsCard } from "@/cards/months/pooled";
import { publishedCard, publishedForPeriodCard } from "@/cards/months/published";
import { reportOf } from "@/cards/months/report";
import { selectionFields } from "@/cards/choices/selectionForm";
import type { Selection } from "@/cards/selection/selection";
import { correlationCard, issuanceCard, scatterCard } from "@/cards/signal/signalTables";
import { HORIZONS } from "@/cards/signal/signal";
import { changes, changesCard, changeWords, policyCard } from "@/cards/strategies/strategiesChanges";
import { productionCard, productionSentence } from "@/cards/strategies/strategiesProduction";
import { lanesCard, nowCard, nowSentence } from "@/cards/strategies/strategiesStances";
import { differenceCard, summedCard, treasurySentence } from "@/cards/strategies/strategiesTreasury";
import { cellsOf, type Table } from "@/cards/tables/table";
import { firstCompanies, firstRows, MOST_BRIEF, MOST_PERIODS, MOST_SHOWN, sorted } from "@/cards/tables/viewed";
import type { Asked } from "@/cards/asked";
import { companyId } from "@/domain/facts/company";
import type { Figures } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import { tablePublishers } from "@/files/tables/tableSources";

type Ask = (asked: Asked) => unknown;

/** What a page looks at of a table (app/Card.tsx): its chart, or the cells of the rows that stand there; and who published the figures. */
function seen(table: Table, most?: number): unknown {
  const chart = chartOf(table);
  return chart ? [chart, tablePublishers(firstCompanies(table))] : rowsSeen(firstRows(table, most));
}

const rowsSeen = (table: Table): unknown => [cellsOf(table), tablePublishers(table)];

const companyOf = ({ record: { companies } }: Figures) => companies.find(({ id }) => id === "hive") ?? companies[0];

/** The questions of a page by its path. */
export const QUESTIONS_OF: Readonly<Record<string, Ask>> = {
  "/": ({ figures, selection }) => {
    const at = headlines({ figures, selection })[0]?.main;
    const of = at?.question.period;
    return [
      seen(pooledCard.table({ figures, selection })),
      seen(treasuryCard.table({ figures, selection })),
      seen(changeTogetherCard.table({ figures, selection })),
      at && [coverageSentence(at, selection), panelSentence(at), silentSentence({ figures, selection }, at)],
      of !== undefined && [
        seen(minersCard.table({ figures, selection, period: of }), MOST_SHOWN),
        seen(publishedForPeriodCard.table({ figures, selection, period: of })),
        reportOf({ figures, selection }, of),
      ],
    ];
  },
  "/months": ({ figures, selection }) => [
    seen(periodsCard.table({ figures, selection }), MOST_PERIODS),
    seen(publishedCard.table({ figures, selection })),
  ],
  "/months/2025-03": ({ figures, selection }) => {
    const asked = { figures, selection, period: period("2025-03") };
    return [
      [holdersAndSellersCard, soldCard, minersCard, publishedForPeriodCard].map((card) => seen(card.table(asked), MOST_SHOWN)),
      reportOf({ figures, selection }, asked.period),
    ];
  },
  "/companies": ({ figures, selection }) => {
    const all = companySummaries({ figures, selection });
    const { query } = parseCompanies({}, figures);
    const unsorted = companiesCard.tableOf({ figures, selection }, chosenCompanies(figures, all, query));
    const sorting = companiesSorting(unsorted, undefined);
    const table = sorted(unsorted, sorting);
    const companies = table.rows.flatMap(({ key }) => figures.company(companyId(key)) ?? []);
    const sparks = sparksCard.tableOf(
      { figures, selection },
      companies.slice(0, MOST_SHOWN).map((company) => ({ company })),
    );
    return [
      companiesSentence(all),
      companiesFields(figures, query, table, sorting),
      companySparks(sparks),
      tablePublishers(sparks),
      rowsSeen(firstRows(table, MOST_SHOWN)),
    ];
  },
  "/companies/hive": ({ figures, selection }) => {
    const company = companyOf(figures);
    if (!company) return [];
    const cards = [historyCard, holdingsCard, holdingsChangeCard, agreementCard, statementsCard];
    const findings = [companyConflictsCard, companyRestatementsCard, companyCorrectionsCard];
    return [...cards, ...findings]
      .map((card) => seen(card.table({ figures, selection, company })))
      .concat(portrait({ figures, selection, company }));
  },
  "/strategies": ({ figures, selection }) => [
    nowSentence({ figures, selection }),
    seen(lanesCard.table({ figures, selection })),
    seen(nowCard.table({ figures, selection }), MOST_SHOWN),
    seen(policyCard.table({ figures, selection }), MOST_BRIEF),
  ],
  "/strategies?show=production": ({ figures, selection }) => [
    productionSentence({ figures, selection }),
    seen(productionCard.table({ figures, selection })),
    changes({ figures, selection })
      .slice(0, MOST_BRIEF)
      .map((change) => changeWords(change, selection)),
    tablePublishers(firstRows(changesCard.table({ figures, selection }), MOST_BRIEF)),
  ],
  "/strategies?show=treasury": ({ figures, selection }) => [
    treasurySentence({ figures, selection }),
    seen(summedCard.table({ figures, selection })),
    seen(differenceCard.table({ figures, selection }), MOST_SHOWN),
  ],
  "/signal": ({ figures, selection }) => [
    HORIZONS.map((horizon) => seen(scatterCard(horizon, { thin: false, measure: "sell_through" }).table({ figures, selection }))),
    seen(correlationCard({ thin: false }).table({ figures, selection })),
    seen(issuanceCard.table({ figures, selection })),
  ],
  "/compare": ({ figures, selection }) =>
    seen(
      compareCard(DEFAULT_OPTIONS).table({
        figures,
        selection: { ...selection, companies: figures.record.companies.slice(0, 3).map(({ id }) => id) },
      }),
    ),
  "/map": ({ figures, selection }) => {
    const map = heatMapOf({ figures, selection });
    const first = (most: number) => mapCard.tableOf({ figures, selection }, gridEntries({ ...map, rows: map.rows.slice(0, most) }));
    return [mapCounts(map, selection), mapExtreme(map), first(1).rows, tablePublishers(first(MOST_SHOWN))];
  },
  "/coverage": ({ figures, selection }) => {
    const grid = coverageGrid({ figures, selection }, FIRST_METRIC, MOST_SHOWN);
    return [
      gridSentence({ figures, selection }, FIRST_METRIC),
      tablePublishers(gridCard(FIRST_METRIC).tableOf({ figures, selection }, gridEntries(grid))),
      seen(stalenessCard.table({ figures, selection }), MOST_SHOWN),
      seen(metricCoverageCard(FIRST_METRIC).table({ figures, selection }), MOST_SHOWN),
      seen(monthCoverageCard.table({ figures, selection }), 12),
    ];
  },
};

/** All that a page asks: its form, and its own questions. */
export const askAll = (path: string, figures: Figures, selection: Selection, today: string): unknown => [
  selectionFields({ figures, selection }, today),
  QUESTIONS_OF[path]?.({ figures, selection }),
];
