/** The desk's first page: figures to approve together, waiting candidates, most useful first, and companies with updates due. */
import type { Metadata } from "next";
import type { Figures } from "@/domain/figures/figures";
import { groupBy } from "@/domain/shared/group";
import { type Due, DUE_LABEL, type DueStatus, dueList, whereText } from "@/finder/due/due";
import { committedReporting } from "@/finder/due/reporting";
import { confirmedItems, deskFigures, type QueueItem, queueOf } from "@/cards/desk";
import { todayUtc } from "@/cards/stateAt";
import { count, nameIn } from "@/cards/words/phrases";
import { appStore } from "@/record/store/database/client";
import { type ConfirmedChange, lastConfirmedChange } from "@/record/store/review/confirm";
import type { PageProps } from "@/app/request";
import { DeskFrame } from "./DeskFrame";
import { DeskForm, Text } from "./Fields";
import { DecidedLink } from "./DecidedLink";
import { KeyLink } from "./KeyLink";
import { type Desk, openDesk } from "./guard";
import { CandidateTable, DeskTable } from "./DeskTable";
import { DocumentFigures } from "./documents/DocumentFigures";
import { ReleaseForm } from "./documents/ReleaseForm";
import { returnedIn } from "./typed";

export const metadata: Metadata = { title: "Desk" };

export default async function DeskPage({ searchParams }: PageProps) {
  const desk = await openDesk();
  const today = todayUtc();
  const { items, onRecord } = await queueOf(today);
  const first = items[0]?.candidate.id;
  const confirmed = await confirmedItems(today);
  const last = await lastConfirmedChange(appStore());
  const sent = await searchParams;
  return (
    <DeskFrame
      desk={desk}
      title={items.length === 0 ? "Nothing waits for a decision" : `${count(items.length, "figure waits", "figures wait")} for a decision`}
      sent={sent}
    >
      <p>
        {first !== undefined && (
          <KeyLink at="j" to={`/desk/candidates/${first}`}>
            Begin with the first
          </KeyLink>
        )}
        <DecidedLink params={sent} />
      </p>
      {confirmed.length > 0 && (
        <p>
          <KeyLink at="c" to="/desk/confirmed">
            Look at {count(confirmed.length, "figure that something else confirms", "figures that something else confirms")}, to approve{" "}
            {confirmed.length === 1 ? "it" : "them"} in one go
          </KeyLink>
        </p>
      )}
      <ReleaseForm desk={desk} open={items.length === 0} {...await returnedIn(sent)} />
      {last !== undefined && <Undo change={last} desk={desk} />}
      {[...groupBy(items, ({ candidate }) => candidate.document.id).values()].map((group) => (
        <Group key={group[0]?.candidate.document.id} items={group} desk={desk} />
      ))}
      {onRecord.length > 0 && (
        <details>
          <summary>
            {count(onRecord.length, "figure that was read is", "figures that were read are")} on record already: nothing is to be decided
          </summary>
          <CandidateTable items={onRecord} columns={[]} />
        </details>
      )}
      <ToDo today={today} />
    </DeskFrame>
  );
}

const Undo = ({ change: { seq, by, at, standing }, desk }: { readonly change: ConfirmedChange; readonly desk: Desk }) => (
  <DeskForm action="undo-change" token={desk.token} hidden={{ change: seq }}>
    <p>
      {count(standing, "figure was", "figures were")} approved in one go by {by}, {at.slice(0, 16).replace("T", " ")}.
    </p>
    <Text label="Why all of it is undone" name="note" form="undo-change" dataKey="u" />
    <button className="quiet">
      Undo all of it <kbd>u</kbd>
    </button>
  </DeskForm>
);

function Group({ items, desk }: { readonly items: readonly QueueItem[]; readonly desk: Desk }) {
  const [first] = items;
  if (!first) return null;
  const { document, source } = first.candidate;
  return (
    <section aria-labelledby={`document-${document.id}`}>
      <h2 id={`document-${document.id}`}>
        <a href={`/desk/documents/${document.id}`}>{document.title === "" ? source.address : document.title}</a>
      </h2>
      <p className="small">
        {source.publisher}, {source.publishedOn ?? "undated"}
      </p>
      <DocumentFigures id={document.id} items={items} desk={desk} />
    </section>
  );
}

async function ToDo({ today }: { readonly today: string }) {
  const figures = await deskFigures(today);
  const { record } = figures;
  const list = dueList(
    record.companies.map(({ id }) => id),
    record.facts,
    today,
    committedReporting(),
  ).filter(({ status }) => status !== "notMonthly");
  const many = (wanted: DueStatus) => list.filter(({ status }) => status === wanted).length;
  const stopped = list.filter(({ status }) => status === "stopped");
  return (
    <section aria-labelledby="due">
      <h2 id="due">Who owes an update</h2>
      <p>
        {many("overdue")} overdue, {many("due")} due, {many("upToDate")} up to date.
      </p>
      <DueTable label="Who owes an update, by company" items={list.filter(({ status }) => status !== "stopped")} figures={figures} />
      {stopped.length > 0 && (
        <details>
          <summary>{count(stopped.length, "company has", "companies have")} stopped reporting by the month</summary>
          <DueTable label="Who has stopped reporting, by company" items={stopped} figures={figures} />
        </details>
      )}
    </section>
  );
}

interface DueTableProps {
  readonly label: string;
  readonly items: readonly Due[];
  readonly figures: Figures;
}

const DueTable = ({ label, items, figures }: DueTableProps) =>
  items.length > 0 && (
    <DeskTable
      label={label}
      className="desk-list"
      items={items}
      keyOf={({ company }) => company}
      columns={[
        { label: "Company", is: "whole", cell: ({ company }) => nameIn(figures, company) },
        { label: "Status", is: "whole", cell: ({ status }) => DUE_LABEL[status] },
        { label: "Since", is: "named", cell: ({ since }) => since ?? "–" },
        { label: "Last month on record", is: "named", cell: ({ last }) => last ?? "–" },
        {
          label: "Next usually out on",
          is: "named",
          cell: ({ status, expectedOn }) => (status === "stopped" ? "–" : (expectedOn ?? "–")),
        },
        { label: "Where it will probably appear, or why none is expected", is: "sentence", cell: (due) => whereText(due, "–") },
      ]}
    />
  );
