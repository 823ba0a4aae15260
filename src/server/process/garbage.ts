/** Triggers garbage collection: V8 lets garbage grow to a fifth of the heap, and hardly counts bytes outside it. */
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

const ENOUGH_GARBAGE = 16 * 1024 * 1024;
export const LOOK_MS = 1_000;

export interface GarbageOptions {
  /** Runs a collection; without it (`--expose-gc`) nothing is watched. */
  readonly collect?: (() => void) | undefined;
  /** Bytes of the old generation, garbage included. */
  readonly used?: () => number;
}

/** The young generation is collected when it is full, and does not count: how full it is says nothing about garbage. */
const usedByOld = (): number =>
  getHeapSpaceStatistics().reduce((sum, space) => (space.space_name.startsWith("new_") ? sum : sum + space.space_used_size), 0);

/** Watches the heap while the process lives, without keeping it alive. */
export function watchGarbage({ collect = globalThis.gc, used = usedByOld }: GarbageOptions = {}): void {
  if (collect === undefined) return;
  let least = used();
  setInterval(() => {
    const now = used();
    least = Math.min(least, now);
    if (now - least < ENOUGH_GARBAGE) return;
    collect();
    least = used();
  }, LOOK_MS).unref();
}

/** Of the young generation of a thread, in megabytes for each of its halves. */
const THREAD_YOUNG = 2;

/**
 * Keeps the threads that read documents and draw pictures small. V8 reads its flag for the young generation whenever a heap is made, and for
 * a thread the flag counts for more than the thread's own limit; the server's heap is made already, and keeps the size that it was started with.
 */
export function keepThreadsSmall(): void {
  setFlagsFromString(`--max-semi-space-size=${THREAD_YOUNG}`);
}

/** So many bytes of dropped responses may wait for a collection. */
export const ENOUGH_DROPPED = 8 * 1024 * 1024;

/** Call with the bytes of each dropped response. Without a collector to call (`--expose-gc`) it does nothing. */
export function droppedBytes(collect: (() => void) | undefined = globalThis.gc, enough = ENOUGH_DROPPED): (bytes: number) => void {
  let dropped = 0;
  return (bytes) => {
    dropped += bytes;
    if (collect === undefined || dropped < enough) return;
    dropped = 0;
    // Between two requests, not within one.
    setImmediate(collect);
  };
}
