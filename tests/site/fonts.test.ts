/** The faces of the site hold what it writes, and are what the packages and the list of characters make of them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CHARACTERS, FACES, FOLDER, usedOf } from "@/cli/fonts";

/** Signs that the whole faces do not have either: the reader's own face draws them. The last four stand in a rule of the domain, not on a page. */
const DRAWN_BY_OTHERS = "←→↔√＋－＝＠";

describe.each(FACES)("$used", ({ whole, used }) => {
  test("is what `npm run fonts` makes", async () => {
    expect(Buffer.from(await usedOf(whole)).equals(readFileSync(join(FOLDER, used)))).toBe(true);
  });

  test("is much lighter than the whole face", () => {
    expect(readFileSync(join(FOLDER, used)).length).toBeLessThan(readFileSync(join("node_modules", whole)).length * 0.65);
  });
});

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Characters of texts that are not in the faces. */
function foreign(texts: readonly string[], which: RegExp): string[] {
  const found = new Set(texts.flatMap((text) => Array.from(text).filter((char) => which.test(char) && !CHARACTERS.includes(char))));
  return [...found].sort();
}

test("every sign that the site's own text has is in the faces, or one that neither whole face has", () => {
  const sources = ["src/app", "src/site", "src/cards", "src/charts", "src/domain"]
    .flatMap(filesUnder)
    .filter((file) => /\.tsx?$/.test(file));
  expect(
    foreign(
      sources.map((file) => readFileSync(file, "utf8")),
      /[^\s\p{Cc}]/u,
    ).join(""),
  ).toBe(DRAWN_BY_OTHERS);
});

test("every Latin letter of the record is in the faces", () => {
  expect(
    foreign(
      filesUnder("prisma/data").map((file) => readFileSync(file, "utf8")),
      /\p{Script=Latin}/u,
    ),
  ).toEqual([]);
});

test("a letter that is in neither falls to a face of the reader's", () => {
  const tokens = readFileSync("src/site/styles/tokens.css", "utf8");
  expect(tokens).toMatch(/--font-serif: [^;]*, serif;/);
  expect(tokens).toMatch(/--font-sans: [^;]*, system-ui, sans-serif;/);
});
