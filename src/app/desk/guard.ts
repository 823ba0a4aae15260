/**
 * The door of the desk: every page and every action goes through here first. A request in → the session, or a refusal. Off (404) without
 * a secret; pages without a session lead to the login; an action needs the session, its own site as origin, and the session's token.
 */
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { COOKIE, deskSecret, isToken, readCookie, seal, same, type Session, tokenOf } from "./session";

export interface Desk {
  readonly session: Session;
  /** For the hidden field of every form. */
  readonly token: string;
}

/** For pages: the session, or 404 when there is no desk, or the login. */
export async function openDesk(): Promise<Desk> {
  const secret = deskSecret() ?? notFound();
  const session = readCookie((await cookies()).get(COOKIE)?.value, secret, Date.now());
  if (!session) redirect("/desk/login");
  return { session, token: tokenOf(session, secret) };
}

/** For actions: the session and the form, or the answer that refuses. */
export async function checkAction(
  request: Request,
): Promise<{ readonly session: Session; readonly form: FormData; readonly secret: string } | Response> {
  const secret = deskSecret();
  if (secret === undefined) return answer(404, "There is no desk here.");
  if (!isOwnOrigin(request)) return answer(403, "This form was not sent from the desk.");
  const session = readCookie(cookieOf(request), secret, Date.now());
  if (!session) return answer(401, "You are not logged in, or the session is over. Log in at /desk/login.");
  const form = await request.formData().catch(() => new FormData());
  if (!isToken(text(form, "token"), session, secret)) return answer(403, "This form belongs to another session. Load the page again.");
  return { session, form, secret };
}

/** True when the browser says that the form was sent from this very site. */
export function isOwnOrigin({ headers }: Request): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  const site = process.env["SITE_URL"];
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host || (site !== undefined && URL.canParse(site) && new URL(site).origin === origin);
}

/** Whether the visitor came over TLS. */
export function isSecure({ headers, url }: Request): boolean {
  return (
    (headers.get("x-forwarded-proto")?.split(",")[0]?.trim() ?? new URL(url).protocol.slice(0, -1)) === "https" ||
    (process.env["SITE_URL"] ?? "").startsWith("https:")
  );
}

/** The visitor's address as a seal: enough to count attempts, nothing to read. The last entry is the one that the nearest proxy wrote. */
export function whereFrom({ headers }: Request, secret: string): string {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return seal("address", address, secret).slice(0, 12);
}

function cookieOf({ headers }: Request): string | undefined {
  const found = (headers.get("cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1);
}

/** A field of a form as text; a file or nothing is empty. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

const HEADERS = { "cache-control": "no-store", "x-robots-tag": "noindex, nofollow", "referrer-policy": "same-origin" };

export function answer(status: number, sentence: string, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${sentence}\n`, { status, headers: { ...HEADERS, "content-type": "text/plain; charset=utf-8", ...more } });
}

/** To a page of the desk, with what was done or why not in words. The words are sealed, so that no link can put others there. */
export function goTo(path: string, said: string, secret: string, more: Readonly<Record<string, string>> = {}): Response {
  const query =
    said === "" ? "" : `${path.includes("?") ? "&" : "?"}${new URLSearchParams({ said, seal: seal("said", said, secret) }).toString()}`;
  return new Response(null, { status: 303, headers: { ...HEADERS, location: `${path}${query}`, ...more } });
}

/** What an action has to say to the page, if it was this desk that said it. */
export function saidIn(params: Readonly<Record<string, string | string[] | undefined>>): string | undefined {
  const [said, sent, secret] = [params["said"], params["seal"], deskSecret()];
  if (typeof said !== "string" || typeof sent !== "string" || secret === undefined) return undefined;
  return same(sent, seal("said", said, secret)) ? said : undefined;
}
