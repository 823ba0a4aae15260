/** Serves the built site for the browser tests: what the README's command starts, on a store of its own, for all files of the project. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { npmStart } from "../running";

declare module "vitest" {
  interface ProvidedContext {
    site: string;
  }
}

/** Starts a site on a new store of its own. */
export async function startSite(): Promise<{ readonly base: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-site-"));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const site = await npmStart(`file:${join(folder, "store.db")}`, { LOG_LEVEL: "silent", PREPARE: "0" });
    return { base: site.base, stop: () => site.stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { base, stop } = await startSite();
  project.provide("site", base);
  return stop;
}
