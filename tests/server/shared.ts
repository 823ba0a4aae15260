/** What the files of the project share (built.ts): the site for those that only read, and the filled store to begin from. */
import { copyFileSync } from "node:fs";
import { inject } from "vitest";
import { openStore, type Store, storeFile } from "@/record/store/client";
import { importedStore } from "./served";

export { SHARED_SITE } from "./built";

/** The site that all files read from; its store never changes. */
export const sharedSite = () => ({ port: inject("shared"), base: `http://127.0.0.1:${inject("shared")}` });

/** A store of one's own at `url` with the committed record. */
export function filledStore(url: string): Promise<Store> {
  const path = storeFile(url);
  if (path === undefined) return importedStore(url);
  copyFileSync(inject("filled"), path);
  return Promise.resolve(openStore(url));
}
