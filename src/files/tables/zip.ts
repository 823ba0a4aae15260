/** A reproducible ZIP archive: entries are dated on the day of the data. */
import { zipSync, type Zippable } from "fflate";
import type { Day } from "@/domain/values/period";

export const ZIP_TYPE = "application/zip";

export interface ZipFile {
  /** Path inside the archive, with "/" between folders. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Files that are compressed already are stored. */
const COMPRESSED = /\.(png|xlsx|zip|jpe?g)$/;

/** The archive's bytes. Throws when two files have the same name or a name leads out of the archive. */
export function toZip(files: readonly ZipFile[], day: Day): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  // ZIP has no time zone: fflate writes local parts of the date, so it is built from local parts. ZIP dates begin in 1980.
  const mtime = new Date(Math.max(year, 1980), month - 1, date);
  const entries: Zippable = {};
  for (const { name, content } of files) {
    if (Object.hasOwn(entries, name)) throw new Error(`two files of the archive are named "${name}"`);
    if (name.startsWith("/") || name.split("/").includes("..")) throw new Error(`"${name}" leads out of the archive`);
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    entries[name] = [bytes, { mtime, level: COMPRESSED.test(name) ? 0 : 9 }];
  }
  return zipSync(entries);
}
