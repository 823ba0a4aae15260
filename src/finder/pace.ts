/** Each host's speed limit (the SEC: ten requests a second), also for repeats and redirects; who asked us to wait is not asked. */
import pThrottle from "p-throttle";
import { isLocal, isSec } from "./allowList";

/** A little slower than the ten that the SEC allows: what leaves evenly may arrive bunched. */
const SEC_PER_SECOND = 8;
const OTHERS_PER_SECOND = 2;

export interface Pace {
  /** Resolves when the next request to a host (with its port) may leave. */
  readonly turn: (host: string) => Promise<void>;
  /** No request goes to the host for so long: it has answered that we are too fast. */
  readonly holdOff: (host: string, milliseconds: number) => void;
}

/** The pace that is kept on the web. One is shared by all that a program asks. */
export function usualPace(perSecond: (host: string) => number = usualPerSecond): Pace {
  const turns = new Map<string, () => Promise<void>>();
  const heldUntil = new Map<string, number>();
  const throttled = (host: string) => pThrottle({ limit: 1, interval: Math.ceil(1000 / perSecond(host)) })(() => Promise.resolve());
  return {
    async turn(host) {
      const next = turns.get(host) ?? throttled(host);
      turns.set(host, next);
      for (let wait = Number.POSITIVE_INFINITY; wait > 0;) {
        await next();
        // The host may have asked everyone to wait while this one was waiting for its turn; then a new turn is taken.
        wait = Math.max(0, (heldUntil.get(host) ?? Number.NEGATIVE_INFINITY) - Date.now());
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      }
    },
    holdOff(host, milliseconds) {
      heldUntil.set(host, Math.max(heldUntil.get(host) ?? Number.NEGATIVE_INFINITY, Date.now() + milliseconds));
    },
  };
}

/** Requests that a host is sent in a second at most. */
export const usualPerSecond = (host: string): number => (isSec(host) || isLocal(host) ? SEC_PER_SECOND : OTHERS_PER_SECOND);
