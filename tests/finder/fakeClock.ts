/** A clock that stands still until a test lets time pass. */
export function fakeClock(start = Date.parse("2025-11-10T12:00:00Z")): { readonly now: () => number; readonly pass: (ms: number) => void } {
  let at = start;
  return {
    now: () => at,
    pass: (ms) => {
      at += ms;
    },
  };
}

/** Manners without waiting, for a server that is ours. */
export const AT_ONCE = {
  pace: { turn: () => Promise.resolve(), holdOff: () => undefined },
  retry: { tries: 5, base: 1, cap: 20, patience: 600_000 },
};
