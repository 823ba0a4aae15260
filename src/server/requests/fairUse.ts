/** Rate limit of the API per client and minute (draft-ietf-httpapi-ratelimit-headers; Retry-After: RFC 9110); cached responses are free. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { clientKey } from "./clientAddress";
import { FAIR_USE } from "../limits";

export interface Share {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

export function fairUse({ requests, seconds }: { readonly requests: number; readonly seconds: number } = FAIR_USE): (
  address: string,
) => Promise<Share> {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  const headersOf = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => ({
    "RateLimit-Policy": `"requests";q=${requests};w=${seconds}`,
    RateLimit: `"requests";r=${Math.max(0, remainingPoints)};t=${Math.ceil(msBeforeNext / 1000)}`,
  });
  return async (address) => {
    try {
      return { allowed: true, headers: headersOf(await limiter.consume(clientKey(address))) };
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const wait = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      return { allowed: false, headers: { ...headersOf(refused), "Retry-After": String(wait) } };
    }
  };
}
