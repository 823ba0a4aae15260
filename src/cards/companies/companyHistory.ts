/** A company's production and sales by period. Only periods with both figures enter the sum. */
import { companyPeriods } from "../selection/scope";
import { shortName } from "@/domain/facts/company";
import { formatRatio, hasRatio, sellThrough } from "@/domain/measures/sellThrough";
import type { AskedCompany } from "../asked";
import { card } from "../card";
import { historyChart } from "../charts/periodCharts";
import { type CompanyPeriod, metricColumn, periodColumn, sellThroughColumn } from "../words/columns";
import { btc, count, knownOf, periodName } from "../words/phrases";

/** The rows of tables over time for one company: one per period. */
export const OVER_TIME = {
  entries: (asked: AskedCompany): CompanyPeriod[] => companyPeriods(asked).map((period) => ({ company: asked.company, period })),
  row: ({ period }: CompanyPeriod) => ({ key: period }),
};

export const historyCard = card({
  id: "history-:company",
  page: "/companies/:company",
  leads: ["/companies/:company", "/companies/:company/facts", "/companies/:company/ledger"],
  title: ({ company }) => `${shortName(company)}: produced and sold`,
  ...OVER_TIME,
  sentence: historySentence,
  columns: ({ selection }) => [
    periodColumn(),
    metricColumn("btc_produced"),
    metricColumn("btc_sold"),
    ...(selection.basis === "net" ? [metricColumn("btc_purchased")] : []),
    sellThroughColumn,
  ],
  chart: historyChart,
});

/** "Over the 42 months with both figures, it sold 9,000 of 20,000 BTC, 45% of its production." Says so where there is no such period. */
function historySentence(asked: AskedCompany): string {
  const { selection, company } = asked;
  const periods = companyPeriods(asked);
  const known = knownRatios(asked);
  const [first, ...others] = known;
  if (!first) return withoutBoth(asked);
  const sold = known.reduce((sum, { value }) => sum + value.sold, 0);
  const produced = known.reduce((sum, { value }) => sum + value.produced, 0);
  const span =
    others.length === 0
      ? `In the one ${selection.per} with both figures (${periodName(first.period)})`
      : `Over the ${knownOf(known.length, periods.length, selection.per)} with both figures`;
  const net = selection.basis === "net" ? ", net of purchases" : "";
  return `${span}, ${shortName(company)} sold ${btc(sold)} of ${btc(produced)} produced${net}: ${formatRatio(sold / produced)}.`;
}

function knownRatios(asked: AskedCompany) {
  const { figures, selection, company } = asked;
  return companyPeriods(asked).flatMap((period) => {
    const value = sellThrough(figures, company.id, period, selection.basis, selection.evidence);
    return hasRatio(value) ? [{ period, value }] : [];
  });
}

/** Of what periods nothing can be told, and whether quarters can where months cannot. */
function withoutBoth(asked: AskedCompany): string {
  const { selection, company } = asked;
  const quarters = selection.per === "month" ? knownRatios({ ...asked, selection: { ...selection, per: "quarter" } }).length : 0;
  const rest = quarters === 0 ? "" : `; of ${count(quarters, "quarter")} they are`;
  return `Of no ${selection.per} are both production and sales of ${shortName(company)} known${rest}.`;
}
