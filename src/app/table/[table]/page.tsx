/** One table as a page, /tables/miners-2025-03 (next.config.ts). It needs no script; a long one is paginated (?page=2). */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cardAddress } from "@/cards/registry";
import { tableAddress, tablePageAddress } from "@/cards/selection/address";
import { ownValue } from "@/cards/selection/ownChoice";
import type { Table } from "@/cards/tables/table";
import { sorted } from "@/cards/tables/viewed";
import { grouped } from "@/domain/shared/numberText";
import { CardFrame } from "@/app/Card";
import { headOf } from "@/app/socialCard";
import { RecordPage } from "@/app/RecordPage";
import { openTable, type TableProps, type View } from "@/app/request";
import { DataTable } from "@/site/DataTable";
import { EvidenceKey } from "@/site/EvidenceKey";
import { Tabs } from "@/site/links";
import { tableParts } from "@/site/tableMarkup";

const headOfTable = headOf(openTable, ({ table: { id, title, sentence }, selection }) => ({
  title,
  description: sentence,
  path: tablePageAddress(id, selection),
}));

/** Not indexed: the figures are on the page of the table's card. */
export const generateMetadata = async (props: TableProps): Promise<Metadata> => ({
  ...(await headOfTable(props)),
  robots: { index: false },
});

export default async function TablePage(props: TableProps) {
  const { table, ...view } = await openTable(props);
  const { id } = table;
  const { selection, viewed } = view;
  const { sorting } = viewed;
  const options = { sortHref: (column: string) => viewed.sortHref(table, column), sorting, namedSources: true };
  const parts = tableParts(sorted(table, sorting), options);
  const page = ownValue(await props.searchParams, "page");
  const at = page === "" ? 0 : Number(page) - 1;
  const part = parts[at] ?? notFound();
  return (
    <RecordPage
      current={null}
      view={view}
      path={`/tables/${id}`}
      kicker="Table"
      title={table.title}
      standfirst={
        <p>
          <a href={cardAddress(id, selection)}>Back to the page with its figure</a>
        </p>
      }
    >
      <CardFrame
        view={view}
        table={table}
        title="The table"
        note={table.caveat}
        legend={<EvidenceKey as="marks" />}
        sources="The sources are named beside the figures."
      >
        {parts.length > 1 && <Parts parts={parts} at={at} view={view} />}
        <DataTable table={part} {...options} />
      </CardFrame>
    </RecordPage>
  );
}

interface PartsProps {
  readonly parts: readonly Table[];
  /** Index of the part shown. */
  readonly at: number;
  readonly view: View;
}

function Parts({ parts, at, view }: PartsProps) {
  const [id = "", most = 0] = [parts[0]?.id, parts[0]?.rows.length];
  const all = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const tabs = parts.map(({ rows }, n) => ({
    label: `${grouped(n * most + 1)}–${grouped(n * most + rows.length)}`,
    href: view.viewed.withHref({ page: n === 0 ? "" : String(n + 1) }, id),
    current: n === at,
  }));
  return (
    <>
      <p>
        The table has {grouped(all)} rows, {most} on a page. <a href={tableAddress(id, "csv", view.selection)}>The whole table as CSV</a>
      </p>
      <Tabs label="Rows" tabs={tabs} />
    </>
  );
}
