/** How long an answer holds and for whom: by default it is asked again each time; what names version and day holds for ever. */
import type { Address } from "./address/canonical";

const ASK_AGAIN = "public, no-cache";
const FOR_EVER = "public, max-age=31536000, immutable";
const A_DAY = "public, max-age=86400";

/** Tables that tell what became of a version's facts afterwards. */
const LATER_WORDS = /\/(corrections|restatements)/;

/** `PUBLIC_MAX_AGE`: seconds for which caches may answer without asking; pages may be shown a little longer while they ask. */
export function cacheControl({ path, query }: Address, maxAge = seconds(process.env["PUBLIC_MAX_AGE"])): string {
  if (path.startsWith("/_next/static/")) return FOR_EVER;
  const asked = new URLSearchParams(query);
  if (asked.has("version") && /^\/(embed\/|(charts|tables)\/.*\.\w+$)/.test(path) && !LATER_WORDS.test(path)) {
    // What is "not yet published" changes with the day, where the day is not fixed.
    return asked.has("asof") ? FOR_EVER : /^\/(charts|embed)\//.test(path) ? A_DAY : ASK_AGAIN;
  }
  return maxAge > 0 ? `public, max-age=${maxAge}, stale-while-revalidate=${maxAge * 10}` : ASK_AGAIN;
}

/** Whether an answer changes with the day: "not yet published" does, unless the day is fixed. */
export function turnsWithTheDay({ path, query }: Address): boolean {
  if (path.startsWith("/_next/") || path.startsWith("/data/")) return false;
  return !/[?&]asof=/.test(query);
}

/** Whether an answer is made of the build alone. */
export const isOfTheBuild = ({ path }: Address): boolean => /^\/(_next\/|icon|favicon|robots\.txt$)/.test(path);

function seconds(written: string | undefined): number {
  const value = Number(written?.trim() ?? "0");
  return Number.isInteger(value) && value > 0 ? Math.min(value, 86_400) : 0;
}
