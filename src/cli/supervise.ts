/**
 * Keeps the server up: a process that died is started again, with growing pauses, and why is said. One that never came up is not: what
 * is wrong then (a port, a store) will not mend itself, and the reader is waiting for the reason.
 */

/** How a life of the server ended. */
export interface Life {
  /** Exit status, or 128 and more for a signal. */
  readonly status: number;
  readonly signal: string | null;
  /** Whether it ever said that it listens. */
  readonly wasReady: boolean;
  readonly lastedMs: number;
}

export interface Supervision {
  /** Runs the server until it ends. */
  readonly live: () => Promise<Life>;
  readonly stopping: () => boolean;
  /** Waits; ends early when the program is told to stop. */
  readonly pause: (ms: number) => Promise<void>;
  readonly say: (line: string) => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** After a life as long as this the next death counts as the first one. */
const STEADY_MS = 5 * 60_000;

/** Lives until `stopping`. Resolves with the status of a server that never came up, or 0 when it was told to stop. */
export async function supervise({ live, stopping, pause, say }: Supervision): Promise<number> {
  let deaths = 0;
  let everReady = false;
  for (;;) {
    const life = await live();
    if (stopping()) return 0;
    everReady ||= life.wasReady;
    if (!everReady) return life.status === 0 ? 1 : life.status;
    deaths = life.lastedMs >= STEADY_MS ? 1 : deaths + 1;
    const wait = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (deaths - 1));
    say(`${causeOf(life)} It is started again in ${wait / 1000} ${wait === 1_000 ? "second" : "seconds"}.`);
    await pause(wait);
    if (stopping()) return 0;
  }
}

/** Why the server ended, as far as a parent can tell. */
export function causeOf({ status, signal }: Pick<Life, "status" | "signal">): string {
  if (signal === "SIGABRT") return "The server died of an abort (signal SIGABRT); most often its memory ran out.";
  if (signal === "SIGKILL") return "The server was killed (signal SIGKILL); by hand, or by the system when memory ran out.";
  if (signal !== null) return `The server died of signal ${signal}.`;
  return `The server ended by itself with status ${status}.`;
}
