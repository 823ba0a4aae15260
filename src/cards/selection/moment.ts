/** Which state of the record is shown, in words, for banners and titles: a past state is not to be taken for today's. */
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
