/** A table cell: the number as a link with evidence and source, or the reason. A row without the cell is a bug. */
import { evidenceWord } from "@/domain/facts/cell";
import type { Column, TableCell, TableEvidence, TableSource, Table } from "@/cards/tables/table";
import { sourceLine } from "@/domain/figures/rowSources";
import { attribute, type Markup, markup } from "./markup";

export interface CellPlace {
  readonly column: Column;
  /** The first cell is its row's header. */
  readonly head: boolean;
  /** That cell's link: other cells need not repeat it. */
  readonly headHref: string | undefined;
  readonly notes: Notes;
  /** The table's figures show their sources; one without a source leaves the place empty. */
  readonly sourced: boolean;
  /** Figures show their evidence. */
  readonly marks: boolean;
}

/** Longer text is a sentence: where the table scrolls it gets a wide column instead of a high row. */
const LONG = 60;

/** `<th>` or `<td>` of a cell. Throws a RangeError for a missing cell. */
export function cellMarkup(cell: TableCell | undefined, { column, head, headHref, notes, sourced, marks }: CellPlace): Markup {
  if (cell === undefined) throw new RangeError(`a row of the table has no cell for its column "${column.key}"`);
  const href = head || cell.href !== headHref ? cell.href : undefined;
  const text = href === undefined ? markup`${cell.text}` : markup`<a href="${href}">${cell.text}</a>`;
  const mark = cell.kind === "value" && marks ? evidenceMark(cell.evidence, cell.secondHand) : undefined;
  const note = cell.kind === "missing" || cell.note === undefined ? undefined : noteMark(cell.note, notes);
  const source = cell.kind === "value" && sourced ? sourceLink(cell.sources) : undefined;
  const content = [text, mark, note, source];
  if (head) return markup`<th scope="row">${content}</th>`;
  const kind = column.kind === "number" ? "n" : cell.text.length > LONG ? "long" : "";
  const names = [kind, cell.kind === "missing" ? "miss" : ""].filter((name) => name !== "").join(" ");
  return markup`<td${attribute("class", names === "" ? undefined : names)}>${content}</td>`;
}

/** The same markup as the component's; the table's legend explains the marks, but second-hand is written out here. */
function evidenceMark(evidence: TableEvidence, secondHand: true | undefined): Markup {
  const word = evidenceWord(evidence, secondHand);
  return markup`<i class="ev ${evidence}"${attribute("title", secondHand && "second-hand")}>${word}</i>`;
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

export interface TableNote {
  readonly number: number;
  readonly id: string;
}

/** From a note's text to its number and anchor. */
export type Notes = ReadonlyMap<string, TableNote>;

/** Numbers the table's notes in reading order; equal texts share a number. */
export function readNotes(table: Table): Notes {
  const notes = new Map<string, TableNote>();
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
