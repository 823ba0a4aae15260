/** Number of companies whose production, sales and holdings are known, by month, newest first. */
import { among } from "@/domain/figures/column";
import { recordSpan } from "@/domain/figures/figures";
import { bothKnownIn, knownIn } from "@/domain/figures/knownIn";
import type { Asked } from "../asked";
import { card } from "../card";
import { monthsWithin, chosenCompanies } from "../selection/scope";
import { columnsOf, monthColumn } from "../words/columns";
import { count, periodName } from "../words/phrases";

type MonthCoverage = ReturnType<typeof monthCoverage>[number];

function monthCoverage(asked: Asked) {
  const { figures, selection } = asked;
  const companies = chosenCompanies(asked);
  return monthsWithin(recordSpan(figures), selection).map((month) => {
    const count = (column: typeof bothKnownIn, mode = selection.evidence) => among(column(figures, month, mode), companies).length;
    return {
      month,
      companies: companies.length,
      produced: count(knownIn("btc_produced")),
      sold: count(knownIn("btc_sold")),
      both: count(bothKnownIn),
      bothReported: count(bothKnownIn, "reported"),
      held: count(knownIn("btc_held")),
    };
  });
}

const byMonth = columnsOf<MonthCoverage>();

/** How many companies have each figure, month by month, newest first. */
export const monthCoverageCard = card({
  id: "coverage-months",
  page: "/coverage",
  title: "Companies with figures, month by month",
  entries: (asked) => monthCoverage(asked).reverse(),
  sentence: (_, entries) => {
    const most = entries.reduce<MonthCoverage | undefined>((best, entry) => (!best || entry.both > best.both ? entry : best), undefined);
    if (most?.both === 0) return "Of no month are both production and sales known.";
    const known = entries.filter(({ both }) => both > 0);
    if (most?.companies === 1 && entries.every(({ companies }) => companies <= 1))
      return `Both production and sales are known in ${known.length} of ${count(entries.length, "month")}, last in ${periodName(known[0]?.month ?? most.month)}.`;
    return (
      most &&
      `The best-known month is ${periodName(most.month)}: both production and sales are known for ${most.both} of ${count(most.companies, "company")}.`
    );
  },
  row: ({ month }) => ({ key: month }),
  columns: [
    monthColumn,
    byMonth.count("produced", "Produced", "Companies whose production is known.", "produced"),
    byMonth.count("sold", "Sold", "Companies whose sales are known.", "sold"),
    byMonth.count("both", "Both", "Companies with both: they have a sell-through.", "both"),
    byMonth.count("both_reported", "Both reported", "Companies for which sources state both.", "bothReported"),
    byMonth.count("held", "Held", "Companies whose holdings are known.", "held"),
  ],
});
