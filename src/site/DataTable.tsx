/** A Table on a page, with the markup of tableMarkup.ts. */
import type { Table } from "@/cards/tables/table";
import { tableMarkup, type TableOptions } from "./tableMarkup";
import { MarkupBlock } from "./MarkupBlock";

export const DataTable = ({ table, ...options }: TableOptions & { readonly table: Table }) => (
  <MarkupBlock text={tableMarkup(table, options)} />
);
