/** A Table on a page, with the markup of tableMarkup.ts. */
import type { Table } from "@/cards/tables/table";
import { tableMarkup, type TableOptions } from "./tableMarkup";
import { MarkupBlock } from "./MarkupBlock";

export interface DataTableProps extends TableOptions {
  readonly table: Table;
}

export const DataTable = ({ table, ...options }: DataTableProps) => <MarkupBlock text={tableMarkup(table, options)} />;
