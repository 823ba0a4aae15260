/**
 * The decisions that people made about facts, as the record lists them: a choice among numbers, or what a holdings figure counts.
 * A decision is data with a note, never a rule in the program.
 */
import { shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { METRICS } from "@/domain/metric";
import type { Decision } from "@/domain/record";
import { companyAddress, figureAddress } from "../selection/address";
import { textCell } from "../words/cells";
import { DEFAULT_SELECTION } from "../selection/selection";
import type { Column, Table } from "../table";
import { shortPeriodName } from "../words/words";
import { textColumn } from "../words/columns";

export const DECISION_COLUMNS: readonly Column[] = [
  textColumn("company", "Company", "The company's short name."),
  textColumn("period", "Period", "The period of the figure."),
  textColumn("figure", "Figure", "What the decision is about, and its unit."),
  textColumn("written", "Value", "The value as the source writes it."),
  textColumn("decision", "Decision", "That this value is chosen, what it counts, or that it is right although it seems impossible."),
  textColumn("note", "Reason", "The reason that was given."),
];

const SAYS: Record<Decision["kind"], (decision: Decision) => string> = {
  prefer: () => "chosen",
  basis: ({ basis }) => `counts: ${basis}`,
  accept: () => "right, although it seems impossible",
};

export function decisionTable({ record }: Figures): Table {
  return {
    id: "decisions",
    title: "Decisions made by people",
    columns: DECISION_COLUMNS,
    rows: record.decisions.map((decision) => {
      const { company, metric, period, written, note, kind } = decision;
      const named = record.companies.find((c) => c.id === company);
      return {
        key: `${kind}-${company}-${metric}-${period}-${written}`,
        cells: {
          company: textCell(named ? shortName(named) : company, companyAddress(company, DEFAULT_SELECTION)),
          period: textCell(shortPeriodName(period), figureAddress(company, period, metric, DEFAULT_SELECTION)),
          figure: textCell(`${METRICS[metric].label}, ${METRICS[metric].unit}`),
          written: textCell(written),
          decision: textCell(SAYS[kind](decision)),
          note: textCell(note),
        },
      };
    }),
  };
}
