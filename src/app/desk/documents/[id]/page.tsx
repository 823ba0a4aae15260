/** One document of the queue: what waits, what is on record already, and what was decided. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { queueOf } from "@/cards/desk";
import { todayUtc } from "@/cards/stateAt";
import { count } from "@/cards/words/phrases";
import { rowNumber } from "@/domain/shared/numberText";
import { appStore } from "@/record/store/database/client";
import { candidates } from "@/record/store/review/candidates";
import { documentOf } from "@/record/store/review/documents";
import type { PageProps } from "@/app/request";
import { reviewText } from "../../candidates/[id]/Decision";
import { DeskFrame } from "../../DeskFrame";
import { CandidateTable } from "../../DeskTable";
import { openDesk } from "../../guard";
import { KeyLink } from "../../KeyLink";
import { DocumentSource } from "../DocumentSource";
import { DocumentFigures } from "../DocumentFigures";

export const metadata: Metadata = { title: "Document" };

export default async function DocumentPage({ params, searchParams }: PageProps<{ readonly id: string }>) {
  const desk = await openDesk();
  const id = rowNumber((await params).id) ?? notFound();
  const document = (await documentOf(appStore(), id)) ?? notFound();
  const { items, onRecord } = await queueOf(todayUtc());
  const isMine = ({ candidate }: (typeof items)[number]) => candidate.document.id === id;
  const [waiting, known] = [items.filter(isMine), onRecord.filter(isMine)];
  const decided = (await candidates(appStore(), { document: id }))
    .filter(({ state }) => state !== "proposed")
    .map((candidate) => ({ candidate }));
  const [first] = waiting;
  return (
    <DeskFrame
      desk={desk}
      title={
        waiting.length === 0
          ? "Nothing of this document waits for a decision"
          : `${count(waiting.length, "figure of this document waits", "figures of this document wait")} for a decision`
      }
      sent={await searchParams}
    >
      <p>
        {first !== undefined && (
          <KeyLink at="j" to={`/desk/candidates/${first.candidate.id}`}>
            Begin with the first
          </KeyLink>
        )}
        <KeyLink at="k" to="/desk">
          To all that waits
        </KeyLink>
      </p>
      <h2>{document.title === "" ? document.address : document.title}</h2>
      <p className="small wrap-anywhere">
        <DocumentSource of={document} />
      </p>
      {waiting.length > 0 && <DocumentFigures id={id} items={waiting} desk={desk} />}
      {known.length > 0 && (
        <>
          <h2>On record already: nothing is to be decided</h2>
          <CandidateTable items={known} columns={[]} />
        </>
      )}
      {decided.length > 0 && (
        <>
          <h2>Decided</h2>
          <CandidateTable
            items={decided}
            columns={[
              { label: "Decision", is: "sentence", cell: ({ candidate: { reviews } }) => reviews.slice(-1).map(reviewText).join() },
            ]}
          />
        </>
      )}
    </DeskFrame>
  );
}
