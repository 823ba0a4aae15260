/**
 * Draws a Table. Every figure bears its evidence, links to what explains it and to its source; a missing figure is the reason in
 * words. Figures are aligned by their digits, the head and the first column stay in sight, and a table wider than the page scrolls
 * inside its own region. The markup is kept short on purpose: a table of the whole panel is most of a page's weight.
 */
import type { Column, Row, Table } from "@/view/table";
import type { ReactNode } from "react";
import { type Notes, readNotes } from "./tableNotes";
import { DataCell } from "./DataCell";

export interface Sorting {
  /** Key of the column that the rows are sorted by. */
  readonly by: string;
  readonly direction: "ascending" | "descending";
}

export interface DataTableProps {
  readonly table: Table;
  /** Address of the same view sorted by a column; undefined for columns that cannot be sorted by. */
  readonly sortHref?: ((columnKey: string) => string | undefined) | undefined;
  readonly sorting?: Sorting | undefined;
  /** Publishers' names below the figures where there is room; else an arrow beside each figure. */
  readonly namedSources?: boolean | undefined;
  /** The caption is read aloud but not shown: where a heading above says the same. */
  readonly hiddenCaption?: boolean | undefined;
  /** Explain the columns below the table (default). */
  readonly definitions?: boolean | undefined;
}

/** More columns than this never fit the page: the table scrolls in its region at every width. */
const FITTING_COLUMNS = 10;

export function DataTable({ table, sortHref, sorting, namedSources = false, hiddenCaption = false, definitions = true }: DataTableProps) {
  const notes = readNotes(table);
  const region = ["table-region", namedSources ? "named" : "", table.columns.length > FITTING_COLUMNS ? "wide" : ""];
  return (
    <>
      <div className={region.filter((name) => name !== "").join(" ")} role="group" aria-labelledby={`${table.id}-caption`} tabIndex={0}>
        {/* The card around it bears the table's own id. */}
        <table className="data" id={`${table.id}-table`}>
          <caption id={`${table.id}-caption`} className={hiddenCaption ? "sr-only" : undefined}>
            {table.title}
          </caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <Head key={column.key} column={column} href={sortHref?.(column.key)} sorting={sorting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                {table.columns.map((column, at) => (
                  <DataCell key={column.key} cell={cellAt(row, column, at)} column={column} head={at === 0} notes={notes} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <NoteList notes={notes} />
      {definitions && <ColumnMeanings columns={table.columns} />}
    </>
  );
}

/** The first cell leads where the row leads, unless it has an address of its own. */
function cellAt(row: Row, column: Column, at: number): Row["cells"][string] | undefined {
  const cell = row.cells[column.key];
  if (at !== 0 || cell?.kind !== "text" || cell.href !== undefined || row.href === undefined) return cell;
  return { ...cell, href: row.href };
}

interface HeadProps {
  readonly column: Column;
  readonly href: string | undefined;
  readonly sorting: Sorting | undefined;
}

function Head({ column, href, sorting }: HeadProps): ReactNode {
  const sorted = sorting?.by === column.key ? sorting.direction : undefined;
  return (
    <th scope="col" className={column.kind === "number" ? "n" : undefined} title={column.description} aria-sort={sorted}>
      {href === undefined ? column.label : <a href={href}>{column.label}</a>}
      {column.unit !== "" && <small>{column.unit}</small>}
    </th>
  );
}

function NoteList({ notes }: { readonly notes: Notes }) {
  if (notes.size === 0) return null;
  return (
    <ol className="table-notes">
      {[...notes].map(([text, note]) => (
        <li key={note.id} id={note.id}>
          <span>{note.number}</span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}

function ColumnMeanings({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <details className="more small mt-3">
      <summary>What the columns mean</summary>
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {columns.map((column) => (
          <div key={column.key} className="contents">
            <dt className="font-semibold">{column.label}</dt>
            <dd className="max-w-[42rem]">{column.description}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
