/**
 * Writers take turns. Work that reads, decides and writes is started over when somebody else wrote in between, and told in words when
 * another writer does not finish. The work must decide anew from what it reads each time; numbers of rows are what two writers collide on.
 */
import { Prisma } from "./generated/client";

/** Another writer holds the store. */
export class StoreBusy extends Error {
  override name = "StoreBusy";
}

export const TRANSACTION = { maxWait: 15_000, timeout: 120_000 };
const ATTEMPTS = 20;
/** Longest pause before another attempt, for each attempt so far; its length is left to chance, so that two do not collide for ever. */
const PAUSE_MS = 15;

// Next loads modules again when a file changes; there is one queue per process all the same.
const shared = globalThis as { sellthroughWriters?: Promise<unknown> };

/**
 * Runs the work, again when another writer came first. Throws StoreBusy when the other one does not finish in time.
 * Within a process writers wait for each other here: a file's driver waits for its lock without letting anything else run, so that two
 * writers of one process would wait for each other until both give up.
 */
export function withWriteLock<T>(work: () => Promise<T>): Promise<T> {
  const before = shared.sellthroughWriters ?? Promise.resolve();
  const mine = before.then(() => untilDone(work));
  shared.sellthroughWriters = mine.catch(() => undefined);
  return mine;
}

async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (isTaken(error) && attempt < ATTEMPTS) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE_MS * attempt));
        continue;
      }
      if (isBusy(error)) throw new StoreBusy("another import is being written; try again when it has finished");
      throw error;
    }
  }
}

/**
 * Somebody else took the number (P2002), or decided about the candidate, or wrote into the log: what is to be done has to be worked out
 * again. The own refusals of a database in a file come as P2003, whatever they are about; all of a server's come as P2039, with SQLite's
 * word for them in the text.
 */
function isTaken(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return error.code === "P2002" || error.code === "P2003" || (error.code === "P2039" && saysConstraint(error));
  return error instanceof Error && /SQLITE_BUSY_SNAPSHOT/.test(error.message);
}

function saysConstraint({ meta }: Prisma.PrismaClientKnownRequestError): boolean {
  const cause = meta?.["driverAdapterError"];
  return cause instanceof Error && cause.message.includes("SQLITE_CONSTRAINT");
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : "";
  return code === "P1008" || code === "P2028" || /SQLITE_BUSY|database is locked|SocketTimeout/.test(error.message);
}
