/**
 * How often somebody may try to log in. Refused attempts so far in → how long to wait. The attempts are read off the log, so every process
 * counts the same ones. Each address has a few free attempts, then waits twice as long each time; since an address can be made up where
 * no proxy stands in front, all addresses together are limited too.
 */
import { auditLog } from "@/record/store/audit";
import type { Store } from "@/record/store/client";

const FREE = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const WINDOW_MS = 60 * 60_000;
const MOST_TOGETHER = 30;
const LOOKED_AT = 200;

/** Milliseconds to wait before the next attempt from `from` is looked at; 0 when it may be made now. */
export async function waitFor(store: Store, from: string, now: number): Promise<number> {
  const recent = (await auditLog(store, { limit: LOOKED_AT })).filter(({ at }) => now - Date.parse(at) < WINDOW_MS);
  const refused = recent.filter(({ what }) => what === "login refused");
  const since = recent.find(({ what, subject }) => what === "login" && subject["from"] === from)?.seq ?? 0;
  const mine = refused.filter(({ seq, subject }) => seq > since && subject["from"] === from);
  const last = mine[0];
  const own =
    last === undefined || mine.length < FREE
      ? 0
      : Date.parse(last.at) + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (mine.length - FREE)) - now;
  const oldest = refused[MOST_TOGETHER - 1];
  const together = oldest === undefined ? 0 : Date.parse(oldest.at) + LONGEST_WAIT_MS - now;
  return Math.max(0, own, together);
}
