/**
 * Which source speaks for a store: the files that were imported last, or the public export that it was restored from. What was entered by
 * hand before such an export was made is in it and in no file of ours, so files that do not state it would silently withdraw it.
 */
import type { FiledRecord } from "@/domain/filedRecord";
import type { Store } from "./client";
import { importHistory } from "./loadRecord";
import { saveRecord } from "./save";

/**
 * A sentence about what these files would take away from a store whose record was restored from an export; undefined when an export does
 * not speak for it, or nothing would go.
 */
export async function withdrawnFromRestored(store: Store, filed: FiledRecord): Promise<string | undefined> {
  const speaks = (await importHistory(store)).find(({ kind }) => kind !== "desk");
  if (speaks?.kind !== "restored") return undefined;
  const { counts } = await saveRecord(store, filed, { by: "", at: "", files: {}, dryRun: true });
  const rows = Object.values(counts.tables).reduce((sum, { changed = 0, retired }) => sum + changed + retired, 0);
  const gone = counts.facts.superseded + counts.facts.withdrawn + rows;
  if (gone === 0) return undefined;
  return `The record of this store was restored from an export (version ${speaks.id}), and these files would withdraw or replace ${gone} of its rows, among them what was entered by hand.`;
}
