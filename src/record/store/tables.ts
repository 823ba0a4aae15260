/**
 * The tables whose rows a later import can retire: listings, policies, prices and so on. For each: which columns its rows have,
 * how they are made from the filed record, what a row is about, and how it reads in the list of changes.
 * Facts are not among them: they are superseded one by one (difference.ts).
 */
import type { FiledRecord, FiledSource } from "@/domain/filedRecord";
import { plainAmount } from "@/domain/amount";
import type { PrismaClient } from "./generated/client";

export type Scalar = string | number | bigint | null;

/** The columns of a row, without its number and the imports that brought and retired it. */
export type Content = Readonly<Record<string, Scalar>>;

export interface StoredRow {
  readonly id: number;
  readonly addedIn: number;
  readonly content: Content;
}

export type TableName =
  | "companyProfile"
  | "companyName"
  | "listing"
  | "policyStatement"
  | "policy"
  | "consolidation"
  | "btcPrice"
  | "publishedAggregate"
  | "event"
  | "publisher"
  | "decision";

export interface Table {
  readonly name: TableName;
  /** As it is called in the list of changes: one, many. */
  readonly label: readonly [string, string];
  readonly columns: readonly string[];
  /** Undefined when the files do not state this table. */
  readonly filed: (record: FiledRecord) => readonly Content[] | undefined;
  /** Columns that tell what a row is about: a row that changes keeps them. */
  readonly subject: readonly string[];
  readonly say: (row: Content) => string;
}

const text = (value: Scalar | undefined): string => (value === null || value === undefined ? "" : String(value));

/** "2025-03 to 2025-09", "from 2025-03", "to 2025-09" or nothing. */
function spanText({ from, to }: Content): string {
  if (from === null) return to === null ? "" : ` to ${text(to)}`;
  return to === null ? ` from ${text(from)}` : ` ${text(from)} to ${text(to)}`;
}

const cents = (value: Scalar | undefined): string => plainAmount(Number(value), "USD");

const daysOf = (row: Content): string => `${text(row["days"])} ${Number(row["days"]) === 1 ? "day" : "days"}`;

/** Columns by which the source of a policy statement is known before it has a number. */
export function sourceContent({ address, kind, publishedOn, retrievedOn }: FiledSource): Content {
  return { address, kind, publishedOn, retrievedOn };
}

/**
 * Columns that stores got after they had rows. Where they are empty they play no part in what a row says, so versions and the hashes in the
 * log stay what they were before there were these columns.
 */
export const LATER_COLUMNS: readonly string[] = ["fiscalYearEnd"];

