/** Who is at the desk: a cookie sealed with DESK_SECRET, until logged out (ended.ts) or a new secret; compared in constant time. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { sealData, unsealData } from "iron-session";
import { LEAST_SECRET } from "@/server/limits";

export const COOKIE = "desk";
export const SESSION_HOURS = 8;

export interface Session {
  readonly by: string;
  readonly id: string;
  /** The log's entry of this login: an entry that ends the session comes later. */
  readonly since: number;
}

/** The operator's secret; undefined when it is not set or too short, and then there is no desk. */
export function deskSecret(): string | undefined {
  const secret = process.env["DESK_SECRET"];
  return secret === undefined || secret.length < LEAST_SECRET ? undefined : secret;
}

/** Whether what was typed is the secret. */
export const isSecret = (typed: string, secret: string): boolean => same(hmac("typed", typed, secret), hmac("typed", secret, secret));

/** A new session as the value of its cookie, sealed by iron-session: nobody else can read or make one. */
export function makeCookie(by: string, secret: string, since: number): Promise<string> {
  const session: Session = { by, id: randomBytes(16).toString("base64url"), since };
  return sealData(session, sealOf("session", secret));
}

/** The session of a cookie's value; undefined when it was not made here or is over. */
export async function readCookie(value: string | undefined, secret: string): Promise<Session | undefined> {
  if (value === undefined || value === "") return undefined;
  const session = await unsealData<Partial<Session>>(value, sealOf("session", secret)).catch(() => undefined);
  return session?.id === undefined ? undefined : (session as Session);
}

/** How something is sealed for one purpose. The key is made of the secret, because a key has to have 32 characters. */
export const sealOf = (purpose: string, secret: string) => ({ password: hmac(purpose, "", secret), ttl: SESSION_HOURS * 3600 });

/** The token that every form of a session carries. */
export const tokenOf = ({ id }: Session, secret: string): string => hmac("form", id, secret);

export const isToken = (sent: string, session: Session, secret: string): boolean => same(sent, tokenOf(session, secret));

/** The attributes of the cookie. `secure` behind TLS. */
export const cookieHeader = (value: string, secure: boolean, seconds: number): string =>
  `${COOKIE}=${value}; Path=/desk; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? "; Secure" : ""}`;

/** HMAC-SHA-256 of a text, for one purpose. */
export const hmac = (purpose: string, text: string, secret: string): string =>
  createHmac("sha256", secret).update(`${purpose}\0${text}`).digest("base64url");

export function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
