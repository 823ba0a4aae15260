/** A Table on a page, with the markup of tableMarkup.ts. */
import type { Table } from "@/cards/tables/table";
import { tableMarkup, type TableOptions } from "./tableMarkup";

export interface DataTableProps extends TableOptions {
  readonly table: Table;
}

export const DataTable = ({ table, ...options }: DataTableProps) => <MarkupBlock text={tableMarkup(table, options)} />;

interface MarkupBlockProps {
  readonly text: string;
  /** Data attributes for a script that makes it interactive on use (see live/startPage.ts): its kind, and where to find its data. */
  readonly island?: Readonly<Record<`data-${string}`, string>>;
}

/** Sets markup that was built as text (a table, a chart) into a page. */
export const MarkupBlock = ({ text, island }: MarkupBlockProps) => <div {...island} dangerouslySetInnerHTML={{ __html: text }} />;
