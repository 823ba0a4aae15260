/** Tables whose rows an import can retire: columns, subject, words. Facts are superseded instead (difference.ts). */
import type { FiledRecord, FiledSource } from "@/domain/facts/filedRecord";
import { plainAmount } from "@/domain/values/amount";
import { count } from "@/domain/shared/numberText";
import type { PrismaClient } from "../generated/client";

export type Scalar = string | number | bigint | null;

/** The columns of a row, without its number and the imports that added and retired it. */
export type Content = Readonly<Record<string, Scalar>>;

export interface StoredRow {
  readonly id: number;
  readonly addedIn: number;
  readonly content: Content;
}

export interface Table {
  readonly name: TableName;
  /** Its name in the list of changes: singular, plural. */
  readonly label: readonly [string, string];
  /** The filed record's property with its rows. */
  readonly from: keyof FiledRecord;
  /** The store's columns, each with its property in the domain's row; their order is part of the version's hash. */
  readonly properties: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  /** Columns that identify the subject of a row: a changed row keeps them. */
  readonly subject: readonly string[];
  readonly say: (row: Content) => string;
}

interface Definition<P extends object> extends Pick<Table, "label" | "from"> {
  readonly properties: P;
  readonly subject: readonly (keyof P & string)[];
  readonly say: (row: Readonly<Record<keyof P, string>>) => string;
}

const text = (value: Scalar | undefined): string => (value === null || value === undefined ? "" : String(value));

const define = <N extends string, P extends Readonly<Record<string, string>>>(name: N, { say, ...definition }: Definition<P>) => ({
  ...{ name, ...definition, columns: Object.keys(definition.properties) },
  say: (row: Content) =>
    say(Object.fromEntries(Object.entries(row).map(([column, value]) => [column, text(value)])) as Record<keyof P, string>),
});

/** " 2025-03 to 2025-09", " from 2025-03", " to 2025-09" or nothing. */
function spanText({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from === "") return to === "" ? "" : ` to ${to}`;
  return to === "" ? ` from ${from}` : ` ${from} to ${to}`;
}

/** Text with a prefix and suffix; empty if the text is. */
const affixed = (before: string, said: string, after = ""): string => (said === "" ? "" : `${before}${said}${after}`);

const usd = (cents: string): string => plainAmount(Number(cents), "USD");

/** Columns added after stores had rows. Empty ones are left out of a row's text, so that versions and log hashes stay the same. */
export const LATER_COLUMNS: readonly string[] = ["fiscalYearEnd"];

/** Amounts that may exceed 32 bits. */
const BIG_COLUMNS: readonly string[] = ["average", "close"];

/** Columns with the same name as their property. */
const same = <N extends string>(...names: readonly N[]) => Object.fromEntries(names.map((name) => [name, name])) as Readonly<Record<N, N>>;

const COMPANY = { companyId: "company" } as const;
const SOURCE = same("address", "kind", "publishedOn", "retrievedOn");

const DEFINITIONS = [
  define("companyProfile", {
    label: ["company", "companies"],
    from: "companies",
    properties: { companyId: "id", ...same("name", "country"), cik: "secCik", ...same("notes", "fiscalYearEnd") },
    subject: ["companyId"],
    say: ({ companyId, name, country, cik, fiscalYearEnd, notes }) =>
      `${companyId}: ${name}, ${country}${affixed(", CIK ", cik)}${affixed(", fiscal year to ", fiscalYearEnd)}${affixed(" (", notes, ")")}`,
  }),
  define("companyName", {
    label: ["former name", "former names"],
    from: "names",
    properties: { ...COMPANY, ...same("name", "from", "to", "sourceUrl", "note") },
    subject: ["companyId", "name"],
    say: ({ companyId, name, ...span }) => `${companyId}: ${name}${spanText(span)}`,
  }),
  define("listing", {
    label: ["listing", "listings"],
    from: "listings",
    properties: { ...COMPANY, ...same("exchange", "ticker", "from", "to") },
    subject: ["companyId", "exchange", "ticker"],
    say: ({ companyId, exchange, ticker, ...span }) => `${companyId}: ${exchange} ${ticker}${spanText(span)}`,
  }),
  define("policyStatement", {
    label: ["policy statement", "policy statements"],
    from: "statements",
    properties: { ...COMPANY, ...same("period", "note"), ...SOURCE },
    subject: ["companyId", "period", "address"],
    say: ({ companyId, period, note }) => `${companyId} ${period}: ${note}`,
  }),
  define("policy", {
    label: ["policy", "policies"],
    from: "policies",
    properties: { ...COMPANY, ...same("from", "to", "policy", "sourceUrl") },
    subject: ["companyId", "from"],
    say: ({ companyId, policy, ...span }) => `${companyId}: ${policy}${spanText(span)}`,
  }),
  define("consolidation", {
    label: ["consolidation", "consolidations"],
    from: "consolidations",
    properties: { parentId: "parent", childId: "child", ...same("from", "to", "note") },
    subject: ["parentId", "childId"],
    say: ({ parentId, childId, ...span }) => `${parentId} includes ${childId}${spanText(span)}`,
  }),
  define("btcPrice", {
    label: ["bitcoin price", "bitcoin prices"],
    from: "prices",
    properties: same("month", "average", "close", "days"),
    subject: ["month"],
    say: ({ month, average, close, days }) => `${month}: mean ${usd(average)}, close ${usd(close)}, ${count(Number(days), "day")}`,
  }),
  define("publishedAggregate", {
    label: ["published aggregate", "published aggregates"],
    from: "aggregates",
    properties: same("period", "metric", "written", "panel", "publisher", "sourceUrl", "note"),
    subject: ["period", "metric", "publisher"],
    say: ({ period, metric, written, publisher }) => `${period} ${metric} ${written} by ${publisher}`,
  }),
  define("event", {
    label: ["event", "events"],
    from: "events",
    properties: same("date", "label", "kind", "source"),
    subject: ["date", "kind"],
    say: ({ date, label }) => `${date} ${label}`,
  }),
  define("decision", {
    label: ["decision", "decisions"],
    from: "decisions",
    properties: { kind: "kind", ...COMPANY, ...same("metric", "period", "written", "basis", "note") },
    subject: ["kind", "companyId", "metric", "period"],
    say: ({ kind, companyId, period, metric, written, note }) => `${kind} ${companyId} ${period} ${metric} ${written}: ${note}`,
  }),
  define("publisher", {
    label: ["publisher", "publishers"],
    from: "publishers",
    properties: same("host", "name", "role"),
    subject: ["host"],
    say: ({ host, name, role }) => `${host}: ${name === "" ? "no name" : name}, ${role}`,
  }),
];

