/** The form, links and remarks around a comparison: its fields, suggestions, and options that were dropped or do not apply. */
import type { Asked } from "../asked";
import { MOST_SERIES } from "../charts/lines";
import { type ChoiceField, choiceField } from "../choices/choices";
import { type CompanyId, shortName } from "@/domain/facts/company";
import { COMPARED, comparedFigure, type CompareOptions, drawnCompanies, optionPairs, shownWay } from "./compareOptions";
import { queryOf, type Selection } from "../selection/selection";
import type { Compare } from "./compare";
import { listed } from "../words/phrases";

export const compareFields = ({ metric, as, scale, layout }: CompareOptions): ChoiceField[] => [
  choiceField(
    "metric",
    "Figure",
    metric,
    COMPARED.map((id) => [id, comparedFigure(id).label]),
  ),
  choiceField("as", "Shown", as, [
    ["absolute", "As it is", ""],
    ["indexed", "Indexed"],
    ["per_ehs", "Per EH/s", "per EH/s"],
  ]),
  choiceField("scale", "Scale", scale, [
    ["linear", "Linear", ""],
    ["log", "Logarithmic", "logarithmic scale"],
  ]),
  choiceField("layout", "Charts", layout, [
    ["shared", "One for all", ""],
    ["multiples", "One each", "a chart each"],
  ]),
];

export const compareAddress = (selection: Selection, options: CompareOptions): string =>
  `/compare${queryOf(selection, optionPairs(options))}`;

/** Remarks on the comparison shown: more than six companies, or a way or scale that does not apply. */
export function compareRemarks({ figures, selection }: Asked, options: CompareOptions, found: Compare): string[] {
  const names = (ids: readonly CompanyId[]) => listed(figures.record.companies.filter(({ id }) => ids.includes(id)).map(shortName));
  const left = selection.companies.slice(MOST_SERIES);
  const remarks: string[] = [];
  if (left.length > 0)
    remarks.push(
      `More than six companies cannot be told apart in one chart. The first six of the list are shown, ${names(drawnCompanies(selection))}; ${names(left)} ${left.length === 1 ? "is" : "are"} left out.`,
    );
  if (options.as !== shownWay(options))
    remarks.push(`${comparedFigure(options.metric).label} cannot be put per EH/s; it is shown as it is.`);
  if (options.as === "indexed" && found.base === undefined)
    remarks.push(
      "There is no period in which all of these companies have a figure above 0, so nothing can be indexed. Show it as it is, or choose other companies.",
    );
  const zero = found.values.some((values) => values.some((at) => at.evidence !== "missing" && at.value <= 0));
  if (options.scale === "log" && zero)
    remarks.push("A logarithmic scale has no place for 0: such periods are gaps in the chart and stand in the table.");
  return remarks;
}
