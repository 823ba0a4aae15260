/**
 * One cell of a table. A figure: the number as a link to its explanation, its evidence, its source. A missing one: the reason in
 * words. A cell that the row does not have is an error of the program and is said so, not left blank.
 */
import type { Column, TableCell, TableSource } from "@/view/table";
import type { ReactNode } from "react";
import { EvidenceMark } from "./EvidenceMark";
import { sourceLine } from "./SourceList";
import type { Notes } from "./tableNotes";

export interface DataCellProps {
  readonly cell: TableCell | undefined;
  readonly column: Column;
  /** The first cell heads its row. */
  readonly head: boolean;
  readonly notes: Notes;
}

export function DataCell({ cell, column, head, notes }: DataCellProps) {
  if (cell === undefined) throw new RangeError(`a row of the table has no cell for its column "${column.key}"`);
  const content = (
    <>
      {cell.href === undefined ? cell.text : <a href={cell.href}>{cell.text}</a>}
      {cell.kind === "value" && <EvidenceMark evidence={cell.evidence} />}
      {cell.kind !== "missing" && cell.note !== undefined && <NoteMark note={cell.note} notes={notes} />}
      {cell.kind === "value" && <SourceLink sources={cell.sources} />}
    </>
  );
  if (head) return <th scope="row">{content}</th>;
  const names = [column.kind === "number" ? "n" : "", cell.kind === "missing" ? "miss" : ""].filter((name) => name !== "").join(" ");
  return <td className={names === "" ? undefined : names}>{content}</td>;
}

function NoteMark({ note, notes }: { readonly note: string; readonly notes: Notes }): ReactNode {
  const found = notes.get(note);
  if (found === undefined) return null;
  return (
    <sup>
      <a href={`#${found.id}`} aria-label={`note ${found.number}`}>
        {found.number}
      </a>
    </sup>
  );
}

/** The first source beside the figure; the page that explains the figure has them all. */
function SourceLink({ sources }: { readonly sources: readonly TableSource[] }) {
  const [first] = sources;
  if (first === undefined) return <i className="nosrc" />;
  const others = sources.length - 1;
  return (
    <a className="src" href={first.address} title={others === 0 ? sourceLine(first) : `${sourceLine(first)}, and ${others} more`}>
      <span>{first.publisher}</span>
    </a>
  );
}
