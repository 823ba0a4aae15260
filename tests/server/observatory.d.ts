/** What the tests use of MDN's HTTP Observatory, which has no types of its own. */
declare module "@mdn/mdn-http-observatory/src/types.js" {
  export class Requests {
    constructor(hostname: string);
    resources: { path: string | null };
    responses: object;
  }
}

declare module "@mdn/mdn-http-observatory/src/constants.js" {
  import type { Requests } from "@mdn/mdn-http-observatory/src/types.js";

  export const ALL_TESTS: readonly ((requests: Requests) => { readonly result: string | null })[];
}

declare module "@mdn/mdn-http-observatory/src/analyzer/hsts.js" {
  export function isHstsPreloaded(hostname: string): object | null;
}

declare module "@mdn/mdn-http-observatory/src/grader/grader.js" {
  export function getScoreModifier(result: string): number;
}
