/** Writers take turns: work is started over when somebody else wrote in between, so it must decide anew each time. */
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
 * Runs the work, again when another writer came first; throws StoreBusy when that does not finish. Writers of one process wait here: a
 * file's driver waits without letting anything else run.
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

/** Somebody else was first: try again. P2002: a number is taken; P2003: a file's own refusal; P2039: a server's, in its text. */
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
