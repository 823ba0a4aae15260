/** Keeps the server running: restarts it with increasing back-off, unless it never became ready. */

export interface ServerRun {
  /** Exit status, or 128 and more for a signal. */
  readonly status: number;
  readonly signal: string | null;
  /** Whether it ever reported that it listens. */
  readonly wasReady: boolean;
  readonly lastedMs: number;
}

interface Supervision {
  readonly run: () => Promise<ServerRun>;
  readonly stopping: () => boolean;
  /** Waits; ends early when the program is told to stop. */
  readonly pause: (ms: number) => Promise<void>;
  readonly say: (line: string) => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** After a run as long as this, the back-off starts again. */
const STEADY_MS = 5 * 60_000;

/** Runs it until `stopping`. Resolves with the status of a server that never became ready, or 0 when it was told to stop. */
export async function supervise({ run, stopping, pause, say }: Supervision): Promise<number> {
  let failures = 0;
  let everReady = false;
  for (;;) {
    const ended = await run();
    if (stopping()) return 0;
    everReady ||= ended.wasReady;
    if (!everReady) return ended.status === 0 ? 1 : ended.status;
    failures = ended.lastedMs >= STEADY_MS ? 1 : failures + 1;
    const wait = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
    say(`${causeOf(ended)} It is started again in ${wait / 1000} ${wait === 1_000 ? "second" : "seconds"}.`);
    await pause(wait);
    if (stopping()) return 0;
  }
}

/** Why the server ended, as far as its parent process can tell. */
export function causeOf({ status, signal }: Pick<ServerRun, "status" | "signal">): string {
  if (signal === "SIGABRT") return "The server died of an abort (signal SIGABRT); most often its memory ran out.";
  if (signal === "SIGKILL") return "The server was killed (signal SIGKILL); by hand, or by the system when memory ran out.";
  if (signal !== null) return `The server died of signal ${signal}.`;
  return `The server ended by itself with status ${status}.`;
}
