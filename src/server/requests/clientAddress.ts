/** The client's network address: from the connection and our own proxies (TRUSTED_PROXIES), never from the client's own claims. */
import { setting } from "@/record/setting";
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import proxyAddr from "proxy-addr";

export type AddressOf = (request: IncomingMessage) => string;

/** Throws when `trusted` is neither a number nor a list of addresses or networks. */
export function addressReader(trusted: string | undefined = setting("TRUSTED_PROXIES")): AddressOf {
  const written = (trusted ?? "").trim();
  if (written === "" || written === "0") return ({ socket }) => socket.remoteAddress ?? "";
  if (/^\d+$/.test(written)) {
    const hops = Number(written);
    return (request) => proxyAddr(request, (_, at) => at < hops);
  }
  const trust = compiled(written);
  return (request) => proxyAddr(request, trust);
}

function compiled(list: string): ReturnType<typeof proxyAddr.compile> {
  try {
    return proxyAddr.compile(list.split(",").map((one) => one.trim()));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`TRUSTED_PROXIES is "${list}" (${why}); set it to how many proxies stand before the server, or to their addresses`, {
      cause: error,
    });
  }
}

/** Headers in which proxies describe the client; without a proxy of ours the client may have forged them. */
const FORWARDED_HEADERS = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded", "x-real-ip"];

/** Writes the address where the pages read it, and removes untrusted headers. */
export function setClientAddress(request: IncomingMessage, address: string, trusted: boolean): void {
  request.headers["x-forwarded-for"] = address;
  if (!trusted) for (const name of FORWARDED_HEADERS) Reflect.deleteProperty(request.headers, name);
}

/** The rate-limit key of a client: a whole IPv4 address, or the first 64 bits of an IPv6 one, because one subscriber has all the rest. */
export function clientKey(address: string): string {
  const plain = address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1");
  if (!ipaddr.isValid(plain)) return plain === "" ? "unknown" : plain.slice(0, 64);
  // An IPv4 address in the form of an IPv6 one is the same client.
  const parsed = ipaddr.process(plain);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(":")}::/64`;
}
