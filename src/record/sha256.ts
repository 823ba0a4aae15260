import { createHash } from "node:crypto";

/** SHA-256 of bytes, or of a text in UTF-8, in hex. */
export const sha256Of = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex");

/** The same for files, by name. */
export const hashesOf = (files: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, string>> =>
  Object.fromEntries([...files].map(([name, bytes]) => [name, sha256Of(bytes)]));
