/**
 * Finished answers under everything that determines them. Each is made once at a time, few together, visitors first; the longest unasked
 * goes first. Errors are kept apart, few and briefly, so wrong addresses push nothing out.
 */
import { LRUCache } from "lru-cache";
import { type Finished, sizeOf } from "./finished";

export interface KeepOptions {
  /** Bound of all finished answers together, in bytes. */
  readonly mostBytes: number;
  /** Answers that are made at the same time. */
  readonly atOnce?: number;
  /** Requests that may wait for their turn; more are turned away. */
  readonly mostWaiting?: number;
  /** Is told of the bytes of each answer that is kept no longer. */
  readonly dropped?: (bytes: number) => void;
}

/** Thrown to a request that would have to wait too long. */
export class Overloaded extends Error {
  override name = "Overloaded";
}

/** Says of a finished answer whether it may be kept. */
export interface Made {
  readonly finished: Finished;
  readonly keep: boolean;
}

export type Make = () => Promise<Made>;

const ERRORS = { max: 500, maxSize: 8 * 1024 * 1024, ttl: 10_000 };

export class Keep {
  readonly #answers: LRUCache<string, Finished>;
  readonly #errors: LRUCache<string, Finished>;
  readonly #underway = new Map<string, Promise<Finished>>();
  readonly #turns: (() => void)[] = [];
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #dropped: ((bytes: number) => void) | undefined;
  #working = 0;
  #waiting = 0;

  constructor({ mostBytes, atOnce = 2, mostWaiting = 400, dropped }: KeepOptions) {
    // An answer larger than a quarter of the room would push out everything else.
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
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
    this.#dropped = dropped;
  }

  get bytes(): number {
    return this.#answers.calculatedSize + this.#errors.calculatedSize;
  }

  /** Whether visitors wait for something to be made. */
  get busy(): boolean {
    return this.#waiting > 0;
  }

  peek(key: string): Finished | undefined {
    return this.#answers.get(key) ?? this.#errors.get(key);
  }

  /** The answer under a key, made when it is not there. Throws Overloaded. */
  async get(key: string, make: Make): Promise<Finished> {
    const found = this.peek(key);
    if (found) return found;
    if (this.#waiting >= this.#mostWaiting) throw new Overloaded();
    this.#waiting++;
    try {
      return await this.once(key, make);
    } finally {
      this.#waiting--;
    }
  }

  /** The same for the background: it makes one only when no visitor waits, and is not counted among them. */
  once(key: string, make: Make): Promise<Finished> {
    const found = this.peek(key) ?? this.#underway.get(key);
    if (found !== undefined) return Promise.resolve(found);
    const making = this.#inTurn(make)
      .then(({ finished, keep }) => {
        if (keep) (finished.status < 400 ? this.#answers : this.#errors).set(key, finished);
        return finished;
      })
      .finally(() => this.#underway.delete(key));
    this.#underway.set(key, making);
    return making;
  }

  /** Drops the answers whose keys nobody can ask for any more. */
  drop(isOver: (key: string) => boolean): void {
    const before = this.#answers.calculatedSize;
    for (const key of [...this.#answers.keys()]) if (isOver(key)) this.#answers.delete(key);
    this.#dropped?.(before - this.#answers.calculatedSize);
  }

  /** To be called when an answer's forms have grown or shrunk. */
  weighAgain(key: string, finished: Finished): void {
    if (this.#answers.peek(key) !== finished) return;
    // Set in place of itself it would keep the weight that it had.
    this.#answers.delete(key);
    this.#answers.set(key, finished);
  }

  async #inTurn(make: Make): Promise<Made> {
    if (this.#working >= this.#atOnce) await new Promise<void>((turn) => this.#turns.push(turn));
    else this.#working++;
    try {
      return await make();
    } finally {
      // The place goes to whoever waits, or becomes free.
      const next = this.#turns.shift();
      if (next) next();
      else this.#working--;
    }
  }
}
