/**
 * Who asks, by network address: what the API's fair use and the attempts to log in are counted under. What a client writes about itself
 * is not believed; see instrumentation.ts for a server without a proxy before it.
 */
import { forwardedFor } from "@/files/rateLimit";

/** How many proxies of our own stand before the server, as TRUSTED_PROXIES says; 0 when it says nothing that can be read. */
export function trustedProxies(): number {
  const proxies = Number(process.env["TRUSTED_PROXIES"] ?? "0");
  return Number.isInteger(proxies) && proxies > 0 ? proxies : 0;
}

/** The address that our outermost proxy saw, or that the connection comes from; "" when neither is known. */
export const clientAddress = ({ headers }: Request): string => forwardedFor(headers.get("x-forwarded-for"), trustedProxies());
