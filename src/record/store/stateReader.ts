/**
 * The state of the store as one small question on a connection of its own: which change was the last. The server asks it for every
 * request, so it goes past Prisma. Address of the store → reader.
 */
import { statSync } from "node:fs";
import { type Client, createClient } from "@libsql/client";
import { storeFile, storeUrl } from "./client";

export interface LastChange {
  /** Number, moment and version of the last import, and which file it is in; another after every change. */
  readonly key: string;
  /** ISO date and time in UTC; the beginning of time for an empty store. */
  readonly at: string;
  readonly version: string;
  readonly versionDate: string;
}

export interface StateReader {
  /** Throws what the store throws when it cannot be read. */
  readonly read: () => Promise<LastChange>;
  readonly close: () => void;
}

const QUESTION = 'SELECT id, at, versionId, versionDate FROM "Import" ORDER BY id DESC LIMIT 1';

export function stateReader(url: string = storeUrl(), token: string | undefined = process.env["DATABASE_AUTH_TOKEN"]): StateReader {
  const file = storeFile(url);
  const secret = token === undefined || token === "" ? {} : { authToken: token };
  let client: Client | undefined;
  let opened = "";

  /** A file that was put in the place of another is another store. */
  function connected(): Client {
    const now = file === undefined ? "" : String(statSync(file).ino);
    if (client && now === opened) return client;
    client?.close();
    client = createClient({ url, ...secret });
    opened = now;
    return client;
  }

  return {
    read: async () => {
      const { rows } = await connected().execute(QUESTION);
      const row = rows[0];
      if (!row) return { key: `${opened} 0`, at: "1970-01-01T00:00:00.000Z", version: "", versionDate: "" };
      const [id, at, version, versionDate] = [row["id"], row["at"], row["versionId"], row["versionDate"]].map(String) as [
        string,
        string,
        string,
        string,
      ];
      return { key: [opened, id, at, version].join(" "), at, version, versionDate };
    },
    close: () => {
      client?.close();
    },
  };
}
