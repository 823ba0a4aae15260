/** A handle on the store, a file or a libSQL server, and Prisma's client for it. It connects lazily, on the first query. */
import { Refusal } from "@/domain/shared/refusal";
import { setting } from "@/record/setting";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaClient } from "@/record/store/generated/client";
import { StoreGone } from "./storeProblem";

export const DEFAULT_URL = "file:./data/sellthrough.db";

/** How long a writer waits for another one to finish. */
const BUSY_WAIT_MS = 10_000;

export interface Store {
  readonly url: string;
  readonly prisma: PrismaClient;
  readonly adapter: PrismaLibSql;
  readonly close: () => Promise<void>;
}

/** The store's address from the environment (DATABASE_URL), else the default file. */
export const storeUrl = (): string => setting("DATABASE_URL") ?? DEFAULT_URL;

/** Opens the store at `url`; creates the folder of a file. Throws Refusal when it is no address of a store. */
export function openStore(url: string = storeUrl(), token: string | undefined = storeToken()): Store {
  const path = storeFile(url);
  if (path !== undefined && !existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
  const adapter = new PrismaLibSql({ url, timeout: BUSY_WAIT_MS, ...(token !== undefined && { authToken: token }) });
  const prisma = new PrismaClient({ adapter });
  return { url, prisma, adapter, close: () => prisma.$disconnect() };
}

/** Opens the store at `url` for one piece of work, and always closes it afterwards. */
export async function usingStore<T>(work: (store: Store) => Promise<T>, url?: string): Promise<T> {
  const store = openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The auth token of a store on a server (DATABASE_AUTH_TOKEN); undefined when there is none. */
export const storeToken = (): string | undefined => setting("DATABASE_AUTH_TOKEN");

/** Whether the environment's store may have content: its file exists, or it is on a server. */
export function hasStore(): boolean {
  const file = storeFile(storeUrl());
  return file === undefined || existsSync(file);
}

/** The path of a store's file, with its escapes resolved as by the driver; undefined for a server. Throws Refusal for other addresses. */
export function storeFile(url: string): string | undefined {
  const [, path] = /^file:(?:\/\/(?=\/))?((?:[^?#%]|%[0-9a-f]{2})*)(?:\?[^#]*)?$/i.exec(url) ?? [];
  if (path !== undefined) return resolve(decodeURIComponent(path));
  if (/^(https?|libsql|wss?):\/\/./.test(url) && URL.canParse(url)) return undefined;
  throw new Refusal(`"${url}" is no address of a store: set DATABASE_URL to file:PATH, or to http://, https:// or libsql:// and a server.`);
}

/** The address of a store in a file. */
export const fileUrl = (path: string): string => `file:${path.replace(/[%?#]/g, encodeURIComponent)}`;

// Next reloads modules when a file changes; one handle per process is enough.
const shared = globalThis as {
  sellthroughStore?: Store;
  sellthroughStoreFile?: { readonly path: string; readonly id: string | undefined };
  sellthroughAbandoned?: Store[];
};

/**
 * The store that this process reads. Its file is checked on each call, since a deleted or replaced one would still be readable: throws
 * StoreGone while it is missing, and opens a new file in its place.
 */
export function appStore(): Store {
  const held = shared.sellthroughStore;
  const path = storeFile(held?.url ?? storeUrl());
  if (path === undefined) return (shared.sellthroughStore ??= openStore());
  const found = statSync(path, { throwIfNoEntry: false });
  const id = found && `${found.dev}:${found.ino}`;
  const known = shared.sellthroughStoreFile;
  if (held !== undefined && known?.path === path && known.id !== undefined && known.id !== id) {
    if (id === undefined) {
      const what = "is not there any more. Put it back, or bring back a backup: npm run record -- restore DIR";
      console.error(`The store's file ${path} ${what}`);
      throw new StoreGone(`The store’s file ${what}`);
    }
    console.error(`The store's file ${path} was replaced by another one, which is read from now on.`);
    // Closing the old one would delete the new one's write-ahead log, which has the same name; so it is left open and unused.
    (shared.sellthroughAbandoned ??= []).push(held);
    delete shared.sellthroughStore;
  }
  shared.sellthroughStoreFile = { path, id };
  return (shared.sellthroughStore ??= openStore());
}
