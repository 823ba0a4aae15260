/**
 * Logging in. A form with a name and the secret in → a session cookie, or a refusal that tells nothing but how long to wait. Attempts are
 * limited and logged; what was typed is kept nowhere.
 */
import { logAction } from "@/record/store/audit";
import { appStore } from "@/record/store/client";
import { count } from "@/cards/words/words";
import { waitFor } from "../attempts";
import { answer, goTo, isOwnOrigin, isSecure, text, whereFrom } from "../guard";
import { cookieHeader, deskSecret, isSecret, makeCookie, SESSION_HOURS } from "../session";

export async function enter(request: Request): Promise<Response> {
  const secret = deskSecret();
  if (secret === undefined) return answer(404, "There is no desk here.");
  if (!isOwnOrigin(request)) return answer(403, "This form was not sent from the desk.");
  const form = await request.formData().catch(() => new FormData());
  const [store, now, from] = [appStore(), Date.now(), whereFrom(request, secret)];
  const wait = await waitFor(store, from, now);
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    return answer(429, `Too many attempts. Try again in ${count(seconds, "second")}.`, { "retry-after": String(seconds) });
  }
  const by = text(form, "name").slice(0, 80);
  const at = new Date(now).toISOString();
  if (!isSecret(text(form, "secret"), secret)) {
    await logAction(store, { at, by: "unknown", what: "login refused", subject: { from } });
    return goTo("/desk/login", "That is not the secret.", secret);
  }
  if (by === "") return goTo("/desk/login", "Say who you are: every decision is logged with a name.", secret);
  const since = await logAction(store, { at, by, what: "login", subject: { from } });
  const cookie = cookieHeader(makeCookie(by, secret, now, since), isSecure(request), SESSION_HOURS * 3600);
  return goTo("/desk", "", secret, { "set-cookie": cookie });
}
