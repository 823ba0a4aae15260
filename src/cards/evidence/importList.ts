/**
 * Every import of the record, the latest first, read from the store: the one part of the history that facts themselves do not carry.
 */
import "server-only";
import { appStore } from "@/record/store/client";
import { type ImportEntry, importHistory } from "@/record/store/loadRecord";

/** Those that led to a version, whatever came after. Throws what the store throws when it cannot be read. */
export async function importsUpTo(version: string): Promise<ImportEntry[]> {
  const all = await importHistory(appStore());
  // The latest of that name: an undo brings an earlier version back.
  return all.slice(
    Math.max(
      0,
      all.findIndex(({ id }) => id === version),
    ),
  );
}
