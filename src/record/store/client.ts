/**
 * A handle on the store: where it is, and Prisma's client for it. A file by default, a libSQL server by its address; the code that
 * uses it is the same for both. Address in → Store out. It opens nothing until the first question is asked.
 */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaClient } from "@/record/store/generated/client";

export const DEFAULT_URL = "file:./data/sellthrough.db";

/** How long a writer waits for another one to finish. */
const BUSY_WAIT_MS = 10_000;

export interface Store {
  readonly url: string;
  readonly prisma: PrismaClient;
  readonly adapter: PrismaLibSql;
  readonly close: () => Promise<void>;
}

/** The address of the store that the environment names (DATABASE_URL), else the default file. */
export function storeUrl(): string {
  const named = process.env["DATABASE_URL"]?.trim();
  return named === undefined || named === "" ? DEFAULT_URL : named;
}

/**
 * Opens the store at `url` ("file:…", "http://…", "https://…", "libsql://…", "ws://…", "wss://…"); the folder of a file is made.
 * Throws when the address is of another kind.
 */
export function openStore(url: string = storeUrl(), token: string | undefined = process.env["DATABASE_AUTH_TOKEN"]): Store {
  if (!/^(file:|https?:\/\/|libsql:\/\/|wss?:\/\/)/.test(url)) {
    throw new Error(`"${url}" is no address of a store: set DATABASE_URL to file:PATH, or to http://, https:// or libsql:// and a server`);
  }
  const path = storeFile(url);
  if (path !== undefined && !existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
  const secret = token === undefined || token === "" ? {} : { authToken: token };
  const adapter = new PrismaLibSql({ url, timeout: BUSY_WAIT_MS, ...secret });
  const prisma = new PrismaClient({ adapter });
  return { url, prisma, adapter, close: () => prisma.$disconnect() };
}

/** The file that a store lives in; undefined for a server. */
export function storeFile(url: string): string | undefined {
  return url.startsWith("file:")
    ? resolve(
        url
          .slice("file:".length)
          .replace(/^\/\/(?=\/)/, "")
          .replace(/\?.*$/, ""),
      )
    : undefined;
}

// Next loads modules again when a file changes; one handle per process is enough.
const shared = globalThis as { sellthroughStore?: Store };

/** The one store that the pages of this process read. */
export function appStore(): Store {
  return (shared.sellthroughStore ??= openStore());
}
