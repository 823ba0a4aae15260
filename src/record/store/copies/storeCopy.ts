/** Copies a consistent snapshot of a store, while others write: into a file (VACUUM INTO), or to a libSQL server in one transaction. */
import { createClient, type Client, type InStatement, type ResultSet } from "@libsql/client";
import { fileUrl, storeToken } from "../database/client";

/** Approximate bytes of rows per batch to a server. */
const BATCH_BYTES = 500_000;

/** Copies the store at `url` into the file `path`, which must not exist. */
export async function copyToFile(url: string, path: string): Promise<void> {
  if (!url.startsWith("file:")) return copyAll(url, fileUrl(path));
  await connected(url, (from) => from.execute({ sql: "VACUUM INTO ?", args: [path] }));
}

/** Copies the store in the file `path` to the empty store at `url`, all or nothing. */
export const copyFromFile = (path: string, url: string): Promise<void> => copyAll(fileUrl(path), url);

/** Names of the tables at `url`, without SQLite's own. */
export const tablesAt = (url: string): Promise<string[]> =>
  connected(url, async (client) => tablesIn(await client.execute(MASTER)).map(({ name }) => name));

const copyAll = (from: string, to: string): Promise<void> =>
  connected(from, (source) => connected(to, async (target) => write(target, await readAll(source))));

/** Connects to the store at `url` for one piece of work, and always closes the connection afterwards. */
async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const token = storeToken();
  const client = createClient({ url, intMode: "bigint", ...(!url.startsWith("file:") && token !== undefined && { authToken: token }) });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

const MASTER = `SELECT "type", "name", "sql" FROM sqlite_master WHERE "sql" IS NOT NULL AND "name" NOT LIKE 'sqlite_%' ORDER BY rowid`;

interface Made {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

interface Content {
  readonly made: readonly Made[];
  readonly rows: ReadonlyMap<string, ResultSet>;
}

const madeIn = ({ rows }: ResultSet): Made[] =>
  rows.map((row) => {
    const text = (column: string) => (typeof row[column] === "string" ? row[column] : "");
    return { type: text("type"), name: text("name"), sql: text("sql") };
  });
// A libSQL server has internal tables.
const tablesIn = (master: ResultSet): Made[] =>
  madeIn(master).filter(({ type, name }) => type === "table" && !/^(libsql|_litestream)_/.test(name));

async function readAll(from: Client): Promise<Content> {
  const tables = tablesIn(await from.execute(MASTER));
  const [master, ...results] = await from.batch([MASTER, ...tables.map(({ name }) => `SELECT * FROM "${name}" ORDER BY rowid`)], "read");
  if (master === undefined) throw new Error("the store does not say what it holds");
  const own = new Set(tables.map(({ name }) => name));
  return {
    made: madeIn(master).filter(({ type, name }) => type !== "table" || own.has(name)),
    rows: new Map(tables.flatMap(({ name }, i) => (results[i] === undefined ? [] : [[name, results[i]]]))),
  };
}

async function write(to: Client, { made, rows }: Content): Promise<void> {
  const transaction = await to.transaction("write");
  try {
    const create = (test: (type: string) => boolean) => made.filter(({ type }) => test(type)).map(({ sql }) => sql);
    await transaction.batch(create((type) => type === "table"));
    for (const [name, { columns, rows: all }] of rows) {
      const sql = `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
      let portion: InStatement[] = [];
      let size = 0;
      for (const row of all) {
        const args = columns.map((_, i) => row[i] ?? null);
        portion.push({ sql, args });
        size += 100 + args.reduce<number>((sum, value) => sum + (typeof value === "string" ? value.length : 8), 0);
        if (size < BATCH_BYTES) continue;
        await transaction.batch(portion);
        [portion, size] = [[], 0];
      }
      if (portion.length > 0) await transaction.batch(portion);
    }
    // Indexes and triggers last, so that they do not run for each copied row.
    await transaction.batch(create((type) => type !== "table"));
    await transaction.commit();
  } finally {
    transaction.close();
  }
}
