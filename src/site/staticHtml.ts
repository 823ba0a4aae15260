/**
 * Static HTML, given from the rendering of server components to that of client components, which Next runs one after the other in one process
 * but bundles apart, so that only what is global is shared. A name tells the content, so visitors of one version share one copy.
 */

/** How long HTML waits for its page (ms), which is rendered within moments. Only a rendering that broke off leaves some behind. */
const WAITS_MS = 30_000;

interface Waiting {
  readonly html: string;
  readonly at: number;
  /** The pages that will take it: those rendered at the same time may have the same content. */
  readonly pages: number;
}

const shared = globalThis as { sellthroughHtml?: Map<string, Waiting> };
const waiting = (): Map<string, Waiting> => (shared.sellthroughHtml ??= new Map());

/** Lets HTML wait under a name of the caller's, which must stand for this content alone, until its page takes it. */
export function giveStaticHtml(name: string, html: string): void {
  const at = Date.now();
  const all = waiting();
  // The oldest stand first, because a name that is given again moves to the end.
  for (const [old, { at: since }] of all) {
    if (at - since < WAITS_MS) break;
    all.delete(old);
  }
  const pages = (all.get(name)?.pages ?? 0) + 1;
  all.delete(name);
  all.set(name, { html, at, pages });
}

/** The HTML of a name, for the page that it was given for. Throws an Error when there is none: a page without its tables must not go out. */
export function takeStaticHtml(name: string): string {
  const found = waiting().get(name);
  if (!found) throw new Error(`no HTML waits as "${name}"`);
  if (found.pages > 1) waiting().set(name, { ...found, pages: found.pages - 1 });
  else waiting().delete(name);
  return found.html;
}
