/**
 * `record backup` and `record restore`: all that an operator would miss, into a folder and back. What each holds is in
 * record/store/backup.ts; a restore overwrites nothing.
 */
import { backUp } from "@/record/store/backup";
import { usingStore, storeUrl } from "@/record/store/client";
import { restore } from "@/record/store/restore";
import { countOf, operatorName, optionsOf, Refusal, say } from "./terminal";

export const BACKUP_USAGE = {
  backup: "npm run record -- backup DIR",
  restore: "npm run record -- restore DIR|ZIP [--by NAME]",
};

export async function backupCommand(args: readonly string[]): Promise<number> {
  const folder = oneFolder(optionsOf(args, {}, BACKUP_USAGE.backup).positionals, BACKUP_USAGE.backup);
  return usingStore(async (store) => {
    const { version, import: seq, log, files } = await backUp(store, folder, new Date().toISOString());
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(
      `Record at version ${version} after ${countOf(seq, "change")}; the log holds: ${countOf(log.entries, "entry", "entries")}.`,
    );
    return say(`${countOf(files.length, "file")}, ${(bytes / 1e6).toFixed(1)} MB, are in ${folder}; manifest.json has the hash of each.`);
  });
}

export async function restoreCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = optionsOf(args, { by: { type: "string" } } as const, BACKUP_USAGE.restore);
  const path = oneFolder(positionals, BACKUP_USAGE.restore);
  const by = operatorName(values.by);
  const { from, version, stated, entries } = await restore(path, storeUrl(), { by, at: new Date().toISOString() });
  if (from === "backup")
    return say(`The store is as it was: record at version ${version}, ${countOf(entries, "entry", "entries")} of the log hold.`);
  console.log("A public export holds the record; queue, decisions and history are not in it, and prisma/data is not imported over it.");
  return say(
    version === stated
      ? `The record is restored at version ${version}, as the export says.`
      : `The record is restored; it is version ${version} here, and the export says ${stated}.`,
  );
}

function oneFolder(words: readonly string[], usage: string): string {
  const [folder, ...more] = words;
  if (folder === undefined || more.length > 0) throw new Refusal(`Name one place. Write: ${usage}`);
  return folder;
}
