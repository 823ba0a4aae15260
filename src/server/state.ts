/** The store's state for all requests that arrived before it was asked, never an older answer; so an import shows with the next request. */
export interface State {
  /** Names the state: another after every change of the record. */
  readonly key: string;
  /** ISO date and time in UTC at which it came to be. */
  readonly at: string;
}

/** Gathers a turn's requests under one question, one at a time. One answered at once costs one promise. */
export function coalesced<T>(ask: () => T | Promise<T>): () => Promise<T> {
  let underway: Promise<T> | undefined;
  let next: Promise<T> | undefined;

  function askNow(): T | Promise<T> {
    // From here on the question is being asked: who comes later needs another one.
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
