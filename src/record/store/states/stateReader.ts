/** Reads the store's last change: one small query that bypasses Prisma, run for every request. */
import { statSync } from "node:fs";
import { createClient } from "@libsql/client";
import Database from "libsql";
import { storeFile, storeToken, storeUrl } from "../database/client";
import type { StoreState } from "./loadRecord";

/** The last import: number 0 at the epoch for an empty store. */
interface LastChange extends StoreState {
  /** Its number, time and version, and the store's file; different after every change. */
  readonly key: string;
  readonly version: string;
  readonly versionDate: string;
}

export interface StateReader {
  /** Throws or rejects with the store's error when it cannot be read. For a file it returns synchronously. */
  readonly read: () => LastChange | Promise<LastChange>;
  readonly close: () => void;
}

const LAST_CHANGE_SQL = 'SELECT id, at, versionId, versionDate FROM "Import" ORDER BY id DESC LIMIT 1';

/** How often to check whether the store's file was replaced: the check takes half of the whole query's time. */
const CHECK_EVERY_MS = 10;

/** A reader of the store at `url`; close it when done. */
export function stateReader(
  url: string = storeUrl(),
  token: string | undefined = storeToken(),
  checkEveryMs = CHECK_EVERY_MS,
): StateReader {
  const file = storeFile(url);
  return file === undefined ? serverReader(url, token) : fileReader(file, checkEveryMs);
}

function serverReader(url: string, token: string | undefined): StateReader {
  const client = createClient({ url, ...(token !== undefined && { authToken: token }) });
  return {
    read: async () => {
      const [row] = (await client.execute(LAST_CHANGE_SQL)).rows;
      return lastChange("", row && [row["id"], row["at"], row["versionId"], row["versionDate"]]);
    },
    close: () => {
      client.close();
    },
  };
}

/** Changes after each commit by any other connection, of this process or another (sqlite.org/pragma.html#pragma_data_version). */
const DATA_VERSION_SQL = "PRAGMA data_version";

/** An open file: each call checks for a commit, and only after one reads the last change. */
interface OpenFile {
  readonly id: string;
  readonly read: () => LastChange;
  readonly close: () => void;
}

function openFile(path: string, id: string): OpenFile {
  const database = new Database(path);
  const close = () => {
    database.close();
  };
  try {
    const [change, question] = [database.prepare(DATA_VERSION_SQL).raw(), database.prepare(LAST_CHANGE_SQL).raw()];
    let known: { readonly change: unknown; readonly last: LastChange } | undefined;
    const read = (): LastChange => {
      // The number first: a later commit then changes it for the next call.
      const [now] = change.get() as [unknown];
      if (known === undefined || known.change !== now)
        known = { change: now, last: lastChange(id, question.get() as unknown[] | undefined) };
      return known.last;
    };
    return { id, read, close };
  } catch (error) {
    close();
    throw error;
  }
}

function fileReader(path: string, checkEveryMs: number): StateReader {
  /** The last is in use. Closing one whose file was replaced could delete the new one's write-ahead log, which has the same name. */
  const opened: OpenFile[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  function readNow(): LastChange {
    const last = opened.at(-1);
    const now = performance.now();
    if (last !== undefined && now - lookedAt < checkEveryMs) return last.read();
    const id = String(statSync(path).ino);
    lookedAt = now;
    if (last?.id === id) return last.read();
    const next = openFile(path, id);
    opened.push(next);
    return next.read();
  }
  return {
    read: readNow,
    close: () => {
      for (const { close } of opened) close();
    },
  };
}

/** `row`: number, time, version and its date; undefined in an empty store. */
function lastChange(file: string, row: readonly unknown[] | undefined): LastChange {
  if (row === undefined) return { key: `${file} 0`, seq: 0, at: "1970-01-01T00:00:00.000Z", version: "", versionDate: "" };
  const [id = "", at = "", version = "", versionDate = ""] = row.map(String);
  return { key: [file, id, at, version].join(" "), seq: Number(id), at, version, versionDate };
}
