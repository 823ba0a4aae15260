/** Columns for rows about one figure of a company each: which figure, linked to its explanation, and the facts' values. */
import { plainAmount } from "@/domain/values/amount";
import type { Fact, OfFigure } from "@/domain/facts/fact";
import { formatAmount, METRICS } from "@/domain/values/metric";
import type { Asked } from "../asked";
import { figureAddress } from "../selection/address";
import type { TableCell } from "../tables/table";
import { periodText, textCell, valueCell } from "./cells";
import { columnsOf } from "./columns";
import { metricWithUnit, sourceText } from "./factWords";
import { fromFacts } from "./sourcedCell";

export const figureHref = ({ company, metric, period }: OfFigure, { selection }: Asked): string =>
  figureAddress(company, period, metric, selection);

export const figurePeriodCell = (figure: OfFigure, asked: Asked): TableCell => periodText(figure.period, figureHref(figure, asked));

/** `text` is the value with enough decimals to tell sources apart. */
export function factCell(fact: Fact, asked: Asked, text = formatAmount(fact.value, METRICS[fact.metric].unit, 8)): TableCell {
  const plain = plainAmount(fact.value, METRICS[fact.metric].unit);
  return { ...valueCell(plain, text, "reported", figureHref(fact, asked)), ...fromFacts([fact]) };
}

/** The columns, for entries whose figure `figureOf` returns. */
export function figureColumns<Entry>(figureOf: (entry: Entry) => OfFigure) {
  const column = columnsOf<Entry>();
  return {
    ...column,
    period: (description: string) =>
      column.text("period", "Period", description, (entry, asked) => figurePeriodCell(figureOf(entry), asked)),
    figure: (description: string) => column.text("figure", "Figure", description, (entry) => metricWithUnit(figureOf(entry).metric)),
    statedBy: (key: string, label: string, description: string, factOf: (entry: Entry) => Fact) =>
      column.text(key, label, description, (entry) => textCell(sourceText(factOf(entry)), factOf(entry).source.address)),
  };
}
