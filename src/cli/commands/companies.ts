/** The reader's prior knowledge: the store's companies, figures and prices, or those of the committed files if there is no store. */
import { companiesOf } from "@/domain/facts/filedRecord";
import { readRecord } from "@/record/csv/readRecord";
import type { KnownRecord } from "@/finder/run/named";
import type { KnownSources } from "@/finder/run/sourceKind";
import { hasStore, usingStore } from "@/record/store/database/client";
import { loadRecord } from "@/record/store/states/loadRecord";
import { COMMITTED, readFolder } from "../recordFolder";

/** Empty if neither the store nor the committed files can be read. */
export async function knownRecord(): Promise<KnownRecord & KnownSources> {
  if (hasStore()) {
    // A store without tables counts as missing.
    const record = await usingStore(loadRecord).catch(() => undefined);
    if (record !== undefined && record.companies.length > 0) return record;
  }
  const read = readRecord((await readFolder(COMMITTED)).files);
  if (!read.ok) return { companies: [], facts: [], prices: [] };
  return { ...read.record, companies: companiesOf(read.record) };
}
