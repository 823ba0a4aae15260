/**
 * A Table as markup, kept short: it is most of a page's weight. End tags that HTML lets us omit (13.1.2.4) are. Header and first column are
 * sticky.
 */
import type { Column, Row, Table, TableCell, TableEvidence, TableSource } from "@/cards/tables/table";
import type { TableSorting } from "@/cards/tables/viewed";
import { evidenceWord } from "@/domain/facts/cell";
import { sourceLine } from "@/domain/figures/rowSources";
import { evidenceClass } from "./marks";
import { address, attribute, type Markup, markup, skippable } from "./markup";

export interface TableOptions {
  /** Address of the same view sorted by a column; undefined for columns that are not sortable. */
  readonly sortHref?: ((columnKey: string) => string | undefined) | undefined;
  readonly sorting?: TableSorting | undefined;
  /** Publishers' names below the figures where there is room; else an arrow beside each figure. */
  readonly namedSources?: boolean | undefined;
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
  const head = markup`<thead><tr>${columns.map((column) => headMarkup(id, column, options))}</thead>`;
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
  const label = href === undefined ? column.label : markup`<a href="${address(href)}">${column.label}</a>`;
  const unit = column.unit === "" ? undefined : markup`<small>${column.unit}</small>`;
  const kind = attribute("class", column.kind === "number" ? "n" : undefined);
  return markup`<th scope="col"${kind} title="${column.description}"${attribute("aria-sort", sorted)}>${label}${unit}`;
}

function rowMarkup(row: Row, columns: readonly Column[], place: Pick<CellPlace, "notes" | "sourced" | "marks">): Markup {
  const cells = columns.map((column, at) => cellAt(row, column, at));
  const headHref = cells[0]?.href;
  return markup`<tr>${columns.map((column, at) => cellMarkup(cells[at], { column, head: at === 0, headHref, ...place }))}`;
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
export function tableParts(table: Table, options: TableOptions, bytes = LIGHT_BYTES): readonly Table[] {
  const wanted = Math.ceil(tableMarkup(table, options).length / bytes);
  const rows = Math.max(1, Math.ceil(table.rows.length / wanted));
  const count = Math.max(1, Math.ceil(table.rows.length / rows));
  return Array.from({ length: count }, (_, n) => ({ ...table, rows: table.rows.slice(n * rows, (n + 1) * rows) }));
}

interface CellPlace {
  readonly column: Column;
  /** The first cell is its row's header. */
  readonly head: boolean;
  /** That cell's link: other cells need not repeat it. */
  readonly headHref: string | undefined;
  readonly notes: Notes;
  /** The table's figures show their sources; one without a source leaves the place empty. */
  readonly sourced: boolean;
  readonly marks: boolean;
}

/** Longer text is a sentence: where the table scrolls it gets a wide column instead of a high row. */
const LONG = 60;

/** `<th>` or `<td>` of a cell. Throws a RangeError for a missing cell. */
function cellMarkup(cell: TableCell | undefined, { column, head, headHref, notes, sourced, marks }: CellPlace): Markup {
  if (cell === undefined) throw new RangeError(`a row of the table has no cell for its column "${column.key}"`);
  const href = head || cell.href !== headHref ? cell.href : undefined;
  const text = href === undefined ? markup`${cell.text}` : markup`<a href="${address(href)}">${cell.text}</a>`;
  const mark = cell.kind === "value" && marks ? evidenceMark(cell.evidence, cell.secondHand) : undefined;
  const note = cell.kind === "missing" || cell.note === undefined ? undefined : noteMark(cell.note, notes);
  const source = cell.kind === "value" && sourced ? sourceLink(cell.sources) : undefined;
  const content = [text, mark, note, source];
  if (head) return markup`<th scope="row">${content}`;
  const kind = column.kind === "number" ? "n" : cell.text.length > LONG ? "long" : "";
  const names = [kind, cell.kind === "missing" ? "miss" : ""].filter((name) => name !== "").join(" ");
  return markup`<td${attribute("class", names === "" ? undefined : names)}>${content}`;
}

/** The same markup as the component's; the table's legend explains the marks, so a pointer gets the word for what is rarer alone. */
function evidenceMark(evidence: TableEvidence, secondHand: true | undefined): Markup {
  const word = evidenceWord(evidence, secondHand);
  return markup`<i class="${evidenceClass(evidence, secondHand)}"${attribute("title", secondHand && "second-hand")}>${word}</i>`;
}

function noteMark(note: string, notes: Notes): Markup | undefined {
  const found = notes.get(note);
  return found && markup`<sup><a href="#${found.id}" aria-label="note ${found.number}">${found.number}</a></sup>`;
}

/** The first source beside the figure; the page that explains the figure lists them all. */
function sourceLink(sources: readonly TableSource[]): Markup {
  const [first] = sources;
  if (first === undefined) return markup`<i class="nosrc"></i>`;
  const others = sources.length - 1;
  const title = others === 0 ? sourceLine(first) : `${sourceLine(first)}, and ${others} more`;
  return markup`<a class="src" href="${first.address}" title="${title}"><span>${breakable(first.publisher)}</span></a>`;
}

/** In a narrow column a host may break before a dot or after a slash, not within a word. */
const breakable = (name: string): Markup[] =>
  name.split(/(?=\.\w)|(?<=\/)/).map((part, i) => (i === 0 ? markup`${part}` : markup`<wbr>${part}`));

/** From a note's text to its number and anchor. */
type Notes = ReadonlyMap<string, { readonly number: number; readonly id: string }>;

/** Numbers the table's notes in reading order; equal texts share a number. */
function readNotes(table: Table): Notes {
  const notes = new Map<string, { number: number; id: string }>();
  for (const row of table.rows) {
    for (const column of table.columns) {
      const cell = row.cells[column.key];
      if (cell === undefined || cell.kind === "missing" || cell.note === undefined || notes.has(cell.note)) continue;
      const number = notes.size + 1;
      notes.set(cell.note, { number, id: `${table.id}-note-${number}` });
    }
  }
  return notes;
}
