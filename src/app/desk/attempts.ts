/**
 * How often somebody may try to log in. A refused address waits, twice as long each time; others do not, so strangers lock nobody out.
 * Counted per process: with a secret this long, what is limited is noise in the log and work.
 */
import { RateLimiterMemory } from "rate-limiter-flexible";

/** Refused attempts that cost no wait, and for how long they are remembered. */
const FREE = 3;
const WINDOW_SECONDS = 60 * 60;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Refused attempts of all addresses together that are told in the log in an hour: a flood of them must not fill the store. */
const LOGGED_IN_AN_HOUR = 100;

const refusals = new RateLimiterMemory({ keyPrefix: "refused", points: FREE, duration: WINDOW_SECONDS });
const waits = new RateLimiterMemory({ keyPrefix: "wait", points: 1, duration: LONGEST_WAIT_SECONDS });
const logged = new RateLimiterMemory({ keyPrefix: "logged", points: LOGGED_IN_AN_HOUR, duration: WINDOW_SECONDS });

/** Seconds to wait before the next attempt from `from` is looked at; 0 when it may be made now. */
export async function secondsToWait(from: string): Promise<number> {
  const wait = await waits.get(from);
  return wait !== null && wait.consumedPoints > 1 ? Math.max(1, Math.ceil(wait.msBeforeNext / 1000)) : 0;
}

/** Counts a refused attempt; true when the log is to tell of it. */
export async function countRefusal(from: string): Promise<boolean> {
  const { consumedPoints } = await refusals.penalty(from);
  if (consumedPoints >= FREE) await waits.block(from, Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (consumedPoints - FREE)));
  return logged.consume("all").then(
    () => true,
    () => false,
  );
}

/** After a right secret the count begins anew. */
export async function clearRefusals(from: string): Promise<void> {
  await refusals.delete(from);
  await waits.delete(from);
}
