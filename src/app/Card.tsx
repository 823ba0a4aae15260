/**
 * A figure card: title, one true sentence, the chart, the same data as a table, the key, the source line, and the ways to take it away.
 * Everything on it is a drawing of one Table.
 */
import type { ReactNode } from "react";
import { chartOf } from "@/charts/drawings";
import type { DrawingOptions } from "@/charts/tables/figure";
import { DataTable } from "@/ui/DataTable";
import { EvidenceKey } from "@/ui/EvidenceKey";
import { FigureCard } from "@/ui/FigureCard";
import { Sentence } from "@/ui/Sentence";
import { chartAddress, tableAddress } from "@/view/address";
import type { Sentence as Words } from "@/view/sentence";
import type { Table } from "@/view/table";
import { dayName } from "@/view/words";
import { ChartFigure } from "./ChartFigure";
import type { View } from "./request";
import { Takeaway } from "./Takeaway";

export interface CardProps {
  readonly view: View;
  readonly table: Table;
  /** Its figures link to where they are explained; without it the table's own sentence stands there. */
  readonly sentence?: Words | undefined;
  readonly drawing?: DrawingOptions;
  /** Instead of the chart that belongs to the table. */
  readonly children?: ReactNode;
}

export function Card({ view, table, sentence, drawing, children }: CardProps) {
  const chart = children === undefined ? chartOf(table, drawing) : undefined;
  const words = sentence ?? (table.sentence === undefined ? undefined : [{ text: table.sentence }]);
  const shown = chart ? <ChartFigure model={chart} /> : children;
  const { figures, selection } = view;
  const { version } = figures.record;
  const price = drawing?.price;
  const form = price === undefined ? {} : { price };
  return (
    <FigureCard
      id={table.id}
      title={table.title}
      sentence={words && <Sentence parts={words} />}
      {...(shown === undefined ? {} : { table: <DataTable table={table} hiddenCaption /> })}
      statusKey={<EvidenceKey as={shown === undefined ? "marks" : "textures"} />}
      source={`Sources stand with each figure. Record of ${dayName(version.date)}, version ${version.id}.`}
      downloads={[
        { label: "CSV", href: tableAddress(table.id, "csv", selection) },
        { label: "JSON", href: tableAddress(table.id, "json", selection) },
        { label: "XLSX", href: tableAddress(table.id, "xlsx", selection) },
        ...(chart
          ? [
              { label: "SVG", href: chartAddress(table.id, "svg", selection, form) },
              { label: "PNG", href: chartAddress(table.id, "png", selection, form) },
            ]
          : []),
      ]}
      cite={<Takeaway view={view} table={table} form={form} />}
    >
      {shown ?? <DataTable table={table} hiddenCaption namedSources />}
    </FigureCard>
  );
}
