/** A Table as markup, kept short: it is most of a page's weight. Header and first column are sticky. */
import type { Column, Row, Table } from "@/cards/tables/table";
import type { TableSorting } from "@/cards/tables/viewed";
import { cellMarkup, type CellPlace, type Notes, readNotes } from "./cellMarkup";
import { attribute, type Markup, markup, skippable } from "./markup";

export interface TableOptions {
  /** Address of the same view sorted by a column; undefined for columns that are not sortable. */
  readonly sortHref?: ((columnKey: string) => string | undefined) | undefined;
  /** The sorting in force; ignored if it is another table's. */
  readonly sorting?: TableSorting | undefined;
  /** Publishers' names below the figures where there is room; else an arrow beside each figure. */
  readonly namedSources?: boolean | undefined;
  /** Show the evidence of each figure (default). */
  readonly marks?: boolean | undefined;
}

/** With more columns than this a table never fits the page: it scrolls in its region at every width. */
const FITTING_COLUMNS = 10;
/** With more cells than this there is a skip link. */
const MANY_CELLS = 60;

/** The table in its scrolling region, with its notes. */
export function tableMarkup(table: Table, options: TableOptions): string {
  const { namedSources = false, marks = true } = options;
  const { id, title, columns, rows } = table;
  const notes = readNotes(table);
  const sourced = rows.some(({ cells }) => columns.some(({ key }) => hasSources(cells[key])));
  const classes = ["table-region", namedSources ? "named" : "", columns.length > FITTING_COLUMNS ? "wide" : ""];
  // For screen readers only: the card's heading says the same.
  const caption = markup`<caption id="${id}-caption" class="sr-only">${title}</caption>`;
  const head = markup`<thead><tr>${columns.map((column) => headMarkup(id, column, options))}</tr></thead>`;
  const body = markup`<tbody>${rows.map((row) => rowMarkup(row, columns, { notes, sourced, marks }))}</tbody>`;
  // The card around it has the table's own id.
  const whole = markup`<table class="data" id="${id}-table">${[caption, head, body]}</table>`;
  const scrolling = markup`<div class="${classes.filter((name) => name !== "").join(" ")}" role="group" aria-labelledby="${id}-caption" tabindex="0">${whole}</div>`;
  const region = rows.length * columns.length > MANY_CELLS ? skippable(id, `the table: ${title}`, scrolling) : scrolling;
  return markup`${region}${noteList(notes)}${columnMeanings(columns)}`.text;
}

const hasSources = (cell: Row["cells"][string] | undefined): boolean => cell?.kind === "value" && cell.sources.length > 0;

function headMarkup(table: string, column: Column, { sortHref, sorting }: TableOptions): Markup {
  const href = sortHref?.(column.key);
  const sorted = sorting?.table === table && sorting.column === column.key ? sorting.direction : undefined;
  const label = href === undefined ? column.label : markup`<a href="${href}">${column.label}</a>`;
  const unit = column.unit === "" ? undefined : markup`<small>${column.unit}</small>`;
  const kind = attribute("class", column.kind === "number" ? "n" : undefined);
  return markup`<th scope="col"${kind} title="${column.description}"${attribute("aria-sort", sorted)}>${label}${unit}</th>`;
}

function rowMarkup(row: Row, columns: readonly Column[], place: Pick<CellPlace, "notes" | "sourced" | "marks">): Markup {
  const cells = columns.map((column, at) => cellAt(row, column, at));
  const headHref = cells[0]?.href;
  return markup`<tr>${columns.map((column, at) => cellMarkup(cells[at], { column, head: at === 0, headHref, ...place }))}</tr>`;
}

/** The first cell has the row's link, unless it has its own. */
function cellAt(row: Row, column: Column, at: number): Row["cells"][string] | undefined {
  const cell = row.cells[column.key];
  if (at !== 0 || cell?.kind !== "text" || cell.href !== undefined || row.href === undefined) return cell;
  return { ...cell, href: row.href };
}

function noteList(notes: Notes): Markup | undefined {
  if (notes.size === 0) return undefined;
  const items = [...notes].map(([text, { id, number }]) => markup`<li id="${id}"><span>${number}</span><span>${text}</span></li>`);
  return markup`<ol class="table-notes">${items}</ol>`;
}

function columnMeanings(columns: readonly Column[]): Markup {
  const entries = columns.map(({ label, description }) => markup`<dt>${label}</dt><dd>${description}</dd>`);
  return markup`<details class="more small mt-3"><summary>What the columns mean</summary><dl class="meanings">${entries}</dl></details>`;
}

/** Approximate maximum bytes of markup per part; the rest of the page takes what remains of its 100 kB. */
const LIGHT_BYTES = 75_000;

/** Splits a long table into parts for several pages, by weight; a single part if it is light enough. */
export function tableParts(table: Table, options: TableOptions): readonly Table[] {
  const wanted = Math.ceil(tableMarkup(table, options).length / LIGHT_BYTES);
  const rows = Math.max(1, Math.ceil(table.rows.length / wanted));
  const count = Math.max(1, Math.ceil(table.rows.length / rows));
  return Array.from({ length: count }, (_, n) => ({ ...table, rows: table.rows.slice(n * rows, (n + 1) * rows) }));
}
