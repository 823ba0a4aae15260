/** Garbage on the heap would grow to a fifth of all that is kept, some 50 MB: the collector is called when there is enough. */
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
