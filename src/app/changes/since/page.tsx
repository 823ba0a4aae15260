/** Changes since a day or a version: the effect on sell-through, and figures that are new, restated or withdrawn. */
import { selectedChanges, sinceCard, sinceSentence, sinceThen } from "@/cards/evidence/since";
import { sinceEffectCard } from "@/cards/evidence/sinceEffect";
import { momentWords } from "@/cards/choices/selectionWords";
import { queryOf } from "@/cards/selection/selection";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps } from "@/app/request";
import { headOf } from "@/app/socialCard";

/** Maximum lines, to keep the page light; the table's own page and the files have all. */
const SHOWN = 80;

export const generateMetadata = headOf(openView, (view) => ({
  title: "What has changed since",
  description: "Figures of the record that are new, restated or withdrawn since a day or a version, and what that did to sell-through.",
  path: `/changes/since${queryOf(view.selection)}`,
  table: sinceEffectCard.table(view),
}));

export default async function SincePage(props: PageProps) {
  const view = await openView(props);
  const { latest, selection } = view;
  const changes = selectedChanges(view);
  const effect = sinceEffectCard.table(view);
  const isNow = momentWords(selection) === undefined;
  const cut = changes.length > SHOWN ? ` The latest ${SHOWN} are shown here; the files hold all ${changes.length}.` : "";
  return (
    <RecordPage
      current="data"
      view={view}
      path="/changes/since"
      crumbs={{ places: [{ label: "Changes", href: `/changes${queryOf(selection)}` }], here: "Since then" }}
      title={isNow ? "What has changed since a day" : `What has changed${sinceThen(view)}`}
      standfirst={<p>{isNow ? "Choose a day: “As known on”, under “Basis, evidence and day”." : sinceSentence(changes)}</p>}
      form={{ of: latest }}
    >
      <Card
        view={view}
        table={effect}
        empty={
          <p id={effect.id}>{isNow ? "No day is chosen yet, so nothing is compared." : "No month’s sell-through has changed since."}</p>
        }
      />
      {changes.length > 0 && (
        <Card
          view={view}
          table={sinceCard.tableOf(view, changes.slice(0, SHOWN))}
          sentence={[{ text: `${sinceSentence(changes)}${cut}` }]}
        />
      )}
    </RecordPage>
  );
}
