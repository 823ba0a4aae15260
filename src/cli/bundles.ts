/** esbuild's bundles beside Next's pages: the pages' script, and the server as one file (starts with a quarter of the CPU, 40 MB less). */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { LIVE_FOLDER } from "../server/answers/lightPage";
import { distFolder } from "./build";

/** The server of the built site (src/server), bundled for Node. Packages stay in node_modules. */
export const serverFile = (): string => join(distFolder(), "server.mjs");

/** Builds both into Next's build folder. */
export async function buildBundles(): Promise<void> {
  await Promise.all([buildPageScript(), buildServer()]);
}

const buildServer = () =>
  build({
    entryPoints: ["src/server/main.ts"],
    outfile: serverFile(),
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });

/** The entry that every page loads (src/site/live/islands.ts), and chunks that load on demand; names contain a content hash. */
async function buildPageScript() {
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
