/** The site that all files of the project read from (built.ts); its store never changes. */
import { inject } from "vitest";

export { SHARED_SITE } from "./built";

export const sharedSite = () => ({ port: inject("shared"), base: `http://127.0.0.1:${inject("shared")}` });
