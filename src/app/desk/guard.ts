/** Access control of the desk. Off (404) without a secret; an action requires a session, the same origin and a CSRF token. */
import { setting } from "@/record/setting";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { appStore } from "@/record/store/database/client";
import { clientKey } from "@/server/requests/clientAddress";
import { escapeXml } from "@/domain/shared/escapeXml";
import { PAPER } from "@/site/theme";
import { isEnded } from "./ended";
import { FORM_BYTES, LONGEST_DESK_ADDRESS } from "@/server/limits";
import { readForm } from "./body";
import { NOTHING_CHANGED, withFlash } from "./flash";
import { COOKIE, deskSecret, hmac, isToken, readCookie, type Session, tokenOf } from "./session";
import { addressOf, isRestored, type Kept, keptOf, withoutLong } from "./typed";

export interface Desk {
  readonly session: Session;
  /** For the hidden field of every form. */
  readonly token: string;
}

/** For pages: the session, or 404 without a desk, or the login. */
export async function openDesk(): Promise<Desk> {
  if (deskSecret() === undefined) notFound();
  const cookie = (await cookies()).get(COOKIE)?.value;
  const session = await openSession(cookie);
  if (!session) redirect(cookie === undefined ? "/desk/login" : withFlash("/desk/login", "Your session is over. Log in again."));
  return { session, token: tokenOf(session) };
}

/**
 * Session and form (of at most `most` bytes) for an action, or the refusal. Without a session a form is only kept for the login, and one
 * that may be as long as a file is not read at all.
 */
export async function checkAction(
  request: Request,
  name: string,
  most = FORM_BYTES,
): Promise<{ readonly session: Session; readonly form: FormData } | Response> {
  const refusal = refusalOf(request);
  if (refusal !== undefined) return refusal;
  const session = await openSession(cookieOf(request));
  const mayKeep = isRestored(name) && most <= FORM_BYTES;
  if (!session && !mayKeep) return signInAgain(401, `${OVER} ${NOTHING_CHANGED}`);
  const read = await readForm(request, most);
  if (!read.ok) return respond(read.status, read.sentence, {}, '<p><a href="/desk">Back to the desk</a></p>');
  const { form } = read;
  const kept = mayKeep ? keptOf(name, form) : undefined;
  if (!session) return signInAgain(401, `${OVER} ${NOTHING_CHANGED}`, kept);
  if (!isToken(text(form, "token"), session))
    return signInAgain(403, `This form belongs to a session that is over. ${NOTHING_CHANGED}`, kept);
  return { session, form };
}

/** The refusal of a form where there is no desk, or of one from another site; undefined for any other form. */
export function refusalOf(request: Request): Response | undefined {
  if (deskSecret() === undefined) return respond(404, "There is no desk here.");
  return isOwnOrigin(request) ? undefined : respond(403, "This form was not sent from the desk.");
}

/** The session of a cookie, unless it has expired or was ended. */
async function openSession(cookie: string | undefined): Promise<Session | undefined> {
  const session = await readCookie(cookie);
  return session === undefined || (await isEnded(appStore(), session)) ? undefined : session;
}

/** Whether the browser says that the form was sent from this very site. */
function isOwnOrigin({ headers }: Request): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  const site = setting("SITE_URL");
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host || (site !== undefined && URL.canParse(site) && new URL(site).origin === origin);
}

/** Whether the visitor came over TLS. */
export const isSecure = ({ headers, url }: Request): boolean =>
  (headers.get("x-forwarded-proto")?.split(",")[0]?.trim() ?? new URL(url).protocol.slice(0, -1)) === "https" ||
  setting("SITE_URL")?.startsWith("https:") === true;

/** The visitor's address as an HMAC: enough to count attempts, but not readable. */
export const addressMark = (request: Request): string => hmac("address", clientKey(clientAddress(request))).slice(0, 12);

