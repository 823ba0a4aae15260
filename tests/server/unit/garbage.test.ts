import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LOOK_MS, watchGarbage } from "@/server/process/garbage";

const MB = 1024 * 1024;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("garbage is collected when there is enough of it since the heap was smallest, and not before", () => {
  let [used, collected] = [100 * MB, 0];
  watchGarbage({
    used: () => used,
    collect: () => {
      collected++;
      used -= 12 * MB;
    },
  });
  const after = (bytes: number): number => {
    used += bytes;
    vi.advanceTimersByTime(LOOK_MS);
    return collected;
  };
  expect([after(10 * MB), after(-30 * MB), after(12 * MB)]).toEqual([0, 0, 0]);
  expect(after(6 * MB)).toBe(1);
  // What is left is in use.
  expect([after(12 * MB), after(6 * MB)]).toEqual([1, 2]);
});

test("a process that cannot collect, as this one without --expose-gc, watches nothing", () => {
  watchGarbage({ used: () => 0 });
  expect(vi.getTimerCount()).toBe(0);
});
