/**
 * A store of its own for the tests of what is served: the routes' handlers read it as the running site does. The committed record goes in
 * unless other files are handed over.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRecord } from "@/record/csv/readRecord";
import { openStore, type Store } from "@/record/store/client";
import { migrate } from "@/record/store/migrate";
import { saveRecord } from "@/record/store/save";

export const SITE = "https://example.org";

export type Files = ReadonlyMap<string, Uint8Array>;

export function committed(): Map<string, Uint8Array> {
  return new Map(readdirSync("prisma/data").map((name) => [name, readFileSync(`prisma/data/${name}`)]));
}

export interface World {
  readonly store: Store;
  /** Imports files and gives the version that the record is at then. */
  save(files: Files, at?: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens an empty store and makes it the one that the routes read. */
export async function openWorld(): Promise<World> {
  process.env["SITE_URL"] = SITE;
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-served-"));
  const store = openStore(`file:${join(folder, "record.db")}`);
  await migrate(store);
  const shared = globalThis as { sellthroughStore?: Store };
  shared.sellthroughStore = store;
  return {
    store,
    async save(files, at = "2026-07-01T12:00:00.000Z") {
      const read = readRecord(files);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      return (await saveRecord(store, read.record, { by: "test", at, files: {} })).version.id;
    },
    async close() {
      delete shared.sellthroughStore;
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A request as the server hands it over. */
export function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Request {
  return new Request(`http://localhost:3000${path}`, { headers, method });
}

interface FileContext {
  readonly params: Promise<{ readonly file: string }>;
}

/** Asks a route of the form /folder/[file]. */
export function fileAsker(get: (request: Request, context: FileContext) => Promise<Response>) {
  return (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Response> => {
    const file = decodeURIComponent(new URL(path, SITE).pathname.split("/").at(-1) ?? "");
    return get(ask(path, headers, method), { params: Promise.resolve({ file }) });
  };
}
