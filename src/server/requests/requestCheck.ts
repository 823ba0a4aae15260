/** Rejects requests that no page can handle: unknown methods, invalid addresses, unexpected or too large bodies, harmful headers. */
import { ADDRESS_HEADER } from "../askedAddress";
import type { IncomingMessage } from "node:http";
import { type Address, canonicalAddress } from "../address/canonical";
import { LOGIN_BYTES, LONGEST_ADDRESS, LONGEST_DESK_ADDRESS } from "../limits";
import type { RefusalWords } from "../responses/refusal";

const READING = ["GET", "HEAD"];
const WRITING = ["POST", "PUT", "PATCH", "DELETE"];
const ALLOW = { Allow: "GET, HEAD, OPTIONS" };

/** The target of `OPTIONS *`: the server as a whole. */
const SERVER: Address = { path: "*", query: "" };

/** A form of the desk with a file of the record in it. */
const MOST_BODY = 8 * 1024 * 1024;

/** Of a path, or of a whole target. */
export const isDesk = (target: string): boolean => /^\/desk(?:[/?]|$)/.test(target);
export const isApi = (path: string): boolean => path === "/api/v1" || path.startsWith("/api/v1/");

/** Value of Allow: what the desk's forms are sent to is never read. */
export const methodsOf = (path: string): string => (/^\/desk\/(?:do\/|enter$)/.test(path) ? "POST, OPTIONS" : ALLOW.Allow);

/** The parsed address, or why it is rejected. */
export function checkRequest({ method = "", url = "", headers }: IncomingMessage): Address | RefusalWords {
  const reads = READING.includes(method);
  if (method === "TRACE") return { kind: "method-not-allowed", headers: ALLOW };
  if (!reads && method !== "OPTIONS" && !WRITING.includes(method))
    return { kind: "not-supported", detail: "There is no such method here.", headers: ALLOW };
  const longest = isDesk(url) ? LONGEST_DESK_ADDRESS : LONGEST_ADDRESS;
  const address = method === "OPTIONS" && url === SERVER.path ? SERVER : canonicalAddress(url, longest);
  if (address === "too-long")
    return { kind: "address-too-long", detail: `An address has at most ${longest.toLocaleString("en")} characters here.` };
  if (address === "too-many") return { kind: "malformed-request", detail: "The address has more than 100 parameters." };
  if (address === "malformed")
    return {
      kind: "malformed-request",
      detail: "The address cannot be read: it has a broken escape, a step up to another path, or characters that no address has.",
    };
  const allowed = methodsOf(address.path);
  // The API counts what it refuses.
  if (!allowed.split(", ").includes(method) && !isApi(address.path)) return { kind: "method-not-allowed", headers: { Allow: allowed } };
  return bodyProblem(method, address.path, headers) ?? address;
}

function bodyProblem(method: string, path: string, headers: IncomingMessage["headers"]): RefusalWords | undefined {
  const chunked = headers["transfer-encoding"] !== undefined;
  const length = Number(headers["content-length"] ?? "0");
  if (!chunked && length === 0) return undefined;
  const refused = { Connection: "close" };
  if (!WRITING.includes(method)) return { kind: "malformed-request", detail: "A request that only reads has no body.", headers: refused };
  if (chunked) return { kind: "length-required", headers: refused };
  const most = !isDesk(path) || /^\/desk\/(enter|login)/.test(path) ? LOGIN_BYTES : MOST_BODY;
  return length > most
    ? { kind: "request-too-large", detail: `At most ${most.toLocaleString("en")} bytes are taken here.`, headers: refused }
    : undefined;
}

/** Headers internal to Next, and those of its router, which no page here uses; clients must not send them. */
const INTERNAL = /^(x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path$|x-prerender-|x-action-|next-|rsc$)/;

/** Deletes internal headers in place. */
export function dropInternalHeaders(headers: IncomingMessage["headers"]): void {
  for (const name in headers) if (name === ADDRESS_HEADER || INTERNAL.test(name)) Reflect.deleteProperty(headers, name);
}
