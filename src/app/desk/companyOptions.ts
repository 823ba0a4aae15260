/** The companies that a form offers, by name. */
import { appStore } from "@/record/store/database/client";
import { loadCompanies } from "@/record/store/states/loadRecord";

export async function companyOptions(): Promise<(readonly [string, string])[]> {
  const companies = await loadCompanies(appStore());
  return companies.map(({ id, name }) => [id, name] as const).sort(([, a], [, b]) => a.localeCompare(b, "en"));
}
