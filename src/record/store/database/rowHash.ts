/**
 * One hash over the rows that a log entry names (an import's, a document with candidates, decisions), stored in the entry, so that a row
 * changed around the program no longer matches (auditCheck.ts).
 */
import { sha256Of } from "@/record/sha256";
import { type Connection, LATER_COLUMNS, TABLES } from "./tables";

type Row = Readonly<Record<string, unknown>>;

/** What a log entry names. */
export interface Named {
  readonly import?: number;
  readonly document?: number;
  readonly candidates?: readonly number[];
  readonly readings?: readonly number[];
  readonly reviews?: readonly number[];
}

/** Tables whose rows have the number of the import that added them; those of TABLES also have that of the one which retired them. */
const RETIRABLE = TABLES.map(({ name }) => name);
const IMPORTED = ["company", "source", "fact", "supersession", ...RETIRABLE] as const;
const OTHERS = ["import", "document", "candidate", "candidateReading", "review"] as const;

export type HashedTable = (typeof IMPORTED)[number] | (typeof OTHERS)[number];
export const HASHED_TABLES: readonly HashedTable[] = [...IMPORTED, ...OTHERS];

/** Returns a table's rows whose column has one of the numbers, in key order. */
export type RowsWith = (table: HashedTable, column: string, numbers: readonly number[]) => Promise<readonly Row[]>;

/** The primary key's column. */
export const keyOf = (table: HashedTable): string => (table === "supersession" ? "factId" : "id");

/** Reads the rows from the store, one query per table. Sorted here: Prisma cannot split a sorted query for thousands of numbers. */
export const rowsIn =
  (tx: Connection): RowsWith =>
  async (table, column, numbers) => {
    if (numbers.length === 0) return [];
    const access = tx[table] as unknown as { findMany: (args: object) => Promise<Row[]> };
    const [one, ...more] = numbers;
    const rows = await access.findMany({ where: { [column]: more.length === 0 ? one : { in: [...numbers] } } });
    const key = keyOf(table);
    return rows.sort((a, b) => ((a[key] as number | string) < (b[key] as number | string) ? -1 : 1));
  };

/** The hash of all named rows; undefined when there are none. */
export async function rowHash(named: Named, rowsWith: RowsWith): Promise<string | undefined> {
  const lines: string[] = [];
  const add = async (label: string, table: HashedTable, column: string, numbers: readonly number[]) => {
    for (const row of await rowsWith(table, column, numbers)) lines.push(`${label}\t${textOf(row)}\n`);
  };
  if (named.import !== undefined) {
    await add("import", "import", "id", [named.import]);
    for (const table of IMPORTED) await add(table, table, "addedIn", [named.import]);
    for (const table of RETIRABLE) await add(`retired ${table}`, table, "retiredIn", [named.import]);
  }
  if (named.document !== undefined) {
    await add("document", "document", "id", [named.document]);
    await add("candidate", "candidate", "id", named.candidates ?? []);
  }
  await add("reading", "candidateReading", "id", named.readings ?? []);
  await add("review", "review", "id", named.reviews ?? []);
  return lines.length === 0 ? undefined : sha256Of(lines.join(""));
}

/** A row as it was written, without its retirement, which the entry of that import hashes. */
function textOf(row: Row): string {
  const names = Object.keys(row).filter((name) => name !== "retiredIn" && !(LATER_COLUMNS.includes(name) && row[name] === null));
  return JSON.stringify(names.sort().map((name) => [name, plain(row[name])]));
}

const plain = (value: unknown): unknown => (typeof value === "bigint" ? String(value) : (value ?? null));
