/** The whole record at a glance: companies by periods, coloured by the share sold around 100%. Each cell links to its explanation. */
import { EmptyState } from "@/site/notices";
import { Tabs } from "@/site/links";
import { Sentences } from "@/site/Sentence";
import { tablePageAddress } from "@/cards/selection/address";
import { firstRowsOf, gridEntries } from "@/cards/tables/grid";
import { type HeatMap, heatMapOf, MAP_SORT_LABEL, MAP_SORTS, mapCounts, mapExtreme, mapCard, type MapSort } from "@/cards/companies/map";
import { ownChoice } from "@/cards/selection/ownChoice";
import { queryOf } from "@/cards/selection/selection";
import type { Table } from "@/cards/tables/table";
import { dayName } from "@/domain/shared/dayName";
import { capitalized, count, noneOf, panelName } from "@/cards/words/phrases";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps, type View } from "@/app/request";
import { headOf } from "@/app/socialCard";
import { CardFrame, FirstOf } from "@/app/Card";
import { MOST_SHOWN } from "@/cards/tables/viewed";
import { Grid, ROOMY_COLUMNS } from "./Grid";
import { gridRows, heatCell, MapKey } from "./looks";
import "./grid.css";

const KIND_NAME = { month: "month by month", quarter: "quarter by quarter", year: "year by year" } as const;

export const generateMetadata = headOf(openView, (view) => ({
  title: "Map of the record",
  description: `The sell-through of every listed bitcoin miner, ${KIND_NAME[view.selection.per]}: one picture, coloured around 100%, each cell with its source or the reason why there is none.`,
  path: `/map${queryOf(view.selection)}`,
  // One row is enough to know whether there are any.
  table: firstOf(heatMapOf(view), view, 1),
}));

export default async function MapPage(props: PageProps) {
  const view = await openView(props);
  const sort = ownChoice(await props.searchParams, "sort", MAP_SORTS);
  const { figures, selection } = view;
  const map = heatMapOf(view, sort);
  const counts = mapCounts(map, selection);
  const hidden = figures.record.companies.length - map.rows.length;
  return (
    <RecordPage
      current="map"
      view={view}
      path="/map"
      kicker={`${capitalized(panelName(selection))}, ${KIND_NAME[selection.per]}`}
      title="The whole record at a glance"
      standfirst={<Sentences of={[counts, mapExtreme(map)]} />}
      form={{ hidden: sort === "name" ? [] : [{ name: "sort", value: sort }] }}
    >
      {counts ? (
        <MapCard view={view} map={map} sort={sort} />
      ) : (
        <EmptyState
          sentence={`${noneOf(selection, "report")} in the chosen range${selection.asOf !== null ? ` as of ${dayName(selection.asOf)}` : ""}.`}
          clearHref="/map"
        />
      )}
      {hidden > 0 && selection.companies.length === 0 && (
        <p className="small">
          In all of these periods the filter leaves out {count(hidden, "more tracked company")}.{" "}
          <a href={`/map${queryOf({ ...selection, panel: "all" })}`}>Show all</a>
        </p>
      )}
    </RecordPage>
  );
}

const firstOf = (map: HeatMap, view: View, most: number): Table => mapCard.tableOf(view, gridEntries(firstRowsOf(map, most)));

function MapCard({ view, map, sort }: { readonly view: View; readonly map: HeatMap; readonly sort: MapSort }) {
  const { selection } = view;
  const first = firstRowsOf(map, MOST_SHOWN);
  const roomy = map.periods.length <= ROOMY_COLUMNS;
  const table = firstOf(map, view, MOST_SHOWN);
  return (
    <CardFrame view={view} table={table} sentence={null} sources="Each cell links to its sources." legend={<MapKey map={first} />}>
      <Tabs
        label="Sort the companies"
        tabs={MAP_SORTS.map((by) => ({
          label: `by ${MAP_SORT_LABEL[by]}`,
          href: `/map${queryOf(selection, by === "name" ? {} : { sort: by })}#map`,
          current: by === sort,
        }))}
      />
      <Grid
        id="map"
        caption={table.title}
        periods={map.periods}
        rows={gridRows(first, selection, (cell) => heatCell(cell, roomy))}
        {...(sort !== "name" && { asideLabel: capitalized(MAP_SORT_LABEL[sort]) })}
      />
      <FirstOf shown={first.rows.length} all={map.rows.length} what="companies" href={tablePageAddress(mapCard.id, selection)} />
    </CardFrame>
  );
}
