/** Pagination cursor as text for an address; valid for one data version and query, so that no row is lost. */
import { sha256Of } from "@/record/sha256";

export interface Cursor {
  readonly version: string;
  /** Rows before it. */
  readonly at: number;
  /** `markOf` the query. */
  readonly mark: string;
}

export const writeCursor = ({ version, at, mark }: Cursor): string => Buffer.from(`${version}.${at}.${mark}`).toString("base64url");

/** Parses a cursor; undefined when invalid. */
export function readCursor(text: string): Cursor | undefined {
  const match = /^([0-9a-f]{12})\.(\d{1,9})\.([0-9a-f]{8})$/.exec(Buffer.from(text, "base64url").toString("utf8"));
  return match ? { version: match[1] ?? "", at: Number(match[2]), mark: match[3] ?? "" } : undefined;
}

/** A short hash of an operation and its parameters in any order, without cursor, limit and version. */
export function markOf(operation: string, query: Readonly<Record<string, unknown>>): string {
  const asked = Object.entries(query).filter(([name]) => !["cursor", "limit", "version"].includes(name));
  const parts = asked.map(([name, value]) => `${name}=${String(value)}`).sort();
  return sha256Of([operation, ...parts].join("&")).slice(0, 8);
}
