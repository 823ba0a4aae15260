/**
 * The companies that a reader may meet: those of the store, or, where there is no store yet, those of the committed files. Reading a
 * release must work in a fresh clone, and must not make a store by the way.
 */
import { existsSync } from "node:fs";
import type { Company } from "@/domain/company";
import { readRecord } from "@/record/csv/readRecord";
import { openStore, storeFile, storeUrl } from "@/record/store/client";
import { loadCompanies } from "@/record/store/loadRecord";
import { readFolder } from "../recordFolder";

const FOLDER = "prisma/data";

export async function knownCompanies(): Promise<readonly Company[]> {
  const file = storeFile(storeUrl());
  if (file === undefined || existsSync(file)) {
    const store = openStore();
    try {
      const companies = await loadCompanies(store);
      if (companies.length > 0) return companies;
    } catch {
      // A file without tables is as good as none.
    } finally {
      await store.close();
    }
  }
  const read = readRecord((await readFolder(FOLDER)).files);
  if (!read.ok) return [];
  const { companies, names, listings } = read.record;
  return companies.map((company) => ({
    ...company,
    formerNames: (names ?? []).filter((name) => name.company === company.id),
    listings: listings.filter((listing) => listing.company === company.id),
  }));
}
