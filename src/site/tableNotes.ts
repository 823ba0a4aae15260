/** The notes of a table's cells, numbered in reading order, each once: a tooltip is neither printed nor touched. */
import type { Table } from "@/cards/table";

export interface TableNote {
  readonly number: number;
  readonly id: string;
}

/** From a note's text to its number and anchor. */
export type Notes = ReadonlyMap<string, TableNote>;

export function readNotes(table: Table): Notes {
  const notes = new Map<string, TableNote>();
  for (const row of table.rows) {
    for (const column of table.columns) {
      const cell = row.cells[column.key];
      if (cell === undefined || cell.kind === "missing" || cell.note === undefined || notes.has(cell.note)) continue;
      const number = notes.size + 1;
      notes.set(cell.note, { number, id: `${table.id}-note-${number}` });
    }
  }
  return notes;
}
