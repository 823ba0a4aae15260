/**
 * esbuild's bundles beside Next's pages: the pages' script, the server as one file (starts with a quarter of the CPU, 40 MB less), and the
 * thread that reads documents.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { LIVE_FOLDER } from "../server/answers/lightPage";
import { BUILT_THREAD } from "../finder/run/apart";
import { buildFolder } from "../record/setting";

/** The server of the built site (src/server), bundled for Node. Packages stay in node_modules. */
export const serverFile = (): string => join(buildFolder(), "server.mjs");

/** Builds all of them into Next's build folder. */
export async function buildBundles(): Promise<void> {
  await Promise.all([
    buildPageScript(),
    buildForNode("src/server/main.ts", serverFile()),
    buildForNode("src/finder/run/readingThread.ts", join(buildFolder(), BUILT_THREAD)),
  ]);
}

const buildForNode = (entry: string, outfile: string) =>
  build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });

/** The entry that every page loads (src/site/live/islands.ts), and chunks that load on demand; names contain a content hash. */
async function buildPageScript() {
  const outdir = join(buildFolder(), "static", LIVE_FOLDER);
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
