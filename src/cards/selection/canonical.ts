/**
 * The one address of a page whose address names its company by a ticker, a former name or in capitals: "/companies/RIOT",
 * "/companies/marathon-digital/facts", "/figures/Riot/2025-03/btc_sold". Address + companies → address to be sent to, or undefined when it
 * is that one already or names no company.
 */
import type { Company } from "@/domain/company";
import { findCompany } from "@/domain/companyNames";

/** Sections whose first part is a company. */
const NAMED = /^\/(companies|figures)\/([^/?]+)(.*)$/s;

export function canonicalAddress(address: string, companies: readonly Company[]): string | undefined {
  const [, section = "", written = "", rest = ""] = NAMED.exec(address) ?? [];
  const name = decoded(written);
  if (section === "" || companies.some(({ id }) => id === name)) return undefined;
  const company = findCompany(companies, name);
  return company && `/${section}/${company.id}${rest}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
