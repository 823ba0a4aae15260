/**
 * Passes what the pages know of addresses to the server, so that it need not ask Next's proxy, which takes some 2 ms of CPU time for each page.
 * Next bundles pages and server apart: a global holds the function.
 */

/** Where an address leads that no page has: the address of now, or NOWHERE; undefined for one that may have a page. */
export type Elsewhere = (address: string) => Promise<string | undefined>;

const shared = globalThis as { sellthroughElsewhere?: Elsewhere };

/** Call before the server starts (src/instrumentation.ts). */
export function giveElsewhere(elsewhere: Elsewhere): void {
  shared.sellthroughElsewhere = elsewhere;
}

/** Throws an Error when Next did not start the pages with src/instrumentation.ts. */
export function takeElsewhere(): Elsewhere {
  const given = shared.sellthroughElsewhere;
  if (!given) throw new Error("Next has not run src/instrumentation.ts");
  return given;
}
