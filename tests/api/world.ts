/**
 * A store of its own for the tests of what is served: the routes' handlers read it as the running site does.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import type { Store } from "@/record/store/database/client";
import { dataVersion } from "@/record/store/states/loadRecord";
import { type emptyStore, type Files, filledStore, save } from "../stores";

export const SITE = "https://example.org";

export interface World {
  readonly store: Store;
  /** Of the record that it began with. */
  readonly version: string;
  /** Imports files and gives the version that the record is at then. */
  save(files: Files, at?: string): Promise<string>;
  close(): Promise<void>;
}

/** Makes a store, empty or with the committed record, and makes it the one that the routes read. */
export async function openWorld(make: typeof emptyStore = filledStore): Promise<World> {
  vi.stubEnv("SITE_URL", SITE);
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-served-"));
  const store = await make(`file:${join(folder, "record.db")}`);
  const shared = globalThis as { sellthroughStore?: Store };
  shared.sellthroughStore = store;
  return {
    store,
    version: (await dataVersion(store)).id,
    save: async (files, at) => (await save(store, files, at)).version.id,
    async close() {
      delete shared.sellthroughStore;
      vi.unstubAllEnvs();
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
