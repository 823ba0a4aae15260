/**
 * Garbage on JavaScript's heap. Left to itself the collector lets it grow to a fifth of all that the process keeps, with the finished
 * answers that lie outside the heap: some 50 MB. So it is called when there is enough. Use of the heap, once a second → now and then a collection.
 */
const ENOUGH_BYTES = 24 * 1024 * 1024;
export const LOOK_MS = 1_000;

export interface GarbageOptions {
  /** Collects; without it (`--expose-gc`) nothing is watched. */
  readonly collect?: (() => void) | undefined;
  /** Bytes of the heap that are in use or garbage. */
  readonly used?: () => number;
}

/** Watches the heap for as long as the process lives, without keeping it alive. */
export function watchGarbage({ collect = globalThis.gc, used = () => process.memoryUsage().heapUsed }: GarbageOptions = {}): void {
  if (collect === undefined) return;
  let least = used();
  setInterval(() => {
    const now = used();
    least = Math.min(least, now);
    if (now - least < ENOUGH_BYTES) return;
    collect();
    least = used();
  }, LOOK_MS).unref();
}
