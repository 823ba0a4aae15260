/** Where the next page of a long list begins, as text for an address; good for one data version and one question, so no row is lost. */
import { sha256Of } from "@/record/sha256";

export interface Cursor {
  readonly version: string;
  /** Rows before it. */
  readonly at: number;
  /** `markOf` the question. */
  readonly mark: string;
}

export const writeCursor = ({ version, at, mark }: Cursor): string => Buffer.from(`${version}.${at}.${mark}`).toString("base64url");

/** The cursor that `text` holds, or undefined. */
export function readCursor(text: string): Cursor | undefined {
  const match = /^([0-9a-f]{12})\.(\d{1,9})\.([0-9a-f]{8})$/.exec(Buffer.from(text, "base64url").toString("utf8"));
  return match ? { version: match[1] ?? "", at: Number(match[2]), mark: match[3] ?? "" } : undefined;
}

/** A short mark of an operation and its parameters, whatever their order; where to begin, how many and which version are no part of it. */
export function markOf(operation: string, query: Readonly<Record<string, unknown>>): string {
  const asked = Object.entries(query).filter(([name]) => !["cursor", "limit", "version"].includes(name));
  const parts = asked.map(([name, value]) => `${name}=${String(value)}`).sort();
  return sha256Of([operation, ...parts].join("&")).slice(0, 8);
}
