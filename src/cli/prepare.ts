/** Prepares the store: migrates it, and imports the committed record unless the store has it, or newer files, already. */
import { readRecord } from "@/record/csv/readRecord";
import { problemText } from "@/record/csv/csv";
import { usingStore, storeFile, type Store } from "@/record/store/database/client";
import { migrate } from "@/record/store/database/migrate";
import { dataVersion, type ImportEntry, importHistory } from "@/record/store/states/loadRecord";
import { withdrawnFromRestored } from "@/record/store/states/authority";
import { filesDate, saveRecord } from "@/record/store/states/save";
import { countLines } from "@/record/store/states/importWords";
import { COMMITTED, type RecordFolder, readFolder } from "./recordFolder";

/** Prepares the environment's store and reports each step. Throws when the committed record is invalid. */
export const prepareStore = (say: (line: string) => void): Promise<void> =>
  usingStore(async (store) => {
    const file = storeFile(store.url);
    say(`The store is ${file === undefined ? `the server at ${new URL(store.url).host}` : `the file ${file}`}.`);
    const applied = await migrate(store);
    if (applied.length > 0) say(`Its tables are made or changed: ${applied.join(", ")}.`);
    await importCommitted(store, say);
    const { id, date } = await dataVersion(store);
    say(`The record is at version ${id}, with figures published up to ${date}.`);
  });

async function importCommitted(store: Store, say: (line: string) => void): Promise<void> {
  const folder = await readFolder(COMMITTED);
  const earlier = (await importHistory(store)).filter(({ kind }) => kind !== "desk");
  if (earlier.some(({ files }) => sameFiles(files, folder))) return;
  const read = readRecord(folder.files);
  if (!read.ok)
    throw new Error(read.problems.map((problem) => problemText({ ...problem, file: `${COMMITTED}/${problem.file}` })).join("\n"));
  const withdrawing = await withdrawnFromRestored(store, read.record);
  if (withdrawing !== undefined) {
    say(`${withdrawing} So ${COMMITTED} is not imported. To see what it would change: npm run record -- import ${COMMITTED} --dry-run`);
    return;
  }
  if ((earlier[0]?.filesDate ?? "") > filesDate(read.record)) {
    say(`It holds a newer record than ${COMMITTED}. To go back to that one: npm run record -- import ${COMMITTED}`);
    return;
  }
  say(earlier.length === 0 ? `It is empty: importing the record from ${COMMITTED}.` : `${COMMITTED} has changed: importing it.`);
  const saved = await saveRecord(store, read.record, { by: "npm start", at: new Date().toISOString(), files: folder.hashes });
  for (const line of countLines(saved.counts)) say(`  ${line}`);
}

function sameFiles(files: ImportEntry["files"], { hashes }: RecordFolder): boolean {
  const names = new Set([...Object.keys(files), ...Object.keys(hashes)]);
  return [...names].every((name) => files[name] === hashes[name]);
}
