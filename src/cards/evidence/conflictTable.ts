/** Where sources disagree: figures for which they state different numbers, with the choice and its reason. */
import { type Conflict, conflictsAmong, conflictsOf } from "@/domain/measures/conflicts";
import { METRICS } from "@/domain/values/metric";
import type { Asked } from "../asked";
import { card, type CardColumn } from "../card";
import { chosenCompanies, inRange } from "../selection/scope";
import { shareCell, textCell } from "../words/cells";
import { companyColumn } from "../words/columns";
import { amountText, statedText } from "../words/factWords";
import { factCell, figureColumns, figureHref } from "../words/figureColumns";
import { type Sentence, sentence } from "../tables/sentence";
import { capitalized, count } from "../words/phrases";

/** From this relative distance on, a difference is more than rounding. */
const LARGE_SPREAD = 0.01;

export function selectedConflicts(asked: Asked): Conflict[] {
  const { figures, selection } = asked;
  const found = selection.companies.length === 0 ? conflictsOf(figures) : conflictsAmong(figures, chosenCompanies(asked));
  return found.filter(({ choice }) => inRange(selection, choice.chosen.period));
}

const conflict = figureColumns<Conflict>(({ choice }) => choice.chosen);

/** Columns of a conflict in the table of one company. */
export const CONFLICT_COLUMNS: readonly CardColumn<Conflict>[] = [
  conflict.period("The period that the sources speak of."),
  conflict.figure("What is stated."),
  conflict.number("chosen", "Chosen", "The value that this site shows, in the unit of the figure.", ({ choice: { chosen } }, asked) =>
    factCell(chosen, asked, amountText(chosen).replace(` ${METRICS[chosen.metric].unit}`, "")),
  ),
  conflict.statedBy("chosen_by", "Stated by", "The source of the chosen value.", ({ choice }) => choice.chosen),
  conflict.text("others", "Others state", "Every other number that a source states, with its source.", ({ against }, _, href) =>
    textCell([...new Set(against.map(statedText))].join("; "), href),
  ),
  conflict.number("spread_pct", "Apart", "Largest distance to the chosen value, as a share of it.", ({ spread }) =>
    spread === undefined ? textCell("no share of 0") : shareCell(spread, "derived"),
  ),
  conflict.text("why", "Why this one", "The rule that decided.", "why"),
];

export const conflictRow = ({ company, choice: { chosen } }: Conflict, asked: Asked) => ({
  key: `${company.id}-${chosen.metric}-${chosen.period}`,
  href: figureHref(chosen, asked),
});

export const conflictsCard = card({
  id: "conflicts",
  page: "/conflicts",
  title: "Figures for which sources state different numbers",
  entries: selectedConflicts,
  row: conflictRow,
  columns: [companyColumn, ...CONFLICT_COLUMNS],
});

/** Counts the conflicts; undefined when the selection has none. */
export function conflictSentence(conflicts: readonly Conflict[]): Sentence | undefined {
  if (conflicts.length === 0) return undefined;
  const large = conflicts.filter(({ spread }) => spread === undefined || spread >= LARGE_SPREAD).length;
  const people = conflicts.filter(({ why }) => why.startsWith("decided by a person")).length;
  const companies = new Set(conflicts.map(({ company }) => company.id)).size;
  const start = `Sources state different numbers for ${count(conflicts.length, "figure")} of ${count(companies, "company")}; `;
  if (conflicts.length === 1)
    return sentence`${start}they lie ${large === 0 ? "less than 1%" : "1% or more"} apart. ${people === 0 ? "A rule" : "A person"} chose between them.`;
  const far = large === 0 ? "all lie less than 1% apart" : `${large} of them ${large === 1 ? "lies" : "lie"} 1% or more apart`;
  const decided =
    people === 0 ? "a rule chose each time" : `${count(people, "choice was", "choices were")} made by a person, the rest by rule`;
  return sentence`${start}${far}. ${capitalized(decided)}.`;
}
