/**
 * A record many times as large, for measuring how pages slow down with it: the committed files with every company written again under
 * other ids. Folder and factor in → folder of files that the ordinary import takes. It is never part of the product.
 */
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

type Line = { [column: string]: string };

/** Columns that name a company, and those whose values may not be given twice. */
const ID_COLUMNS = ["company", "parent", "child"];
const NAMED = ["name", "ticker"];

export async function writeLarger(from: string, to: string, factor: number): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const file of await readdir(from)) {
    const lines: Line[] = file.endsWith(".csv") ? parse(await readFile(join(from, file)), { columns: true, bom: true }) : [];
    const [first] = lines;
    if (!first || !ID_COLUMNS.some((column) => column in first)) {
      await copyFile(join(from, file), join(to, file));
      continue;
    }
    const all = Array.from({ length: factor }, (_, copy) => (copy === 0 ? lines : lines.map((line) => copied(line, copy)))).flat();
    await writeFile(join(to, file), stringify(all, { header: true, columns: Object.keys(first) }));
  }
}

function copied(line: Line, copy: number): Line {
  return Object.fromEntries(
    Object.entries(line).map(([column, value]) => {
      if (value === "") return [column, value];
      if (ID_COLUMNS.includes(column)) return [column, `${value}-${copy}`];
      if (NAMED.includes(column)) return [column, `${value} ${copy}`];
      return [column, column === "sec_cik" ? "" : value];
    }),
  );
}
