/**
 * Not sending what the reader already has. A response bears a strong ETag made from what determines it (data version, what was asked,
 * form, build), and the day of its last change; a request that names them gets 304 (RFC 9110, 13.1 and 13.2.2).
 * Headers → a decision; no I/O.
 */
import { createHash } from "node:crypto";

export interface Validators {
  /** With its quotes: "\"1a2b…\"". */
  readonly etag: string;
  /** HTTP date; absent when the time of the last change is not known. */
  readonly lastModified?: string;
}

/** Strong ETag from everything that determines the bytes. The same parts give the same tag on every machine. */
export function strongEtag(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    // The length keeps "ab", "c" apart from "a", "bc".
    hash.update(`${typeof part === "string" ? Buffer.byteLength(part) : part.byteLength}:`);
    hash.update(part);
  }
  return `"${hash.digest("base64url").slice(0, 27)}"`;
}

/** Day or moment (ISO 8601, UTC) as an HTTP date: "Mon, 05 May 2025 00:00:00 GMT". Throws a RangeError for what is no date. */
export function httpDate(moment: string): string {
  const at = new Date(moment.length === 10 ? `${moment}T00:00:00Z` : moment);
  if (Number.isNaN(at.getTime())) throw new RangeError(`"${moment}" is no date`);
  return at.toUTCString();
}

/** The headers of a response that may be kept as long as it is asked for again each time. */
export function validatorHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return { ETag: etag, ...(lastModified !== undefined && { "Last-Modified": lastModified }) };
}

/**
 * Whether a GET or HEAD may be answered with 304. If-None-Match decides alone where it is there; only then If-Modified-Since is asked.
 */
export function isNotModified(request: Pick<Headers, "get">, { etag, lastModified }: Validators): boolean {
  const tags = request.get("if-none-match");
  if (tags !== null) return tags.trim() === "*" || opaqueTags(tags).includes(opaque(etag));
  const since = readHttpDate(request.get("if-modified-since"));
  const changed = readHttpDate(lastModified ?? null);
  return since !== undefined && changed !== undefined && changed <= since;
}

/** Tags of a list without their weakness: for 304 a weak tag matches a strong one, and a proxy that compresses makes tags weak. */
function opaqueTags(list: string): string[] {
  return [...list.matchAll(/(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g)].map((match) => match[1] ?? "");
}

const opaque = (etag: string): string => etag.replace(/^W\//, "");

const IMF_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function readHttpDate(text: string | null): number | undefined {
  if (text === null || !IMF_DATE.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
