import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { inAscii, lightenChunks } from "@/cli/chunks";
import { testFolder } from "../testFolder";

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

describe("the chunks of a build", () => {
  const root = testFolder();
  const A = 'module.exports=[1,"–"];\n//# sourceMappingURL=';

  /** A folder of chunks; those whose names begin with ssr/ lie below. */
  function chunks(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(root, "chunks-"));
    mkdirSync(join(folder, "ssr"));
    for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
    return folder;
  }

  it("that are alike are stored once, and each is what it was", async () => {
    const folder = chunks({ "a.js": `${A}a.js.map\n`, "b.js": `${A}b.js.map\n`, "ssr/c.js": "module.exports=3;", "a.js.map": "–" });
    await lightenChunks(folder);
    const load = createRequire(join(folder, "x.js"));
    expect(["a", "b", "ssr/c"].map((name) => load(`./${name}.js`) as unknown)).toEqual([[1, "–"], [1, "–"], 3]);
    expect(["a.js", "b.js", "a.js.map"].map((name) => readFileSync(join(folder, name), "utf8"))).toEqual([
      'module.exports=[1,"\\u2013"];\n',
      'module.exports=require("./a.js");\n',
      "–",
    ]);
  });

  it("that have raw texts, in which an escape would stay one, are left as they are", async () => {
    const raw = 'module.exports=["–",String.raw`–`];';
    const folder = chunks({ "a.js": raw, "b.js": "module.exports=1;", "c.js": "module.exports=1;" });
    await lightenChunks(folder);
    expect(readFileSync(join(folder, "a.js"), "utf8")).toBe(raw);
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ["are none", "no two chunks in", {}],
    ["are all different", "no two chunks in", { "a.js": "module.exports=1;", "b.js": "module.exports=2;" }],
    ["are modules of another kind", "b.js does not begin with module.exports", { "a.js": "self.chunk=1;", "b.js": "self.chunk=1;" }],
    ["have characters outside of texts", "a.js is no script any more", { "a.js": "module.exports=1\u00a0+\u00a02;" }],
  ])("that %s end the build in a sentence: where, what was found, what to do", async (_, found, files) => {
    const folder = chunks(files);
    const error: unknown = await lightenChunks(folder).catch((reason: unknown) => reason);
    expect(String(error)).toContain(found);
    expect(String(error)).toContain(folder);
    expect(String(error)).toMatch(/src\/cli\/chunks\.ts.*Adapt that file to it, or take its call out of src\/cli\/start\.ts/);
  });

  it("that are not where they were do so too", async () => {
    await expect(lightenChunks(join(root, "nowhere"))).rejects.toThrow(/nowhere cannot be read .*src\/cli\/start\.ts/);
  });
});