function cookieOf({ headers }: Request): string | undefined {
  const found = (headers.get("cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1);
}

/** A form field as text, without NULs, where a store would end it; a file or a missing field is empty. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\0", "").trim() : "";
}

const HEADERS = { "cache-control": "no-store", "x-robots-tag": "noindex, nofollow", "referrer-policy": "same-origin" };
export const PAGE_HEADERS = { ...HEADERS, "content-type": "text/html; charset=utf-8" };

/** The site's paper colour, without its style sheet: text and links have the browser's colours for light and dark. */
const BODY = `margin:0;background:light-dark(${PAPER.light},${PAPER.dark});font:1.0625rem/1.5 system-ui,sans-serif`;
const WORDMARK = "margin:0;padding-bottom:0.5rem;border-bottom:1px solid;font:700 1.75rem/1.3 Georgia,serif";

const OVER = "Your session is over, or you are not logged in.";
const LOGIN_LINK = '<p><a href="/desk/login">To the login</a></p>';

/** The refusal of a form without a valid session: the login, with the input in a hidden field to restore it. */
export function signInAgain(status: number, sentence: string, kept?: Kept): Response {
  if (kept === undefined)
    return respond(status, sentence, {}, `<p>What you typed was not kept. Log in and enter it again.</p>${LOGIN_LINK}`);
  const field = (label: string, attributes: string) => `<p><label>${label}<br><input required ${attributes}></label></p>`;
  const form = `<p>Log in here, and the form is filled in again as you left it. Nothing is sent before you send it.</p>
<form method="post" action="/desk/enter"><input type="hidden" name="kept" value="${escapeXml(JSON.stringify(kept))}">
${field("Your name, for the log", 'name="name" autocomplete="username" maxlength="80"')}${field("Secret", 'name="secret" type="password" autocomplete="current-password"')}<p><button>Log in</button></p></form>`;
  return respond(status, sentence, {}, form);
}

/** A refusal as a small page with a way back. `sentence` is ours and has no text from the request; `way` is HTML. */
export function respond(
  status: number,
  sentence: string,
  more: Readonly<Record<string, string>> = {},
  way = status === 404 ? "" : LOGIN_LINK,
): Response {
  return new Response(pageStart(sentence) + way + PAGE_END, { status, headers: { ...PAGE_HEADERS, ...more } });
}

/** A small page of the desk without the site's style sheet, up to its heading; PAGE_END ends it. `sentence` is HTML. */
export const pageStart = (sentence: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Desk</title></head><body style="${BODY}"><main style="max-width:34rem;margin:0 auto;padding:1rem"><p style="${WORDMARK}">Desk</p><h1 style="font-size:1.25rem">${sentence}</h1>`;
export const PAGE_END = "</main></body></html>\n";

/** Redirects to a page of the desk with a flash message, whose HMAC prevents forged ones. */
export const goTo = (path: string, flash: string, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: { ...HEADERS, location: flash === "" ? path : withFlash(path, flash), ...more } });

const TOO_LONG = "What you typed is too long to be filled in again as a whole.";

/** Redirects to the form's page with its input restored; if the address would be too long, without long texts, and with `otherwise` said. */
export async function goBack(
  kept: Kept,
  flash: string,
  more: Readonly<Record<string, string>> = {},
  otherwise = `${flash} ${TOO_LONG}`,
): Promise<Response> {
  for (const [form, said] of [
    [kept, flash],
    [withoutLong(kept), otherwise],
  ] as const) {
    if (Object.values(form.typed).join("").length > LONGEST_DESK_ADDRESS) continue;
    const filled = await addressOf(form);
    if (withFlash(filled, said).length <= LONGEST_DESK_ADDRESS) return goTo(filled, said, more);
  }
  return goTo(kept.page, otherwise, more);
}

/** "" when unknown. */
export const clientAddress = ({ headers }: Request): string => (headers.get("x-forwarded-for") ?? "").split(",").at(-1)?.trim() ?? "";
