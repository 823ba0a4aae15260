/**
 * Once for all files of the project: builds the site, unless it is up to date, fills a store with the committed record, and serves it to
 * those that only read.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { importedStore, serve } from "./served";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of a store's file with the committed record, which nobody writes to. */
    filled: string;
    /** Port of the site that is served from it. */
    shared: number;
  }
}

/** What the shared site calls itself. */
export const SHARED_SITE = "https://sellthrough.example";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ["--import", "tsx", "src/cli/start.ts", "--build"], { stdio: ["ignore", "ignore", "inherit"] });
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-server-"));
  const filled = join(folder, "store.db");
  const store = await importedStore(`file:${filled}`);
  // Copies are made of the one file: nothing may be left in the log beside it.
  await store.prisma.$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)");
  await store.close();
  const site = await serve(`file:${filled}`, { SITE_URL: SHARED_SITE, API_PER_MINUTE: "100000" });
  project.provide("filled", filled);
  project.provide("shared", site.port);
  return async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
