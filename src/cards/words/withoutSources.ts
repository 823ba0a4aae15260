/**
 * A table as a page draws it when every figure's sources stand one click away, or in a column of their own: hundreds of publishers' names
 * would outweigh the figures. Downloads are made of the table with its sources.
 */
import type { Row, Table } from "../table";

export function withoutSources(table: Table): Table {
  const light = ({ cells, ...row }: Row): Row => ({
    ...row,
    cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.kind === "value" ? { ...cell, sources: [] } : cell])),
  });
  return { ...table, rows: table.rows.map(light) };
}
