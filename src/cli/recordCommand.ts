/**
 * The operator's command for the record: import a folder of files, check one, list what was imported before; all else is in commands/.
 * Command line in → words on the terminal and an exit status: 0 done, 1 something is wrong and nothing was changed.
 */
import { join, relative } from "node:path";
import { DOUBT_KINDS, doubtsAbout, unnamedHosts } from "@/domain/doubt";
import type { FiledRecord } from "@/domain/filedRecord";
import { problemText } from "@/record/csv/csv";
import { readRecord } from "@/record/csv/readRecord";
import { withdrawnFromRestored } from "@/record/store/authority";
import { importHistory } from "@/record/store/loadRecord";
import { saveRecord } from "@/record/store/save";
import { StoreBusy } from "@/record/store/writeLock";
import { countLines } from "@/record/store/importWords";
import { ADD_USAGE, addCommand } from "./commands/add";
import { AUDIT_USAGE, auditCommand } from "./commands/audit";
import { BACKFILL_USAGE, backfillCommand } from "./commands/backfill";
import { BACKUP_USAGE, backupCommand, restoreCommand } from "./commands/backup";
import { DUE_USAGE, dueCommand } from "./commands/due";
import { EXPORT_USAGE, exportCommand } from "./commands/export";
import { FETCH_USAGE, fetchCommand } from "./commands/fetch";
import { QUEUE_USAGE, queueCommand } from "./commands/queue";
import { READ_USAGE, readCommand } from "./commands/read";
import { acceptCommand, correctCommand, refuseCommand, REVIEW_USAGE, undoCommand } from "./commands/review";
import { TRAIN_USAGE, trainCommand } from "./commands/train";
import { countOf, operatorName, optionsOf, say, saying, withStore } from "./commands/terminal";
import { type RecordFolder, readFolder } from "./recordFolder";

const USAGE = `What to do with the record:
  npm run record -- import DIR [--by NAME] [--dry-run]   bring the store to what the files in DIR state
  npm run record -- check [DIR]                          validate the files (default prisma/data) and list doubtful rows
  npm run record -- history                              list the imports so far
Keeping it current:
  ${FETCH_USAGE}
  ${BACKFILL_USAGE}
  ${DUE_USAGE}   which companies owe an update
  ${READ_USAGE}
  ${QUEUE_USAGE}
  ${TRAIN_USAGE}
  ${Object.values(REVIEW_USAGE).join("\n  ")}
  ${Object.values(ADD_USAGE).join("\n  ")}
  ${EXPORT_USAGE}   the record as the files of prisma/data, to be committed
Keeping it safe:
  ${BACKUP_USAGE.backup}   the store, documents and uploads, with a hash of each
  ${BACKUP_USAGE.restore}   from a backup, or from a public export
  ${AUDIT_USAGE}   check the log of all that was done, and list it
The store is the one that DATABASE_URL names (default file:./data/sellthrough.db).`;

const DEFAULT_FOLDER = "prisma/data";
const DETAILS_SHOWN = 20;

/** How a change was made, by its kind. */
const MADE = { desk: "at the desk", record: "from files", restored: "from an export" };

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  import: importCommand,
  check: checkCommand,
  history: historyCommand,
  fetch: fetchCommand,
  backfill: backfillCommand,
  due: dueCommand,
  read: readCommand,
  queue: queueCommand,
  train: trainCommand,
  accept: acceptCommand,
  correct: correctCommand,
  refuse: refuseCommand,
  undo: undoCommand,
  add: addCommand,
  audit: auditCommand,
  backup: backupCommand,
  restore: restoreCommand,
  export: exportCommand,
};

/** Runs the command that `args` name and gives the exit status. */
export async function recordCommand(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "help" || rest.includes("--help")) return say(USAGE, name === undefined ? 1 : 0);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return say(`"${name}" is no command.\n\n${USAGE}`, 1);
  return saying(() => command(rest));
}

