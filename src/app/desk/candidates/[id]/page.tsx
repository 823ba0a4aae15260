/** One candidate beside its document: its text, its neighbours in time, its effect, objections, and the decision. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ClosedBooks, OpenBooks } from "@/domain/books";
import { type Cell, isKnown, MISSING_LABEL } from "@/domain/cell";
import { formatAmount, formatMetric, METRICS } from "@/domain/metric";
import { rowNumber } from "@/domain/numberText";
import { isPooled, type Pool } from "@/domain/panel";
import { formatRatio, hasRatio } from "@/domain/sellThrough";
import { TERM_WORD } from "@/cards/evidence/books";
import { candidateView, type CandidateView } from "@/cards/desk";
import { todayUtc } from "@/cards/stateAt";
import type { PageProps } from "@/app/request";
import { DeskFrame } from "../../DeskFrame";
import { openDesk } from "../../guard";
import { flashIn } from "../../flash";
import { returnedIn } from "../../typed";
import { DeskTable } from "../../DeskTable";
import { Decision } from "./Decision";
import { uncapitalized } from "@/cards/words/phrases";

export const metadata: Metadata = { title: "Candidate", robots: { index: false, follow: false } };
export const dynamic = "force-dynamic";

export default async function CandidatePage({ params, searchParams }: PageProps<{ readonly id: string }>) {
  const desk = await openDesk();
  const id = rowNumber((await params).id) ?? notFound();
  const sent = await searchParams;
  const view = (await candidateView(id, todayUtc())) ?? notFound();
  const { candidate, flags, previous, next } = view;
  const { metric } = candidate;
  return (
    <DeskFrame
      desk={desk}
      title={`${view.name} ${candidate.period}: ${uncapitalized(METRICS[metric].label)} ${formatMetric(metric, candidate.value)} ${METRICS[metric].unit}`}
      flash={flashIn(sent)}
    >
      <p className="small leading-loose">
        {previous !== undefined && (
          <>
            <a data-key="k" href={`/desk/candidates/${previous}`}>
              Previous
            </a>{" "}
            <kbd>k</kbd>{" "}
          </>
        )}
        {next !== undefined && (
          <>
            <a data-key="j" href={`/desk/candidates/${next}`}>
              Next
            </a>{" "}
            <kbd>j</kbd>{" "}
          </>
        )}
        <kbd>a</kbd> accept <kbd>e</kbd> correct <kbd>r</kbd> refuse <kbd>?</kbd> help
      </p>
      <div className="grid gap-x-10 gap-y-6 *:min-w-0 lg:grid-cols-2">
        <div>
          {flags.length > 0 && (
            <ul className="desk-flags" aria-label="What speaks against it">
              {flags.map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <p>
            Read with {candidate.confidence} confidence: {candidate.reasons.join("; ")}. Printed as “{candidate.printed}”.
          </p>
          <Decision view={view} token={desk.token} {...await returnedIn(sent)} />
          <Effect view={view} />
          <History view={view} />
        </div>
        <DocumentText view={view} />
      </div>
      <details data-key="?">
        <summary>Keys</summary>
        <p>
          <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>a</kbd> accept (with a note where one is asked for, to the note), <kbd>p</kbd>{" "}
          accept what is unusual because the document prints it, <kbd>e</kbd> to the corrected value, <kbd>r</kbd> to the reason of a
          refusal, <kbd>1</kbd> to <kbd>9</kbd> another number that the document states, <kbd>d</kbd> accept all of the document that
          nothing speaks against, <kbd>Enter</kbd> sends a form, <kbd>Esc</kbd> leaves a field.
        </p>
      </details>
    </DeskFrame>
  );
}

const DocumentText = ({ view: { document, text } }: { readonly view: CandidateView }) => (
  <section aria-labelledby="document">
    <h2 id="document" className="mt-0">
      {document.title === "" ? "The document" : document.title}
    </h2>
    <p className="small">
      {/^https?:/.test(document.address) ? <a href={document.address}>{document.address}</a> : document.address}, published{" "}
      {document.publishedOn ?? "on an unknown day"}, read on {document.retrievedOn} · <a href="#span">to the words</a>
    </p>
    <div
      className="max-h-144 overflow-auto bg-raised p-3 text-quiet wrap-anywhere whitespace-pre-wrap"
      tabIndex={0}
      role="region"
      aria-label="Text of the document"
    >
      {text.before}
      <mark id="span" className="bg-mark font-semibold text-ink">
        {text.span}
      </mark>
      {text.after}
    </div>
  </section>
);

function Effect({ view: { candidate, effect } }: { readonly view: CandidateView }) {
  const { metric } = candidate;
  const cell = (value: Cell) => (isKnown(value) ? `${formatMetric(metric, value.value)} (${value.evidence})` : MISSING_LABEL[value.reason]);
  const pooled = ({ ratio }: Pool) => (isPooled(ratio) ? formatRatio(ratio) : MISSING_LABEL[ratio.reason]);
  const ratio = (value: CandidateView["effect"]["ratio"]["before"]) =>
    hasRatio(value) ? formatRatio(value.ratio) : MISSING_LABEL[value.reason];
  const rows: [string, string, string][] = [
    [METRICS[metric].label, cell(effect.cell.before), cell(effect.cell.after)],
    ...effect.books.map(({ month, before, after }): [string, string, string] => [`Books of ${month}`, booksText(before), booksText(after)]),
    ["Sell-through of the company", ratio(effect.ratio.before), ratio(effect.ratio.after)],
    ["Pooled, Nasdaq-listed", pooled(effect.pool.before), pooled(effect.pool.after)],
  ];
  return (
    <>
      <h2>What it changes in {candidate.period}</h2>
      <DeskTable
        items={rows}
        keyOf={([name]) => name}
        columns={[
          { label: "Figure", is: "head", cell: ([name]) => name },
          { label: "Now", cell: ([, before]) => before },
          { label: "If accepted", cell: ([, before, after]) => (before === after ? "the same" : after) },
        ]}
      />
      <h2>Beside it in time</h2>
      <DeskTable
        items={effect.neighbours}
        keyOf={({ period }) => period}
        columns={[
          { label: "Period", is: "head", cell: ({ period }) => period },
          { label: METRICS[metric].label, cell: (one) => cell(one.cell) },
        ]}
      />
    </>
  );
}

/** The unexplained amount of the books, or what is missing to close them. */
function booksText(books: ClosedBooks | OpenBooks): string {
  if (books.state === "open")
    return books.otherBasis
      ? "open: the two holdings count different things"
      : `open without ${books.unknown.map((term) => TERM_WORD[term]).join(", ")}`;
  const amount = `${formatAmount(Math.abs(books.unexplained), "BTC", 2)} BTC`;
  if (books.unexplained === 0) return "closed, nothing unexplained";
  return `${amount} ${books.unexplained > 0 ? "missing" : "too much"}${books.flagged ? ", more than the tolerance" : ", within the tolerance"}`;
}

function History({ view: { candidate } }: { readonly view: CandidateView }) {
  if (candidate.reviews.length === 0) return null;
  return (
    <>
      <h2>Decided so far</h2>
      <ol>
        {candidate.reviews.map(({ id, verdict, by, at, note }) => (
          <li key={id}>
            {verdict} by {by}, {at.slice(0, 16).replace("T", " ")}
            {note === "" ? "" : `: ${note}`}
          </li>
        ))}
      </ol>
    </>
  );
}
