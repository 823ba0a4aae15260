/** Which source is authoritative for a store: its files, or the export it was restored from, with manual entries that files lack. */
import type { FiledRecord } from "@/domain/facts/filedRecord";
import type { Store } from "../database/client";
import { importHistory } from "./loadRecord";
import { saveRecord } from "./save";

/** What importing these files would remove from a restored store, as a sentence; undefined if nothing, or if it was not restored. */
export async function withdrawnFromRestored(store: Store, filed: FiledRecord): Promise<string | undefined> {
  const speaks = (await importHistory(store)).find(({ kind }) => kind !== "desk");
  if (speaks?.kind !== "restored") return undefined;
  const { counts } = await saveRecord(store, filed, { by: "", at: "", files: {}, dryRun: true });
  const rows = Object.values(counts.tables).reduce((sum, { changed = 0, retired }) => sum + changed + retired, 0);
  const gone = counts.facts.superseded + counts.facts.withdrawn + rows;
  if (gone === 0) return undefined;
  return `The record of this store was restored from an export (version ${speaks.id}), and these files would withdraw or replace ${gone} of its rows, among them what was entered by hand.`;
}
