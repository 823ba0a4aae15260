/**
 * One large figure with its name, its evidence and a note. A figure that is missing is the reason in words, never a 0 or a dash.
 */
import type { TableCell } from "@/cards/table";
import type { ReactNode } from "react";
import { EvidenceMark } from "./EvidenceMark";

export interface StatBlockProps {
  readonly label: string;
  readonly cell: TableCell;
  /** Written small behind the figure: "BTC". Leave out for percentages, whose text has its sign. */
  readonly unit?: string | undefined;
  readonly note?: ReactNode;
}

export function StatBlock({ label, cell, unit, note }: StatBlockProps) {
  const text = cell.kind === "missing" ? <i className="missing">{cell.text}</i> : cell.text;
  return (
    <div className="stat">
      <p className="stat-label">
        {label}
        {cell.kind === "value" && <EvidenceMark evidence={cell.evidence} secondHand={cell.secondHand} />}
      </p>
      <p className="stat-value">
        {text}
        {unit !== undefined && cell.kind === "value" && <span className="stat-unit">{unit}</span>}
      </p>
      {note !== undefined && <div className="stat-note">{note}</div>}
    </div>
  );
}
