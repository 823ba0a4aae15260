/**
 * The question "what share of its production did each company sell, month by month?": one row per company, one column per period.
 * Figures + selection + companies → the table behind the small multiples. A gap is a gap with its reason, never a 0.
 */
import { selectedPeriods } from "../selection/range";
import type { Company } from "@/domain/company";
import type { Asked } from "../asked";
import { card } from "../card";
import { companyColumn, sellThroughColumn, companyRow } from "../words/columns";
import { periodName, shortPeriodName } from "../words/phrases";
import { companySummaries } from "./companies";

export const sparksCard = card({
  id: "company-sparks",
  page: "/companies",
  title: "Sell-through of each company over time",
  entries: (asked) => companySummaries(asked).map(({ company }) => ({ company })),
  sentence: () =>
    "Sold ÷ produced. All are drawn on the same axes, from 0 to 200%; the broken line is 100%, a gap is a period without both figures, an arrow lies beyond the axis.",
  row: companyRow,
  columns: ({ figures, selection }) => [
    companyColumn,
    ...selectedPeriods({ figures, selection }).map((period) => ({
      ...sellThroughColumn,
      key: `sell_through_pct_${period}`,
      label: shortPeriodName(period),
      description: `Sold ÷ produced, ${periodName(period)}.`,
      cell: ({ company }: { readonly company: Company }, asked: Asked) => sellThroughColumn.cell({ company, period }, asked),
    })),
  ],
});
