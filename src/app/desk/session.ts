/** Sessions of the desk: a cookie sealed with DESK_SECRET, until logout (ended.ts) or a new secret; compared in constant time. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { sealData, unsealData } from "iron-session";
import { setting } from "@/record/setting";
import { LEAST_SECRET } from "@/server/limits";

export const COOKIE = "desk";
export const SESSION_HOURS = 8;

export interface Session {
  readonly by: string;
  readonly id: string;
  /** The log entry of this login: an entry that ends the session is later. */
  readonly since: number;
}

/** The operator's secret; undefined when it is missing or too short, and then there is no desk. */
export function deskSecret(): string | undefined {
  const secret = setting("DESK_SECRET");
  return secret === undefined || secret.length < LEAST_SECRET ? undefined : secret;
}

/** The secret of a desk that is there. Throws where it is not. */
function requiredSecret(): string {
  const secret = deskSecret();
  if (secret === undefined) throw new Error("there is no desk without DESK_SECRET");
  return secret;
}

export const isSecret = (typed: string, secret = requiredSecret()): boolean =>
  same(hmac("typed", typed, secret), hmac("typed", secret, secret));

/** The cookie value of a new session, sealed by iron-session: nobody else can read or forge it. */
export function makeCookie(by: string, since: number, secret = requiredSecret()): Promise<string> {
  const session: Session = { by, id: randomBytes(16).toString("base64url"), since };
  return sealData(session, sealOptions("session", secret));
}

/** The session of a cookie's value; undefined when it is forged or expired. */
export async function readCookie(value: string | undefined, secret = requiredSecret()): Promise<Session | undefined> {
  if (value === undefined || value === "") return undefined;
  const session = await unsealData<Partial<Session>>(value, sealOptions("session", secret)).catch(() => undefined);
  return session?.id === undefined ? undefined : (session as Session);
}

/** Seal options for one purpose. The key is derived from the secret, because it needs 32 characters. */
export const sealOptions = (purpose: string, secret = requiredSecret()) => ({
  password: hmac(purpose, "", secret),
  ttl: SESSION_HOURS * 3600,
});

/** The CSRF token in every form of a session. */
export const tokenOf = ({ id }: Session, secret = requiredSecret()): string => hmac("form", id, secret);

export const isToken = (sent: string, session: Session): boolean => same(sent, tokenOf(session));

/** The Set-Cookie header. `secure` behind TLS. */
export const cookieHeader = (value: string, secure: boolean, seconds: number): string =>
  `${COOKIE}=${value}; Path=/desk; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? "; Secure" : ""}`;

/** HMAC-SHA-256 of a text, with a domain-separating purpose. */
export const hmac = (purpose: string, text: string, secret = requiredSecret()): string =>
  createHmac("sha256", secret).update(`${purpose}\0${text}`).digest("base64url");

export function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
