/**
 * Logging in: name and secret in → a session cookie, or a refusal that tells only how long to wait. Attempts are rate-limited before
 * anything is read, and logged; the input is never stored. The form of an expired session is restored, never carried out.
 */
import { logAction } from "@/record/store/database/audit";
import { appStore } from "@/record/store/database/client";
import { storeProblem } from "@/record/store/database/storeProblem";
import { count } from "@/cards/words/phrases";
import { LOGIN_BYTES } from "@/server/limits";
import { readForm } from "../body";
import { goBack, goTo, isSecure, respond, refusalOf, signInAgain, text, addressMark } from "../guard";
import { cookieHeader, isSecret, makeCookie, SESSION_HOURS } from "../session";
import { readKept } from "../typed";
import { RateLimiterMemory } from "rate-limiter-flexible";

const FILLED_IN = "You are logged in again. What you typed is filled in below, and nothing of it was sent yet.";
const TOO_LONG = "You are logged in again. Nothing was sent, and what you typed is too long to be filled in again as a whole.";

export async function enter(request: Request): Promise<Response> {
  const refusal = refusalOf(request);
  if (refusal !== undefined) return refusal;
  const from = addressMark(request);
  const wait = await secondsToWait(from);
  if (wait > 0) return tooMany(`Try again in ${count(wait, "second")}.`, wait);
  const read = await readForm(request, LOGIN_BYTES);
  if (!read.ok) return respond(read.status, read.sentence);
  // Concurrent attempts may have been counted while this one's form arrived.
  if ((await secondsToWait(from)) > 0) return tooMany("Try again later.", 60);
  const { form } = read;
  const by = text(form, "name").slice(0, 80);
  const at = new Date().toISOString();
  const kept = readKept(text(form, "kept"));
  const again = (why: string) => (kept === undefined ? goTo("/desk/login", why) : signInAgain(401, why, kept));
  try {
    if (!isSecret(text(form, "secret"))) {
      if (await countRefusal(from)) await logAction(appStore(), { at, by: "unknown", what: "login refused", subject: { from } });
      return again("That is not the secret.");
    }
    // A correct secret resets the count.
    await Promise.all([refusals.delete(from), waits.delete(from)]);
    if (by === "") return again("Say who you are: every decision is logged with a name.");
    const since = await logAction(appStore(), { at, by, what: "login", subject: { from } });
    const cookie = cookieHeader(await makeCookie(by, since), isSecure(request), SESSION_HOURS * 3600);
    if (kept === undefined) return goTo("/desk", "", { "set-cookie": cookie });
    return await goBack(kept, FILLED_IN, { "set-cookie": cookie }, TOO_LONG);
  } catch (error) {
    const problem = storeProblem(error);
    if (problem === undefined) throw error;
    return respond(503, `Nobody can log in now, because each login is logged. ${problem}`);
  }
}

/** The form was not read, so only the browser still has it. */
const tooMany = (when: string, seconds: number) =>
  respond(
    429,
    `Too many attempts. ${when}`,
    { "retry-after": String(seconds) },
    "<p>Go back with your browser, and send the form again then.</p>",
  );

// Back-off per address, doubling each time; other addresses are not affected, so strangers lock nobody out. Counted per process.

/** Refused attempts without a wait, and how long they are remembered. */
const FREE_ATTEMPTS = 3;
const WINDOW_SECONDS = 60 * 60;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Maximum refused attempts logged per hour, over all addresses: a flood of them must not fill the store. */
const LOGGED_PER_HOUR = 100;

const refusals = new RateLimiterMemory({ keyPrefix: "refused", points: FREE_ATTEMPTS, duration: WINDOW_SECONDS });
const waits = new RateLimiterMemory({ keyPrefix: "wait", points: 1, duration: LONGEST_WAIT_SECONDS });
const logged = new RateLimiterMemory({ keyPrefix: "logged", points: LOGGED_PER_HOUR, duration: WINDOW_SECONDS });

/** Seconds to wait before the next attempt from `from`; 0 when it may be made now. */
async function secondsToWait(from: string): Promise<number> {
  const wait = await waits.get(from);
  return wait !== null && wait.consumedPoints > 1 ? Math.max(1, Math.ceil(wait.msBeforeNext / 1000)) : 0;
}

/** Counts a refused attempt; returns whether to log it. */
async function countRefusal(from: string): Promise<boolean> {
  const { consumedPoints } = await refusals.penalty(from);
  if (consumedPoints >= FREE_ATTEMPTS)
    await waits.block(from, Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (consumedPoints - FREE_ATTEMPTS)));
  return logged.consume("all").then(
    () => true,
    () => false,
  );
}