export type TableName = (typeof DEFINITIONS)[number]["name"];

export const TABLES: readonly Table[] = DEFINITIONS;

export const TABLE = Object.fromEntries(TABLES.map((table) => [table.name, table])) as Readonly<Record<TableName, Table>>;

/** Columns that identify a source before it has a number. */
export const sourceContent = ({ address, kind, publishedOn, retrievedOn }: Omit<FiledSource, "publisher">): Content => ({
  address,
  kind,
  publishedOn,
  retrievedOn,
});

/** Converts the domain's rows to a table's; the columns of a source are inlined. */
export const contentsOf = ({ properties }: Table, rows: readonly object[]): Content[] =>
  rows.map((row) => {
    const source: unknown = "source" in row ? row.source : undefined;
    const values = { ...row, ...(typeof source === "object" && source) } as Readonly<Record<string, string | number | null>>;
    return Object.fromEntries(
      Object.entries(properties).map(([column, property]) => {
        const value = values[property] ?? null;
        return [column, typeof value === "number" && BIG_COLUMNS.includes(column) ? BigInt(value) : value];
      }),
    );
  });

/** The files' rows for a table; undefined when they leave it out. */
export function filedContents(table: Table, record: FiledRecord): Content[] | undefined {
  const rows = record[table.from];
  return rows && contentsOf(table, rows);
}

/** Converts a stored row to the domain's, its properties in the order of the columns. */
export function rowOf({ properties }: Table, content: Content): object {
  const values = Object.entries(properties).map(([column, property]) => {
    const value = content[column] ?? null;
    return [property, typeof value === "bigint" ? Number(value) : value];
  });
  return Object.fromEntries(values) as object;
}

/** The row's content as one text; equal content gives equal texts. */
export function contentKey(table: Table, content: Content): string {
  const columns = table.columns.filter((column) => !LATER_COLUMNS.includes(column) || content[column] !== null);
  return JSON.stringify(columns.map((column) => (content[column] === null ? null : text(content[column]))));
}

/** The row's subject columns as one text. */
export const subjectKey = (table: Table, content: Content): string => JSON.stringify(table.subject.map((column) => text(content[column])));

/** The common interface of the tables, which Prisma types separately. */
interface TableAccess {
  findMany(query: { where: object; orderBy: { id: "asc" }; include?: { source: true } }): Promise<Record<string, unknown>[]>;
  createMany(query: { data: Record<string, Scalar>[] }): Promise<unknown>;
  updateMany(query: { where: { id: { in: number[] } }; data: { retiredIn: number } }): Promise<unknown>;
  aggregate(query: { _max: { id: true } }): Promise<{ _max: { id: number | null } }>;
}

/** The number of a table's last row; 0 when it has none. */
export const lastId = async (table: Pick<TableAccess, "aggregate">): Promise<number> =>
  (await table.aggregate({ _max: { id: true } }))._max.id ?? 0;

export type Connection = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction">;

export const tableOf = (connection: Connection, name: TableName): TableAccess => connection[name] as unknown as TableAccess;
