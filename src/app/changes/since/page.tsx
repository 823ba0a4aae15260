/**
 * What has changed since a day or a version: the figures that are new, restated or withdrawn between the state that the address names and
 * today's, and what that did to sell-through.
 */
import type { Metadata } from "next";
import { effectTable, selectedChanges, sinceSentence, sinceTable } from "@/cards/evidence/since";
import { selectionFields } from "@/cards/selection/form";
import { momentWords } from "@/cards/selection/inWords";
import { queryOf } from "@/cards/selection/selection";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps } from "@/app/request";
import { SelectionBar } from "@/app/SelectionBar";
import { DataTable } from "@/site/DataTable";
import { Crumbs } from "@/site/links";
import { PageHeading } from "@/site/PageHeading";
import { PageSection } from "@/site/PageSection";

/** Lines that are shown; narrow the selection for the others. */
const SHOWN = 200;

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { selection } = await openView(searchParams);
  return {
    title: "What has changed since",
    description: "Figures of the record that are new, restated or withdrawn since a day or a version, and what that did to sell-through.",
    alternates: { canonical: `/changes/since${queryOf(selection)}` },
  };
}

export default async function SincePage({ searchParams }: PageProps) {
  const view = await openView(searchParams);
  const { figures: before, selection, today } = view;
  const now = await openView(Promise.resolve({}));
  const states = { before, after: now.figures };
  const changes = selectedChanges(states, selection);
  const effect = effectTable(states, selection);
  const { panel, companies, periodKind, from, to, basis, evidence, asOf } = selectionFields(now.figures, selection, today);
  const moment = momentWords(selection);
  return (
    <RecordPage current="data" view={view} plainHref="/changes/since">
      <Crumbs places={[{ label: "Changes", href: `/changes${queryOf(selection)}` }]} here="Since then" />
      <PageHeading
        title={moment === undefined ? "What has changed since a day" : `What has changed since the record ${moment}`}
        standfirst={
          <p>{moment === undefined ? "Choose a day: “As known on”, under “Basis, evidence and day”." : sinceSentence(changes)}</p>
        }
      />
      <SelectionBar view={view} action="/changes/since" {...{ panel, companies, periodKind, from, to, basis, evidence, asOf }} />
      {effect.rows.length > 0 && (
        <PageSection
          id={effect.id}
          title={effect.title}
          sentence={<p>Sell-through is bitcoin sold ÷ bitcoin produced, by the same companies.</p>}
        >
          <DataTable table={effect} hiddenCaption />
        </PageSection>
      )}
      {changes.length > 0 && (
        <PageSection
          id="since"
          title="Figures that are new, restated or withdrawn"
          sentence={
            changes.length > SHOWN ? (
              <p>
                The latest {SHOWN} of {changes.length} are shown; choose companies or a range for the others.
              </p>
            ) : undefined
          }
        >
          <DataTable table={sinceTable(states, changes, selection, SHOWN)} hiddenCaption />
        </PageSection>
      )}
    </RecordPage>
  );
}
