/** `record backup` and `record restore` (record/store/copies); a restore overwrites nothing. */
import { backUp } from "@/record/store/copies/backup";
import { usingStore, storeUrl } from "@/record/store/database/client";
import { restore } from "@/record/store/copies/restore";
import { command, count, operatorNow, say, text } from "./terminal";

export const backupCommand = command({
  usage: "backup DIR",
  does: "the store, documents and uploads, with a hash of each",
  words: [1, 1],
  run: (_, [folder = ""]) =>
    usingStore(async (store) => {
      const { version, import: seq, log, files } = await backUp(store, folder, new Date().toISOString());
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      console.log(`Record at version ${version} after ${count(seq, "change")}; the log holds: ${count(log.entries, "entry", "entries")}.`);
      return say(`${count(files.length, "file")}, ${(bytes / 1e6).toFixed(1)} MB, are in ${folder}; manifest.json has the hash of each.`);
    }),
});

export const restoreCommand = command({
  usage: "restore DIR|ZIP [--by NAME]",
  does: "from a backup, or from a public export",
  options: { by: text },
  words: [1, 1],
  run: async (values, [path = ""]) => {
    const { from, version, stated, entries } = await restore(path, storeUrl(), operatorNow(values.by));
    if (from === "backup")
      return say(`The store is as it was: record at version ${version}, ${count(entries, "entry", "entries")} of the log hold.`);
    console.log("A public export holds the record; queue, decisions and history are not in it, and prisma/data is not imported over it.");
    return say(
      version === stated
        ? `The record is restored at version ${version}, as the export says.`
        : `The record is restored; it is version ${version} here, and the export says ${stated}.`,
    );
  },
});
