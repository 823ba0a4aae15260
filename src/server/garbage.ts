/** When the collector is called: left alone it lets garbage grow to a fifth of all that is kept, and hardly sees bytes outside its heap. */

const ENOUGH_GARBAGE = 24 * 1024 * 1024;
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
    if (now - least < ENOUGH_GARBAGE) return;
    collect();
    least = used();
  }, LOOK_MS).unref();
}

const ENOUGH_DROPPED = 8 * 1024 * 1024;

/** To be told of the bytes of each dropped answer. Without a collector to call (`--expose-gc`) it does nothing. */
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
