/** One large figure with name, evidence and note; if missing, the reason in words. */
import type { TableCell } from "@/cards/tables/table";
import type { ReactNode } from "react";
import { EvidenceMark } from "./marks";

interface StatBlockProps {
  readonly label: string;
  readonly cell: TableCell;
  /** Small, after the figure: "BTC". Leave out for percentages, whose text has its sign. */
  readonly unit?: string | undefined;
  readonly note?: ReactNode;
}

export function StatBlock({ label, cell, unit, note }: StatBlockProps) {
  const text = cell.kind === "missing" ? <i className="missing text-[1.25rem] font-normal tracking-[0]">{cell.text}</i> : cell.text;
  return (
    <div className="stat">
      <p className="text-quiet text-ink-soft">
        {label}
        {cell.kind === "value" && <EvidenceMark evidence={cell.evidence} secondHand={cell.secondHand} />}
      </p>
      <p className="mt-[0.15rem] text-[clamp(2rem,1.6rem+1.4vw,2.75rem)] leading-[1.1] font-[550] tracking-[-0.03em] lining-nums tabular-nums">
        {text}
        {unit !== undefined && cell.kind === "value" && (
          <span className="ml-[0.3em] text-[0.4em] font-[450] tracking-[0] text-ink-muted">{unit}</span>
        )}
      </p>
      {note !== undefined && <div className="mt-[0.3rem] text-fine leading-[1.45] text-ink-muted">{note}</div>}
    </div>
  );
}
