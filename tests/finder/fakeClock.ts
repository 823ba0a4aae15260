import type { Clock } from "@/finder/clock";

/** A clock that passes only when someone sleeps: a minute's waiting takes no time. */
export function fakeClock(start = Date.parse("2025-11-10T12:00:00Z")): Clock & { readonly slept: number[]; pass: (ms: number) => void } {
  let at = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => at,
    sleep: (ms) => {
      slept.push(ms);
      at += ms;
      return Promise.resolve();
    },
    pass: (ms) => {
      at += ms;
    },
  };
}
