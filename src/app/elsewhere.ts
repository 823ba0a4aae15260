/**
 * What Next lets no page do by itself, decided before a page renders:
 * - A ticker, a former name, or an order as it was written earlier leads on to the address of now, with status 308 and no document.
 * - An address that names nothing gets the 404 page as HTML. A page that finds so while it renders leaves an empty document that needs a
 *   script; the server would have it made a second time (server/answers/answers.ts), `npm run dev` would show it.
 */
import { canonicalAddress } from "@/cards/selection/canonical";
import { nearestPages } from "@/cards/search/nearestPages";
import { NOWHERE } from "@/server/askedAddress";
import type { Elsewhere } from "@/server/elsewhere";
import { readPageAddress } from "./request";

/** Files with an extension, the API and embeds handle this themselves; the desk is not part of the public record. */
const HANDLES_THIS = /^\/(?:_next\/|api\/|embed\/|oembed|desk|.*\.[a-z0-9]+$)/;

export const elsewhere: Elsewhere = async (asked) => {
  const { pathname, search } = new URL(`http://localhost${asked}`);
  if (HANDLES_THIS.test(pathname)) return undefined;
  const address = pathname + search;
  const read = await readPageAddress(address);
  const canonical = canonicalAddress(address, read.figures.record.companies);
  if (canonical !== undefined) return canonical;
  return nearestPages(address, read).sentences.length > 0 ? NOWHERE : undefined;
};
