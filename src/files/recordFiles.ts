/** The record's files as the data package holds them. Order follows from content: importing and exporting gives the same bytes. */
import { plainAmount } from "@/domain/amount";
import type { OpenRecord } from "@/domain/record";
import { RECORD_FILES as FILES, type RecordFile } from "@/domain/recordFiles";
import { factRows } from "./factsFile";
import { type GridField, number, text } from "./grid";
import { columnField, companyKey, type Field, type Resource, sortedRows } from "./resource";

type FileName = keyof typeof FILES;

/** Cents with both decimals, as prices are written: "45977.20". */
function cents(value: number): string {
  const [whole = "0", fraction = ""] = plainAmount(value, "USD").split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}

/** What has a line each, by file; a column is the property of its name, written without underscores. */
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

function fieldIn(row: object, { name, type }: Field): GridField {
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
