/** The folded parts of a card's footer: its citation, its embed code, other formats of its table and the full data. */
import type { Metadata } from "next";
import { priceOf } from "@/cards/selection/drawing";
import { cardAddress, chartOf } from "@/cards/registry";
import { RecordPage } from "@/app/RecordPage";
import { openTable, type TableProps } from "@/app/request";
import { TakeawayBoxes } from "@/app/Takeaway";
import { tablePageAddress } from "@/cards/selection/address";

export const metadata: Metadata = { title: "To take away", robots: { index: false } };

export default async function TakeawayPage(props: TableProps) {
  const { table, ...view } = await openTable(props);
  const { id } = table;
  const price = priceOf(await props.searchParams);
  const form = price === undefined ? {} : { price };
  const chart = chartOf(table, { events: view.figures.record.events, price });
  return (
    <RecordPage
      current={null}
      view={view}
      path={`/takeaway/${id}`}
      kicker="To take away"
      title={table.title}
      standfirst={
        <p>
          How to cite it{chart && ", how to show its chart on another site"}, its other formats, and its full data.{" "}
          <a href={tablePageAddress(id, view.selection)}>The table as a page of its own</a>.{" "}
          <a href={cardAddress(id, view.selection)}>Back to the figure</a>
        </p>
      }
    >
      <div className="grid gap-4">
        <TakeawayBoxes view={view} table={table} form={form} chart={chart} />
      </div>
    </RecordPage>
  );
}
