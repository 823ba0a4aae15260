/**
 * The question "what share of its production did each company sell, month by month?": one row per company, one column per period.
 * Figures + selection + companies → the table behind the small multiples. A gap is a gap with its reason, never a 0.
 */
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { sellThrough } from "@/domain/sellThrough";
import { companyAddress } from "../selection/address";
import { ratioCell, SELL_THROUGH_FIELD, textCell } from "../words/cells";
import { selectedPeriods } from "../months/pooled";
import type { Selection } from "../selection/selection";
import type { Table } from "../table";
import { periodName, shortPeriodName } from "../words/words";
import { textColumn } from "../words/columns";

export function sparksTable(figures: Figures, selection: Selection, companies: readonly Company[]): Table {
  const periods = selectedPeriods(figures, selection);
  return {
    id: "company-sparks",
    title: "Sell-through of each company over time",
    sentence:
      "Sold as a share of produced. All are drawn on the same axes, from 0 to 200%; the broken line is 100%, a gap is a period without both figures, an arrow lies beyond the axis.",
    columns: [
      textColumn("company", "Company", "The company's short name."),
      ...periods.map((period) => ({
        ...SELL_THROUGH_FIELD,
        key: `sell_through_pct_${period}`,
        label: shortPeriodName(period),
        description: `Sold as a share of produced, ${periodName(period)}.`,
      })),
    ],
    rows: companies.map((company) => {
      const href = companyAddress(company.id, selection);
      const cells = periods.map((period) => {
        const value = sellThrough(figures, company.id, period, selection.basis, selection.evidence);
        return [`sell_through_pct_${period}`, ratioCell(value, { company: company.id, period, selection })] as const;
      });
      return { key: company.id, href, cells: { company: textCell(shortName(company), href), ...Object.fromEntries(cells) } };
    }),
  };
}
