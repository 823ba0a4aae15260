/**
 * Cache of finished responses, keyed by everything that determines them. Each is made once at a time, few concurrently, visitors first;
 * eviction is LRU. Errors have a small, short-lived cache, so that wrong addresses evict nothing.
 */
import { LRUCache } from "lru-cache";
import { type Finished, sizeOf } from "../responses/finished";

export interface KeepOptions {
  /** Total size of all finished responses, in bytes. */
  readonly mostBytes: number;
  /** Responses that are made concurrently. */
  readonly atOnce?: number;
  /** Maximum number of waiting requests; more are rejected. */
  readonly mostWaiting?: number;
  /** Called with the bytes of each evicted response. */
  readonly dropped?: (bytes: number) => void;
}

/** Thrown to a request that would have to wait too long. */
export class Overloaded extends Error {
  override name = "Overloaded";
}

/** A finished response, and whether it may be cached. */
export interface Made {
  readonly finished: Finished;
  readonly keep: boolean;
}

export type Make = () => Promise<Made>;

const ERRORS = { max: 500, maxSize: 8 * 1024 * 1024, ttl: 10_000 };

export class Keep {
  readonly #answers: LRUCache<string, Finished>;
  readonly #errors: LRUCache<string, Finished>;
  readonly #inFlight = new Map<string, Promise<Finished>>();
  readonly #queue: (() => void)[] = [];
  readonly #concurrency: number;
  readonly #maxWaiting: number;
  readonly #onDropped: ((bytes: number) => void) | undefined;
  #active = 0;
  #waiting = 0;

  constructor({ mostBytes, atOnce = 2, mostWaiting = 400, dropped }: KeepOptions) {
    // A response larger than a quarter of the cache would evict everything else.
    const room = { maxSize: mostBytes, maxEntrySize: Math.ceil(mostBytes / 4) };
    this.#answers = new LRUCache({
      ...room,
      sizeCalculation: (finished, key) => sizeOf(finished) + key.length,
      ...(dropped && {
        dispose: (finished: Finished, _key: string, why: string) => {
          if (why === "evict") dropped(sizeOf(finished));
        },
      }),
    });
    this.#errors = new LRUCache({ ...ERRORS, sizeCalculation: (finished, key) => sizeOf(finished) + key.length });
    this.#concurrency = atOnce;
    this.#maxWaiting = mostWaiting;
    this.#onDropped = dropped;
  }

  get bytes(): number {
    return this.#answers.calculatedSize + this.#errors.calculatedSize;
  }

  /** Whether visitors wait for a response to be made. */
  get busy(): boolean {
    return this.#waiting > 0;
  }

  peek(key: string): Finished | undefined {
    return this.#answers.get(key) ?? this.#errors.get(key);
  }

  /** The cached response of a key, or a new one. Throws Overloaded. */
  async get(key: string, make: Make): Promise<Finished> {
    const found = this.peek(key);
    if (found) return found;
    if (this.#waiting >= this.#maxWaiting) throw new Overloaded();
    this.#waiting++;
    try {
      return await this.once(key, make);
    } finally {
      this.#waiting--;
    }
  }

  /** The same for the background: makes one only when no visitor waits, and does not count as a visitor. */
  once(key: string, make: Make): Promise<Finished> {
    const found = this.peek(key) ?? this.#inFlight.get(key);
    if (found !== undefined) return Promise.resolve(found);
    const making = this.#inTurn(make)
      .then(({ finished, keep }) => {
        if (keep) (finished.status < 400 ? this.#answers : this.#errors).set(key, finished);
        return finished;
      })
      .finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, making);
    return making;
  }

  /** Drops the responses whose keys are out of date. */
  drop(isOver: (key: string) => boolean): void {
    const before = this.#answers.calculatedSize;
    for (const key of [...this.#answers.keys()]) if (isOver(key)) this.#answers.delete(key);
    this.#onDropped?.(before - this.#answers.calculatedSize);
  }

  /** Call when the size of a response has changed. */
  weighAgain(key: string, finished: Finished): void {
    if (this.#answers.peek(key) !== finished) return;
    // Replacing a value with itself would keep its old size.
    this.#answers.delete(key);
    this.#answers.set(key, finished);
  }

  async #inTurn(make: Make): Promise<Made> {
    if (this.#active >= this.#concurrency) await new Promise<void>((turn) => this.#queue.push(turn));
    else this.#active++;
    try {
      return await make();
    } finally {
      // Passes the slot to the next waiting request, or frees it.
      const next = this.#queue.shift();
      if (next) next();
      else this.#active--;
    }
  }
}
