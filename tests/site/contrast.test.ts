/** The palette as written in tokens.css: what must be read, can be read, on paper and at night (WCAG 2.2, 1.4.3 and 1.4.11). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PAPER } from "@/site/theme";

const TOKENS = readFileSync(new URL("../../src/site/styles/tokens.css", import.meta.url), "utf8");

function colour(name: string, scheme: "light" | "dark"): string {
  const found = new RegExp(`--color-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(TOKENS);
  const hex = found?.[scheme === "light" ? 1 : 2];
  if (hex === undefined) throw new Error(`tokens.css has no colour --color-${name}`);
  return hex;
}

/** Relative luminance of "#rrggbb". */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("in the %s scheme", (scheme) => {
  const of = (name: string) => colour(name, scheme);

  test.each(["ink", "ink-soft", "ink-muted", "link", "alert"])("%s is read at 4.5:1 or better on every ground", (text) => {
    for (const ground of ["paper", "raised"]) expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test("ink is read on the mark of selected text, and paper on ink (buttons)", () => {
    expect(contrast(of("ink"), of("mark"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("paper"), of("ink"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("paper"), of("link"))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["rule-control", "focus"])("%s, which shows a control, stands out at 3:1", (line) => {
    for (const ground of ["paper", "raised"]) expect(contrast(of(line), of(ground))).toBeGreaterThanOrEqual(3);
  });

  test("the browser's own bars have the colour of the paper", () => {
    expect(PAPER[scheme]).toBe(of("paper"));
  });
});

test("black on white is 21:1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});
