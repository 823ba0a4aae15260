/** Candidates as rows, each a link to where it is decided, with more columns of the page's own. */
import type { ReactNode } from "react";
import { formatMetric, METRICS } from "@/domain/metric";
import type { QueueItem } from "@/cards/desk";
import { TableHead } from "./TableHead";

type Candidate = QueueItem["candidate"];

export interface CandidateTableProps<Item> {
  readonly items: readonly Item[];
  /** Columns behind figure, company and value. */
  readonly columns: readonly { readonly label: string; readonly sentence?: boolean; readonly cell: (item: Item) => ReactNode }[];
}

export function CandidateTable<Item extends { readonly candidate: Candidate }>({ items, columns }: CandidateTableProps<Item>) {
  return (
    <table className="desk-list">
      <TableHead labels={["Figure", "Company and period", "Value", ...columns.map(({ label }) => label)]} />
      <tbody>
        {items.map((item) => {
          const { id, metric, company, period, value } = item.candidate;
          return (
            <tr key={id}>
              <td className="whole">
                <a href={`/desk/candidates/${id}`}>
                  {METRICS[metric].label} ({id})
                </a>
              </td>
              <td className="whole">
                {company} {period}
              </td>
              <td className="whole">
                {formatMetric(metric, value)} {METRICS[metric].unit}
              </td>
              {columns.map(({ label, sentence = false, cell }) => (
                <td key={label} className={sentence ? "sentence" : undefined}>
                  {cell(item)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
