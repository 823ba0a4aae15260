/** Reads the files of a record from a folder: names, bytes and hashes. */
import { Refusal } from "@/domain/shared/refusal";
import { hashesOf } from "@/record/sha256";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { FILE_NAMES } from "@/record/csv/recordRows";
import { unreadable } from "@/record/unreadable";

/** The record that is part of the repository. */
export const COMMITTED = "prisma/data";

export interface RecordFolder {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 of each file, in hex. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** Reads the record's files in `folder`; others are ignored. Throws Refusal when the folder cannot be read. */
export async function readFolder(folder: string): Promise<RecordFolder> {
  const present = await readdir(folder).catch((error: unknown) => {
    throw new Refusal(unreadable(folder, error, "folder"));
  });
  const files = new Map<string, Uint8Array>();
  for (const name of FILE_NAMES) if (present.includes(name)) files.set(name, await readFile(join(folder, name)));
  return { files, hashes: hashesOf(files) };
}
