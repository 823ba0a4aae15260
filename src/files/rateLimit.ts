/**
 * Fair use of the API: each client has a bucket of requests that fills up again at a steady pace, and is told in every answer how much
 * is left (RateLimit and RateLimit-Policy fields, draft-ietf-httpapi-ratelimit-headers; Retry-After, RFC 9110).
 * Client and moment in → allowed or not, with the headers. At most `maxClients` buckets are kept: the client that was away longest is
 * forgotten first, so a flood of addresses cannot fill the memory.
 */

export interface RatePolicy {
  /** Requests that may come at once. */
  readonly burst: number;
  /** Requests a minute in the long run. */
  readonly perMinute: number;
  readonly maxClients: number;
}

export interface Admission {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RateLimiter {
  /** Takes `cost` requests out of the client's bucket, or none when there are not enough. `now` in milliseconds, never going back. */
  admit(client: string, now: number, cost?: number): Admission;
  /** Buckets that are kept. */
  readonly clients: number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

export function rateLimiter({ burst, perMinute, maxClients }: RatePolicy): RateLimiter {
  if (!(burst > 0 && perMinute > 0 && maxClients > 0)) throw new RangeError("burst, perMinute and maxClients must be above 0");
  const perMs = perMinute / 60_000;
  const fillSeconds = Math.ceil(burst / perMs / 1000);
  // A Map keeps the order of insertion: the first entry is the client that was away longest.
  const buckets = new Map<string, Bucket>();

  return {
    admit(client, now, cost = 1) {
      const before = buckets.get(client);
      const tokens = before === undefined ? burst : Math.min(burst, before.tokens + Math.max(0, now - before.at) * perMs);
      const allowed = tokens >= cost;
      const left = allowed ? tokens - cost : tokens;
      buckets.delete(client);
      buckets.set(client, { tokens: left, at: now });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= maxClients) break;
        buckets.delete(oldest);
      }
      const full = Math.ceil((burst - left) / perMs / 1000);
      return {
        allowed,
        headers: {
          "RateLimit-Policy": `"requests";q=${burst};w=${fillSeconds}`,
          RateLimit: `"requests";r=${Math.floor(left)};t=${full}`,
          ...(!allowed && { "Retry-After": String(Math.max(1, Math.ceil((cost - left) / perMs / 1000))) }),
        },
      };
    },
    get clients() {
      return buckets.size;
    },
  };
}

/**
 * What a client is counted under: an IPv4 address whole, an IPv6 address by its first 64 bits, because one subscriber has all the rest.
 */
export function clientKey(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/%.*$/, "");
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain);
  if (mapped) return mapped[1] ?? plain;
  const ipv4 = /^(\d{1,3}(?:\.\d{1,3}){3})(:\d+)?$/.exec(plain);
  if (ipv4) return ipv4[1] ?? plain;
  if (!plain.includes(":")) return plain === "" ? "unknown" : plain.slice(0, 64);
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const behind = tail === undefined || tail === "" ? [] : tail.split(":");
  while (tail !== undefined && groups.length + behind.length < 8) groups.push("0");
  const all = [...groups, ...behind];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/**
 * The client's address out of X-Forwarded-For, when `proxies` proxies of our own stand before the server: only what they wrote is
 * believed, the rest of the list is the client's own words.
 */
export function forwardedFor(header: string | null, proxies: number): string {
  const list = (header ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return list.at(-Math.max(1, proxies)) ?? list[0] ?? "";
}
