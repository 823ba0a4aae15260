/**
 * Builds the script of the finished pages (src/site/live/islands.ts): the part that every page loads, and apart from it what is loaded when
 * it is used. Sources → files with their content's hash in the name, beside Next's own.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { LIVE_FOLDER } from "../server/lightPage";
import { distFolder } from "./build";

export async function buildIslands(): Promise<void> {
  const outdir = join(distFolder(), "static", LIVE_FOLDER);
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: { page: "src/site/live/islands.ts" },
    outdir,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    minify: true,
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
}
