/**
 * Which state of the record is shown, in words: what a page's banner says, and every title of a table, picture, embed and file, so that
 * a past state is not taken for today's wherever it goes. Selection → text.
 */
import { dayName } from "@/domain/dayName";
import type { Selection } from "./selection";

/** "as known on 1 May 2025", "version 1a2b3c4d5e6f of the record"; undefined for the record as it is now. */
export function momentWords({ asOf, version }: Pick<Selection, "asOf" | "version">): string | undefined {
  const parts = [
    asOf === null ? undefined : `as known on ${dayName(asOf)}`,
    version === null ? undefined : `version ${version} of the record`,
  ];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(", ");
}
