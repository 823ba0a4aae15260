/** Settings of the environment. */
import { afterEach, expect, test, vi } from "vitest";
import { setting } from "@/record/setting";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("a setting that is missing, empty or blank is none, and blanks around one are no part of it", () => {
  for (const [written, meant] of [[undefined], [""], ["  "], [" 8 ", "8"]]) {
    vi.stubEnv("SELLTHROUGH_TEST", written);
    expect(setting("SELLTHROUGH_TEST")).toBe(meant);
  }
});
