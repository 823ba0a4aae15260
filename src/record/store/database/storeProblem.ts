/** Explains a store error and what to do. Nothing of the failed work was saved. */

/** The store's file is missing, or was replaced by another. Its message is a sentence. */
export class StoreGone extends Error {
  override name = "StoreGone";
}

/** Another writer holds the store. Its message is a sentence. */
export class StoreBusy extends Error {
  override name = "StoreBusy";
}

const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/SQLITE_FULL|database or disk is full|ENOSPC/i, "The disk of the store is full; free some space and try again."],
  [
    /SQLITE_READONLY|readonly database|read-only|EROFS|SQLITE_PERM|EACCES/i,
    "The store can only be read, not written: give its file and its folder to the user who runs this program.",
  ],
  [
    /SQLITE_CORRUPT|SQLITE_NOTADB|malformed|file is not a database/i,
    "The store's file is damaged. Keep it, and bring back the last backup: npm run record -- restore DIR",
  ],
  [/SQLITE_CANTOPEN|unable to open|ConnectionFailed/i, "The store's file cannot be opened; see whether its folder is there and readable."],
  [
    /SQLITE_IOERR|disk I\/O error|EFBIG|EIO\b/i,
    "The disk of the store does not write what it is given; see whether it is full or failing.",
  ],
  [
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|fetch failed|UND_ERR|socket hang up/i,
    "The server that holds the store does not answer; see whether it runs and whether DATABASE_URL is right.",
  ],
  [/STREAM_EXPIRED/i, "The server that holds the store gave the write up, because this machine was too busy to go on with it; try again."],
  [
    /SERVER_ERROR|HTTP status 40[13]|Unauthorized/i,
    "The server that holds the store refuses the request; see DATABASE_AUTH_TOKEN and its log.",
  ],
  [/SQLITE_BUSY|database is locked|P1008|P2028|SocketTimeout/i, "Another writer holds the store; try again when it has finished."],
];

/** Explains an error of the store in a sentence; undefined for other errors. */
export function storeProblem(error: unknown): string | undefined {
  if (error instanceof StoreGone || error instanceof StoreBusy) return error.message;
  const words = wordsOf(error);
  return MEANINGS.find(([pattern]) => pattern.test(words))?.[1];
}

/** The text of an error and its causes. Prisma keeps the driver's message in `meta`, and has its own error codes. */
function wordsOf(error: unknown, depth = 0): string {
  if (depth > 4 || typeof error !== "object" || error === null) return typeof error === "string" ? error : "";
  const { message, code, cause, meta, kind, originalMessage, originalCode, driverAdapterError } = error as Record<string, unknown>;
  const own = [message, code, kind, originalMessage, originalCode].filter((part) => typeof part === "string").join(" ");
  return [own, ...[cause, meta, driverAdapterError].map((inner) => wordsOf(inner, depth + 1))].join(" ");
}
