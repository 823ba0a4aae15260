/** Allow-list of the finder: hosts in the configuration, over TLS (loopback excepted), without user names, redirects included. */
import { FetchProblem } from "./fetchProblem";

/** Whether a host, with or without port, is the SEC's. */
export const isSec = (host: string): boolean => /(^|\.)sec\.gov(:\d+)?$/.test(host);

/** Whether it is this machine: a mirror, or a test's server. */
export const isLocal = (host: string): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);

/** `http:` is only for a server on this machine; everything else needs `https:`. */
export const isSecure = (url: URL): boolean => url.protocol === "https:" || (url.protocol === "http:" && isLocal(url.host));

/** Parses an address. Throws FetchProblem "notAllowed" when its host is not on the list; `cameFrom` names the redirecting page. */
export function allowedUrl(address: string, hosts: ReadonlySet<string>, cameFrom?: string): URL {
  const about = cameFrom === undefined ? address : `${cameFrom} redirects to ${address}, which`;
  const refusal = (sentence: string) => new FetchProblem("notAllowed", address, sentence);
  if (!URL.canParse(address)) throw refusal(`${about} is no address.`);
  const url = new URL(address);
  if (!isSecure(url)) throw refusal(`${about} is not an https address, so it was not fetched.`);
  if (url.username !== "" || url.password !== "") throw refusal(`${about} carries a user name, so it was not fetched.`);
  if (!hosts.has(url.host)) {
    const leads = cameFrom === undefined ? `${address} is at ${url.host}` : `${cameFrom} redirects to ${url.host}`;
    throw refusal(`${leads}, a host that is not on the list, so it was not fetched. If it is right, add the host to feeds.json.`);
  }
  url.hash = "";
  return url;
}

/** The hosts of some addresses, for the allow-list. */
export const hostsOf = (addresses: Iterable<string>): Set<string> => new Set([...addresses].map((address) => new URL(address).host));
