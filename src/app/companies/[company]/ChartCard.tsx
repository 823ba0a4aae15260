/**
 * A card of a company's page: its chart with the table behind it. The table on the page leaves the publishers' names to the page that
 * explains each figure, because one company has hundreds of figures; the chart's tooltips and every download have them.
 */
import { chartOf } from "@/charts/drawings";
import { ChartFigure } from "@/app/ChartFigure";
import { DataTable } from "@/ui/DataTable";
import { EvidenceKey } from "@/ui/EvidenceKey";
import { FigureCard } from "@/ui/FigureCard";
import { chartAddress, tableAddress } from "@/view/address";
import type { Row, Table } from "@/view/table";
import { dayName } from "@/view/words";
import type { View } from "@/app/request";
import { Takeaway } from "@/app/Takeaway";

export function ChartCard({ view, table }: { readonly view: View; readonly table: Table }) {
  const chart = chartOf(table);
  const { figures, selection } = view;
  const { version } = figures.record;
  const files = (["csv", "json", "xlsx"] as const).map((format) => ({
    label: format.toUpperCase(),
    href: tableAddress(table.id, format, selection),
  }));
  const pictures = (["svg", "png"] as const).map((format) => ({
    label: format.toUpperCase(),
    href: chartAddress(table.id, format, selection),
  }));
  return (
    <FigureCard
      id={table.id}
      title={table.title}
      sentence={table.sentence === undefined ? undefined : <p>{table.sentence}</p>}
      table={<DataTable table={withoutSources(table)} hiddenCaption />}
      statusKey={<EvidenceKey as="textures" />}
      source={`Each figure leads to its sources. Record of ${dayName(version.date)}, version ${version.id}.`}
      downloads={[...files, ...(chart ? pictures : [])]}
      cite={<Takeaway view={view} table={table} />}
    >
      {chart && <ChartFigure model={chart} />}
    </FigureCard>
  );
}

export function withoutSources(table: Table): Table {
  const light = ({ cells, ...row }: Row): Row => ({
    ...row,
    cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.kind === "value" ? { ...cell, sources: [] } : cell])),
  });
  return { ...table, rows: table.rows.map(light) };
}
