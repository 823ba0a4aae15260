/** The kind of source at an address, where nobody says which: what the record has of its site, the register of publishers, EDGAR's file names. */
import type { Source, SourceKind } from "@/domain/facts/fact";
import { hostOf, type Publisher, publisherFinder } from "@/domain/facts/publisher";
import { groupBy } from "@/domain/shared/group";
import { oncePer } from "@/domain/shared/once";
import { isExhibit99 } from "../edgar/edgarFiling";
import { isSec } from "../http/allowList";

/** What is known of sources. */
export interface KnownSources {
  readonly facts: readonly { readonly source: Pick<Source, "address" | "kind"> }[];
  readonly publishers?: readonly Publisher[] | undefined;
}

/** An exhibit 99 is the company's release as it was filed; everything else that a regulator keeps is a filing. */
const filedKind = (address: string): SourceKind =>
  isExhibit99(new URL(address).pathname.split("/").at(-1) ?? "") ? "company_release" : "filing";

/**
 * An address on record has its kind. Companies and wires publish releases, regulators keep filings. A page of another site is what most of its
 * figures on record are from; one of an unknown site counts as news, which ranks below a release. Throws a TypeError for what is no address.
 */
export const sourceKinds = oncePer(({ facts, publishers = [] }: KnownSources): ((address: string) => SourceKind) => {
  const publisherOf = publisherFinder(publishers);
  const byAddress = new Map(facts.map(({ source }) => [source.address, source.kind]));
  const byHost = groupBy(facts, ({ source }) => hostOf(source.address));
  return (address) => {
    const known = byAddress.get(address);
    if (known !== undefined) return known;
    const role = publisherOf(address)?.role;
    if (role === "regulator" || isSec(new URL(address).host)) return filedKind(address);
    if (role === "company" || role === "wire") return "company_release";
    return mostFrequent((byHost.get(hostOf(address)) ?? []).map(({ source }) => source.kind)) ?? "news_report";
  };
});

const mostFrequent = (kinds: readonly SourceKind[]): SourceKind | undefined =>
  [...groupBy(kinds, (kind) => kind)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
