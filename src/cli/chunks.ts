/** Reduces the memory of Next's chunks: common modules are stored once, and pure ASCII text takes half the memory. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { distFolder } from "./build";

/** It names the chunk, so identical copies would differ. */
const SOURCE_MAP = /\n\/\/# sourceMappingURL=\S+\s*$/;

/** Rewrites the chunks of the finished build in place. */
export async function lightenChunks(): Promise<void> {
  const folder = join(distFolder(), "server", "chunks");
  for (const part of [folder, join(folder, "ssr")]) await lightenIn(part);
}

async function lightenIn(folder: string): Promise<void> {
  const first = new Map<string, string>();
  for (const name of (await readdir(folder)).sort()) {
    if (!name.endsWith(".js")) continue;
    const path = join(folder, name);
    const code = (await readFile(path, "utf8")).replace(SOURCE_MAP, "\n");
    const same = first.get(code);
    if (same === undefined) first.set(code, name);
    await writeFile(path, same === undefined ? inAscii(code) : `module.exports=require(${JSON.stringify(`./${same}`)});\n`);
  }
}

/** Escapes JavaScript's non-ASCII characters: they occur only in strings and regular expressions, where both forms mean the same. */
export const inAscii = (code: string): string =>
  code.replaceAll(/(\\*)([^\0-\x7f])/g, (_, slashes: string, character: string) => {
    // Only an odd number of backslashes escapes the character.
    const before = slashes.slice(slashes.length % 2);
    return `${before}\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
