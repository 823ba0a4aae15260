/** All months, quarters or years, latest first: links to each period's report, with the share sold. */
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { MOST_PERIODS } from "@/cards/tables/viewed";
import { openView, type PageProps } from "@/app/request";
import { headOf } from "@/app/socialCard";
import { EmptyState } from "@/site/notices";
import { pooledCard } from "@/cards/months/headline";
import { periodsCard } from "@/cards/months/pooled";
import { publishedCard } from "@/cards/months/published";
import { queryOf } from "@/cards/selection/selection";
import { wholePanel } from "@/cards/words/phrases";

export const generateMetadata = headOf(openView, (view) => ({
  title: "Months",
  description: "Every month, quarter and year of the record with the sell-through of listed miners and how many companies are counted.",
  path: `/months${queryOf(view.selection)}`,
  table: pooledCard.table(view),
}));

const KIND = { month: "Month by month", quarter: "Quarter by quarter", year: "Year by year" } as const;

export default async function MonthsPage(props: PageProps) {
  const view = await openView(props);
  const { selection } = view;
  return (
    <RecordPage
      current="months"
      view={view}
      path="/months"
      title={KIND[selection.per]}
      standfirst={<p>What {wholePanel(selection)} produced and sold. Each period links to its report.</p>}
      form={{}}
    >
      <Card
        view={view}
        table={periodsCard.table(view)}
        most={MOST_PERIODS}
        sourcesBehind
        empty={<EmptyState sentence="The record has no period in this range." clearHref="/months" />}
      />
      <Card view={view} table={publishedCard.table(view)} empty={null} />
    </RecordPage>
  );
}
