/**
 * The time of day and the passing of time, handed in rather than taken, so that "no more than ten requests a second" can be
 * tested without waiting. Milliseconds since 1970 in UTC. Rule: nothing in the finder reads the machine's clock but here.
 */

export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
