/** Contradictions in the record: sources that state different numbers, and months whose books do not close. */
import { EmptyState } from "@/site/notices";
import { Sentence } from "@/site/Sentence";
import { booksCard, booksSentence, drawnBooks } from "@/cards/evidence/books";
import { conflictsCard, conflictSentence, selectedConflicts } from "@/cards/evidence/conflictTable";
import { disagreementsCard } from "@/cards/evidence/disagreementTable";
import { pageAddress } from "@/cards/selection/address";
import { plain } from "@/cards/tables/sentence";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps } from "@/app/request";
import { plainHead } from "@/app/socialCard";

/** Fewer than elsewhere: such a row has many links. */
const MOST_CONFLICTS = 20;

export const generateMetadata = plainHead("/conflicts", "Conflicts", (view) => {
  const words = conflictSentence(selectedConflicts(view));
  return words
    ? plain(words)
    : "Where sources state different numbers for one figure of a bitcoin miner, which was chosen and why, and which months’ books do not close.";
});

export default async function ConflictsPage(props: PageProps) {
  const view = await openView(props);
  const { selection } = view;
  const [counted, books] = [conflictSentence(selectedConflicts(view)), booksSentence(drawnBooks(view))];
  return (
    <RecordPage
      current="data"
      view={view}
      path="/conflicts"
      title="Where the record disagrees with itself"
      standfirst={
        <>
          {counted && <Sentence parts={counted} />}
          <p>
            Where sources disagree, the record shows it. The method says{" "}
            <a href={pageAddress("/method#choose", selection)}>how one figure is chosen</a> and{" "}
            <a href={pageAddress("/method#books", selection)}>how the books are drawn up</a>.
          </p>
        </>
      }
      form={{ fields: ["companies", "from", "to", "asOf"] }}
    >
      <Card
        view={view}
        table={conflictsCard.table(view)}
        most={MOST_CONFLICTS}
        sourcesBehind
        empty={<EmptyState sentence="No two sources state different numbers for the chosen companies and months." clearHref="/conflicts" />}
      />
      <Card
        view={view}
        table={booksCard.table(view)}
        sourcesBehind
        empty={
          <EmptyState
            sentence={
              books
                ? plain(books)
                : "For the chosen companies and months the books cannot be drawn up: at least one term is always unknown."
            }
            clearHref="/conflicts"
          />
        }
      />
      <Card view={view} table={disagreementsCard.table(view)} empty={null} />
    </RecordPage>
  );
}
