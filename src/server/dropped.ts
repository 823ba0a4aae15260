/** Bytes of dropped answers lie outside JavaScript's heap, where the collector lets them pile up; it is called when there are enough. */
const ENOUGH_BYTES = 8 * 1024 * 1024;

/** To be told of the bytes of each dropped answer. Without a collector to call (`--expose-gc`) it does nothing. */
export function droppedBytes(collect: (() => void) | undefined = globalThis.gc, enough = ENOUGH_BYTES): (bytes: number) => void {
  let dropped = 0;
  return (bytes) => {
    dropped += bytes;
    if (collect === undefined || dropped < enough) return;
    dropped = 0;
    // Between two requests, not within one.
    setImmediate(collect);
  };
}
