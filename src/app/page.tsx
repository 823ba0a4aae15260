/**
 * The overview: how much of their bitcoin the miners sold in the latest month that enough of them stand behind, the same over time, and
 * the companies of that month with the source of every figure.
 */
import type { Metadata } from "next";
import { EmptyState } from "@/ui/notices";
import { PageFrame } from "@/ui/PageFrame";
import { PageHeading } from "@/ui/PageHeading";
import { SelectionForm } from "@/ui/SelectionForm";
import { Sentence } from "@/ui/Sentence";
import { ThinMark } from "@/ui/ThinMark";
import { periodAddress } from "@/view/address";
import { selectionFields } from "@/view/form";
import { changeSentence, coverageSentence, headlineSentence, panelSentence } from "@/view/headline";
import { periodTable } from "@/view/periodTable";
import { headlinePool, pooledTable, pools } from "@/view/pooled";
import { queryOf } from "@/view/selection";
import { plain, type Sentence as Words } from "@/view/sentence";
import { dayName, panelName, periodName } from "@/view/words";
import { Card } from "./Card";
import { openView, type PageProps, type View } from "./request";

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { figures, selection } = await openView(searchParams);
  const at = headlinePool(pools(figures, selection));
  const words = at && headlineSentence(at, selection);
  return { ...(words && { description: plain(words) }), alternates: { canonical: `/${queryOf(selection)}` } };
}

export default async function OverviewPage({ searchParams }: PageProps) {
  const view = await openView(searchParams);
  const { figures, selection, today } = view;
  const series = pools(figures, selection);
  const at = headlinePool(series);
  const fields = selectionFields(figures, selection, today);
  return (
    <PageFrame current="overview" version={figures.record.version}>
      <Headline view={view} series={series} />
      <SelectionForm action="/" clearHref="/" {...fields} />
      {at ? (
        <>
          <PooledCard view={view} series={series} />
          <MonthCard view={view} period={at.question.period} />
        </>
      ) : (
        <EmptyState
          sentence={`None of the ${panelName(selection)} has both production and sales known in the chosen range${selection.asOf !== null ? ` as of ${dayName(selection.asOf)}` : ""}.`}
          clearHref="/"
        />
      )}
    </PageFrame>
  );
}

type Series = ReturnType<typeof pools>;

function Headline({ view: { selection }, series }: { readonly view: View; readonly series: Series }) {
  const at = headlinePool(series);
  const words = at && headlineSentence(at, selection);
  if (!at || !words) return <PageHeading title="No month in this selection has figures" />;
  const before = series[series.indexOf(at) - 1];
  const more = [changeSentence(at, before, selection), coverageSentence(at), panelSentence(at)].filter((s): s is Words => s !== undefined);
  return (
    <PageHeading
      kicker={at.thin ? periodName(at.question.period) : `${periodName(at.question.period)}, the latest with enough companies`}
      title={plain(words)}
      standfirst={more.map((s) => (
        <Sentence key={plain(s)} parts={s} />
      ))}
    >
      {at.thin && <ThinMark />}
    </PageHeading>
  );
}

function PooledCard({ view, series }: { readonly view: View; readonly series: Series }) {
  const { figures, selection } = view;
  const at = headlinePool(series);
  const words = at && headlineSentence(at, selection);
  const table = { ...pooledTable(figures, series, selection), ...(words && { sentence: plain(words) }) };
  return <Card view={view} table={table} sentence={words} drawing={{ events: figures.record.events }} />;
}

function MonthCard({ view, period }: { readonly view: View; readonly period: Series[number]["question"]["period"] }) {
  return (
    <>
      <Card view={view} table={periodTable(view.figures, view.selection, period)} />
      <p className="small">
        <a href={periodAddress(period, view.selection)}>All of {periodName(period)}</a>
      </p>
    </>
  );
}
