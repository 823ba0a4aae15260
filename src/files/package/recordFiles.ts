/** The record's files in the data package. Order follows from content: importing and exporting gives the same bytes. */
import { plainAmount } from "@/domain/values/amount";
import type { OpenRecord, PolicyStatement } from "@/domain/facts/record";
import { RECORD_FILES as FILES, type RecordFile, POLICY_STATEMENT } from "@/domain/facts/recordFiles";
import { type FlatField, number, text } from "../tables/flat";
import { columnField, companyKey, type Field, type Resource, sortedRows } from "./resource";
import { compareText } from "@/domain/shared/group";
import { type Fact, SOURCE_KINDS } from "@/domain/facts/fact";

type FileName = keyof typeof FILES;

/** Cents with two decimals, as prices are written: "45977.20". */
function cents(value: number): string {
  const [whole = "0", fraction = ""] = plainAmount(value, "USD").split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}

/** The rows of each file; a column is the property of the same name, in camel case. */
const LISTS: Readonly<Record<Exclude<FileName, "facts">, (record: OpenRecord) => readonly object[]>> = {
  companies: ({ companies }) => companies.map(({ id, ...company }) => ({ company: id, ...company })),
  names: ({ companies }) => companies.flatMap(({ id, formerNames }) => formerNames.map((name) => ({ company: id, ...name }))),
  listings: ({ companies }) => companies.flatMap(({ id, listings }) => listings.map((listing) => ({ company: id, ...listing }))),
  policies: ({ policies }) => policies,
  consolidations: ({ consolidations }) => consolidations,
  "btc-usd-monthly": ({ prices }) =>
    prices.map(({ average, close, ...price }) => ({ ...price, averageUsd: cents(average), closeUsd: cents(close) })),
  "published-aggregates": ({ aggregates }) => aggregates.map((aggregate) => ({ ...aggregate, value: aggregate.written })),
  events: ({ events }) => events,
  publishers: ({ publishers }) => publishers,
  decisions: ({ decisions }) => decisions,
};

function fieldIn(row: object, { name, type }: Field): FlatField {
  const property = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const value = (row as Readonly<Record<string, string | number | null | undefined>>)[property] ?? null;
  return value !== null && ["number", "integer"].includes(type) ? number(String(value)) : text(value === null ? null : String(value));
}

/** The files that an import reads. */
export const RECORD_FILES: readonly Resource<OpenRecord>[] = (Object.keys(FILES) as FileName[]).map((name) => {
  const { title, description, columns, key }: RecordFile = FILES[name];
  const fields = Object.entries(columns).map(([column, definition]) => columnField(column, definition));
  const keys = Object.entries(columns).flatMap(([column, [kind]]) => (kind === "slug" ? [companyKey(column)] : []));
  return {
    ...{ name, title, description, fields },
    ...(key !== undefined && { primaryKey: [key] }),
    ...(keys.length > 0 && { foreignKeys: keys }),
    rows: (record) =>
      name === "facts" ? factRows(record) : sortedRows(LISTS[name](record).map((row) => fields.map((field) => fieldIn(row, field)))),
  };
});

/** Facts and statements as rows of facts.csv, sorted. */
export const factRows = ({ facts, statements }: OpenRecord): (readonly FlatField[])[] =>
  [
    ...facts.map((fact) => rankedLine(fact, fact.metric, number(fact.written), fact.id)),
    ...statements.map((statement) => rankedLine(statement, POLICY_STATEMENT, null, 0)),
  ]
    .sort(byRank)
    .map(({ row }) => row);

interface FactLine {
  readonly rank: string;
  /** Recorded order among facts of one rank; statements are sorted by content. */
  readonly order: number;
  readonly row: readonly FlatField[];
}

function rankedLine({ company, period, source, note }: Fact | PolicyStatement, metric: string, value: FlatField, order: number): FactLine {
  const stated = [source.kind, source.publishedOn, source.address, note];
  const row = [...[company, period, metric].map(text), value, ...stated.map(text)];
  const rank = [company, period, metric, SOURCE_KINDS.indexOf(source.kind), source.publishedOn ?? ""].join("\u0000");
  return { rank: order === 0 ? `${rank}\u0000${source.address}\u0000${note}` : rank, order, row };
}

const byRank = (a: FactLine, b: FactLine): number => (a.rank === b.rank ? a.order - b.order : compareText(a.rank, b.rank));
