/**
 * A script as one file of plain JavaScript: tests that start a process a hundred times would otherwise spend their minutes compiling the
 * same sources each time. Packages stay where they are, unless the script is to start as fast as it can (`whole`).
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const CACHE = "node_modules/.cache";
const bundles = new Map<string, string>();
/** Packages that come as machine code stay where they are, and CommonJS ones find `require`. */
const WHOLE = {
  external: ["@libsql/*", "libsql"],
  minifyWhitespace: true,
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
};

/** The file to give to Node for the script `entry`, a path from the root of the project. Made once in each test process, gone with it. */
export function bundled(entry: string, { whole = false } = {}): string {
  const known = bundles.get(entry);
  if (known !== undefined) return known;
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, "test-script-"));
  // Tests also run it as another user.
  chmodSync(folder, 0o755);
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const outfile = join(folder, "script.mjs");
  const packages = whole ? WHOLE : { packages: "external" as const };
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm", logLevel: "error", ...packages });
  bundles.set(entry, outfile);
  return outfile;
}
