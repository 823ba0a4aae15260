/** Passes static HTML from server components to client ones, which are bundled separately: a global map holds it by number. */

/**
 * How long HTML waits for its page (ms), which is rendered within moments. Aborted renders leave some behind, and so does every page for
 * its unused 404 page: Next renders both.
 */
const MAX_AGE_MS = 30_000;

/** HTML, or a function that makes it on demand. */
type Html = string | (() => string);

interface Waiting {
  readonly html: Html;
  readonly at: number;
}

interface Handover {
  given: number;
  /** By name, oldest first. */
  readonly waiting: Map<string, Waiting>;
}

const shared = globalThis as { sellthroughHtml?: Handover };
const handover = (): Handover => (shared.sellthroughHtml ??= { given: 0, waiting: new Map() });

/** Stores HTML until its page takes it, and returns its name. */
export function giveStaticHtml(html: Html): string {
  const at = Date.now();
  const all = handover();
  for (const [old, { at: since }] of all.waiting) {
    if (at - since < MAX_AGE_MS) break;
    all.waiting.delete(old);
  }
  const name = String(++all.given);
  all.waiting.set(name, { html, at });
  return name;
}

/** Takes the HTML of a name. Throws an Error when there is none: a page without its tables must not be sent. */
export function takeStaticHtml(name: string): string {
  const { waiting } = handover();
  const found = waiting.get(name);
  if (!found) throw new Error(`no HTML waits as "${name}"`);
  waiting.delete(name);
  return typeof found.html === "string" ? found.html : found.html();
}
