/**
 * One table as a page of its own, at /tables/miners-2025-03 (next.config.ts): what the files beside it say (.csv, .json, .xlsx), to be read
 * and linked. It needs no script and weighs what the table weighs.
 */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cardAddress, tableById } from "@/cards/registry";
import { tableAddress, tablePageAddress } from "@/cards/selection/address";
import { sorted } from "@/cards/viewed";
import { CardFrame } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps } from "@/app/request";
import { DataTable } from "@/site/DataTable";
import { EvidenceKey } from "@/site/EvidenceKey";
import { PageHeading } from "@/site/PageHeading";

type Props = PageProps<{ table: string }>;

async function open({ params, searchParams }: Props) {
  const view = await openView(searchParams);
  const { table: id } = await params;
  const table = tableById(view.figures, view.selection, id, view) ?? notFound();
  return { view, id, table: { ...table, id } };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, id, table } = await open(props);
  return {
    title: table.title,
    ...(table.sentence !== undefined && { description: table.sentence }),
    alternates: { canonical: tablePageAddress(id, view.selection) },
    // Its figures stand on the page that the table is of.
    robots: { index: false },
  };
}

export default async function TablePage(props: Props) {
  const { view, id, table } = await open(props);
  const { selection, viewed } = view;
  const sorting = viewed.sorting?.table === id ? { by: viewed.sorting.column, direction: viewed.sorting.direction } : undefined;
  return (
    <RecordPage current={null} view={view} plainHref={`/tables/${id}`} formless>
      <PageHeading
        kicker="Table"
        title={table.title}
        standfirst={
          <p>
            <a href={cardAddress(id, selection)}>Back to the page with its figure</a>
          </p>
        }
      />
      <CardFrame
        view={view}
        table={table}
        title="The table"
        sentence={table.sentence}
        note={table.caveat}
        copyHref={tableAddress(id, "tsv", selection)}
        legend={<EvidenceKey as="marks" />}
        sources="The sources are named beside the figures."
      >
        <DataTable
          table={sorted(table, viewed.sorting)}
          hiddenCaption
          sortHref={(column) => viewed.sortHref(id, column)}
          sorting={sorting}
          namedSources
        />
      </CardFrame>
    </RecordPage>
  );
}
