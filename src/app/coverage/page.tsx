/** Coverage of the record, counted from the cells of all other pages; and companies that stopped reporting. */
import { METRIC_IDS, type MetricId, METRICS, parseMetric } from "@/domain/values/metric";
import { Tabs } from "@/site/links";
import { Sentence } from "@/site/Sentence";
import { tablePageAddress } from "@/cards/selection/address";
import { FIRST_METRIC, metricQuery, coverageGrid, metricCoverageCard, gridId, gridSentence, gridCard } from "@/cards/evidence/coverage";
import { gridEntries } from "@/cards/tables/grid";
import { monthCoverageCard } from "@/cards/evidence/coverageMonths";
import { companiesInScope } from "@/cards/selection/scope";
import { ownValue } from "@/cards/selection/ownChoice";
import { DEFAULT_SELECTION, queryOf } from "@/cards/selection/selection";
import { stalenessCard } from "@/cards/evidence/staleness";
import type { Table } from "@/cards/tables/table";
import { uncapitalized } from "@/cards/words/phrases";
import { Card, CardFrame, FirstOf } from "@/app/Card";
import { MOST_SHOWN } from "@/cards/tables/viewed";
import { Grid } from "@/app/map/Grid";
import { evidenceCell, gridRows, LevelKey } from "@/app/map/looks";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps, type View } from "@/app/request";
import { plainHead } from "@/app/socialCard";
import "@/app/map/grid.css";

/** The page shows the newest year of the counts per month. */
const NEWEST_MONTHS = 12;
/** The lists below the grid: it is most of the page. */
const MOST_LISTED = 15;

/** The columns that distinguish rows: without the figure's name, which the heading has, and without columns of zeros. */
function informative(table: Table): Table {
  const hasValues = (key: string) => table.rows.length > MOST_SHOWN || table.rows.some(({ cells }) => cells[key]?.text !== "0");
  return { ...table, columns: table.columns.filter(({ key }) => key !== "figure" && hasValues(key)) };
}

export const generateMetadata = plainHead(
  "/coverage",
  "Coverage",
  "Which months of which bitcoin miners are reported, derived, taken from a policy or missing and why; how old each company’s last figure is, and who stopped reporting.",
);

export default async function CoveragePage(props: PageProps) {
  const view = await openView(props);
  const metric = parseMetric(ownValue(await props.searchParams, "metric")) ?? FIRST_METRIC;

  const coverage = metricCoverageCard(metric).table(view);
  return (
    <RecordPage
      current="data"
      view={view}
      path="/coverage"
      title="What the record knows, and what it does not"
      standfirst={coverage.sentence !== undefined && <p>{coverage.sentence}</p>}
      form={{
        fields: ["companies", "from", "to", "evidence", "asOf"],
        hidden: metric === FIRST_METRIC ? [] : [{ name: "metric", value: metric }],
      }}
      empty={
        coverage.rows.length > 0
          ? undefined
          : `${view.selection.companies.length === 1 ? "The chosen company does not report" : "None of the chosen companies reports"} in the chosen months.`
      }
    >
      <GridCard view={view} metric={metric} />
      <Card view={view} table={stalenessCard.table(view)} most={MOST_LISTED} />
      <div className="mt-6" id="coverage">
        <Card view={view} table={informative(coverage)} sentence={null} most={MOST_LISTED} counts />
      </div>
      <div className="mt-6">
        <Card view={view} table={monthCoverageCard.table(view)} most={NEWEST_MONTHS} counts />
      </div>
    </RecordPage>
  );
}

function GridCard({ view, metric }: { readonly view: View; readonly metric: MetricId }) {
  const { selection } = view;
  const grid = coverageGrid(view, metric, MOST_SHOWN);
  const words = gridSentence(view, metric);
  const { label, unit } = METRICS[metric];
  const title = "How each month is known, company by company";
  return (
    <CardFrame
      view={view}
      table={gridCard(metric).tableOf(view, gridEntries(grid))}
      title={title}
      sentence={words ? <Sentence parts={words} /> : null}
      sources="Each cell links to its figures and their sources."
      legend={<LevelKey cells={grid.rows.flatMap((row) => row.cells)} />}
    >
      <Tabs
        label="Figure"
        tabs={METRIC_IDS.map((id) => ({
          label: METRICS[id].label,
          href: `/coverage${queryOf(selection, metricQuery(id))}#${gridId(id)}`,
          current: id === metric,
        }))}
      />
      <Grid
        id="grid"
        caption={`${label}: ${uncapitalized(title)}`}
        periods={grid.periods}
        rows={gridRows(grid, selection, (cell) => evidenceCell(cell, unit)).map((row) => ({
          ...row,
          stretchHref: (from, to) =>
            tablePageAddress(gridId(metric), { ...selection, panel: DEFAULT_SELECTION.panel, companies: [row.company.id], from, to }),
        }))}
      />
      <FirstOf
        shown={grid.rows.length}
        all={companiesInScope(view).length}
        what="companies"
        href={tablePageAddress(gridId(metric), selection)}
      />
    </CardFrame>
  );
}
