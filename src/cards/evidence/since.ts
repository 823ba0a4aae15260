/** Figures that are new, restated or withdrawn between an earlier state and today's. */
import { changesSince, type FigureChange } from "@/domain/measures/changesSince";
import { type Cell, isKnown, missing } from "@/domain/facts/cell";
import type { Asked } from "../asked";
import { card } from "../card";
import { figureAddress } from "../selection/address";
import { momentNoun } from "../choices/selectionWords";
import { companiesInScope, inRange } from "../selection/scope";
import type { Selection } from "../selection/selection";
import type { TableCell } from "../tables/table";
import { periodText, metricCell, missingCell, textCell } from "../words/cells";
import { figureColumns } from "../words/figureColumns";
import { count, listed, nameIn } from "../words/phrases";

/** The same selection of today's record, where a changed figure is explained. */
export const asNow = (selection: Selection): Selection => ({ ...selection, asOf: null, version: null });

/** " since the record as known on 1 May 2025", " since version 1a2b3c4d5e6f of the record"; "" where the selection is of today's record. */
export function sinceThen({ selection }: Pick<Asked, "selection">): string {
  const moment = momentNoun(selection);
  return moment === undefined ? "" : ` since ${moment}`;
}

/** The changes in the selected companies and periods, latest period first. */
export function selectedChanges({ figures, latest = figures, selection }: Asked): readonly FigureChange[] {
  if (latest === figures) return [];
  const ids = new Set(companiesInScope({ figures: latest, selection }).map(({ id }) => id));
  return changesSince(figures, latest, selection.evidence).filter(({ company, period }) => ids.has(company) && inRange(selection, period));
}

const column = figureColumns<FigureChange>((change) => change);

const hrefOf = ({ company, period, metric }: FigureChange, { selection }: Asked): string =>
  figureAddress(company, period, metric, asNow(selection));

/** The cell of a figure in one of the states; `without` is the text where it has none. */
function cellOf(change: FigureChange, cell: Cell | undefined, without: string, asked: Asked): TableCell {
  const { company, period, metric } = change;
  if (cell === undefined || !isKnown(cell)) return missingCell(cell ?? missing("notDisclosed"), hrefOf(change, asked), without);
  return metricCell(cell, metric, { company, period, selection: asNow(asked.selection) });
}

export const sinceCard = card({
  id: "since",
  page: "/changes/since",
  title: (asked) => `Figures that are new, restated or withdrawn${sinceThen(asked)}`,
  namesMoment: true,
  entries: selectedChanges,
  sentence: (_, changes) => (changes.length === 0 ? undefined : sinceSentence(changes)),
  row: (change, asked) => ({ key: `${change.company} ${change.period} ${change.metric}`, href: hrefOf(change, asked) }),
  columns: [
    column.text("company", "Company", "The company’s short name.", (change, asked) =>
      textCell(nameIn(asked.latest ?? asked.figures, change.company), hrefOf(change, asked)),
    ),
    column.text("period", "Period", "The period of the figure.", ({ period }) => periodText(period)),
    column.figure("What the figure says, and its unit."),
    column.text("change", "Change", "New: it was not known then. Restated: it was another number. Withdrawn: it no longer counts.", "kind"),
    column.number("before", "Then", "The figure as it was known then.", (change, asked) =>
      cellOf(change, change.kind === "new" ? undefined : change.before, "not known then", asked),
    ),
    column.number("after", "Now", "The figure as it is known now.", (change, asked) => cellOf(change, change.after, "withdrawn", asked)),
  ],
});

/** "Since then 12 figures are new, 2 were restated and 1 was withdrawn." */
export function sinceSentence(changes: readonly FigureChange[]): string {
  if (changes.length === 0) return "No figure of this selection has changed since then.";
  const told = (kind: FigureChange["kind"], one: string, many: string): string[] => {
    const { length } = changes.filter((change) => change.kind === kind);
    return length === 0 ? [] : [count(length, `figure ${one}`, `figures ${many}`)];
  };
  const parts = [...told("new", "is new", "are new"), ...told("restated", "was restated", "were restated")];
  return `Since then ${listed([...parts, ...told("withdrawn", "was withdrawn", "were withdrawn")])}.`;
}
