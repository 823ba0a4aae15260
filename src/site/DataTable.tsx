/** Draws a Table on a page: the markup of tableMarkup.ts, written once. */
import type { Table } from "@/cards/table";
import { tableMarkup, type TableOptions } from "./tableMarkup";
import { MarkupBlock } from "./MarkupBlock";

export interface DataTableProps extends TableOptions {
  readonly table: Table;
}

export const DataTable = ({ table, ...options }: DataTableProps) => <MarkupBlock text={tableMarkup(table, options)} />;
