/** A backup folder with everything an operator needs, made while others write: store.db, documents, uploads, manifest.json (SHA-256). */
import { setting } from "@/record/setting";
import { Refusal } from "@/domain/shared/refusal";
import { sha256Of } from "@/record/sha256";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { verifyAudit } from "./auditCheck";
import { fileUrl, usingStore, type Store } from "../database/client";
import { dataVersion } from "../states/loadRecord";
import { copyToFile } from "./storeCopy";
import { uploadsFolder } from "../review/uploads";

export const MANIFEST = "manifest.json";
export const STORE_COPY = "store.db";
/** Folder of the finder's fetched documents; SELLTHROUGH_DOCUMENTS overrides it. */
export const documentsFolder = (): string => setting("SELLTHROUGH_DOCUMENTS") ?? join("data", "documents");

export const manifestSchema = z.object({
  format: z.literal("sellthrough-backup-1"),
  /** ISO date and time in UTC. */
  madeAt: z.string(),
  /** Version of the record and number of its last change. */
  version: z.string(),
  import: z.number(),
  /** Number of log entries, and the hash of the last one. */
  log: z.object({ entries: z.number(), last: z.string() }),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** A backup that cannot be made or restored; the message says why and what to do. Nothing was changed. */
export class BackupRefused extends Refusal {
  override readonly name = "BackupRefused";
}

/** Backs up the store, the documents and the uploads into `folder`, which must be new or empty. Throws BackupRefused. */
export async function backUp(store: Store, folder: string, at: string, documents = documentsFolder()): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new BackupRefused(`${folder} is not empty. Name a new folder, so that no earlier backup is touched.`);
  await copyToFile(store.url, join(folder, STORE_COPY));
  await copyFolder(documents, join(folder, "documents"));
  await copyFolder(uploadsFolder(store), join(folder, "uploads"));
  const { id, seq, log } = await stateOf(join(folder, STORE_COPY));
  const files = await filesIn(folder);
  const manifest: Manifest = { format: "sellthrough-backup-1", madeAt: at, version: id, import: seq, log, files };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Version and log of a store in a file, after its log was verified. Throws BackupRefused when the log is invalid. */
export const stateOf = (path: string) =>
  usingStore(async (copy) => {
    const audit = await verifyAudit(copy);
    if (!audit.ok) throw new BackupRefused(`The log of the store does not hold (${audit.why}). See: npm run record -- audit`);
    return { ...(await dataVersion(copy)), log: { entries: audit.entries, last: audit.last } };
  }, fileUrl(path));

/** What a finder at work keeps in its folder: elsewhere its lock would stop others, and its drafts may be gone before they are copied. */
const TEMPORARY = ["lock", "aside"];

/** Copies missing files; a folder that does not exist counts as empty. */
export async function copyFolder(from: string, to: string): Promise<void> {
  const there = await readdir(from).catch(() => []);
  const filter = (path: string) => !TEMPORARY.includes(relative(from, path));
  if (there.length > 0) await cp(from, to, { recursive: true, force: false, filter });
}

async function filesIn(folder: string): Promise<Manifest["files"]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: Manifest["files"][number][] = [];
  for (const path of paths.sort()) {
    const bytes = await readFile(path);
    files.push({ path: relative(folder, path).split(sep).join("/"), bytes: bytes.byteLength, sha256: sha256Of(bytes) });
  }
  return files;
}
