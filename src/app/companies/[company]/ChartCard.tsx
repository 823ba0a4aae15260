/**
 * A card of a company's page: its chart with the table behind it. The table on the page leaves the publishers' names to the page that
 * explains each figure, because one company has hundreds of figures; the chart's tooltips and every download have them.
 */
import { chartOf } from "@/charts/drawings";
import { ChartFigure } from "@/app/ChartFigure";
import { DataTable } from "@/ui/DataTable";
import { EvidenceKey } from "@/ui/EvidenceKey";
import { FigureCard } from "@/ui/FigureCard";
import type { Table } from "@/view/table";
import { withoutSources } from "@/view/words/withoutSources";
import { dayName } from "@/view/words/words";
import type { View } from "@/app/request";
import { takeaway } from "@/app/Takeaway";

export function ChartCard({ view, table }: { readonly view: View; readonly table: Table }) {
  const chart = chartOf(table);
  const { version } = view.figures.record;
  return (
    <FigureCard
      id={table.id}
      title={table.title}
      sentence={table.sentence === undefined ? undefined : <p>{table.sentence}</p>}
      table={<DataTable table={withoutSources(table)} hiddenCaption />}
      legend={<EvidenceKey as="marks" />}
      source={`Each figure leads to its sources. Record of ${dayName(version.date)}, version ${version.id}.`}
      {...takeaway(view, table, { chart })}
    >
      {chart && <ChartFigure model={chart} />}
    </FigureCard>
  );
}
