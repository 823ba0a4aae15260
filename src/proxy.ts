/**
 * Runs before a page renders, for what Next lets no page do by itself:
 * - A ticker, a former name, or an order as it was written earlier leads on to the address of now, with status 308 and no document.
 * - An address that names nothing gets the 404 page as HTML. A page that finds so while it renders leaves an empty document that needs a
 *   script; the server would have it made a second time (server/answers/answers.ts), `npm run dev` would show it.
 * - A page learns its whole address, which Next does not tell it: for the printed page and the 404 page.
 */
import { type NextRequest, NextResponse } from "next/server";
import { readPageAddress } from "@/app/request";
import { canonicalAddress } from "@/cards/selection/canonical";
import { nearestPages } from "@/cards/search/nearestPages";
import { ADDRESS_HEADER, NOWHERE } from "@/server/askedAddress";

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const address = request.nextUrl.pathname + request.nextUrl.search;
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, address);
  const read = await readPageAddress(address);
  const canonical = canonicalAddress(address, read.figures.record.companies);
  // Permanent: a former name always belongs to its company.
  if (canonical !== undefined) return NextResponse.redirect(new URL(canonical, request.url), 308);
  const lost = nearestPages(address, read).sentences.length > 0;
  if (lost) return NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers } });
  return NextResponse.next({ request: { headers } });
}

// Files with an extension, the API and embeds handle this themselves; the desk is not part of the public record.
export const config = { matcher: ["/((?!_next/|api/|embed/|oembed|desk|.*\\.[a-z0-9]+$).*)"] };
