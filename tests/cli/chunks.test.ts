import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { inAscii } from "@/cli/chunks";

/** What an expression of JavaScript amounts to. */
const valueOf = (expression: string): unknown => runInThisContext(`(${expression})`);

describe("code in ASCII", () => {
  it.each([
    ["a text", '"1–2 €"'],
    ["a template", "`„${1 + 1}“`"],
    ["a character of two units", '"₿ 🙂"'],
    ["a backslash that says nothing", String.raw`"a\–b"`],
    ["a backslash that is a backslash", String.raw`"a\\–b"`],
    ["a name", "(() => { const größe = 3; return größe; })()"],
    ["a pattern", 'String("12–13".match(/[–—]/))'],
    ["a pattern of whole characters", 'String("a🙂b".match(/[🙂🙃]/u))'],
  ])("means what it meant: %s", (_, code) => {
    const ascii = inAscii(code);
    expect(ascii).toMatch(/^[\0-\x7f]*$/);
    expect(valueOf(ascii)).toEqual(valueOf(code));
  });

  it("is left as it is where it is ASCII already", () => {
    const code = String.raw`f("\n\\", /\d/)`;
    expect(inAscii(code)).toBe(code);
  });
});
