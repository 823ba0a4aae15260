/**
 * Hands markup from the rendering of server components to that of client components, which Next runs one after the other in one process
 * but bundles apart, so that only what is global is shared. A name tells the content, so visitors of one version share one copy.
 */

/** How long markup is kept (ms): a page is rendered within moments of it. */
const KEPT_MS = 30_000;

interface Handed {
  readonly markup: string;
  readonly at: number;
}

const shared = globalThis as { sellthroughMarkup?: Map<string, Handed> };
const handed = (): Map<string, Handed> => (shared.sellthroughMarkup ??= new Map());

/** Keeps the markup under a name of the caller's, which must stand for this content alone. */
export function handOver(name: string, markup: string): void {
  const at = Date.now();
  const all = handed();
  // The longest unasked stand first, because a name handed over again moves to the end.
  for (const [old, { at: since }] of all) {
    if (at - since < KEPT_MS) break;
    all.delete(old);
  }
  all.delete(name);
  all.set(name, { markup, at });
}

/** The markup of a name that was handed over. Throws an Error when it was not: a page without its tables must not go out. */
export function handedMarkup(name: string): string {
  const found = handed().get(name);
  if (!found) throw new Error(`no markup was handed over as "${name}"`);
  return found.markup;
}
