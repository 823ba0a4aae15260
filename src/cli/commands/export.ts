/** `record export`: writes the store's record as files for import. Unchanged lines keep their places. */
import { Refusal } from "@/domain/shared/refusal";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder, type Line } from "@/files/package/dataFolder";
import { problemText, readCsv } from "@/record/csv/csv";
import { readRecord } from "@/record/csv/readRecord";
import { FILE_NAMES, FILES } from "@/record/csv/recordRows";
import { loadRecord } from "@/record/store/states/loadRecord";
import { versionOfFiles } from "@/record/store/states/save";
import { COMMITTED } from "../recordFolder";
import { command, count, say, withStore } from "./terminal";

export const exportCommand = command({
  usage: "export DIR",
  does: "the record as the files of prisma/data, to be committed",
  words: [1, 1],
  run: async (_, [folder = ""]) => {
    const record = await withStore((store) => loadRecord(store));
    if (record.companies.length === 0)
      throw new Refusal("Nothing was written: the store is empty. See whether DATABASE_URL names the right one.");
    const files = dataFolder(record, await linesIn(folder));
    const read = readRecord(new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)])));
    // A store may hold rows that no file can state, such as a figure whose document has no web address.
    if (!read.ok)
      throw new Refusal([...read.problems.map(problemText), "Nothing was written: an import would not take these lines."].join("\n"));
    const changed = await replaceFiles(folder, files);
    const version = versionOfFiles(read.record);
    if (version.id !== record.version.id)
      console.log(`The store is at version ${record.version.id}; these files, imported into an empty store, make version ${version.id}.`);
    return say(changed === 0 ? `${folder} states the record already.` : `${count(changed, "file")} of ${folder} written.`);
  },
});

/** Writes the files that differ, and returns how many. They are put in place when all are whole: a full disk leaves what was there. */
async function replaceFiles(folder: string, files: ReadonlyMap<string, string>): Promise<number> {
  await mkdir(folder, { recursive: true });
  const fresh: string[] = [];
  try {
    for (const [name, text] of files) {
      const path = join(folder, name);
      if ((await read(path))?.equals(Buffer.from(text)) === true) continue;
      fresh.push(path);
      await writeFile(`${path}.new`, text);
    }
    for (const path of fresh) await rename(`${path}.new`, path);
    return fresh.length;
  } catch (error) {
    for (const path of fresh) await rm(`${path}.new`, { force: true });
    throw error;
  }
}

/** The lines of the folder's files, or else of the committed ones. */
async function linesIn(folder: string): Promise<Map<string, readonly Line[]>> {
  const lines = new Map<string, readonly Line[]>();
  for (const name of FILE_NAMES) {
    const bytes = (await read(join(folder, name))) ?? (await read(join(COMMITTED, name)));
    if (bytes === undefined) continue;
    const { columns, mayLack } = FILES[name];
    const { rows } = readCsv(name, bytes, columns, mayLack);
    lines.set(
      name,
      rows.map(({ fields }) => columns.map((column) => fields[column] ?? "")),
    );
  }
  return lines;
}

const read = (path: string) => readFile(path).catch(() => undefined);
