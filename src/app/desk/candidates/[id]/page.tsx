/** One candidate beside its document: its text, its neighbours in time, its effect, objections, and the decision. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { rowNumber } from "@/domain/shared/numberText";
import { candidateView, type CandidateView } from "@/cards/desk";
import { todayUtc } from "@/cards/stateAt";
import type { PageProps } from "@/app/request";
import { DeskFrame } from "../../DeskFrame";
import { DecidedLink } from "../../DecidedLink";
import { KeyLink } from "../../KeyLink";
import { openDesk } from "../../guard";
import { returnedIn } from "../../typed";
import { DocumentSource } from "../../documents/DocumentSource";
import { Decision, reviewText } from "./Decision";
import { Effect } from "./Effect";

export const metadata: Metadata = { title: "Candidate" };

export default async function CandidatePage({ params, searchParams }: PageProps<{ readonly id: string }>) {
  const desk = await openDesk();
  const id = rowNumber((await params).id) ?? notFound();
  const sent = await searchParams;
  const view = (await candidateView(id, todayUtc())) ?? notFound();
  const { candidate, flags, previous, next } = view;
  const reasons = candidate.reasons.join("; ");
  return (
    <DeskFrame desk={desk} title={view.name} sent={sent}>
      <p className="mb-3">
        {previous !== undefined && (
          <KeyLink at="k" to={`/desk/candidates/${previous}`}>
            Previous
          </KeyLink>
        )}
        {next !== undefined && (
          <KeyLink at="j" to={`/desk/candidates/${next}`}>
            Next
          </KeyLink>
        )}
        <DecidedLink params={sent} />
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
            Read with {candidate.confidence} confidence{reasons === "" ? "" : `: ${reasons}`}.{" "}
            <a href="#span">Printed as “{candidate.printed}”</a>.
          </p>
          <Decision view={view} token={desk.token} {...await returnedIn(sent)} />
          <Effect view={view} />
          <History view={view} />
        </div>
        <DocumentText view={view} />
      </div>
      <details data-key="?">
        <summary>
          Keys <kbd>?</kbd>
        </summary>
        <p>
          <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>a</kbd> accept (with a note where one is asked for, to the note), <kbd>p</kbd>{" "}
          accept what is unusual because the document prints it, <kbd>e</kbd> to the corrected value, <kbd>r</kbd> to the reason of a
          refusal, <kbd>1</kbd> to <kbd>9</kbd> another number that the document states, <kbd>d</kbd> accept all of the document that
          nothing speaks against, <kbd>z</kbd> back to what you just decided, <kbd>u</kbd> to the note of an undoing, <kbd>Enter</kbd> sends
          a form, <kbd>Esc</kbd> leaves a field.
        </p>
      </details>
    </DeskFrame>
  );
}

/** Columns kept by spaces alone stand under their heads only in a font of equal widths, in lines that are not broken. */
const isSpaced = ({ before, span, after }: CandidateView["text"]): boolean => /\S {3,}\S.*\n.*\S {3,}\S/.test(before + span + after);

const DocumentText = ({ view: { document, text } }: { readonly view: CandidateView }) => (
  <section aria-labelledby="document">
    <h2 id="document" className="mt-0">
      {document.title === "" ? "The document" : document.title}
    </h2>
    <p className="small">
      <DocumentSource of={document} />
    </p>
    <div className="max-h-144 overflow-auto bg-raised p-3 text-quiet" tabIndex={0} role="region" aria-label="Text of the document">
      <div className={`wrap-anywhere whitespace-pre-wrap ${isSpaced(text) ? "min-w-[96ch] font-mono" : ""}`}>
        {text.before}
        <mark id="span" className="bg-mark font-semibold text-ink">
          {text.span}
        </mark>
        {text.after}
      </div>
    </div>
  </section>
);

function History({ view: { candidate } }: { readonly view: CandidateView }) {
  // The latest one stands above already.
  const earlier = candidate.state === "proposed" ? candidate.reviews : candidate.reviews.slice(0, -1);
  if (earlier.length === 0) return null;
  return (
    <>
      <h2>{candidate.state === "proposed" ? "Decided so far" : "Decided before"}</h2>
      <ol>
        {earlier.map((review) => (
          <li key={review.id}>{reviewText(review)}</li>
        ))}
      </ol>
    </>
  );
}
