/** The independently confirmed figures without objections, to be approved together. */
import type { Metadata } from "next";
import { CONFIRMATION_LABEL } from "@/domain/review/confirmed";
import { confirmedItems } from "@/cards/desk";
import { todayUtc } from "@/cards/stateAt";
import { count } from "@/cards/words/phrases";
import { CandidateTable } from "../DeskTable";
import type { PageProps } from "@/app/request";
import { DeskFrame } from "../DeskFrame";
import { DeskForm } from "../Fields";
import { openDesk } from "../guard";
import { KeyLink } from "../KeyLink";

export const metadata: Metadata = { title: "Confirmed figures" };

export default async function ConfirmedPage({ searchParams }: PageProps) {
  const desk = await openDesk();
  const items = await confirmedItems(todayUtc());
  const title = items.length === 0 ? "No figure is confirmed" : `${count(items.length, "figure is", "figures are")} confirmed`;
  return (
    <DeskFrame desk={desk} title={title} sent={await searchParams}>
      <p>
        A figure is confirmed when it was read with high confidence, a second document states it in other words or the books of its month
        close with it, and nothing speaks against it. Each keeps its own document and words; one undo takes all of them back.
      </p>
      {items.length > 0 && (
        <DeskForm action="accept-confirmed" token={desk.token} hidden={{ count: items.length, back: "/desk/confirmed" }}>
          <button className="button" data-key="y">
            Approve {items.length === 1 ? "it" : `all ${items.length}`} <kbd>y</kbd>
          </button>{" "}
          <KeyLink at="k" to="/desk">
            Back to the queue
          </KeyLink>
        </DeskForm>
      )}
      {items.length > 0 && (
        <CandidateTable
          label="Confirmed figures"
          items={items}
          columns={[
            {
              label: "Document",
              is: "sentence",
              cell: ({ candidate: { source } }) => `${source.publisher}, ${source.publishedOn ?? "undated"}`,
            },
            { label: "Why it is confirmed", is: "sentence", cell: ({ by }) => by.map((one) => CONFIRMATION_LABEL[one]).join("; ") },
          ]}
        />
      )}
    </DeskFrame>
  );
}
