/** Serializes writers: work is retried when somebody else wrote in between, so it must recompute everything each time. */
import pRetry from "p-retry";
import { Prisma } from "../generated/client";
import { StoreBusy } from "./storeProblem";

export const TRANSACTION = { maxWait: 15_000, timeout: 120_000 };
/** Pauses in milliseconds; random, so that two writers do not collide for ever. */
const RETRIES = { retries: 19, minTimeout: 10, factor: 1.2, maxTimeout: 300, randomize: true };

// Next reloads modules when a file changes; there is still one queue per process.
const shared = globalThis as { sellthroughWriters?: Promise<unknown> };

/**
 * Runs the work, and retries it when another writer came first; throws StoreBusy when it cannot finish. Writers of one process queue here:
 * a file's driver blocks the event loop while it waits.
 */
export function withWriteLock<T>(work: () => Promise<T>): Promise<T> {
  const before = shared.sellthroughWriters ?? Promise.resolve();
  const mine = before.then(() => untilDone(work));
  shared.sellthroughWriters = mine.catch(() => undefined);
  return mine;
}

async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await pRetry(work, { ...RETRIES, shouldRetry: ({ error }) => isTaken(error) });
  } catch (error) {
    if (isBusy(error)) throw new StoreBusy("Another import is being written; try again when it has finished.");
    throw error;
  }
}

/** Whether another writer was first: retry. P2002: unique key taken; P2003: a file's constraint; P2039: a server's, in its text. */
function isTaken(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return error.code === "P2002" || error.code === "P2003" || (error.code === "P2039" && isConstraintError(error));
  return error instanceof Error && /SQLITE_BUSY_SNAPSHOT/.test(error.message);
}

function isConstraintError({ meta }: Prisma.PrismaClientKnownRequestError): boolean {
  const cause = meta?.["driverAdapterError"];
  return cause instanceof Error && cause.message.includes("SQLITE_CONSTRAINT");
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : "";
  return code === "P1008" || code === "P2028" || /SQLITE_BUSY|database is locked|SocketTimeout/.test(error.message);
}
