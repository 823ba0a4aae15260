/** The waiting figures of a document, and the button that accepts those that nothing speaks against. */
import { isClear, type QueueItem } from "@/cards/desk";
import { capitalized } from "@/cards/words/phrases";
import { CandidateTable, type DeskColumn } from "../DeskTable";
import { DeskForm } from "../Fields";
import type { Desk } from "../guard";

interface DocumentFiguresProps {
  readonly id: number;
  readonly items: readonly QueueItem[];
  readonly desk: Desk;
}

/** The flags of a figure; where there are none, why it was not read with high confidence, which the reader names first. */
function doubtsOf({ candidate, flags }: Pick<QueueItem, "candidate" | "flags">): string {
  const [first] = candidate.confidence === "high" ? [] : candidate.reasons;
  return flags.length > 0 || first === undefined ? flags.map(({ sentence }) => sentence).join(" ") : `${capitalized(first)}.`;
}

export const DOUBTS: DeskColumn<Pick<QueueItem, "candidate" | "flags">> = {
  label: "What speaks against it",
  is: "sentence",
  cell: doubtsOf,
};

export function DocumentFigures({ id, items, desk }: DocumentFiguresProps) {
  const clear = items.filter(isClear).length;
  return (
    <>
      <CandidateTable
        items={items}
        columns={[{ label: "Confidence", is: "named", cell: ({ candidate }) => candidate.confidence }, DOUBTS]}
      />
      {clear > 0 && (
        <DeskForm action="accept-document" token={desk.token} hidden={{ document: id }}>
          <button className="quiet">Accept {clear === 1 ? "the one" : `the ${clear}`} that nothing speaks against</button>
        </DeskForm>
      )}
    </>
  );
}
