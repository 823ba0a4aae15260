/** The sources of a table's figures, for its workbook, its press pack and its printed footer. */
import { keptSources } from "@/domain/figures/rowSources";
import type { Table, TableSource } from "@/cards/tables/table";
import { compareText, groupBy, byFirst } from "@/domain/shared/group";

/** Every source of a table's figures, once, in row order. */
export function tableSources({ rows, columns }: Table): readonly TableSource[] {
  const told = keptSources(rows);
  if (told) return told;
  const found = new Map<string, TableSource>();
  // Only columns of numbers have figures: cells of the others are not built here.
  const numbers = columns.filter(({ kind }) => kind === "number");
  for (const { cells } of rows) {
    for (const { key } of numbers) {
      const cell = cells[key];
      if (cell?.kind !== "value") continue;
      for (const source of cell.sources) if (!found.has(source.address)) found.set(source.address, source);
    }
  }
  return [...found.values()];
}

/** Their publishers, each once, by number of sources, highest first. */
export function tablePublishers(table: Table): string[] {
  const publishers = [...groupBy(tableSources(table), ({ publisher }) => publisher)];
  return publishers.sort(([a, own], [b, other]) => byFirst(other.length - own.length, compareText(a, b))).map(([publisher]) => publisher);
}
