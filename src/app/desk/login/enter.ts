/**
 * Logging in: name and secret in → a session cookie, or a refusal that tells only how long to wait. Attempts are limited before anything
 * is read, and logged; what was typed is kept nowhere. A form that met the end of a session is filled in again, never carried out.
 */
import { logAction } from "@/record/store/audit";
import { appStore } from "@/record/store/client";
import { storeProblem } from "@/record/store/storeProblem";
import { count } from "@/cards/words/phrases";
import { countRefusal, clearRefusals, secondsToWait } from "../attempts";
import { LOGIN_BYTES } from "@/server/limits";
import { readForm } from "../body";
import { goBack, goTo, isSecure, respond, secretFor, signInAgain, text, addressMark } from "../guard";
import { cookieHeader, isSecret, makeCookie, SESSION_HOURS } from "../session";
import { readKept } from "../typed";

const FILLED_IN = "You are logged in again. What you typed is filled in below, and nothing of it was sent yet.";
const TOO_LONG = "You are logged in again. Nothing was sent, and what you typed is too long to be filled in again.";

export async function enter(request: Request): Promise<Response> {
  const secret = secretFor(request);
  if (secret instanceof Response) return secret;
  const from = addressMark(request, secret);
  const wait = await secondsToWait(from);
  if (wait > 0) return tooMany(`Try again in ${count(wait, "second")}.`, wait);
  const read = await readForm(request, LOGIN_BYTES);
  if (!read.ok) return respond(read.status, read.sentence);
  // Attempts that came at the same time have been counted while this one's form arrived.
  if ((await secondsToWait(from)) > 0) return tooMany("Try again later.", 60);
  const { form } = read;
  const by = text(form, "name").slice(0, 80);
  const at = new Date().toISOString();
  const kept = readKept(text(form, "kept"));
  const again = (why: string) => (kept === undefined ? goTo("/desk/login", why, secret) : signInAgain(401, why, kept));
  try {
    if (!isSecret(text(form, "secret"), secret)) {
      if (await countRefusal(from)) await logAction(appStore(), { at, by: "unknown", what: "login refused", subject: { from } });
      return again("That is not the secret.");
    }
    await clearRefusals(from);
    if (by === "") return again("Say who you are: every decision is logged with a name.");
    const since = await logAction(appStore(), { at, by, what: "login", subject: { from } });
    const cookie = cookieHeader(await makeCookie(by, secret, since), isSecure(request), SESSION_HOURS * 3600);
    if (kept === undefined) return goTo("/desk", "", secret, { "set-cookie": cookie });
    return await goBack(kept, FILLED_IN, secret, { "set-cookie": cookie }, TOO_LONG);
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
