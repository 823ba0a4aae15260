/** Coalesces queries of the store's state: requests share a query that starts after they arrived, so an import shows with the next one. */
export interface State {
  /** Identifies the state: different after every change of the record. */
  readonly key: string;
  /** ISO date and time in UTC of its creation. */
  readonly at: string;
}

/** Shares one query among a tick's requests, one query at a time. A synchronous result costs one promise. */
export function coalesced<T>(ask: () => T | Promise<T>): () => Promise<T> {
  let underway: Promise<T> | undefined;
  let next: Promise<T> | undefined;

  function askNow(): T | Promise<T> {
    // The query starts here: later callers need another one.
    next = undefined;
    const asked = ask();
    if (!(asked instanceof Promise)) return asked;
    const ended = () => {
      underway = undefined;
    };
    underway = asked;
    asked.then(ended, ended);
    return asked;
  }

  const begin = () =>
    new Promise<T>((resolve, reject) => {
      const atTheTurn = () =>
        setImmediate(() => {
          try {
            resolve(askNow());
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
      if (underway === undefined) atTheTurn();
      else underway.then(atTheTurn, atTheTurn);
    });

  return () => (next ??= begin());
}