export const TABLES: readonly Table[] = [
  {
    name: "companyProfile",
    label: ["company", "companies"],
    columns: ["companyId", "name", "country", "cik", "notes", ...LATER_COLUMNS],
    filed: ({ companies }) =>
      companies.map(({ id, name, country, secCik, notes, fiscalYearEnd }) => ({
        companyId: id,
        name,
        country,
        cik: secCik,
        notes,
        fiscalYearEnd,
      })),
    subject: ["companyId"],
    say: (row) =>
      `${text(row["companyId"])}: ${text(row["name"])}, ${text(row["country"])}${row["cik"] === null ? "" : `, CIK ${text(row["cik"])}`}${row["fiscalYearEnd"] === null ? "" : `, fiscal year to ${text(row["fiscalYearEnd"])}`}${row["notes"] === "" ? "" : ` (${text(row["notes"])})`}`,
  },
  {
    name: "companyName",
    label: ["former name", "former names"],
    columns: ["companyId", "name", "from", "to", "sourceUrl", "note"],
    filed: ({ names }) =>
      names?.map(({ company, name, from, to, sourceUrl, note }) => ({ companyId: company, name, from, to, sourceUrl, note })),
    subject: ["companyId", "name"],
    say: (row) => `${text(row["companyId"])}: ${text(row["name"])}${spanText(row)}`,
  },
  {
    name: "listing",
    label: ["listing", "listings"],
    columns: ["companyId", "exchange", "ticker", "from", "to"],
    filed: ({ listings }) =>
      listings.map(({ company, exchange, ticker, from, to }) => ({ companyId: company, exchange, ticker, from, to })),
    subject: ["companyId", "exchange", "ticker"],
    say: (row) => `${text(row["companyId"])}: ${text(row["exchange"])} ${text(row["ticker"])}${spanText(row)}`,
  },
  {
    name: "policyStatement",
    label: ["policy statement", "policy statements"],
    columns: ["companyId", "period", "note", "address", "kind", "publishedOn", "retrievedOn"],
    filed: ({ statements }) =>
      statements.map(({ company, period, note, source }) => ({ companyId: company, period, note, ...sourceContent(source) })),
    subject: ["companyId", "period", "address"],
    say: (row) => `${text(row["companyId"])} ${text(row["period"])}: ${text(row["note"])}`,
  },
  {
    name: "policy",
    label: ["policy", "policies"],
    columns: ["companyId", "from", "to", "policy", "sourceUrl"],
    filed: ({ policies }) =>
      policies.map(({ company, from, to, policy, sourceUrl }) => ({ companyId: company, from, to, policy, sourceUrl })),
    subject: ["companyId", "from"],
    say: (row) => `${text(row["companyId"])}: ${text(row["policy"])}${spanText(row)}`,
  },
  {
    name: "consolidation",
    label: ["consolidation", "consolidations"],
    columns: ["parentId", "childId", "from", "to", "note"],
    filed: ({ consolidations }) =>
      consolidations.map(({ parent, child, from, to, note }) => ({ parentId: parent, childId: child, from, to, note })),
    subject: ["parentId", "childId"],
    say: (row) => `${text(row["parentId"])} includes ${text(row["childId"])}${spanText(row)}`,
  },
  {
    name: "btcPrice",
    label: ["bitcoin price", "bitcoin prices"],
    columns: ["month", "average", "close", "days"],
    filed: ({ prices }) =>
      prices.map(({ month, average, close, days }) => ({ month, average: BigInt(average), close: BigInt(close), days })),
    subject: ["month"],
    say: (row) => `${text(row["month"])}: mean ${cents(row["average"])}, close ${cents(row["close"])}, ${daysOf(row)}`,
  },
  {
    name: "publishedAggregate",
    label: ["published aggregate", "published aggregates"],
    columns: ["period", "metric", "written", "panel", "publisher", "sourceUrl", "note"],
    filed: ({ aggregates }) =>
      aggregates.map(({ period, metric, written, panel, publisher, sourceUrl, note }) => ({
        period,
        metric,
        written,
        panel,
        publisher,
        sourceUrl,
        note,
      })),
    subject: ["period", "metric", "publisher"],
    say: (row) => `${text(row["period"])} ${text(row["metric"])} ${text(row["written"])} by ${text(row["publisher"])}`,
  },
  {
    name: "event",
    label: ["event", "events"],
    columns: ["date", "label", "kind", "source"],
    filed: ({ events }) => events.map(({ date, label, kind, source }) => ({ date, label, kind, source })),
    subject: ["date", "kind"],
    say: (row) => `${text(row["date"])} ${text(row["label"])}`,
  },
  {
    name: "decision",
    label: ["decision", "decisions"],
    columns: ["kind", "companyId", "metric", "period", "written", "basis", "note"],
    filed: ({ decisions }) =>
      decisions?.map(({ kind, company, metric, period, written, basis, note }) => ({
        kind,
        companyId: company,
        metric,
        period,
        written,
        basis,
        note,
      })),
    subject: ["kind", "companyId", "metric", "period"],
    say: (row) =>
      `${text(row["kind"])} ${text(row["companyId"])} ${text(row["period"])} ${text(row["metric"])} ${text(row["written"])}: ${text(row["note"])}`,
  },
  {
    name: "publisher",
    label: ["publisher", "publishers"],
    columns: ["host", "name", "role"],
    filed: ({ publishers }) => publishers?.map(({ host, name, role }) => ({ host, name, role })),
    subject: ["host"],
    say: (row) => `${text(row["host"])}: ${text(row["name"]) === "" ? "no name" : text(row["name"])}, ${text(row["role"])}`,
  },
];

/** The row's content as one text; equal texts say the same. */
export function contentKey(table: Table, content: Content): string {
  const columns = table.columns.filter((column) => !LATER_COLUMNS.includes(column) || content[column] !== null);
  return JSON.stringify(columns.map((column) => (content[column] === null ? null : text(content[column]))));
}

export function subjectKey(table: Table, content: Content): string {
  return JSON.stringify(table.subject.map((column) => text(content[column])));
}

/** What the tables have in common; Prisma types each table on its own, and they are used alike here. */
export interface TableAccess {
  findMany(query: { where: object; orderBy: { id: "asc" }; include?: { source: true } }): Promise<Record<string, unknown>[]>;
  createMany(query: { data: Record<string, Scalar>[] }): Promise<unknown>;
  updateMany(query: { where: { id: { in: number[] } }; data: { retiredIn: number } }): Promise<unknown>;
  aggregate(query: { _max: { id: true } }): Promise<{ _max: { id: number | null } }>;
}

export type Connection = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction">;

export function tableOf(connection: Connection, name: TableName): TableAccess {
  return connection[name] as unknown as TableAccess;
}
