/** Migrates a store's tables to prisma/migrations; returns the names applied now. Prisma tracks them in _prisma_migrations. */
import { sha256Of } from "@/record/sha256";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Store, storeFile } from "./client";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const MIGRATIONS = resolve("prisma/migrations");

type MigrationList = Parameters<bindings.SchemaEngine["applyMigrations"]>[0]["migrationsList"];

async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(resolve(MIGRATIONS, name, "migration.sql"), "utf8") },
      },
    })),
  );
  const content = await readFile(resolve(MIGRATIONS, "migration_lock.toml"), "utf8");
  return { baseDir: MIGRATIONS, lockfile: { path: "migration_lock.toml", content }, shadowDbInitScript: "", migrationDirectories };
}

/** Applies missing migrations; empty when the store was up to date. Throws when a migration fails or an applied one was edited since. */
export async function migrate(store: Store): Promise<string[]> {
  const migrationsList = await readMigrations();
  if (await isUpToDate(store, migrationsList)) return [];
  await setWriteAheadLog(store);
  const engine = await schemaEngine(store);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** Lets readers proceed during a write. Stored in the file; a server sets it itself. */
export async function setWriteAheadLog(store: Store): Promise<void> {
  if (storeFile(store.url) !== undefined) await store.prisma.$queryRawUnsafe("PRAGMA journal_mode = WAL");
}

/** Loading the engine takes a second, so the usual case, nothing to do, is detected without it. */
async function isUpToDate(store: Store, list: MigrationList): Promise<boolean> {
  const found = await store.prisma.$queryRawUnsafe<{ n: number | bigint }[]>(
    "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'",
  );
  if (Number(found[0]?.n ?? 0) === 0) return false;
  const applied = await store.prisma.$queryRawUnsafe<{ migration_name: string; checksum: string }[]>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const known = new Map(applied.map((row) => [row.migration_name, row.checksum]));
  return list.migrationDirectories.every(({ path, migrationFile }) => {
    const { content } = migrationFile;
    return content.tag === "ok" && known.get(path) === sha256Of(content.value);
  });
}

// Prisma's schema engine as WebAssembly (its native one must be downloaded), of the client's commit (tests/install.test.ts).
// The package's own loader requires a bundler that imports .wasm files; its types omit this setter.
const { __wbg_set_wasm: setWasm } = bindings as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

let ready: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports });
  setWasm(instance.exports);
  (instance.exports as { readonly __wbindgen_start: () => void }).__wbindgen_start();
}

/** An engine on the store's database. Call `free()` when done. */
async function schemaEngine({ adapter }: Store): Promise<bindings.SchemaEngine> {
  await (ready ??= instantiate());
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
}
