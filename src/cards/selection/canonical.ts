/**
 * The canonical address of a page: /companies/RIOT or /figures/Riot/2025-03/btc_sold redirect to the slug's, ?sort=treasury&order=asc to
 * the current sort parameter. Undefined when the address is canonical already or matches nothing.
 */
import type { Company } from "@/domain/facts/company";
import { findCompany } from "@/domain/facts/companyNames";
import { decoded } from "./ownChoice";

/** Sections whose first path segment is a company. */
const NAMED = /^\/(companies|figures)\/([^/?]+)(.*)$/s;

/** Former names of the list of companies' sort orders, each with its column. */
export const FORMER_SORTS: Readonly<Record<string, string>> = {
  production: "produced_btc",
  name: "company",
  sold: "trailing_sell_through_pct",
  treasury: "held_btc",
  coverage: "coverage_pct",
  last: "last_figure",
};
export const FORMER_ORDERS = ["asc", "desc"];

export function canonicalAddress(address: string, companies: readonly Company[]): string | undefined {
  const [path, query] = address.split("?");
  return path === "/companies" ? sortedAnew(new URLSearchParams(query)) : namedAnew(address, companies);
}

function sortedAnew(params: URLSearchParams): string | undefined {
  if (!params.has("sort") && !params.has("order")) return undefined;
  const sort = params.get("sort") ?? "production";
  const order = params.get("order") ?? (sort === "name" ? "asc" : "desc");
  const column = FORMER_SORTS[sort];
  if (column === undefined || !FORMER_ORDERS.includes(order)) return undefined;
  params.delete("sort");
  params.delete("order");
  if (!params.has("by")) params.set("by", `companies.${column}.${order}`);
  return `/companies?${params.toString().replaceAll("%2C", ",")}`;
}

function namedAnew(address: string, companies: readonly Company[]): string | undefined {
  const [, section = "", written = "", rest = ""] = NAMED.exec(address) ?? [];
  const name = decoded(written);
  if (section === "" || companies.some(({ id }) => id === name)) return undefined;
  const company = findCompany(companies, name);
  // Without the slash at the end, which would lead on once more.
  return company && `/${section}/${company.id}${rest.replace(/^([^?]*?)\/+(?=\?|$)/, "$1")}`;
}
