/**
 * The state of the store, as of now for whoever asks: one question for all requests that arrived before it was begun, never an answer to
 * a question that is older than the request. That is why an import shows with the next request, on every process.
 */
export interface State {
  /** Names the state: another after every change of the record. */
  readonly key: string;
  /** ISO date and time in UTC at which it came to be. */
  readonly at: string;
}

/** Gathers the requests of one turn of the event loop under one question; asks at most one at a time. */
export function coalesced<T>(ask: () => Promise<T>): () => Promise<T> {
  let underway: Promise<T> | undefined;
  let next: Promise<T> | undefined;

  async function begin(): Promise<T> {
    if (underway !== undefined) await underway.catch(() => undefined);
    await new Promise<void>((turn) => setImmediate(turn));
    // From here on the question is being asked: who comes later needs another one.
    next = undefined;
    const asked = ask();
    underway = asked;
    try {
      return await asked;
    } finally {
      if (underway === asked) underway = undefined;
    }
  }

  return () => (next ??= begin());
}
