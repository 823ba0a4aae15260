/**
 * The speed limit. The SEC asks programs for at most ten requests a second and shuts out those that ask faster.
 * Turns in → one turn at a time, evenly spaced. Rule: every request takes a turn, also repeats and redirects, and one pace is
 * shared by all hosts. Even spacing (not ten at once, then a rest) keeps every window of a second under the limit.
 */
import type { Clock } from "./clock";

/** What the SEC allows. */
export const MOST_PER_SECOND = 10;

/** A little slower than allowed: what leaves evenly may arrive bunched. */
export const USUAL_PER_SECOND = 8;

export class Pace {
  private free = 0;
  private heldUntil = 0;
  private readonly gap: number;

  /** Throws a RangeError for more than ten requests a second. */
  constructor(
    private readonly clock: Clock,
    perSecond: number = USUAL_PER_SECOND,
  ) {
    if (!(perSecond > 0 && perSecond <= MOST_PER_SECOND))
      throw new RangeError(`${perSecond} requests a second: the limit is more than 0 and at most ${MOST_PER_SECOND}`);
    this.gap = Math.ceil(1000 / perSecond);
  }

  /** Resolves when the next request may leave. */
  async turn(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const at = Math.max(now, this.free, this.heldUntil);
      this.free = at + this.gap;
      if (at > now) await this.clock.sleep(at - now);
      // A server may have asked everyone to wait while this one was waiting for its turn.
      if (this.clock.now() >= this.heldUntil) return;
    }
  }

  /** Nobody takes a turn for so long: a server has said that we are too fast. */
  holdOff(milliseconds: number): void {
    this.heldUntil = Math.max(this.heldUntil, this.clock.now() + milliseconds);
  }
}
