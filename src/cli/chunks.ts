/**
 * Reduces the memory of Next's chunks: common modules are stored once, and pure ASCII text takes half the memory. It knows how Next writes
 * its chunks, which Next promises nobody: where it does so otherwise, the build ends with what was found instead.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Script } from "node:vm";
import { messageOf, Refusal } from "../domain/shared/refusal";
import { buildFolder } from "../record/setting";

/** A raw text, in which an escape would stay an escape: its chunk is left as it is. */
const RAW = /\bString\.raw`[^`]*[^\0-\x7f]/;
/** It names the chunk, so identical copies would differ. */
const SOURCE_MAP = /\n\/\/# sourceMappingURL=\S+\s*$/;
/** A CommonJS module, whose exports can be those of another. */
const CHUNK = /^\s*(?:["']use strict["'];?\s*)?module\.exports\s*=/;

/** Rewrites the chunks of the finished build in place. Throws Refusal when they are not as Next wrote them so far. */
export async function lightenChunks(folder = join(buildFolder(), "server", "chunks")): Promise<void> {
  let shared = 0;
  for (const part of [folder, join(folder, "ssr")]) shared += await lightenIn(part);
  if (shared === 0) throw otherwise(`no two chunks in ${folder} are alike, so that none can be stored once`);
}

/** Returns how many are now stored as another one. */
async function lightenIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw otherwise(`${folder} cannot be read (${messageOf(error)})`);
  });
  const first = new Map<string, string>();
  let shared = 0;
  for (const name of names.sort()) {
    if (!name.endsWith(".js")) continue;
    const path = join(folder, name);
    const code = (await readFile(path, "utf8")).replace(SOURCE_MAP, "\n");
    const same = first.get(code);
    if (same === undefined) first.set(code, name);
    else if (CHUNK.test(code)) shared++;
    else throw otherwise(`${path} does not begin with module.exports, so that it cannot be stored as ${same}`);
    await writeFile(path, same === undefined ? written(code, path) : `module.exports=require(${JSON.stringify(`./${same}`)});\n`);
  }
  return shared;
}

/** The chunk's code in ASCII, which must still be a script: then its characters stood where an escape is allowed. */
function written(code: string, path: string): string {
  if (RAW.test(code)) return code;
  const ascii = inAscii(code);
  try {
    new Script(`(function(){${ascii}\n})`);
  } catch (error) {
    throw otherwise(`${path} is no script any more when it is written in ASCII (${messageOf(error)})`);
  }
  return ascii;
}

const otherwise = (found: string): Refusal =>
  new Refusal(
    `The build ended before its last step, src/cli/chunks.ts: ${found}. Next may write its chunks in another way since its last update. Adapt that file to it, or take its call out of src/cli/start.ts: the site is the same without it and takes more memory.`,
  );

/** Escapes JavaScript's non-ASCII characters: they occur only in strings and regular expressions, where both forms mean the same. */
export const inAscii = (code: string): string =>
  code.replaceAll(/(\\*)([^\0-\x7f])/g, (_, slashes: string, character: string) => {
    // Only an odd number of backslashes escapes the character.
    const before = slashes.slice(slashes.length % 2);
    return `${before}\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
