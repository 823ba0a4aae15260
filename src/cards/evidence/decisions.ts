/** People's decisions about facts: a choice among numbers, or what a holdings figure counts. Data with a note, not rules. */
import type { Decision } from "@/domain/facts/record";
import { card } from "../card";
import { companyAddress } from "../selection/address";
import { textCell } from "../words/cells";
import { figureColumns } from "../words/figureColumns";
import { count, nameIn } from "../words/phrases";

const SAYS: Record<Decision["kind"], (decision: Decision) => string> = {
  prefer: () => "chosen",
  basis: ({ basis }) => `counts: ${basis}`,
  accept: () => "right, although it seems impossible",
};

const column = figureColumns<Decision>((decision) => decision);

export const decisionsCard = card({
  id: "decisions",
  page: "/method",
  title: "Decisions made by people",
  entries: ({ figures }) => figures.record.decisions,
  sentence: (_, { length }) =>
    length === 0
      ? undefined
      : `People decided ${count(length, "time")} what no rule can: which of two numbers is a slip, or that a holdings figure counts something else.`,
  row: ({ kind, company, metric, period, written }) => ({ key: `${kind}-${company}-${metric}-${period}-${written}` }),
  columns: [
    column.text("company", "Company", "The company’s short name.", ({ company }, { figures, selection }) =>
      textCell(nameIn(figures, company), companyAddress(company, selection)),
    ),
    column.period("The period of the figure."),
    column.figure("What the decision is about, and its unit."),
    column.text("written", "Value", "The value as the source writes it.", "written"),
    column.text(
      "decision",
      "Decision",
      "That this value is chosen, what it counts, or that it is right although it seems impossible.",
      (decision) => SAYS[decision.kind](decision),
    ),
    column.text("note", "Reason", "The reason that was given.", "note"),
  ],
});
