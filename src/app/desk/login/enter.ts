/**
 * Logging in. A form with a name and the secret in → a session cookie, or a refusal that tells nothing but how long to wait. Attempts are
 * limited before anything of them is read, and logged; what was typed is kept nowhere, and half a form is no attempt.
 */
import { logAction } from "@/record/store/audit";
import { appStore } from "@/record/store/client";
import { storeProblem } from "@/record/store/storeProblem";
import { count } from "@/cards/words/phrases";
import { countRefusal, forgive, secondsToWait } from "../attempts";
import { LOGIN_BYTES, readForm } from "../body";
import { goTo, isSecure, respond, secretFor, text, whereFrom } from "../guard";
import { cookieHeader, isSecret, makeCookie, SESSION_HOURS } from "../session";

export async function enter(request: Request): Promise<Response> {
  const secret = secretFor(request);
  if (secret instanceof Response) return secret;
  const from = whereFrom(request, secret);
  const wait = await secondsToWait(from);
  if (wait > 0) return respond(429, `Too many attempts. Try again in ${count(wait, "second")}.`, { "retry-after": String(wait) });
  const read = await readForm(request, LOGIN_BYTES);
  if (!read.ok) return respond(read.status, read.sentence);
  // Attempts that came at the same time have been counted while this one's form arrived.
  if ((await secondsToWait(from)) > 0) return respond(429, "Too many attempts. Try again later.", { "retry-after": "60" });
  const { form } = read;
  const by = text(form, "name").slice(0, 80);
  const at = new Date().toISOString();
  try {
    if (!isSecret(text(form, "secret"), secret)) {
      if (await countRefusal(from)) await logAction(appStore(), { at, by: "unknown", what: "login refused", subject: { from } });
      return goTo("/desk/login", "That is not the secret.", secret);
    }
    await forgive(from);
    if (by === "") return goTo("/desk/login", "Say who you are: every decision is logged with a name.", secret);
    const since = await logAction(appStore(), { at, by, what: "login", subject: { from } });
    const cookie = cookieHeader(await makeCookie(by, secret, since), isSecure(request), SESSION_HOURS * 3600);
    return goTo("/desk", "", secret, { "set-cookie": cookie });
  } catch (error) {
    const problem = storeProblem(error);
    if (problem === undefined) throw error;
    return respond(503, `Nobody can log in now, because each login is logged. ${problem}`);
  }
}
