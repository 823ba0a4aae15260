/** Uploaded files of facts between preview and import, named by SHA-256; deleted when imported or discarded, or after a day. */
import { sha256Of } from "@/record/sha256";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type FactsFile, readFactsFile } from "@/record/csv/factsFile";
import { storeFile, type Store } from "../database/client";
import { loadCompanies } from "../states/loadRecord";

const MAX_AGE_MS = 24 * 60 * 60_000;

/** Next to the store's file; below data/ when the store is a server. */
export function uploadsFolder({ url }: Pick<Store, "url">): string {
  const file = storeFile(url);
  return join(file === undefined ? "data" : dirname(file), "uploads");
}

/** Saves a file and returns its SHA-256. Deletes uploads that are older than a day. */
export async function keepUpload(store: Store, bytes: Uint8Array, now: number): Promise<string> {
  const folder = uploadsFolder(store);
  await mkdir(folder, { recursive: true });
  await deleteOld(folder, now);
  const sha256 = sha256Of(bytes);
  await writeFile(join(folder, `${sha256}.csv`), bytes);
  return sha256;
}

/** An uploaded file, parsed again now; undefined when it does not exist. */
export async function readUpload(store: Store, sha256: string): Promise<FactsFile | undefined> {
  const path = pathOf(store, sha256);
  const bytes = path === undefined ? undefined : await readFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return readFactsFile(bytes, new Set((await loadCompanies(store)).map(({ id }) => id)), "facts.csv");
}

export async function removeUpload(store: Store, sha256: string): Promise<void> {
  const path = pathOf(store, sha256);
  if (path !== undefined) await rm(path, { force: true });
}

/** Only a SHA-256 is accepted, so that a path cannot escape the folder. */
const pathOf = (store: Store, sha256: string): string | undefined =>
  /^[0-9a-f]{64}$/.test(sha256) ? join(uploadsFolder(store), `${sha256}.csv`) : undefined;

async function deleteOld(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && now - found.mtimeMs > MAX_AGE_MS) await rm(path, { force: true });
  }
}
