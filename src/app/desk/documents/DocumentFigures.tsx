/** The waiting figures of a document, and the button that accepts those that nothing speaks against. */
import { isClear, type QueueItem } from "@/cards/desk";
import { CandidateTable } from "../DeskTable";
import { DeskForm } from "../Fields";
import type { Desk } from "../guard";

interface DocumentFiguresProps {
  readonly id: number;
  readonly items: readonly QueueItem[];
  readonly desk: Desk;
}

export function DocumentFigures({ id, items, desk }: DocumentFiguresProps) {
  const clear = items.filter(isClear).length;
  return (
    <>
      <CandidateTable
        items={items}
        columns={[
          { label: "Confidence", is: "named", cell: ({ candidate }) => candidate.confidence },
          { label: "What speaks against it", is: "sentence", cell: ({ flags }) => flags.map(({ sentence }) => sentence).join(" ") },
        ]}
      />
      {clear > 0 && (
        <DeskForm action="accept-document" token={desk.token} hidden={{ document: id }}>
          <button className="quiet">Accept {clear === 1 ? "the one" : `the ${clear}`} that nothing speaks against</button>
        </DeskForm>
      )}
    </>
  );
}
