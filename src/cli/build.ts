/** Decides whether the pages need a new build: a hash of all its inputs is stored beside the build. */
import { buildFolder } from "../record/setting";
import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";

const SOURCES = [
  "src",
  "src/cli/bundles.ts",
  "src/cli/chunks.ts",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** Generated from the schema, or not part of the pages. */
const IGNORED = [join("src", "record", "store", "generated"), join("src", "cli")];

const MARK = "sources.sha256";

/** SHA-256 over paths and contents of all sources, in hex. */
export async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const path of await filesUnder(source))
      hash
        .update(`${path}\0`)
        .update(await readFile(path))
        .update("\0");
  }
  return hash.digest("hex");
}

/** Whether the finished build was made from these sources. */
export async function isBuilt(sources: string): Promise<boolean> {
  const read = (name: string) => readFile(join(buildFolder(), name), "utf8").catch(() => undefined);
  return (await read("BUILD_ID")) !== undefined && (await read(MARK)) === sources;
}

/** Call when a build is finished: an interrupted one leaves no mark. */
export async function markBuilt(sources: string): Promise<void> {
  await writeFile(join(buildFolder(), MARK), sources);
}

/** A file itself, or the files of a folder and its subfolders in order; none where neither is there. */
async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) return found === undefined ? [] : [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !IGNORED.some((folder) => file.startsWith(folder + sep)))
    .sort();
}
