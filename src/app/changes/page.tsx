/** The history of the record: restatements by companies, our corrections, and each import. Old and new values both stay. */
import { DataTable } from "@/site/DataTable";
import { EmptyState } from "@/site/notices";
import { PageSection } from "@/site/PageSection";
import { Sentence } from "@/site/Sentence";
import { correctionsCard, importSentence, importTable, restatementsCard } from "@/cards/evidence/changes";
import { importsUpTo } from "@/cards/stateAt";
import { pageAddress } from "@/cards/selection/address";
import { queryOf } from "@/cards/selection/selection";
import { addDays } from "@/domain/values/period";
import { dayName } from "@/domain/shared/dayName";
import { count } from "@/cards/words/phrases";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { openView, type PageProps, type View } from "@/app/request";
import { plainHead } from "@/app/socialCard";

export const generateMetadata = plainHead(
  "/changes",
  "Changes",
  "What changed in the record of bitcoin miners’ production, sales and holdings: figures that companies restated, corrections with the old and the new value, and every import.",
);

/** Maximum lines of an import's details; the first import has the whole record. */
const SHOWN_DETAILS = 40;

/** The day a year before, for readers who come once a year. */
const yearBefore = (day: string): string => addDays(day, -365);

export default async function ChangesPage(props: PageProps) {
  const view = await openView(props);
  const { figures, selection, today } = view;
  const { version } = figures.record;
  const imports = await importsUpTo(version.id);
  const last = importSentence(imports);
  return (
    <RecordPage
      current="data"
      view={view}
      path="/changes"
      title="What has changed in the record"
      standfirst={
        <>
          <p>
            The record changed on {dayName(version.changedOn)} and holds figures published up to {dayName(version.date)}; its version is{" "}
            <code>{version.id}</code>. No figure is overwritten: a correction is a new fact that supersedes the old one, and both stay
            visible.
          </p>
          <p>
            <a href={`/changes/since${queryOf({ ...selection, asOf: selection.asOf ?? yearBefore(today) })}`}>
              What has changed since {dayName(selection.asOf ?? yearBefore(today))}
            </a>
          </p>
        </>
      }
      form={{ fields: ["companies", "from", "to", "asOf"] }}
    >
      <Card
        view={view}
        table={restatementsCard.table(view)}
        sourcesBehind
        empty={
          <EmptyState
            sentence={`${selection.companies.length === 1 ? "The chosen company did not restate" : "None of the chosen companies restated"} a figure of the chosen months in a dated source of its own.`}
            clearHref="/changes"
          />
        }
      />
      <Card view={view} table={correctionsCard.table(view)} sourcesBehind empty={<NoCorrections selection={selection} />} />
      <PageSection id="imports" title="Imports" sentence={last && <Sentence parts={last} />}>
        {selection.asOf !== null && (
          <p className="small">
            When a figure came into this record is not when it was published: the as-of day narrows what stands above, not this list.
          </p>
        )}
        <DataTable table={importTable(imports)} />
        {imports
          .filter(({ seq }) => seq > 1)
          .map(({ seq, details }) => (
            <details key={seq} className="more small mt-3">
              <summary>
                Import {seq} in detail: {count(details.length, "change")}
              </summary>
              <ul className="mt-2">
                {details.slice(0, SHOWN_DETAILS).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              {details.length > SHOWN_DETAILS && <p>… and {details.length - SHOWN_DETAILS} more.</p>}
            </details>
          ))}
      </PageSection>
    </RecordPage>
  );
}

function NoCorrections({ selection }: Pick<View, "selection">) {
  const isPart = selection.companies.length > 0 || selection.from !== null || selection.to !== null;
  return (
    <PageSection
      id="corrections"
      title="Corrections of the record"
      sentence={<p>No recorded fact{isPart ? " of the chosen companies and months" : ""} has been replaced or withdrawn so far.</p>}
    >
      <p className="small">
        The page of the data says <a href={pageAddress("/data#errors", selection)}>how to report a mistake</a>.
      </p>
    </PageSection>
  );
}
