/**
 * The canonical address of a page: /companies/RIOT or /figures/Riot/2025-03/btc_sold redirect to the slug's, ?sort=treasury&order=asc to
 * the current sort parameter, most companies by name to those left out, every one to panel=all. Undefined when the address is canonical
 * already or matches nothing.
 */
import type { Company } from "@/domain/facts/company";
import { findCompany } from "@/domain/facts/companyNames";
import { decoded } from "./ownChoice";
import { isOfLeftOut, pickedBy, shortest } from "./picked";
import { listOf, MOST_COMPANIES } from "./selection";

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
  const [path = "", query] = address.split("?");
  const params = new URLSearchParams(query);
  return (path === "/companies" ? sortedAnew(params) : namedAnew(address, companies)) ?? pickedAnew(path, params, companies);
}

/**
 * The same view, whose links repeat a shorter list: every company picked is the panel of all (a comparison has no panel), most companies
 * picked are those left out.
 */
function pickedAnew(path: string, params: URLSearchParams, companies: readonly Company[]): string | undefined {
  const names = [...new Set(listOf(params.getAll("c")))];
  if (names.length === 0 || names.length > MOST_COMPANIES) return undefined;
  const picked = pickedBy(names, companies);
  if (picked.unknown.length > 0 || picked.companies.length === 0) return undefined;
  if (picked.companies.length < companies.length || path === "/compare") {
    const list = shortest(picked.companies, companies);
    if (isOfLeftOut(list) === isOfLeftOut(names)) return undefined;
    params.set("c", list.join(","));
  } else {
    params.delete("c");
    params.set("panel", "all");
  }
  return withParams(path, params);
}

const withParams = (path: string, params: URLSearchParams): string => `${path}?${params.toString().replaceAll("%2C", ",")}`;

function sortedAnew(params: URLSearchParams): string | undefined {
  if (!params.has("sort") && !params.has("order")) return undefined;
  const sort = params.get("sort") ?? "production";
  const order = params.get("order") ?? (sort === "name" ? "asc" : "desc");
  const column = FORMER_SORTS[sort];
  if (column === undefined || !FORMER_ORDERS.includes(order)) return undefined;
  params.delete("sort");
  params.delete("order");
  if (!params.has("by")) params.set("by", `companies.${column}.${order}`);
  return withParams("/companies", params);
}

function namedAnew(address: string, companies: readonly Company[]): string | undefined {
  const [, section = "", written = "", rest = ""] = NAMED.exec(address) ?? [];
  const name = decoded(written);
  if (section === "" || companies.some(({ id }) => id === name)) return undefined;
  const company = findCompany(companies, name);
  // Without the slash at the end, which would lead on once more.
  return company && `/${section}/${company.id}${rest.replace(/^([^?]*?)\/+(?=\?|$)/, "$1")}`;
}
