/** A cell of a table: the number as a link with evidence and source, or the reason. A row without the cell is an error of the program. */
import { evidenceWord } from "@/domain/cell";
import type { Column, TableCell, TableEvidence, TableSource, Table } from "@/cards/table";
import { sourceLine } from "@/domain/rowSources";
import { attribute, type Markup, markup } from "./markup";

export interface CellPlace {
  readonly column: Column;
  /** The first cell heads its row. */
  readonly head: boolean;
  /** Where that leads: the other cells need not lead there again. */
  readonly headHref: string | undefined;
  readonly notes: Notes;
  /** Figures of the table name their sources: one that has none leaves the place empty. */
  readonly sourced: boolean;
  /** Figures say how they are known. */
  readonly marks: boolean;
}

/** Text of more letters is a sentence: where the table scrolls it gets a wide column instead of a high row. */
const LONG = 60;

/** `<th>` or `<td>` of a cell. Throws a RangeError for a cell that is not there. */
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

/** As the component of that name draws it; the key below the table explains the marks, but not what is second-hand: that is told in place. */
function evidenceMark(evidence: TableEvidence, secondHand: true | undefined): Markup {
  const word = evidenceWord(evidence, secondHand);
  return markup`<i class="ev ${evidence}"${attribute("title", secondHand && "second-hand")}>${word}</i>`;
}

function noteMark(note: string, notes: Notes): Markup | undefined {
  const found = notes.get(note);
  return found && markup`<sup><a href="#${found.id}" aria-label="note ${found.number}">${found.number}</a></sup>`;
}

/** The first source beside the figure; the page that explains the figure has them all. */
function sourceLink(sources: readonly TableSource[]): Markup {
  const [first] = sources;
  if (first === undefined) return markup`<i class="nosrc"></i>`;
  const others = sources.length - 1;
  const title = others === 0 ? sourceLine(first) : `${sourceLine(first)}, and ${others} more`;
  return markup`<a class="src" href="${first.address}" title="${title}"><span>${breakable(first.publisher)}</span></a>`;
}

/** In a narrow column a host is broken before an ending or behind a slash, not within a word. */
const breakable = (name: string): Markup[] =>
  name.split(/(?=\.\w)|(?<=\/)/).map((part, i) => (i === 0 ? markup`${part}` : markup`<wbr>${part}`));

export interface TableNote {
  readonly number: number;
  readonly id: string;
}

/** From a note's text to its number and anchor. */
export type Notes = ReadonlyMap<string, TableNote>;

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
