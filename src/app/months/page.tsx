/** All months, quarters or years, the latest first: the way to each period's report, with the share that was sold. */
import type { Metadata } from "next";
import { Card } from "@/app/Card";
import { openView, type PageProps } from "@/app/request";
import { sharedAs } from "@/app/socialCard";
import { EmptyState } from "@/ui/notices";
import { PageFrame } from "@/ui/PageFrame";
import { PageHeading } from "@/ui/PageHeading";
import { SelectionForm } from "@/ui/SelectionForm";
import { headlineTable } from "@/view/months/headline";
import { selectionFields } from "@/view/selection/form";
import { pooledTable, pools } from "@/view/months/pooled";
import { queryOf } from "@/view/selection/selection";
import { panelName } from "@/view/words/words";

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { figures, selection } = await openView(searchParams);
  return {
    title: "Months",
    description:
      "Every month, quarter and year of the record with the share of production that miners sold and how many companies are in it.",
    ...sharedAs(`/months${queryOf(selection)}`, headlineTable(figures, selection), selection),
  };
}

const KIND = { month: "Month by month", quarter: "Quarter by quarter", year: "Year by year" } as const;

export default async function MonthsPage({ searchParams }: PageProps) {
  const view = await openView(searchParams);
  const { figures, selection, today } = view;
  const table = pooledTable(figures, pools(figures, selection), selection);
  const fields = selectionFields(figures, selection, today);
  return (
    <PageFrame current="months" version={figures.record.version}>
      <PageHeading
        title={KIND[selection.per]}
        standfirst={<p>What the {panelName(selection)} produced and sold. Each period leads to its report.</p>}
      />
      <SelectionForm action="/months" clearHref="/months" {...fields} />
      {table.rows.length === 0 ? (
        <EmptyState sentence="The record has no period in this range." clearHref="/months" />
      ) : (
        <Card view={view} table={{ ...table, id: "periods", rows: [...table.rows].reverse() }} />
      )}
    </PageFrame>
  );
}
