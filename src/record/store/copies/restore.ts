/**
 * Restores a backup, or the record of a public export, into an empty store, with its log verified; a failure leaves nothing behind. An
 * export has no history: it becomes one change of kind "restored" and is authoritative for the store from then on.
 */
import { messageOf } from "@/domain/shared/refusal";
import { existsSync } from "node:fs";
import { cp, mkdtemp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve, sep } from "node:path";
import { unzipSync } from "fflate";
import { z } from "zod";
import { problemText } from "@/record/csv/csv";
import { readRecord } from "@/record/csv/readRecord";
import { FILE_NAMES } from "@/record/csv/recordRows";
import { parsedJson } from "@/record/parsedJson";
import { hashesOf, sha256Of } from "@/record/sha256";
import { BackupRefused, copyFolder, documentsFolder, MANIFEST, type Manifest, manifestSchema, STORE_COPY, stateOf } from "./backup";
import type { Operator } from "../database/audit";
import { fileUrl, usingStore, storeFile } from "../database/client";
import { migrate, setWriteAheadLog } from "../database/migrate";
import { saveRecord } from "../states/save";
import { copyFromFile, copyToFile, tablesAt } from "./storeCopy";
import { uploadsFolder } from "../review/uploads";

const EXPORT = "datapackage.json";

const exportSchema = z.object({
  version: z.string(),
  resources: z.array(z.object({ path: z.string(), hash: z.string() })),
});

interface Restored {
  readonly from: "backup" | "export";
  /** Version of the restored record. */
  readonly version: string;
  /** The version that the backup or export claims. */
  readonly stated: string;
  /** Number of valid log entries. */
  readonly entries: number;
}

/** Restores `path`, a folder or a ZIP, into the store at `url`. Throws BackupRefused, and then nothing was changed. */
export async function restore(
  path: string,
  url: string,
  { documents = documentsFolder(), ...operator }: Operator & { readonly documents?: string },
): Promise<Restored> {
  await mustBeEmpty(url);
  const { folder, done } = await folderOf(path);
  try {
    const names = await readdir(folder);
    if (names.includes(MANIFEST)) return await restoreBackup(folder, url, documents);
    if (names.includes(EXPORT)) return await restoreExport(folder, url, operator);
    throw new BackupRefused(`${path} holds neither ${MANIFEST} (a backup) nor ${EXPORT} (a public export).`);
  } finally {
    await done();
  }
}

async function restoreBackup(folder: string, url: string, documents: string): Promise<Restored> {
  const manifest = await readJson(join(folder, MANIFEST), manifestSchema);
  await checkHashes(folder, manifest.files);
  const files = async () => {
    await copyFolder(join(folder, "documents"), documents);
    await copyFolder(join(folder, "uploads"), uploadsFolder({ url }));
  };
  const { id, log } = await placed(url, (file) => cp(join(folder, STORE_COPY), file), files);
  return { from: "backup", version: id, stated: manifest.version, entries: log.entries };
}

async function restoreExport(folder: string, url: string, operator: Operator): Promise<Restored> {
  const { version: stated, resources } = await readJson(join(folder, EXPORT), exportSchema);
  const hashOf = new Map(resources.map(({ path, hash }) => [path, hash.replace(/^sha256:/, "")]));
  const files = new Map<string, Uint8Array>();
  for (const name of FILE_NAMES) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes === undefined) continue;
    if (hashOf.get(name) !== sha256Of(bytes)) throw changed(name, EXPORT);
    files.set(name, bytes);
  }
  const read = readRecord(files);
  if (!read.ok) throw new BackupRefused(`The export cannot be read:\n${read.problems.slice(0, 20).map(problemText).join("\n")}`);
  const { id, log } = await placed(url, async (file) => {
    await usingStore(async (store) => {
      await migrate(store);
      await saveRecord(store, read.record, { ...operator, files: hashesOf(files), kind: "restored" });
    }, fileUrl(file));
  });
  return { from: "export", version: id, stated, entries: log.entries };
}

/** Creates a store in a temporary file, migrates it, verifies its log, runs `before`, and only then moves it to its place. */
async function placed(url: string, make: (file: string) => Promise<void>, before?: () => Promise<void>) {
  const target = storeFile(url);
  const parent = target === undefined ? tmpdir() : dirname(target);
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(join(parent, ".restoring-"));
  try {
    const file = join(work, STORE_COPY);
    await make(file);
    await usingStore(migrate, fileUrl(file));
    const state = await stateOf(file);
    await before?.();
    if (target === undefined) {
      await copyFromFile(file, url);
      return state;
    }
    // A single file without a write-ahead log.
    const whole = join(work, "whole.db");
    await copyToFile(fileUrl(file), whole);
    // Leftover files of a deleted store: SQLite would take them for the new one's.
    for (const ending of ["-wal", "-shm"]) await rm(`${target}${ending}`, { force: true });
    await rename(whole, target);
    await usingStore(setWriteAheadLog, url);
    return state;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function checkHashes(folder: string, files: Manifest["files"]): Promise<void> {
  for (const { path, sha256 } of files) {
    const full = resolve(folder, path);
    if (!full.startsWith(resolve(folder) + sep)) throw new BackupRefused(`"${path}" in ${MANIFEST} leads out of the backup.`);
    const bytes = await readFile(full).catch(() => undefined);
    if (bytes === undefined) throw new BackupRefused(`${path} is missing in the backup; ${MANIFEST} names it. Nothing was restored.`);
    if (sha256Of(bytes) !== sha256) throw changed(path, MANIFEST);
  }
}

const changed = (name: string, by: string) =>
  new BackupRefused(`${name} is not as it was written: its SHA-256 differs from the one in ${by}. Nothing was restored.`);

/** Refuses to overwrite a store with content: it may be the only copy. */
async function mustBeEmpty(url: string): Promise<void> {
  const file = storeFile(url);
  const isThere = file === undefined ? (await tablesAt(url)).length > 0 : existsSync(file);
  if (isThere)
    throw new BackupRefused(
      `There is a store at ${file ?? new URL(url).host} already, and a restore overwrites nothing. Move it away, or set DATABASE_URL to a new one.`,
    );
}

/** The folder itself, or a ZIP's content in a folder that `done` removes. */
async function folderOf(path: string): Promise<{ readonly folder: string; readonly done: () => Promise<void> }> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined)
    throw new BackupRefused(`${path} is not there: ${resolve(path)} was looked for. Name a backup's folder or ZIP file.`);
  if (found.isDirectory()) return { folder: path, done: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), "sellthrough-restore-"));
  const done = () => rm(folder, { recursive: true, force: true });
  try {
    for (const [name, bytes] of Object.entries(unzipped(path, await readFile(path)))) {
      const full = resolve(folder, name);
      if (!full.startsWith(folder + sep)) throw new BackupRefused(`"${name}" in ${path} leads out of the archive.`);
      if (name.endsWith("/")) continue;
      await mkdir(dirname(full), { recursive: true });
      await writeFile(full, bytes);
    }
  } catch (error) {
    await done();
    throw error;
  }
  return { folder, done };
}

function unzipped(path: string, bytes: Uint8Array) {
  try {
    return unzipSync(bytes);
  } catch (error) {
    throw new BackupRefused(`${path} is no ZIP archive, or a broken one: ${messageOf(error)}`);
  }
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const read = parsedJson(schema, await readFile(path, "utf8"));
  if (read === undefined) throw new BackupRefused(`${basename(path)} is not one that this program writes. Nothing was restored.`);
  return read;
}
