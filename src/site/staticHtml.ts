/** Static HTML on its way from server components to client ones, which are bundled apart: it waits globally under a number. */

/** How long HTML waits for its page (ms), which is rendered within moments. A rendering that broke off leaves some behind, and so does
 * every page what would have stood in its place had there been nothing at its address: Next asks for both. */
const WAITS_MS = 30_000;

/** HTML, or how it is made when a page takes it. */
type Html = string | (() => string);

interface Waiting {
  readonly html: Html;
  readonly at: number;
}

interface Handover {
  given: number;
  /** By name, the oldest first. */
  readonly waiting: Map<string, Waiting>;
}

const shared = globalThis as { sellthroughHtml?: Handover };
const handover = (): Handover => (shared.sellthroughHtml ??= { given: 0, waiting: new Map() });

/** Lets HTML wait until its page takes it. HTML → the name under which it waits. */
export function giveStaticHtml(html: Html): string {
  const at = Date.now();
  const all = handover();
  for (const [old, { at: since }] of all.waiting) {
    if (at - since < WAITS_MS) break;
    all.waiting.delete(old);
  }
  const name = String(++all.given);
  all.waiting.set(name, { html, at });
  return name;
}

/** The HTML of a name, for the page that it was given for. Throws an Error when there is none: a page without its tables must not go out. */
export function takeStaticHtml(name: string): string {
  const { waiting } = handover();
  const found = waiting.get(name);
  if (!found) throw new Error(`no HTML waits as "${name}"`);
  waiting.delete(name);
  return typeof found.html === "string" ? found.html : found.html();
}
