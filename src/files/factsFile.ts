/**
 * facts.csv of the data package, by company, period, metric and rank. Facts of one rank keep their recorded order, because the first of
 * them counts; so two stores of one version write the same file.
 */
import { compareText } from "@/domain/order";
import { type Fact, SOURCE_KINDS } from "@/domain/fact";
import type { OpenRecord, PolicyStatement } from "@/domain/record";
import { POLICY_STATEMENT } from "@/domain/recordFiles";
import { type GridField, number, text } from "./grid";

export const factRows = ({ facts, statements }: OpenRecord): (readonly GridField[])[] =>
  [
    ...facts.map((fact) => rankedLine(fact, fact.metric, number(fact.written), fact.id)),
    ...statements.map((statement) => rankedLine(statement, POLICY_STATEMENT, null, 0)),
  ]
    .sort(byRank)
    .map(({ row }) => row);

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

const byRank = (a: FactLine, b: FactLine): number => (a.rank === b.rank ? a.order - b.order : compareText(a.rank, b.rank));
