/** The sources behind the figures of a table, for its workbook, its press pack and its foot on paper. */
import type { Table, TableSource } from "@/cards/table";

/** Every source behind a figure of the table, once, in the order of the rows. */
export function tableSources({ rows, columns }: Table): TableSource[] {
  const found = new Map<string, TableSource>();
  for (const { cells } of rows) {
    for (const { key } of columns) {
      const cell = cells[key];
      if (cell?.kind !== "value") continue;
      for (const source of cell.sources) if (!found.has(source.address)) found.set(source.address, source);
    }
  }
  return [...found.values()];
}

/** Who published them, each once, by name. */
export const tablePublishers = (table: Table): string[] =>
  [...new Set(tableSources(table).map(({ publisher }) => publisher))].sort((a, b) => a.localeCompare(b, "en"));
