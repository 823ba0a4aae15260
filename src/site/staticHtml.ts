/**
 * Static HTML, given from the rendering of server components to that of client components, which Next runs one after the other in one process
 * but bundles apart, so that only what is global is shared. A name tells the content, so visitors of one version share one copy.
 */

/** How long HTML is kept (ms): a page is rendered within moments of it. */
const KEPT_MS = 30_000;

interface Kept {
  readonly html: string;
  readonly at: number;
}

const shared = globalThis as { sellthroughHtml?: Map<string, Kept> };
const kept = (): Map<string, Kept> => (shared.sellthroughHtml ??= new Map());

/** Keeps the HTML under a name of the caller's, which must stand for this content alone. */
export function keepStaticHtml(name: string, html: string): void {
  const at = Date.now();
  const all = kept();
  // The oldest stand first, because a name that is kept again moves to the end.
  for (const [old, { at: since }] of all) {
    if (at - since < KEPT_MS) break;
    all.delete(old);
  }
  all.delete(name);
  all.set(name, { html, at });
}

/** The HTML of a name. Throws an Error when none is kept: a page without its tables must not go out. */
export function staticHtml(name: string): string {
  const found = kept().get(name);
  if (!found) throw new Error(`no HTML is kept as "${name}"`);
  return found.html;
}