async function importCommand(args: readonly string[]): Promise<number> {
  const usage = "npm run record -- import DIR [--by NAME] [--dry-run] [--replace]";
  const options = { by: { type: "string" }, "dry-run": { type: "boolean" }, replace: { type: "boolean" } } as const;
  const { values, positionals } = optionsOf(args, options, usage);
  const [folder, ...more] = positionals;
  if (more.length > 0) return say(`One folder at a time. Write: ${usage}`, 1);
  if (folder === undefined) return say(`Which folder? Write: npm run record -- import ${DEFAULT_FOLDER}`, 1);
  return importFolder(folder, operatorName(values.by), { dryRun: values["dry-run"] === true, replace: values.replace === true });
}

async function checkCommand(args: readonly string[]): Promise<number> {
  const { positionals } = optionsOf(args, {}, "npm run record -- check [DIR]");
  if (positionals.length > 1) return say("One folder at a time. Write: npm run record -- check [DIR]", 1);
  return checkFolder(positionals[0] ?? DEFAULT_FOLDER);
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
  const { facts, listings, publishers } = read.record;
  const numbered = facts.map((fact, id) => ({ ...fact, id }));
  const doubts = [...doubtsAbout(numbered, listings), ...(publishers === undefined ? [] : unnamedHosts(numbered, publishers))];
  const place = (id: number) => `${relative(".", join(folder, facts[id]?.file ?? ""))}:${facts[id]?.line ?? ""}`;
  console.log(`${countOf(facts.length, "fact is", "facts are")} valid. ${countOf(doubts.length, "doubt")}:`);
  for (const [kind, title] of Object.entries(DOUBT_KINDS)) {
    const mine = doubts.filter((doubt) => doubt.kind === kind);
    if (mine.length === 0) continue;
    console.log(`\n${title} (${mine.length})`);
    for (const { text, facts: about } of mine) console.log(`  ${about.map(place).join(", ")} ${text}`);
  }
  return 0;
}

interface ImportOptions {
  readonly dryRun: boolean;
  /** Also when it takes away what only a restored export states. */
  readonly replace: boolean;
}

async function importFolder(folder: string, by: string, { dryRun, replace }: ImportOptions): Promise<number> {
  const read = await readOrTell(folder);
  if (!read) return say("Nothing was imported.", 1);
  return withStore(async (store) => {
    const withdrawing = dryRun || replace ? undefined : await withdrawnFromRestored(store, read.record);
    if (withdrawing !== undefined)
      return say(`Nothing was imported. ${withdrawing} Look with --dry-run; to import them all the same, add --replace.`, 1);
    const imported = { by, at: new Date().toISOString(), files: read.hashes, dryRun };
    const { seq, version, counts, details } = await saveRecord(store, read.record, imported);
    if (details.length === 0) return say(`Nothing new: the store is at version ${version.id} already.`, 0);
    for (const line of countLines(counts)) console.log(line);
    for (const line of details.slice(0, DETAILS_SHOWN)) console.log(`  ${line}`);
    if (details.length > DETAILS_SHOWN) console.log(`  … and ${details.length - DETAILS_SHOWN} more`);
    return say(seq === null ? "Dry run: nothing was written." : `Import ${seq} is done; the record is at version ${version.id}.`, 0);
  }).catch((error: unknown) => {
    if (error instanceof StoreBusy) return say(`Nothing was imported: ${error.message}.`, 1);
    throw error;
  });
}

async function historyCommand(args: readonly string[]): Promise<number> {
  const { positionals } = optionsOf(args, {}, "npm run record -- history");
  if (positionals.length > 0) return say("Nothing follows it. Write: npm run record -- history", 1);
  return withStore(async (store) => {
    const entries = await importHistory(store);
    if (entries.length === 0) return say(`Nothing was imported yet. Start with: npm run record -- import ${DEFAULT_FOLDER}`, 0);
    for (const { seq, id, at, by, kind, counts } of entries) {
      console.log(`${seq}  ${at}  ${MADE[kind]}, by ${by}, version ${id}`);
      for (const line of countLines(counts)) console.log(`     ${line}`);
    }
    return 0;
  });
}
