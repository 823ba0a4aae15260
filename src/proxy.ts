/**
 * Runs before a page renders under `npm run dev`: leads elsewhere (app/elsewhere.ts), and tells a page its whole address, which Next does
 * not: for the printed page and the 404 page. The server of the built site does both by itself (server/answers/capture.ts).
 */
import { type NextRequest, NextResponse } from "next/server";
import { elsewhere } from "@/app/elsewhere";
import { ADDRESS_HEADER, NOWHERE } from "@/server/askedAddress";

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const address = request.nextUrl.pathname + request.nextUrl.search;
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, address);
  const found = await elsewhere(address);
  if (found === undefined) return NextResponse.next({ request: { headers } });
  if (found === NOWHERE) return NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers } });
  // Permanent: a former name always belongs to its company.
  return NextResponse.redirect(new URL(found, request.url), 308);
}

// Next reads this from the text: the name is that of ADDRESS_HEADER, which the server sets.
export const config = { matcher: [{ source: "/((?!_next/).*)", missing: [{ type: "header", key: "x-asked-address" }] }] };
