/**
 * facts.csv of the data package: every figure that counts, a line each, and what sources say about treasuries in words, as an import
 * reads them. Record → lines, by company, period, metric and rank of the source. Facts of one rank keep their recorded order, because
 * among those the first one counts; all else follows from the content, so two stores of one data version write the same file.
 */
import { compareText } from "@/domain/order";
import { type Fact, SOURCE_KINDS } from "@/domain/fact";
import { METRIC_IDS } from "@/domain/metric";
import type { OpenRecord, PolicyStatement } from "@/domain/record";
import type { GridField } from "./grid";
import {
  addressField,
  companyField,
  companyKey,
  dayField,
  number,
  periodField,
  type Resource,
  stringField,
  text,
  wordField,
} from "./resource";

/** The metric under which facts.csv keeps what a source says about a treasury in words. */
export const POLICY_STATEMENT = "treasury_policy";

export const FACTS: Resource<OpenRecord> = {
  name: "facts",
  title: "Facts",
  description: `One figure as one source states it, a line each. Several sources may state the same figure differently; nothing is left out. Spans that are no month, quarter or year are among them. Lines with the metric ${POLICY_STATEMENT} carry words in the note and no value.`,
  fields: [
    companyField(),
    periodField(),
    wordField("metric", "What is measured; the unit is in its name (deployed_ehs and avg_ehs: EH/s).", [...METRIC_IDS, POLICY_STATEMENT]),
    { name: "value", type: "number", description: "The figure exactly as stated, in the metric's unit.", constraints: { minimum: 0 } },
    wordField(
      "source_kind",
      "Kind of source; company releases are preferred to filings, filings to news reports, and these to aggregators (second-hand summaries).",
      SOURCE_KINDS,
    ),
    dayField("published_on", "Day on which the source was published; empty: the source does not say."),
    addressField("source_url", "Web address of the source.", true),
    stringField("note", "Remark of whoever entered the figure."),
  ],
  foreignKeys: [companyKey()],
  rows: ({ facts, statements }) =>
    [
      ...facts.map((fact) => rankedLine(fact, fact.metric, number(fact.written), fact.id)),
      ...statements.map((statement) => rankedLine(statement, POLICY_STATEMENT, null, 0)),
    ]
      .sort(byRank)
      .map(({ row }) => row),
};

interface FactLine {
  readonly rank: string;
  /** Recorded order among facts of one rank; statements follow their content. */
  readonly order: number;
  readonly row: readonly GridField[];
}

function rankedLine({ company, period, source, note }: Fact | PolicyStatement, metric: string, value: GridField, order: number): FactLine {
  const stated = [source.kind, source.publishedOn, source.address, note];
  const row = [...[company, period, metric].map(text), value, ...stated.map(text)];
  const rank = [company, period, metric, SOURCE_KINDS.indexOf(source.kind), source.publishedOn ?? ""].join("\u0000");
  return { rank: order === 0 ? `${rank}\u0000${source.address}\u0000${note}` : rank, order, row };
}

function byRank(a: FactLine, b: FactLine): number {
  return a.rank === b.rank ? a.order - b.order : compareText(a.rank, b.rank);
}
