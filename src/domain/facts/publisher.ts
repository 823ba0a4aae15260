/** Finds the publisher of a web address in a register of hosts (publishers.csv): "Riot (GlobeNewswire)", "CoinDesk". */
import { isOwn, type SourceKind } from "./fact";
import { once, oncePer } from "../shared/once";

/** A host is a company's site, a regulator's register, a wire for others' releases, a publication, or a copy. */
export const PUBLISHER_ROLES = ["company", "regulator", "wire", "publisher", "mirror"] as const;
type PublisherRole = (typeof PUBLISHER_ROLES)[number];

export interface Publisher {
  /** The host without "www.", or with the start of a path ("github.com/owner/name"). Includes its subdomains. */
  readonly host: string;
  /** The name it uses for itself; for a mirror, whom it copies. Empty: none, or unknown; its address is shown. */
  readonly name: string;
  readonly role: PublisherRole;
}

export type PublisherOf = (address: string) => Publisher | undefined;

/** The host of an address without "www.": "riotplatforms.com". */
export const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, "").replace(/\.$/, "");

/** Finds the entry for an address: by host and path, else by host, else by the nearest parent domain. */
export const publisherFinder = oncePer((register: readonly Publisher[]): PublisherOf => {
  const byHost = new Map(register.map((entry) => [entry.host, entry]));
  return once((address: string) => {
    const host = hostOf(address);
    const labels = host.split(".");
    const [first = "", second = ""] = new URL(address).pathname.toLowerCase().split("/").slice(1);
    const keys = [`${host}/${first}/${second}`, `${host}/${first}`, ...labels.slice(0, -1).map((_, at) => labels.slice(at).join("."))];
    return keys.map((key) => byHost.get(key)).find((entry) => entry !== undefined);
  });
});

/** The name of the site at an address: "ADVFN", "the website hotscup.com", "a copy at hotscup.com" of an unknown publisher's; "a page at example.com" for a host outside the register. */
export function siteName(publisherOf: PublisherOf, address: string): string {
  const entry = publisherOf(address);
  if (entry === undefined) return `a page at ${hostOf(address)}`;
  const host = hostOf(address);
  if (entry.role === "mirror") return entry.name === "" ? `a copy at ${host}` : copyAt(entry.name, host);
  return entry.name === "" ? `the website ${host}` : entry.name;
}

/** The publisher's name: "Riot (GlobeNewswire)", "Riot (copy at ADVFN)" for a company's words, else the site. */
export function publisherName(publisherOf: PublisherOf, address: string, kind: SourceKind, company: string): string {
  const entry = publisherOf(address);
  if (!isOwn({ kind })) return siteName(publisherOf, address);
  switch (entry?.role) {
    case undefined:
      return `${company} (a page at ${hostOf(address)})`;
    case "company":
      return entry.name;
    case "regulator":
    case "wire":
      return `${company} (${entry.name})`;
    case "publisher":
    case "mirror":
      return copyAt(company, entry.role === "mirror" || entry.name === "" ? hostOf(address) : entry.name);
  }
}

/** The publisher of a page that may or may not be the company's own: the company where the register links them, else the site. */
export function pageName(publisherOf: PublisherOf, address: string, company: string): string {
  const role = publisherOf(address)?.role;
  const own = role === "company" || role === "regulator" || role === "wire";
  return own ? publisherName(publisherOf, address, "company_release", company) : siteName(publisherOf, address);
}

const copyAt = (name: string, place: string): string => `${name} (copy at ${place})`;

/** The Internet Archive's capture nearest to a day, or its list of captures; undefined for a regulator, who keeps all filings. */
export function archiveAddress(publisherOf: PublisherOf, address: string, day: string | null): string | undefined {
  if (publisherOf(address)?.role === "regulator") return undefined;
  return `https://web.archive.org/web/${day === null ? "*" : day.replaceAll("-", "")}/${address}`;
}
