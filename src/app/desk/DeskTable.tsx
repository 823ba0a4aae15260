/** A table of the desk: a row per item, a column per property; if wider than the page it scrolls in its own region. */
import type { ReactNode } from "react";
import { formatMetric, METRICS } from "@/domain/values/metric";
import { deskFigures, type QueueItem } from "@/cards/desk";
import { todayUtc } from "@/cards/stateAt";
import { nameIn } from "@/cards/words/phrases";

export interface DeskColumn<Item> {
  readonly label: string;
  /** The cell is its row's header, does not wrap, repeats its column's name on phones, or is a sentence that needs room. */
  readonly is?: "head" | "whole" | "named" | "sentence";
  readonly cell: (item: Item) => ReactNode;
}

interface DeskTableProps<Item> {
  /** Name of the region, which then is focusable. */
  readonly label?: string;
  readonly className?: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string | number;
  readonly columns: readonly DeskColumn<Item>[];
}

export function DeskTable<Item>({ label, className, items, keyOf, columns }: DeskTableProps<Item>) {
  return (
    <div className="scroll" {...(label !== undefined && { tabIndex: 0, role: "region", "aria-label": label })}>
      <table className={className}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map((column) =>
                column.is === "head" ? (
                  <th key={column.label} scope="row">
                    {column.cell(item)}
                  </th>
                ) : (
                  <td key={column.label} className={column.is} data-label={column.is === "named" ? column.label : undefined}>
                    {column.cell(item)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Candidates, each a link to the page for its decision. */
export async function CandidateTable<Item extends Pick<QueueItem, "candidate">>({
  columns,
  ...props
}: Pick<DeskTableProps<Item>, "label" | "items" | "columns">) {
  const figures = await deskFigures(todayUtc());
  const named: readonly DeskColumn<Item>[] = [
    {
      label: "Figure",
      is: "whole",
      cell: ({ candidate: { id, metric } }) => (
        <a href={`/desk/candidates/${id}`}>
          {METRICS[metric].label} ({id})
        </a>
      ),
    },
    { label: "Company and period", is: "whole", cell: ({ candidate: { company, period } }) => `${nameIn(figures, company)} ${period}` },
    {
      label: "Value",
      is: "whole",
      cell: ({ candidate: { metric, value } }) => `${formatMetric(metric, value)} ${METRICS[metric].unit}`,
    },
  ];
  return <DeskTable className="desk-list" keyOf={({ candidate }) => candidate.id} columns={[...named, ...columns]} {...props} />;
}
