/**
 * A table as a page draws it when every figure's sources stand one click away, or in a column of their own: hundreds of publishers' names
 * would outweigh the figures. Downloads are made of the table with its sources.
 */
import type { Row, Table, TableCell } from "../table";

export function withoutSources(table: Table): Table {
  const light = ({ cells: full, ...row }: Row): Row => {
    const cells: Record<string, TableCell> = {};
    for (const { key } of table.columns) {
      const cell = full[key];
      if (cell) cells[key] = cell.kind === "value" ? { ...cell, secondHand: cell.secondHand, sources: [] } : cell;
    }
    return { ...row, cells };
  };
  return { ...table, rows: table.rows.map(light) };
}
