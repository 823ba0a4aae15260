/** Settings of the environment. */
import { afterEach, expect, test, vi } from "vitest";
import { numberSetting, setting } from "@/record/setting";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("a setting that is missing, empty or blank is none, and blanks around one are no part of it", () => {
  for (const [written, meant] of [[undefined], [""], ["  "], [" 8 ", "8"]]) {
    vi.stubEnv("SELLTHROUGH_TEST", written);
    expect(setting("SELLTHROUGH_TEST")).toBe(meant);
  }
});

test.each([
  [undefined, 5],
  ["", 5],
  [" 8 ", 8],
  ["1", 1],
])("of a setting that is a number, %j means %i", (written, meant) => {
  vi.stubEnv("SELLTHROUGH_TEST", written);
  expect(numberSetting("SELLTHROUGH_TEST", 5, [1, 9])).toBe(meant);
});

test.each(["0", "10", "60s", "1.5", "-1", "1e999"])("and %j is refused, with what it may be", (written) => {
  vi.stubEnv("SELLTHROUGH_TEST", written);
  expect(() => numberSetting("SELLTHROUGH_TEST", 5, [1, 9])).toThrow(
    `SELLTHROUGH_TEST is "${written}"; set it to a whole number from 1 to 9, or leave it out.`,
  );
});
