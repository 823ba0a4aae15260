/**
 * A card whose content is set by its page (a sorted table, small multiples) and whose downloads are the whole table behind it. What is
 * shown may be a lighter drawing of the table; what is taken away never is.
 */
import type { ReactNode } from "react";
import { EvidenceKey } from "@/site/EvidenceKey";
import type { Table } from "@/cards/table";
import { CardFrame } from "../Card";
import type { View } from "../request";

export interface TableCardProps {
  readonly view: View;
  readonly table: Table;
  readonly sentence?: string | undefined;
  /** Explain the marks of evidence (default). */
  readonly marked?: boolean;
  readonly children: ReactNode;
}

export function TableCard({ view, table, sentence = table.sentence, marked = true, children }: TableCardProps) {
  return (
    <CardFrame
      view={view}
      table={table}
      sentence={sentence === undefined ? undefined : <p>{sentence}</p>}
      legend={marked ? <EvidenceKey as="marks" /> : undefined}
    >
      {/* Columns of words need room on a phone; the table then scrolls in its region. */}
      <div className="max-sm:[&_td:not(.n)]:min-w-36">{children}</div>
    </CardFrame>
  );
}
