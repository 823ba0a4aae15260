/**
 * Passes static HTML around Next, which would copy, measure and encode a whole page six times on its way: a document of Next contains a place
 * for it, and the server that sends the document fills the place in. A global map holds the HTML by number, because Next bundles server
 * components, client ones and the server apart.
 */

/**
 * How long HTML waits for its page (ms), which is rendered within moments. Aborted renders leave some behind, and so does every page for
 * its unused 404 page: Next renders both.
 */
const MAX_AGE_MS = 30_000;

/** HTML, or a function that makes it on demand. */
type Html = string | (() => string);

interface Handover {
  given: number;
  /** By name, oldest first, each with its time (ms). */
  readonly waiting: Map<string, { readonly html: Html; readonly at: number }>;
  /** Whether a server of ours fills places in; `npm run dev` has none. */
  filled: boolean;
}

const shared = globalThis as { sellthroughHtml?: Handover };
const handover = (): Handover => (shared.sellthroughHtml ??= { given: 0, waiting: new Map(), filled: false });

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

const PLACE = "<!--static html ";
const PLACES = new RegExp(`${PLACE}(\\d+)-->`, "g");

/** What stands in a document for the HTML of a name: its place, or the HTML itself where nobody fills places in. */
export const htmlOrPlace = (name: string): string => (handover().filled ? `${PLACE}${name}-->` : takeStaticHtml(name));

/** Call in a process whose server passes every document through `withStaticHtml`. */
export function fillPlaces(): void {
  handover().filled = true;
}

/** Whether a document of Next has content: a place for it. */
export const hasPlace = (document: Buffer): boolean => document.includes(PLACE);

/** The document with its HTML. Throws an Error like takeStaticHtml. */
export const withStaticHtml = (document: string): string => document.replaceAll(PLACES, (_, name: string) => takeStaticHtml(name));
