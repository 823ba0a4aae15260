/** Rate limit per host (the SEC: ten requests a second), also for retries and redirects; pauses for a host that asked us to wait. */
import pThrottle from "p-throttle";
import { isLocal, isSec } from "./allowList";

/** A little slower than the SEC's limit of ten: evenly sent requests may arrive in bursts. */
const SEC_PER_SECOND = 8;
const OTHERS_PER_SECOND = 2;

export interface Pace {
  /** Resolves when the next request to a host (with its port) may be sent. */
  readonly turn: (host: string) => Promise<void>;
  /** Pauses requests to the host for this long: it has told us that we are too fast. */
  readonly holdOff: (host: string, milliseconds: number) => void;
}

/** The default pace. All fetchers of a program share one. */
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
        // The host may have asked for a pause while this request waited for its turn; then it takes a new turn.
        wait = Math.max(0, (heldUntil.get(host) ?? Number.NEGATIVE_INFINITY) - Date.now());
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      }
    },
    holdOff(host, milliseconds) {
      heldUntil.set(host, Math.max(heldUntil.get(host) ?? Number.NEGATIVE_INFINITY, Date.now() + milliseconds));
    },
  };
}

/** Maximum number of requests to a host per second. */
export const usualPerSecond = (host: string): number => (isSec(host) || isLocal(host) ? SEC_PER_SECOND : OTHERS_PER_SECOND);
