/** Cache-Control of each response: by default caches revalidate each time; one with fixed version and day is immutable. */
import { numberSetting } from "@/record/setting";
import type { Address } from "../address/canonical";

const REVALIDATE = "public, no-cache";
const IMMUTABLE = "public, max-age=31536000, immutable";
const ONE_DAY = "public, max-age=86400";

/** Tables that include later changes to a version's facts. */
const LATER_WORDS = /\/(corrections|restatements)/;

const MAX_AGE_SECONDS = numberSetting("PUBLIC_MAX_AGE", 0, [0, 86_400]);

/** `maxAge`: in seconds; stale-while-revalidate is ten times as long. */
export function cacheControl({ path, query }: Address, maxAge = MAX_AGE_SECONDS): string {
  if (path.startsWith("/_next/static/")) return IMMUTABLE;
  const asked = new URLSearchParams(query);
  if (asked.has("version") && /^\/(embed\/|(charts|tables)\/.*\.\w+$)/.test(path) && !LATER_WORDS.test(path)) {
    // "Not yet published" depends on today's date, unless the day is fixed.
    return asked.has("asof") ? IMMUTABLE : /^\/(charts|embed)\//.test(path) ? ONE_DAY : REVALIDATE;
  }
  return maxAge > 0 ? `public, max-age=${maxAge}, stale-while-revalidate=${maxAge * 10}` : REVALIDATE;
}

/** Whether a response changes with the date: "not yet published" does, unless the day is fixed. A day to come is refused until it is there. */
export function changesDaily({ path, query }: Address, today: string): boolean {
  const day = /[?&]asof=([^&]*)/.exec(query)?.[1];
  return day === undefined ? !path.startsWith("/_next/") && !path.startsWith("/data/") : day > today;
}

/** Whether a response depends on the build alone. */
export const dependsOnBuildOnly = ({ path }: Address): boolean => /^\/(_next\/|icon|favicon|robots\.txt$)/.test(path);
