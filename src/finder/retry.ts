/**
 * How long to wait before asking again. Exponential backoff with jitter, never shorter than what the server asks for.
 * Number of failures and the Retry-After header in → milliseconds. Rule: a server's wish to wait is honoured in full or, when
 * it is longer than we are ready to wait, the document is given up; it is never cut short.
 */

export interface RetryPolicy {
  /** Times that one document is asked for before it is given up. */
  readonly tries: number;
  /** First wait; doubles with each failure. Milliseconds. */
  readonly base: number;
  /** No wait of our own is longer. Milliseconds. */
  readonly cap: number;
  /** A server that asks for more than this is given up for this run. Milliseconds. */
  readonly patience: number;
}

export const USUAL_RETRY: RetryPolicy = { tries: 5, base: 1000, cap: 60_000, patience: 600_000 };

/** Statuses that may pass if one waits. */
export const PASSING_STATUS: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Our own wait after `failures` failures (1, 2, …): between half of the doubled base and all of it. `random` gives [0, 1). */
export function backoff(failures: number, policy: RetryPolicy, random: () => number): number {
  const full = Math.min(policy.cap, policy.base * 2 ** (failures - 1));
  return Math.round(full / 2 + (full / 2) * random());
}

/** The Retry-After header (seconds or an HTTP date) as milliseconds from `now`; undefined when absent or meaningless. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header.trim()) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
