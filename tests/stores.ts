/**
 * Stores for tests. What many files begin with is made once in a run and copied: a file with the tables, and one with the committed record
 * in it, which takes seconds to import. A store on a server is made each time.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FiledRecord } from "@/domain/facts/filedRecord";
import { readRecord } from "@/record/csv/readRecord";
import { openStore, type Store, storeFile } from "@/record/store/database/client";
import { migrate } from "@/record/store/database/migrate";
import { type Imported, saveRecord } from "@/record/store/states/save";
import { smallRecord } from "./record/store/files";
import { runFolder } from "./runFolder";

export type Files = ReadonlyMap<string, Uint8Array>;

export function committed(): Map<string, Uint8Array> {
  return new Map(readdirSync("prisma/data").map((name) => [name, readFileSync(`prisma/data/${name}`)]));
}

/** The record that files state. Throws with their problems. */
export function filed(files: Files): FiledRecord {
  const read = readRecord(files);
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 5)));
  return read.record;
}

/** When the committed record came into the store, and the small one. */
const FILLED_AT = "2026-07-01T12:00:00.000Z";
const SMALL_AT = "2025-06-01T00:00:00.000Z";

/** Imports files. */
export const save = (store: Store, files: Files, at = FILLED_AT): Promise<Imported> =>
  saveRecord(store, filed(files), { by: "files", at, files: {} });

const templates = new Map<string, Promise<string>>();

type Fill = (store: Store) => Promise<unknown>;

/** A finished store's file of this run (run.ts), from whichever process needed it first. */
function template(name: string, fill: Fill): Promise<string> {
  const path = join(runFolder(), `${name}.db`);
  const made = templates.get(path) ?? (existsSync(path) ? Promise.resolve(path) : make(path, fill));
  templates.set(path, made);
  return made;
}

const emptyFile = (): Promise<string> => template("empty", migrate);

async function make(path: string, fill: Fill): Promise<string> {
  const draft = `${path}.${process.pid}`;
  if (fill !== migrate) copyFileSync(await emptyFile(), draft);
  const store = openStore(`file:${draft}`);
  await fill(store);
  // Copies are made of the one file, so all must be in it. To empty the log too would wait ten seconds for the migration's last reader.
  const [log] = await store.prisma.$queryRawUnsafe<{ log: bigint; checkpointed: bigint }[]>("PRAGMA wal_checkpoint(PASSIVE)");
  if (log?.log !== log?.checkpointed) throw new Error(`not all of the store is in ${draft}`);
  await store.close();
  renameSync(draft, path);
  return path;
}

async function storeOf(url: string, name: string, fill: Fill): Promise<Store> {
  const path = storeFile(url);
  if (path !== undefined) {
    const made = await template(name, fill);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(made, path);
    return openStore(url);
  }
  const store = openStore(url);
  if (fill !== migrate) await migrate(store);
  await fill(store);
  return store;
}

/** A new store at `url` with tables that hold nothing. */
export const emptyStore = (url: string): Promise<Store> => storeOf(url, "empty", migrate);

const fillIn = (store: Store) => save(store, committed());

/** A new store at `url` with the committed record. */
export const filledStore = (url: string): Promise<Store> => storeOf(url, "filled", fillIn);

/** The file that these are copied from, for those who only read it. */
export const filledFile = (): Promise<string> => template("filled", fillIn);

/** A new store at `url` with the small record. */
export const smallStore = (url: string): Promise<Store> => storeOf(url, "small", (store) => save(store, smallRecord(), SMALL_AT));
