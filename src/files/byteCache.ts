/**
 * What takes long to make (a picture takes a third of a second) is made once and kept, up to a number of bytes; what was asked for
 * longest ago goes first. Key → bytes. Requests that come while it is being made wait for the same one, and only a few are made at a
 * time, so that a burst of new pictures does not take the whole machine.
 */

export interface ByteCache {
  /** The bytes under a key, made by `make` when they are not kept. A failure is not kept. */
  get(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** Bytes that are kept now. */
  readonly bytes: number;
}

export interface ByteCacheOptions {
  readonly mostBytes: number;
  /** Made at the same time; the others wait for their turn. */
  readonly atOnce: number;
}

export function byteCache({ mostBytes, atOnce }: ByteCacheOptions): ByteCache {
  // A Map keeps the order of insertion: the first entry is the one that was asked for longest ago.
  const kept = new Map<string, Uint8Array>();
  const underway = new Map<string, Promise<Uint8Array>>();
  const turns: (() => void)[] = [];
  let [bytes, working] = [0, 0];

  async function inTurn(make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (working >= atOnce) await new Promise<void>((turn) => turns.push(turn));
    else working++;
    try {
      return await make();
    } finally {
      // The place goes to whoever waits, or becomes free.
      const next = turns.shift();
      if (next) next();
      else working--;
    }
  }

  function keep(key: string, value: Uint8Array): void {
    if (value.byteLength > mostBytes) return;
    kept.set(key, value);
    bytes += value.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (bytes <= mostBytes) break;
      kept.delete(oldest);
      bytes -= byteLength;
    }
  }

  return {
    async get(key, make) {
      const found = kept.get(key);
      if (found) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const waiting = underway.get(key);
      if (waiting) return waiting;
      const making = inTurn(make)
        .then((value) => {
          keep(key, value);
          return value;
        })
        .finally(() => underway.delete(key));
      underway.set(key, making);
      return making;
    },
    get bytes() {
      return bytes;
    },
  };
}
