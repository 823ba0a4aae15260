/**
 * Who is at the desk. The secret of the environment and a name in → a signed cookie; a cookie in → the session, or none. Every process knows
 * every session by its HMAC; which ones were ended by logging out stands in the log (ended.ts), and changing DESK_SECRET ends them all.
 * Comparisons take the same time whatever is sent.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export const COOKIE = "desk";
export const LEAST_SECRET = 16;
export const SESSION_HOURS = 8;

export interface Session {
  readonly by: string;
  readonly id: string;
  /** The log's entry of this login: an entry that ends the session comes later. */
  readonly since: number;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** The operator's secret; undefined when it is not set or too short, and then there is no desk. */
export function deskSecret(): string | undefined {
  const secret = process.env["DESK_SECRET"];
  return secret === undefined || secret.length < LEAST_SECRET ? undefined : secret;
}

/** Whether what was typed is the secret. */
export function isSecret(typed: string, secret: string): boolean {
  return same(mac("typed", typed), mac("typed", secret));

  function mac(purpose: string, text: string): string {
    return hmac(purpose, text, secret);
  }
}

export function makeCookie(by: string, secret: string, now: number, since: number): string {
  const session: Session = { by, id: randomBytes(16).toString("base64url"), since, expires: now + SESSION_HOURS * 3_600_000 };
  const body = Buffer.from(JSON.stringify(session)).toString("base64url");
  return `${body}.${hmac("session", body, secret)}`;
}

/** The session of a cookie's value; undefined when it was not made here or is over. */
export function readCookie(value: string | undefined, secret: string, now: number): Session | undefined {
  const [body, signature, ...more] = (value ?? "").split(".");
  if (body === undefined || signature === undefined || more.length > 0 || !same(signature, hmac("session", body, secret))) return undefined;
  try {
    const session = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Session;
    return session.expires > now ? session : undefined;
  } catch {
    return undefined;
  }
}

/** The token that every form of a session carries. */
export const tokenOf = ({ id }: Session, secret: string): string => hmac("form", id, secret);

export const isToken = (sent: string, session: Session, secret: string): boolean => same(sent, tokenOf(session, secret));

/** The attributes of the cookie. `secure` behind TLS. */
export function cookieHeader(value: string, secure: boolean, seconds: number): string {
  return `${COOKIE}=${value}; Path=/desk; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
}

/** HMAC-SHA-256 of a text, for one purpose. */
export function hmac(purpose: string, text: string, secret: string): string {
  return createHmac("sha256", secret).update(`${purpose}\0${text}`).digest("base64url");
}

export function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
