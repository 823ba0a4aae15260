/**
 * Tells the page for an address that leads nowhere which address that was, so that it can offer the nearest ones. It decides nothing.
 */
import { type NextRequest, NextResponse } from "next/server";

/** Request header that carries path and query of the address asked for. */
export const ADDRESS_HEADER = "x-asked-address";

export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

// Files with an ending (pictures, downloads, scripts) answer for themselves.
export const config = { matcher: ["/((?!_next/|.*\\.[a-z0-9]+$).*)"] };
