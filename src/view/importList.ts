/**
 * Every import of the record, the latest first, read from the store: the one part of the history that facts themselves do not carry.
 */
import "server-only";
import { appStore } from "@/store/client";
import { type ImportEntry, importHistory } from "@/store/record";

/** Throws what the store throws when it cannot be read. */
export function currentImports(): Promise<ImportEntry[]> {
  return importHistory(appStore());
}
