/** The operator's command: import, check and history; others are in commands/. Status 0: done, 1: failed, nothing changed. */
import { join, relative } from "node:path";
import { DOUBT_KINDS, doubtsAbout, unnamedHosts } from "@/domain/review/doubt";
import type { FiledRecord } from "@/domain/facts/filedRecord";
import { problemText } from "@/record/csv/csv";
import { readRecord } from "@/record/csv/readRecord";
import { withdrawnFromRestored } from "@/record/store/states/authority";
import { DEFAULT_URL } from "@/record/store/database/client";
import { importHistory } from "@/record/store/states/loadRecord";
import { saveRecord } from "@/record/store/states/save";
import { countLines } from "@/record/store/states/importWords";
import { addCommand } from "./commands/add";
import { auditCommand } from "./commands/audit";
import { backfillCommand } from "./commands/backfill";
import { backupCommand, restoreCommand } from "./commands/backup";
import { dueCommand } from "./commands/due";
import { exportCommand } from "./commands/export";
import { fetchCommand } from "./commands/fetch";
import { queueCommand } from "./commands/queue";
import { readCommand } from "./commands/read";
import { acceptCommand, correctCommand, refuseCommand, undoCommand } from "./commands/review";
import { trainCommand } from "./commands/train";
import { command, count, operatorNow, say, printingRefusals, text, withStore, yes } from "./commands/terminal";
import { COMMITTED, type RecordFolder, readFolder } from "./recordFolder";

const DETAILS_SHOWN = 20;

/** The origin of a change, by its kind. */
const ORIGIN_LABEL = { desk: "at the desk", record: "from files", restored: "from an export" };

const importCommand = command({
  usage: "import DIR [--by NAME] [--dry-run] [--replace]",
  does: "bring the store to what the files in DIR state",
  options: { by: text, "dry-run": yes, replace: yes },
  words: [1, 1],
  run: ({ by, "dry-run": dryRun = false, replace = false }, [folder = ""]) => importFolder(folder, { by, dryRun, replace }),
});

const checkCommand = command({
  usage: "check [DIR]",
  does: `validate the files (default ${COMMITTED}) and list doubtful rows`,
  words: [0, 1],
  run: (_, [folder = COMMITTED]) => checkFolder(folder),
});

const historyCommand = command({ usage: "history", does: "list the imports so far", run: printHistory });

const COMMANDS = {
  "What to do with the record": [importCommand, checkCommand, historyCommand],
  "Keeping it current": [
    ...[fetchCommand, backfillCommand, dueCommand, readCommand, queueCommand, trainCommand],
    ...[acceptCommand, correctCommand, refuseCommand, undoCommand, addCommand, exportCommand],
  ],
  "Keeping it safe": [backupCommand, restoreCommand, auditCommand],
};

/** Runs the command in `args` and returns the exit status. */
export async function recordCommand(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const groups = Object.entries(COMMANDS).map(([title, all]) => [`${title}:`, ...all.flatMap(({ usage }) => usage)].join("\n  "));
  const usage = [...groups, `The store is the one that DATABASE_URL names (default ${DEFAULT_URL}).`].join("\n");
  if (name === undefined || name === "--help" || name === "help" || rest.includes("--help")) return say(usage, name === undefined ? 1 : 0);
  const named = Object.values(COMMANDS)
    .flat()
    .find((one) => one.name === name);
  if (named === undefined) return say(`"${name}" is no command.\n\n${usage}`, 1);
  return printingRefusals(() => named.run(rest));
}

/** Reads the folder's record, or prints its problems. */
async function readOrReport(folder: string): Promise<{ record: FiledRecord; hashes: RecordFolder["hashes"] } | undefined> {
  const { files, hashes } = await readFolder(folder);
  const read = readRecord(files);
  if (read.ok) return { record: read.record, hashes };
  for (const problem of read.problems) console.error(problemText({ ...problem, file: relative(".", join(folder, problem.file)) }));
  return undefined;
}

/** Valid files exit with 0, whatever their doubts: a doubt is a question, not an error. */
async function checkFolder(folder: string): Promise<number> {
  const read = await readOrReport(folder);
  if (!read) return say("These files cannot be imported as they are.", 1);
  const { facts, listings, publishers } = read.record;
  const numbered = facts.map((fact, id) => ({ ...fact, id }));
  const doubts = [...doubtsAbout(numbered, listings), ...(publishers === undefined ? [] : unnamedHosts(numbered, publishers))];
  const place = (id: number) => `${relative(".", join(folder, facts[id]?.file ?? ""))}:${facts[id]?.line ?? ""}`;
  console.log(`${count(facts.length, "fact is", "facts are")} valid. ${count(doubts.length, "doubt")}:`);
  for (const [kind, title] of Object.entries(DOUBT_KINDS)) {
    const mine = doubts.filter((doubt) => doubt.kind === kind);
    if (mine.length === 0) continue;
    console.log(`\n${title} (${mine.length})`);
    for (const { text, facts: about } of mine) console.log(`  ${about.map(place).join(", ")} ${text}`);
  }
  return 0;
}

interface ImportOptions {
  readonly by: string | undefined;
  readonly dryRun: boolean;
  /** Import even if it removes rows that only a restored export has. */
  readonly replace: boolean;
}

async function importFolder(folder: string, { by, dryRun, replace }: ImportOptions): Promise<number> {
  const read = await readOrReport(folder);
  if (!read) return say("Nothing was imported.", 1);
  return withStore(async (store) => {
    const withdrawing = dryRun || replace ? undefined : await withdrawnFromRestored(store, read.record);
    if (withdrawing !== undefined)
      return say(`Nothing was imported. ${withdrawing} Look with --dry-run; to import them all the same, add --replace.`, 1);
    const imported = { ...operatorNow(by), files: read.hashes, dryRun };
    const { seq, version, counts, details } = await saveRecord(store, read.record, imported);
    if (details.length === 0) return say(`Nothing new: the store is at version ${version.id} already.`, 0);
    for (const line of countLines(counts)) console.log(line);
    for (const line of details.slice(0, DETAILS_SHOWN)) console.log(`  ${line}`);
    if (details.length > DETAILS_SHOWN) console.log(`  … and ${details.length - DETAILS_SHOWN} more`);
    return say(seq === null ? "Dry run: nothing was written." : `Import ${seq} is done; the record is at version ${version.id}.`, 0);
  });
}

async function printHistory(): Promise<number> {
  return withStore(async (store) => {
    const entries = await importHistory(store);
    if (entries.length === 0) return say(`Nothing was imported yet. Start with: npm run record -- import ${COMMITTED}`, 0);
    for (const { seq, id, at, by, kind, counts } of entries) {
      console.log(`${seq}  ${at}  ${ORIGIN_LABEL[kind]}, by ${by}, version ${id}`);
      for (const line of countLines(counts)) console.log(`     ${line}`);
    }
    return 0;
  });
}
