/** Once for all files of the project: builds the site, unless it is up to date, and serves it, on the committed record, to those that only read. */
import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { serve, START } from "../running";
import { filledFile } from "../stores";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the store's file that the shared site reads, which nobody writes to. */
    filled: string;
    /** Port of the site that is served from it. */
    shared: number;
  }
}

/** What the shared site calls itself. */
export const SHARED_SITE = "https://sellthrough.example";

export default async function setup(project: TestProject): Promise<() => Promise<unknown>> {
  execFileSync(process.execPath, [...START, "--build"], { stdio: ["ignore", "ignore", "inherit"] });
  const filled = `file:${await filledFile()}`;
  const site = await serve(filled, { SITE_URL: SHARED_SITE, API_PER_MINUTE: "100000" });
  project.provide("filled", filled);
  project.provide("shared", site.port);
  return site.stop;
}
