/**
 * The archive's writes: new content goes to a temporary file, is flushed to disk and moved by one atomic rename, so a kill leaves old or
 * new. Injected, so that a test can end the program at every step.
 */
import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export interface Disk {
  /** Creates or truncates a file, writes its content and flushes it to disk (fsync). Not atomic. */
  readonly write: (path: string, content: Uint8Array | string) => void;
  /** Atomic; replaces a file, but never a folder. */
  readonly rename: (from: string, to: string) => void;
  readonly append: (path: string, line: string) => void;
  readonly remove: (path: string) => void;
}

export const realDisk: Disk = {
  write: (path, content) => {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, "w");
    try {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename: (from, to) => {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  },
  append: (path, line) => {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, line, { flush: true });
  },
  remove: (path) => {
    rmSync(path, { recursive: true, force: true });
  },
};
