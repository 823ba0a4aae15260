/** One period's table: a row per company with produced, sold, held, sell-through and stance; missing figures give their reason. */
import { isKnown } from "@/domain/facts/cell";
import { among, columnOf, without } from "@/domain/figures/column";
import { type Company, shortName } from "@/domain/facts/company";
import type { Figures } from "@/domain/figures/figures";
import { lastMonth, type Period } from "@/domain/values/period";
import { hasRatio, sellThrough } from "@/domain/measures/sellThrough";
import { STANCE_MEANING, stanceAt } from "@/domain/measures/stance";
import type { Asked } from "../asked";
import { card, type CardColumn } from "../card";
import { amountChart } from "../charts/rankingChart";
import { shareChart } from "../charts/stripChart";
import { companiesByName, companiesIn } from "../selection/scope";
import { columnsOf, companyColumn, type CompanyPeriod, metricColumn, sellThroughColumn, companyRow } from "../words/columns";
import { joinSentences, type Sentence } from "../tables/sentence";
import { listed, periodName, thePeriod } from "../words/phrases";
import { stanceText, testedPolicyCell } from "../words/stanceWords";
import { headlineWords } from "./headline";
import { poolAt } from "./pooled";
import { reportOf } from "./report";

type AskedPeriod = Asked & { readonly period: Period };

const column = columnsOf<CompanyPeriod>();

const COLUMNS: readonly CardColumn<CompanyPeriod>[] = [
  companyColumn,
  metricColumn("btc_produced"),
  metricColumn("btc_sold"),
  sellThroughColumn,
  metricColumn("btc_held"),
  column.text("stance", "What it does", STANCE_MEANING, ({ company, period }, { figures, selection }) =>
    stanceText(stanceAt(figures, company.id, lastMonth(period), selection.evidence)?.stance),
  ),
  column.sourced(
    "policy",
    "Stated policy",
    "What the company said it does, and whether its deeds differ.",
    ({ company, period }, { figures, selection }) => testedPolicyCell(figures, company, lastMonth(period), selection.evidence),
  ),
  column.text(
    "in_panel",
    "In the pooled figure",
    "Whether the company is in the pooled figure of the period.",
    ({ company, period }, { figures, selection }) =>
      hasRatio(sellThrough(figures, company.id, period, selection.basis, selection.evidence)) ? "yes" : "no",
  ),
];

/** A row for each company with a figure in the period, by production; companies without any are named below. */
export const minersCard = card({
  id: "miners-:period",
  page: "/months/:period",
  title: ({ period }) => `Produced, sold and held, ${periodName(period)}`,
  entries: ({ figures, selection, period }) => {
    const companies = companiesIn({ figures, selection }, period);
    const rows =
      selection.companies.length > 0
        ? companies.map((company) => ({ company, produced: production(figures, company, period) }))
        : among(withFigures(figures, period, "best"), companies);
    return rows.map((row) => ({ period, ...row })).sort((a, b) => b.produced - a.produced);
  },
  caveat: nothingKnown,
  row: companyRow,
  columns: COLUMNS,
});

/** A note that names the companies with no figure at all, which explains who is not in the number and why. */
function nothingKnown(asked: AskedPeriod, rows: readonly CompanyPeriod[]): string | undefined {
  const rest = without(companiesIn(asked, asked.period), rows);
  if (rest.length === 0) return undefined;
  const unknown = new Set(rest);
  const names = companiesByName(asked.figures.record).flatMap((company) => (unknown.has(company) ? [shortName(company)] : []));
  const others = rest.length === 1 ? "one more company that passes" : `${rest.length} more companies that pass`;
  return `The record has no figure of ${thePeriod(asked.period)} for ${others} the filter: ${listed(names)}.`;
}

/** Holders against sellers: the companies in the pooled number by sell-through, highest first; those without one are left out. */
export const holdersAndSellersCard = card({
  id: "holders-and-sellers-:period",
  page: "/months/:period",
  leads: ["/months/:period", "/months/:period/press"],
  title: ({ period }) => `Holders and sellers, ${periodName(period)}`,
  sentence: (asked) => reportSentence(asked, ["over", "holders"]),
  entries: ({ figures, selection, period }) =>
    [...poolAt({ figures, selection }, period).members]
      .sort((a, b) => b.sellThrough.ratio - a.sellThrough.ratio)
      .map(({ company }) => ({ company, period })),
  row: companyRow,
  columns: COLUMNS,
  chart: shareChart,
});

/** The companies by amount sold, highest first; zero sales come last, unknown ones are left out. */
export const soldCard = card({
  id: "sold-:period",
  page: "/months/:period",
  title: ({ period }) => `Bitcoin sold, ${periodName(period)}`,
  sentence: (asked) => reportSentence(asked, ["sellers"]),
  entries: ({ figures, selection, period }) =>
    among(withSales(figures, period, selection.evidence), companiesIn({ figures, selection }, period))
      .toSorted((a, b) => b.sold - a.sold)
      .map(({ company }) => ({ company, period })),
  row: companyRow,
  columns: COLUMNS,
  chart: amountChart,
});

function reportSentence(asked: AskedPeriod, ids: readonly string[]): Sentence {
  const { selection, period } = asked;
  const words = headlineWords(poolAt(asked, period), selection);
  const more = reportOf(asked, period, ids);
  return joinSentences([...(words ? [words] : []), ...more.map(({ sentence }) => sentence)]);
}

const withFigures = columnOf((figures, company, period) => {
  const isAny = (["btc_produced", "btc_sold", "btc_held"] as const).some((metric) => isKnown(figures.cell(company.id, metric, period)));
  return isAny ? { company, produced: production(figures, company, period) } : undefined;
});

const withSales = columnOf((figures, company, period, mode) => {
  const sold = figures.cell(company.id, "btc_sold", period, mode);
  return isKnown(sold) ? { company, sold: sold.value } : undefined;
});

function production(figures: Figures, company: Company, period: Period): number {
  const cell = figures.cell(company.id, "btc_produced", period);
  return isKnown(cell) ? cell.value : -1;
}
