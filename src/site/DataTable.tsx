/**
 * Draws a Table on a page: its markup, written into the page once. See tableMarkup.ts for what a reader finds in it.
 */
import type { Table } from "@/cards/table";
import { tableMarkup, type TableOptions } from "./tableMarkup";
import { MarkupBlock } from "./MarkupBlock";

export interface DataTableProps extends TableOptions {
  readonly table: Table;
}

export const DataTable = ({ table, ...options }: DataTableProps) => <MarkupBlock text={tableMarkup(table, options)} />;
