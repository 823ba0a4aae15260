/**
 * Draws a Table on a page: its markup, written into the page once. See tableMarkup.ts for what a reader finds in it.
 */
import { createHash } from "node:crypto";
import type { Table } from "@/cards/table";
import { handOver } from "./handOver";
import { tableMarkup, type TableOptions } from "./tableMarkup";
import { Written } from "./Written";

export interface DataTableProps extends TableOptions {
  readonly table: Table;
}

export function DataTable({ table, ...options }: DataTableProps) {
  const markup = tableMarkup(table, options);
  const name = createHash("sha256").update(markup).digest("base64url").slice(0, 22);
  handOver(name, markup);
  return <Written name={name} />;
}
