/** Facts as a table: what each source states, whether it was chosen, and if not why. */
import { dayName } from "@/domain/shared/dayName";
import { type Fact, knownSince, SOURCE_KIND_LABEL, SOURCE_KINDS_TEXT } from "@/domain/facts/fact";
import type { Figures } from "@/domain/figures/figures";
import { formatMetric } from "@/domain/values/metric";
import { agree } from "@/domain/facts/precision";
import type { Asked } from "../asked";
import { type CardColumn, makeTable } from "../card";
import type { Table } from "../tables/table";
import { dayCell, periodText, textCell, valueCell } from "../words/cells";
import { fromFacts } from "../words/sourcedCell";
import { columnsOf } from "../words/columns";
import { ARCHIVE_MEANING, archiveCell, factMark, metricWithUnit, RETRIEVED_MEANING, retrievedText } from "../words/factWords";
import { capitalized } from "../words/phrases";

const column = columnsOf<Fact, Pick<Asked, "figures">>();

/** Facts as a table, each once, in the given order. */
export const factTable = (figures: Figures, facts: readonly Fact[], title: string): Table =>
  makeTable({ figures }, { id: "facts", title, entries: [...new Set(facts)], row: factRow, columns: FACT_COLUMNS });

/** A replaced fact may equal its replacement, so the number in the key tells them apart. */
export const factRow = (fact: Fact, { figures: { record } }: Pick<Asked, "figures">) => ({
  key: record.supersessions.some((past) => past.fact.id === fact.id) ? `${factMark(fact)}-${fact.id}` : factMark(fact),
});

/** Facts with their sources, whether each was chosen, and if not why. */
export const FACT_COLUMNS: readonly CardColumn<Fact, Pick<Asked, "figures">>[] = [
  column.text("period", "Period", "Period that the source speaks of.", ({ period }) => periodText(period)),
  column.text("metric", "Figure", "What is stated.", ({ metric }) => metricWithUnit(metric)),
  column.number("value", "Value", "As recorded; the unit stands behind the figure’s name.", (fact) => ({
    ...valueCell(fact.written, formatMetric(fact.metric, fact.value), "reported"),
    ...fromFacts([fact]),
  })),
  column.text("role", "Used", "Whether this fact was chosen, and if not why.", (fact, { figures }) => roleOf(figures, fact)),
  column.text("source", "Source", "Who stated it.", ({ source }) => textCell(source.publisher, source.address)),
  column.text("source_kind", "Kind", `${capitalized(SOURCE_KINDS_TEXT)}.`, ({ source }) => SOURCE_KIND_LABEL[source.kind]),
  column.text(
    "published_on",
    "Published",
    "Undated sources count as published 45 days after the period; files leave their day empty.",
    (fact) => {
      const { assumed, day } = knownSince(fact);
      return assumed ? dayCell(day, `undated, taken as ${dayName(day)}`, "") : dayCell(day);
    },
  ),
  column.text("retrieved", "Retrieved", RETRIEVED_MEANING, retrievedText),
  column.text("archive", "Archived", ARCHIVE_MEANING, archiveCell),
  column.text("note", "Note", "What the reader of the source noted.", (fact, { figures }) => {
    const basis = figures.basisOf(fact);
    return [fact.note, basis === "" ? "" : `counted otherwise (${basis})`].filter((text) => text !== "").join("; ");
  }),
];

/** Columns only in downloads: pages show them below a figure's facts, by source. */
const OF_SOURCES: readonly string[] = ["retrieved", "archive"];

export const shownFacts = (table: Table): Table => ({ ...table, columns: table.columns.filter(({ key }) => !OF_SOURCES.includes(key)) });

function roleOf(figures: Figures, fact: Fact): string {
  const superseded = figures.record.supersessions.find((s) => s.fact.id === fact.id);
  if (superseded) return superseded.by ? `superseded by ${superseded.by.written}` : "withdrawn";
  const choice = figures.choice(fact.company, fact.metric, fact.period);
  if (!choice || choice.chosen.id === fact.id) return "chosen";
  return agree(choice.chosen, fact) ? "agrees" : "differs";
}
