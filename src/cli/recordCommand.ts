/**
 * The operator's command for the record: import a folder of files, check one, or list what was imported before.
 * Command line in → words on the terminal and an exit status: 0 done, 1 something is wrong and nothing was changed.
 */
import { userInfo } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { DOUBT_KINDS, doubtsAbout } from "@/domain/doubt";
import type { FiledRecord } from "@/domain/filedRecord";
import { problemText } from "@/intake/csv";
import { readRecord } from "@/intake/record";
import { openStore } from "@/store/client";
import { migrate } from "@/store/migrate";
import { importHistory } from "@/store/record";
import { saveRecord, StoreBusy } from "@/store/save";
import { countLines } from "@/store/words";
import { type RecordFolder, readFolder } from "./recordFolder";

const USAGE = `What to do with the record:
  npm run record -- import DIR [--by NAME] [--dry-run]   bring the store to what the files in DIR state
  npm run record -- check [DIR]                          validate the files (default prisma/data) and list doubtful rows
  npm run record -- history                              list the imports so far
The store is the one that DATABASE_URL names (default file:./data/sellthrough.db).`;

const DEFAULT_FOLDER = "prisma/data";
const DETAILS_SHOWN = 20;

/** Runs the command that `args` name and gives the exit status. */
export async function recordCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { by: { type: "string" }, "dry-run": { type: "boolean" }, help: { type: "boolean" } },
  });
  const [command, folder, ...more] = positionals;
  if (values.help === true) return say(USAGE, 0);
  if (more.length > 0) return say(`One folder at a time.\n\n${USAGE}`, 1);
  switch (command) {
    case "import":
      if (folder === undefined) return say(`Which folder? Write: npm run record -- import ${DEFAULT_FOLDER}`, 1);
      return importFolder(folder, values.by ?? operator(), values["dry-run"] === true);
    case "check":
      return checkFolder(folder ?? DEFAULT_FOLDER);
    case "history":
      return history();
    default:
      return say(command === undefined ? USAGE : `"${command}" is no command.\n\n${USAGE}`, 1);
  }
}

/** Who runs the command, when they do not say. */
function operator(): string {
  try {
    return userInfo().username;
  } catch {
    return "unnamed";
  }
}

function say(text: string, status: number): number {
  (status === 0 ? console.log : console.error)(text);
  return status;
}

/** Reads the folder's record, or tells its problems. */
async function readOrTell(folder: string): Promise<{ record: FiledRecord; hashes: RecordFolder["hashes"] } | undefined> {
  const { files, hashes } = await readFolder(folder);
  const read = readRecord(files);
  if (read.ok) return { record: read.record, hashes };
  for (const problem of read.problems) console.error(problemText({ ...problem, file: relative(".", join(folder, problem.file)) }));
  return undefined;
}

/** Valid files exit with 0, however many doubts there are: a doubt is a question, not an error. */
async function checkFolder(folder: string): Promise<number> {
  const read = await readOrTell(folder);
  if (!read) return say("These files cannot be imported as they are.", 1);
  const { facts, listings } = read.record;
  // In a file a fact's number is its line.
  const doubts = doubtsAbout(
    facts.map((fact) => ({ ...fact, id: fact.line })),
    listings,
  );
  console.log(`${facts.length} facts are valid. ${doubts.length} doubts:`);
  for (const [kind, title] of Object.entries(DOUBT_KINDS)) {
    const mine = doubts.filter((doubt) => doubt.kind === kind);
    if (mine.length === 0) continue;
    console.log(`\n${title} (${mine.length})`);
    for (const { text, facts: lines } of mine) console.log(`  ${relative(".", join(folder, "facts.csv"))}:${lines.join(",")} ${text}`);
  }
  return 0;
}

async function importFolder(folder: string, by: string, dryRun: boolean): Promise<number> {
  const read = await readOrTell(folder);
  if (!read) return say("Nothing was imported.", 1);
  const store = openStore();
  try {
    await migrate(store);
    const { seq, version, counts, details } = await saveRecord(store, read.record, {
      by,
      at: new Date().toISOString(),
      files: read.hashes,
      dryRun,
    });
    if (details.length === 0) return say(`Nothing new: the store is at version ${version.id} already.`, 0);
    for (const line of countLines(counts)) console.log(line);
    for (const line of details.slice(0, DETAILS_SHOWN)) console.log(`  ${line}`);
    if (details.length > DETAILS_SHOWN) console.log(`  … and ${details.length - DETAILS_SHOWN} more`);
    return say(seq === null ? "Dry run: nothing was written." : `Import ${seq} is done; the record is at version ${version.id}.`, 0);
  } catch (error) {
    if (error instanceof StoreBusy) return say(`Nothing was imported: ${error.message}.`, 1);
    throw error;
  } finally {
    await store.close();
  }
}

async function history(): Promise<number> {
  const store = openStore();
  try {
    await migrate(store);
    const entries = await importHistory(store);
    if (entries.length === 0) return say(`Nothing was imported yet. Start with: npm run record -- import ${DEFAULT_FOLDER}`, 0);
    for (const { seq, id, at, by, kind, counts } of entries) {
      console.log(`${seq}  ${at}  ${kind === "desk" ? "at the desk" : "from files"}, by ${by}, version ${id}`);
      for (const line of countLines(counts)) console.log(`     ${line}`);
    }
    return 0;
  } finally {
    await store.close();
  }
}
